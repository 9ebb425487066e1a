"""Which plug-ins are installed, by entry points (packaging.python.org, "Entry points specification")."""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from firsthand.errors import PluginError
from firsthand.plugins.contract import ArticleStage, Encoder, Reader

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# The kinds by the group of their entry points.
GROUPS = {
    "reader": "firsthand.readers",
    "article stage": "firsthand.article_stages",
    "exporter": "firsthand.exporters",
    "encoder": "firsthand.encoders",
    "gazetteer": "firsthand.gazetteers",
}
SWITCH = "FIRSTHAND_PLUGINS"
# What is called to get the plug-in; exporters and gazetteers are what the entry point names.
_MADE: dict[str, type[Any]] = {"reader": Reader, "article stage": ArticleStage, "encoder": Encoder}
_log = logging.getLogger("firsthand")


@dataclass(frozen=True, slots=True)
class Plugin:
    """An installed plug-in: ``kind`` is a key of ``GROUPS``, ``package`` its distribution with the version."""

    kind: str
    name: str
    package: str
    target: str

    @property
    def title(self) -> str:
        """The plug-in as messages name it."""
        return f"plug-in {self.name} ({self.kind} of {self.package})"


def names(kind: str) -> list[str]:
    """Return the names of the plug-ins of a kind that are installed, sorted; where two have one, it stands once."""
    return sorted({plugin.name for plugin in installed(kind)})


def installed(kind: str | None = None) -> list[Plugin]:
    """Return the plug-ins of a kind, or of all, in the order of kinds and names. Nothing of them is imported."""
    kinds = GROUPS if kind is None else (kind,)
    return [plugin for one in kinds for plugin in _found(one, os.environ.get(SWITCH, ""), tuple(sys.path))]


def load(kind: str, name: str) -> Any:
    """Return a plug-in, made where its kind is made. Raises PluginError."""
    plugin = next((p for p in installed(kind) if p.name == name), None)
    if plugin is None:
        raise PluginError(f"no {kind} plug-in is called {name!r}; firsthand plugins lists those that are installed")
    try:
        return _checked(kind, _loaded(plugin.target))
    except Exception as e:
        # Whatever an import or a constructor of somebody else's raises, firsthand goes on without it.
        why = " ".join(str(e).split())[:200]
        raise PluginError(f"{plugin.title} is left out: {type(e).__name__}: {why}") from e


def problem(plugin: Plugin) -> str | None:
    """Return why a plug-in cannot be used, None where it can: it is loaded, and made where its kind is made."""
    try:
        load(plugin.kind, plugin.name)
    except PluginError as e:
        return str(e)
    return None


@cache
def tell(line: str) -> None:
    """Say a line to whoever runs this, once a process: a warning of the logger ``firsthand``."""
    _log.warning("firsthand: %s", line)


@cache
def _found(kind: str, switch: str, _path: tuple[str, ...]) -> tuple[Plugin, ...]:
    """Return the plug-ins of a kind; what was found is kept for as long as the path on which modules are looked for."""
    if switch == "off":
        return ()
    from importlib.metadata import entry_points  # the look through all packages takes 30 ms

    found = (Plugin(kind, e.name, _package(e), e.value) for e in entry_points(group=GROUPS[kind]))
    return tuple(sorted(set(found), key=lambda p: (p.name, p.package)))


def _package(entry: "EntryPoint") -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown package"


def _loaded(target: str) -> Any:
    module, _, path = target.partition(":")
    found: Any = import_module(module.strip())
    for part in filter(None, path.strip().split(".")):
        found = getattr(found, part)
    return found


def _checked(kind: str, found: Any) -> Any:
    """Return what an entry point gives, made where it has to be. Raises TypeError for what it may not be."""
    if kind == "gazetteer":
        return _is(found, isinstance(found, ModuleType), "a package with CSV files")
    _is(found, callable(found), "something that can be called")
    wanted = _MADE.get(kind)
    make: Callable[[], Any] = found
    return found if wanted is None else _is(made := make(), isinstance(made, wanted), f"a {wanted.__name__}")


def _is(found: Any, fits: bool, what: str) -> Any:
    if not fits:
        raise TypeError(f"its entry point must give {what}, not {type(found).__name__}")
    return found
