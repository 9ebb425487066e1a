"""Lance tables with durable commits.

Lance does not fsync. Data files are synced before the manifest that names them is published, and the manifest and its
folder after, so a power cut leaves either the old table or the new one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import lance
import pyarrow as pa
import pyarrow.compute as pc
from lance.fragment import write_fragments

from firsthand.store import indexes
from firsthand.store.disk import UNREADABLE, panics_told, sync
from firsthand.store.table_files import TableFiles

# An append makes a fragment, and reading opens each. As soon as the last so many are of like size they become one, up
# to so many bytes (what bounds memory): a row is rewritten a few times, not with each append. Ours.
FRAGMENTS, LARGEST = 32, 8_000_000
# Rows that are read at a time where a table is read through: bounds memory. Ours.
BATCH = 1_000


class LanceTables:
    """The tables of one corpus folder, by name."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, which need not exist."""
        self._folder = folder

    @panics_told()
    def read(self, name: str, version: int, columns: list[str] | None = None) -> pa.Table:
        """Return a table at a version. Raises what Lance raises where it is not there."""
        return lance.dataset(self._uri(name), version=version).to_table(columns=columns)

    def batches(self, name: str, version: int) -> Iterator[pa.RecordBatch]:
        """Yield the rows of a table at a version, some at a time, so that no more need to be in memory."""
        with panics_told():
            dataset = lance.dataset(self._uri(name), version=version)
            yield from dataset.to_batches(batch_size=BATCH, batch_readahead=2, fragment_readahead=1)

    @panics_told()
    def rows(self, name: str, version: int) -> int:
        """Return how many rows a table has by its manifest, without reading them."""
        rows: int = lance.dataset(self._uri(name), version=version).count_rows()
        return rows

    def files(self, name: str) -> TableFiles:
        """Return the files of a table."""
        return TableFiles(Path(self._uri(name)))

    @panics_told()
    def schema(self, name: str, version: int) -> pa.Schema:
        """Return the fields of a table at a version."""
        return lance.dataset(self._uri(name), version=version).schema

    @panics_told()
    def read_having(self, name: str, version: int, column: str, values: Iterable[str]) -> pa.Table:
        """Return the rows whose ``column`` is one of ``values`` or holds one; of the other rows only that is read.

        Not even that is where the table is indexed by it.
        """
        dataset = lance.dataset(self._uri(name), version=version)
        wanted = sorted(values)
        with suppress(*UNREADABLE):  # what cannot be read of an index can be of its table
            if len(wanted) <= indexes.MOST_VALUES and column in indexes.indexed(dataset):
                return indexes.rows_having(dataset, column, wanted)
        texts = pa.array(wanted, pa.string())
        batches = dataset.to_batches(columns=[column], with_row_id=True)
        return _rows(dataset, [row for batch in batches for row in _holding(batch, texts)])

    @panics_told()
    def false_indexes(self, name: str, version: int) -> list[str]:
        """Return the columns by which the index of a table cannot be read, or gives other rows than the table has."""
        dataset = lance.dataset(self._uri(name), version=version)
        return sorted(column for column in indexes.indexed(dataset) if not _is_sound(dataset, column))

    @panics_told()
    def changes(self, name: str, before: int, after: int, most: int) -> tuple[pa.Table, pa.Table] | None:
        """Return the rows that a table lost and those that it gained between two versions, each in their order.

        A row that was only moved to another file is among both. None where these are more than ``most`` rows together,
        or a version is not there any more.
        """
        try:
            old, new = (lance.dataset(self._uri(name), version=version) for version in (before, after))
        except ValueError:
            return None
        was, now = _row_ids(old), _row_ids(new)
        lost, gained = _not_in(was, now), _not_in(now, was)
        return (_rows(old, lost), _rows(new, gained)) if len(lost) + len(gained) <= most else None

    @panics_told()
    def append(self, name: str, data: pa.Table) -> int:
        """Append rows, durably, and return the new version; a table that is not there is made."""
        if not Path(self._uri(name)).exists():
            return self.replace(name, data)
        dataset = lance.dataset(self._uri(name))
        fragments = dataset.get_fragments()
        if old := _to_merge([self._bytes(name, fragment) for fragment in fragments], data.nbytes):
            fragments = fragments[-old:]
            data = pa.concat_tables([dataset.scanner(fragments=fragments).to_table(), data])
            operation: lance.LanceOperation.BaseOperation = lance.LanceOperation.Update(
                removed_fragment_ids=[f.fragment_id for f in fragments], new_fragments=self._write(name, data, "append")
            )
        else:
            operation = lance.LanceOperation.Append(self._write(name, data, "append"))
        return self._commit(name, operation, dataset.version)

    @panics_told()
    def patch(self, name: str, gone: Mapping[str, Iterable[str]], data: pa.Table) -> int:
        """Take out the rows that have one of ``gone`` in its column, append ``data``, and return the new version.

        Other rows are not written again. The version between the two is of use to nobody: ``take_back`` passes over it.
        """
        if not Path(self._uri(name)).exists():
            return self.replace(name, data)
        listed = {column: sorted(set(values)) for column, values in gone.items()}
        if where := " OR ".join(indexes.one_of(column, values) for column, values in listed.items() if values):
            lance.dataset(self._uri(name)).delete(where)
            if (deletions := Path(self._uri(name)) / "_deletions").exists():
                for path in deletions.iterdir():
                    sync(path)
                sync(deletions)
            self._sync_manifest(name, lance.dataset(self._uri(name)).version)
        return self.append(name, data) if data.num_rows else lance.dataset(self._uri(name)).version

    @panics_told()
    def replace(self, name: str, data: pa.Table | pa.RecordBatchReader) -> int:
        """Put the rows in place of all that the table holds, durably, and return the new version."""
        exists = Path(self._uri(name)).exists()
        version = lance.dataset(self._uri(name)).version if exists else 0
        written = self._write(name, data, "overwrite")
        return self._commit(name, lance.LanceOperation.Overwrite(data.schema, written), version)

    @panics_told()
    def compact(self, name: str, version: int) -> int | None:
        """Put the rows of a version into as few files as can be, durably; return the new version, None if it is so.

        Rows that a patch took out are not in them any more.
        """
        dataset = lance.dataset(self._uri(name), version=version)
        fragments = dataset.get_fragments()
        if len(fragments) < 2 and not any(fragment.metadata.deletion_file for fragment in fragments):
            return None
        rows = pa.RecordBatchReader.from_batches(dataset.schema, self.batches(name, version))
        written = self._write(name, rows, "overwrite")
        return self._commit(name, lance.LanceOperation.Overwrite(dataset.schema, written), version)

    @panics_told()
    def index(self, name: str, columns: Sequence[str], *, anew: bool = False) -> int | None:
        """Index the newest version of a table by some columns, durably, where it is large and its indexes lack much, or
        ``anew`` in any case; return the new version, None if it is well as it is.
        """
        dataset = lance.dataset(self._uri(name))
        wanted = columns if anew else indexes.lagging(dataset, columns)
        if not wanted:
            return None
        version = indexes.make(dataset, wanted)
        self._sync_manifest(name, version)
        return version

    def take_back(self, name: str, version: int | None) -> None:
        """Remove what was committed after ``version`` (None: all of it). Raises OSError or ValueError."""
        if version is None:
            self.files(name).remove()
        else:
            self.files(name).drop_after(version)

    def _uri(self, name: str) -> str:
        return str(self._folder / f"{name}.lance")

    def _write(self, name: str, data: pa.Table | pa.RecordBatchReader, mode: str) -> list[lance.FragmentMetadata]:
        uri = Path(self._uri(name))
        if isinstance(data, pa.Table) and data.num_rows == 0:
            uri.mkdir(parents=True, exist_ok=True)
            return []
        (uri / "data").mkdir(parents=True, exist_ok=True)
        fragments: list[lance.FragmentMetadata] = write_fragments(data, str(uri), schema=data.schema, mode=mode)
        for fragment in fragments:
            for file in fragment.files:
                sync(uri / "data" / file.path)
        sync(uri / "data")
        return fragments

    def _bytes(self, name: str, fragment: lance.LanceFragment) -> int:
        folder = Path(self._uri(name)) / "data"
        return sum(file.file_size_bytes or (folder / file.path).stat().st_size for file in fragment.metadata.files)

    def _commit(self, name: str, operation: lance.LanceOperation.BaseOperation, read_version: int) -> int:
        version: int = lance.LanceDataset.commit(self._uri(name), operation, read_version=read_version or None).version
        self._sync_manifest(name, version)
        return version

    def _sync_manifest(self, name: str, version: int) -> None:
        manifest = self.files(name).manifest(version)
        sync(manifest)
        sync(manifest.parent)


