"""Indexes of large tables by the columns that rows are looked up by: what a lookup reads does not grow with the table.

Lance keeps them beside a table: sorted pages of values, and the rows that have them (a B-tree). An index knows the
files that there were when it was made; what came since is read through, and when that has become much the index is made
anew. It can always be made anew from its table, and where it cannot be read the table is read through.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lance
import pyarrow as pa
import pyarrow.compute as pc

from firsthand.store.disk import sync

# Rows from which on a table is indexed: to read through a column of fewer takes a hundredth of a second. Ours.
INDEXED = 100_000
# The part of the rows that an index may lack before it is made anew. Ours: an index of n rows is made O(log n) times.
LAG = 1 / 16
# Values beyond which reading a column through takes no longer than looking each up. Ours.
MOST_VALUES = 20_000
# Values that an index is asked for to see whether it is sound.
PROBES = 1_000

FOLDER = "_indices"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def indexed(dataset: lance.LanceDataset) -> frozenset[str]:
    """Return the columns that a table is indexed by."""
    return frozenset(index.field_names[0] for index in dataset.describe_indices())


def lagging(dataset: lance.LanceDataset, columns: Sequence[str]) -> list[str]:
    """Return the columns of which an index is to be made, or to be made anew."""
    rows = {f.fragment_id: f.metadata.physical_rows for f in dataset.get_fragments()}
    whole = sum(rows.values())
    if whole < INDEXED:
        return []
    known: dict[str, set[int]] = {column: set() for column in columns}
    for index in dataset.describe_indices():
        known[index.field_names[0]] = {fragment for part in index.segments for fragment in part.fragment_ids}
    lacking = {c: sum(n for fragment, n in rows.items() if fragment not in known[c]) for c in columns}
    return [column for column in columns if lacking[column] > LAG * whole]


def make(dataset: lance.LanceDataset, columns: Sequence[str]) -> int:
    """Index the newest version of a table by some columns, each as a version of its own; return the last of them.

    All files are durable but for the last manifest, which is left to the caller.
    """
    for column in columns:
        dataset.create_scalar_index(column, "BTREE", replace=True)
    for path in files(dataset):
        sync(Path(dataset.uri) / path)
        sync((Path(dataset.uri) / path).parent)
    if columns:
        sync(Path(dataset.uri) / FOLDER)
    version: int = dataset.version
    return version


def files(dataset: lance.LanceDataset) -> Iterator[Path]:
    """Yield the files of a table's indexes that are there, by their paths within it.

    Raises ValueError where the name of one could lead elsewhere.
    """
    for uuid in (part.uuid for index in dataset.describe_indices() for part in index.segments):
        if not _UUID.fullmatch(uuid):
            raise ValueError(f"an index is named {uuid!r}")
        folder = Path(FOLDER) / uuid
        yield from (folder / path.name for path in sorted((Path(dataset.uri) / folder).glob("*")))


def rows_having(dataset: lance.LanceDataset, column: str, values: Sequence[str]) -> pa.Table:
    """Return the rows that have one of the values in an indexed column, in their order; raises what Lance raises."""
    found = dataset.scanner(filter=one_of(column, values), with_row_id=True).to_table()
    return found.sort_by("_rowid").drop_columns(["_rowid"])


def agrees(dataset: lance.LanceDataset, column: str) -> bool:
    """Tell whether the index by a column gives the rows that reading it through gives.

    It is asked for some values spread over the table. Raises what Lance raises where it cannot be read.
    """
    rows = pa.array(range(0, dataset.count_rows(), dataset.count_rows() // PROBES + 1))
    asked = dataset.to_table(columns=[column])[column].take(rows).unique().drop_null()
    read = pa.concat_arrays(
        [
            batch["_rowid"].filter(pc.is_in(batch[column], value_set=asked))
            for batch in dataset.to_batches(columns=[column], with_row_id=True)
        ]
        or [pa.array([], pa.uint64())]
    )
    looked_up = dataset.scanner(columns=[], filter=one_of(column, asked.to_pylist()), with_row_id=True).to_table()
    return sorted(read.to_pylist()) == sorted(looked_up["_rowid"].to_pylist())


def one_of(column: str, values: Sequence[str]) -> str:
    """Return the filter for rows that have one of the values in a column."""
    return f"{column} IN ({', '.join(map(_literal, values))})"


def _literal(value: Any) -> str:
    """Return a text as it stands in a filter."""
    return "'" + str(value).replace("'", "''") + "'"
