"""CSV, one file a table: RFC 4180 in UTF-8, lists as JSON within their cell, guarded against formulas."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.pieces import unicode
from firsthand.present.export.schema import TABLES, schema
from firsthand.present.safe import write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write one ``TABLE.csv`` a table into ``folder``, and return the number of rows of each.

    The first line names the columns. An empty cell is null, ``true`` and ``false`` are truths, a list or a row within a
    cell is JSON. A text that a spreadsheet would run as a formula has ``'`` before it. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    return {name: _write(index, name, folder / f"{name}.csv", with_text=with_text) for name in TABLES}


def cell(value: Any) -> str:
    """Return a value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return unicode(json.dumps(value, ensure_ascii=False))
    if isinstance(value, str):
        return guarded(unicode(value))
    return str(value)


def guarded(text: str) -> str:
    """Return ``text`` so that no spreadsheet runs it: with ``'`` before it where it begins like a formula."""
    return GUARD + text if text.startswith(FORMULA) else text


def _write(index: Index, table: str, path: Path, *, with_text: bool) -> int:
    columns = schema(table, with_text=with_text).names
    rows = 0

    def lines() -> Iterator[bytes]:
        nonlocal rows
        yield _line(columns)
        for row in table_rows(index, table, with_text=with_text):
            rows += 1
            yield _line([cell(row[name]) for name in columns])

    write_whole(path, lines())
    return rows


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()