def _is_sound(dataset: lance.LanceDataset, column: str) -> bool:
    try:
        with panics_told():
            return indexes.agrees(dataset, column)
    except UNREADABLE:
        return False


def _to_merge(stored: Sequence[int], new: int) -> int:
    """Return how many of the last ``stored`` fragments, by their bytes, are to be one with so many ``new`` bytes.

    They are ``FRAGMENTS`` with the new one, the first of them no larger than all after it together; or such a group of
    such groups.
    """
    sizes, merged = [*stored, new], 0
    while len(sizes) >= FRAGMENTS:
        first, *after = sizes[-FRAGMENTS:]
        if first > sum(after) or first + sum(after) > LARGEST:
            break
        sizes[-FRAGMENTS:] = [first + sum(after)]
        merged += FRAGMENTS - 1
    return merged


def _holding(batch: pa.RecordBatch, wanted: pa.Array) -> list[int]:
    """Return the ids of the rows whose first column, of texts or lists of texts, has one of those that are wanted."""
    column = batch.column(0)
    if pa.types.is_list(column.type):
        inside = pc.is_in(pc.list_flatten(column), value_set=wanted)
        found = pc.unique(pc.filter(pc.list_parent_indices(column), inside))
    else:
        found = pc.indices_nonzero(pc.is_in(column, value_set=wanted))
    rows: list[int] = batch["_rowid"].take(found).to_pylist()
    return rows


def _rows(dataset: lance.LanceDataset, ids: Sequence[int]) -> pa.Table:
    """Return rows by their ids, in the order of the table.

    Not ``take``, which takes rows by their places: where others were deleted it counts those for each of them.
    """
    if not ids:
        return dataset.schema.empty_table()
    return dataset.to_table(filter=f"_rowid IN ({', '.join(map(str, ids))})")


def _row_ids(dataset: lance.LanceDataset) -> pa.Array:
    """Return what Lance knows the rows of a version by, in their order: fragment and place, which nothing reuses."""
    return dataset.to_table(columns=[], with_row_id=True)["_rowid"].combine_chunks()


def _not_in(ids: pa.Array, others: pa.Array) -> list[int]:
    """Return those of ``ids`` that are not among ``others``."""
    rows: list[int] = ids.filter(pc.invert(pc.is_in(ids, value_set=others))).to_pylist()
    return rows
