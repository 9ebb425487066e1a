"""The settings, one frozen dataclass a stage. Unknown keys are errors that list the known ones.

Only what a user may want to turn is here. Thresholds that were calibrated are constants beside the code that uses
them, with the data and the command that calibrated them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from firsthand.errors import ConfigError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """Bounds on what one input may be; past them it is rejected with a reason.

    ``base`` stands before paths that a manifest names. ``seconds`` and ``megabytes`` bound the process that reads what
    libraries parse (PDF, Word, RTF, Parquet, mail) and what plug-ins read: the seconds without a new record, and its
    memory. ``max_fetched`` is how many addresses of lists are asked for in one run.
    """

    max_document_bytes: int = 20_000_000
    max_line_characters: int = 5_000_000
    max_archive_ratio: int = 200
    base: str = ""
    seconds: float = 30.0
    megabytes: int = 1_000
    max_fetched: int = 1_000


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """Cleaning: bounds on what one article may be; past them the document is rejected with a reason."""

    max_characters: int = 600_000
    max_html_depth: int = 2_000
    max_comments: int = 10_000


@dataclass(frozen=True, slots=True)
class AnnotateConfig:
    """Annotation: ``quote_model`` names the tagger beside the rules: ``shipped``, a file, or "" for none.

    With ``attributions`` the tagger also adds what people are said to think, want or support, not only what they say.
    """

    max_quotations: int = 2_000
    quote_model: str = "shipped"
    attributions: bool = False


@dataclass(frozen=True, slots=True)
class LinkConfig:
    """Linking: ``entities`` names a list of people and organisations whose ids the speakers get; ``encoder`` what
    compares quotations by meaning too: ``accurate``, or a file of weights.
    """

    story_days: float = 7.0
    entities: str = ""
    encoder: str = ""


@dataclass(frozen=True, slots=True)
class TraceConfig:
    """Tracing: ``publishers`` names a list of publishers, their owners, and whose texts they carry."""

    publishers: str = ""


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """How the stages are run: ``workers`` of 0 means one a core; ``seconds`` of the processor and ``megabytes`` bound
    one document.

    ``address`` is ``local``, ``ray`` (a cluster on this machine) or ``ray://HOST:PORT``.
    """

    workers: int = 0
    batch: int = 64
    seconds: float = 10.0
    megabytes: int = 1_000
    address: str = "local"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings."""

    read: ReadConfig = field(default_factory=ReadConfig)
    clean: CleanConfig = field(default_factory=CleanConfig)
    annotate: AnnotateConfig = field(default_factory=AnnotateConfig)
    link: LinkConfig = field(default_factory=LinkConfig)
    trace: TraceConfig = field(default_factory=TraceConfig)
    engine: EngineConfig = field(default_factory=EngineConfig)


def load(path: Path | None = None) -> Config:
    """Return the settings of a TOML file (one table a stage), or the defaults where ``path`` is None.

    Raises ConfigError on an unknown table or key, a value of the wrong type, or text that is not TOML.
    """
    if path is None:
        return Config()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        why = e.strerror if isinstance(e, OSError) else e
        raise ConfigError(f"{path}: cannot be read as settings: {why}") from e
    return from_mapping(data, str(path))


def from_mapping(data: Mapping[str, Any], where: str = "settings") -> Config:
    """Return the settings that a mapping of tables gives; see ``load`` for the errors."""
    tables = {f.name: f.default_factory() for f in fields(Config) if callable(f.default_factory)}
    _known(data, tables, where)
    return Config(
        **{name: _section(type(default), data.get(name, {}), f"{where}: [{name}]") for name, default in tables.items()}
    )


def _section(cls: type[T], values: Any, where: str) -> T:
    if not isinstance(values, Mapping):
        raise ConfigError(f"{where} must be a table")
    known = {f.name: f.type for f in fields(cls)}  # type: ignore[arg-type]
    _known(values, known, where)
    for name, value in values.items():
        wanted = (int, float) if known[name] is float else (known[name],)
        is_odd = isinstance(value, bool) and known[name] is not bool  # True is a whole number, but not meant as one
        if is_odd or not isinstance(value, wanted):  # type: ignore[arg-type]
            raise ConfigError(f"{where} {name} must be a {wanted[-1].__name__}, not {value!r}")  # type: ignore[union-attr]
    return cls(**values)


def _known(given: Mapping[str, Any], known: Mapping[str, Any], where: str) -> None:
    for name in given:
        if name not in known:
            raise ConfigError(f"{where}: unknown key {name!r}; known are {', '.join(sorted(known))}")
