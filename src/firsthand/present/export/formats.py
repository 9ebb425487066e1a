"""The formats of the export by name. Their modules are imported when they are asked for."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from firsthand import plugins
from firsthand.errors import NotFound, PluginError

if TYPE_CHECKING:
    from firsthand.present.tables import Tables

# Each module has an ``export`` as ``Exporter`` says.
FORMATS = {
    "jsonl": "jsonl",
    "csv": "csv_tables",
    "parquet": "parquet_tables",
    "graphml": "graphml",
    "gexf": "gexf",
    "jsonld": "jsonld",
    "prov": "prov",
    "webannotation": "webannotation",
    "ninjs": "ninjs",
    "timelinejs": "timelinejs",
    "ftm": "ftm",
}


class Exporter(Protocol):
    """What writes one format."""

    def __call__(self, tables: "Tables", folder: Path, *, with_text: bool = False) -> dict[str, int]:
        """Write files into ``folder``, and return how many of what they hold. Raises OSError."""


def exporter(name: str) -> Exporter:
    """Return what writes the format, our own or a plug-in's.

    Raises NotFound, which names the formats that there are, and PluginError for a plug-in that cannot be used.
    """
    if name not in FORMATS:
        if name in (added := plugins.names("exporter")):
            return _guarded(name, plugins.load("exporter", name))
        raise NotFound(f"there is no format {name!r}; there are {', '.join([*FORMATS, *added])}")
    module = import_module(f"firsthand.present.export.{FORMATS[name]}")
    made: Exporter = module.export
    return made


def _guarded(name: str, export: Exporter) -> Exporter:
    """Return a plug-in's exporter whose failures are told as a plug-in's."""

    def guarded(tables: "Tables", folder: Path, *, with_text: bool = False) -> dict[str, int]:
        try:
            written = export(tables, folder, with_text=with_text)
            return {str(what): int(count) for what, count in written.items()}
        except OSError:
            raise
        except Exception as e:
            why = " ".join(f"{type(e).__name__}: {e}".split())[:200]
            raise PluginError(f"plug-in {name} (exporter) failed: {why}") from e

    return guarded
