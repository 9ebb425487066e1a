"""The readers of the formats by name: the one registry of this room."""

from collections.abc import Callable, Iterator
from importlib import import_module

from firsthand.read.formats import Format
from firsthand.read.guarded import Item
from firsthand.read.source import Source

Read = Callable[[Source], Iterator[Item]]
# Each module has a ``read_FORMAT``; they are imported when the first input of the format comes.
_DIRECT: dict[Format, str] = {
    "text": "text",
    "html": "html",
    "jsonl": "jsonl",
    "json": "jsonl",
    "warc": "warc",
    "feed": "feed",
    "newsml": "newsml",
    "sitemap": "sitemap",
    "addresses": "addresses",
    "table": "table",
    "gdelt": "gdelt",
}
# These run in a process of their own; see ``guarded``.
_GUARDED: dict[Format, str] = {
    "eml": "mail",
    "mbox": "mail",
    "parquet": "parquet",
    "pdf": "pdf",
    "docx": "docx",
    "rtf": "rtf",
}
PLUGGED = "plug-in:"


def is_guarded(name: Format) -> bool:
    """Tell whether a format is read in a process of its own."""
    return name in _GUARDED


def reader(name: Format) -> Read:
    """Return what reads a format in this process."""
    return _reader(_DIRECT[name], name)


def guarded_reader(name: str) -> Read:
    """Return what reads a format, or what a plug-in's reader reads (``plug-in:NAME``), in the guarded process."""
    if name.startswith(PLUGGED):
        from firsthand.read.plugged import plugged_reader

        return plugged_reader(name.removeprefix(PLUGGED))
    return _reader(next(module for known, module in _GUARDED.items() if known == name), name)


def _reader(module: str, name: str) -> Read:
    made: Read = getattr(import_module(f"firsthand.read.{module}"), f"read_{name}")
    return made
