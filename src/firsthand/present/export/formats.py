"""The formats of the export by name. Their modules are imported when they are asked for."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from firsthand.errors import NotFound

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
    """Return what writes the format. Raises NotFound, which names the formats that there are."""
    if name not in FORMATS:
        raise NotFound(f"there is no format {name!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"firsthand.present.export.{FORMATS[name]}")
    made: Exporter = module.export
    return made
