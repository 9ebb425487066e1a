"""Parquet, one file a table, nested columns as lists and structs.

``docs/reference/data-dictionary.md`` has the types.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.pieces import unicode
from firsthand.present.export.schema import TABLES, schema
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

# Rows that are held at once; a row group each. With whole texts it is some tens of megabytes.
_BATCH = 4_096


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write one ``TABLE.parquet`` a table into ``folder``, and return the number of rows of each.

    A table without rows has a file with its columns. Lone surrogates become U+FFFD. Each file is replaced whole. Raises
    OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    return {name: _write(index, name, folder / f"{name}.parquet", with_text=with_text) for name in TABLES}


def _write(index: Index, table: str, path: Path, *, with_text: bool) -> int:
    columns = schema(table, with_text=with_text)
    part = path.with_name(path.name + ".part")
    rows = 0
    try:
        with pq.ParquetWriter(part, columns, compression="zstd") as out:
            for batch in batches(table_rows(index, table, with_text=with_text)):
                out.write_table(pa.Table.from_pylist(batch, schema=columns))
                rows += len(batch)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return rows


def batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows some thousands at a time, as Arrow can hold them: lone surrogates become U+FFFD."""
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield [{name: _storable(value) for name, value in row.items()} for row in batch]


def _storable(value: Any) -> Any:
    """Return a value without lone surrogates, which Arrow cannot hold."""
    if isinstance(value, str):
        return unicode(value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {name: _storable(item) for name, item in value.items()}
    return value
