"""JSON lines, one file a table: the contract that tools rely on. ``docs/reference`` defines every field."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from firsthand.present.export.document_rows import DOCUMENT_ROWS, Row, article_rows, rejected_rows
from firsthand.present.export.linked_rows import LINKED_ROWS
from firsthand.present.safe import write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

_ROWS = {**DOCUMENT_ROWS, **LINKED_ROWS}


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write one ``TABLE.jsonl`` a table into ``folder``, and return the number of rows of each.

    Every record is one line of UTF-8; the order depends on the records only, so equal corpora give equal files. An
    article is referred to by the id that the user gave it, else by its own. Offsets are code points into its text,
    which is written as ``text`` with the articles only where ``with_text`` is set. A lone surrogate is written as its
    JSON escape. Each file is replaced whole. Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    names = ("articles", *_ROWS)
    return {name: _write(folder / f"{name}.jsonl", table_rows(index, name, with_text=with_text)) for name in names}


def export_rejected(tables: Tables, path: Path) -> int:
    """Write what could not be used, and why, as one line each to ``path``, replaced whole; return how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(path, rejected_rows(Index(tables)))


def table_rows(index: Index, table: str, *, with_text: bool = False) -> Iterator[Row]:
    """Return the rows of one table in the order of the export; ``with_text`` is for ``articles``."""
    return article_rows(index, with_text) if table == "articles" else _ROWS[table](index)


def _write(path: Path, several: Iterable[Row]) -> int:
    written = 0

    def lines() -> Iterator[bytes]:
        nonlocal written
        for row in several:
            written += 1
            # backslashreplace meets lone surrogates only, and what it writes for them is their JSON escape.
            yield json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"

    write_whole(path, lines())
    return written
