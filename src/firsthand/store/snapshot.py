"""Reading a corpus as it was after its last recorded step."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pyarrow as pa

from firsthand.errors import CorpusFormat, NotFound
from firsthand.store import codec
from firsthand.store.array_files import ArrayFiles
from firsthand.store.lance_tables import LanceTables
from firsthand.store.ledger import Ledger
from firsthand.store.tables import TABLES

T = TypeVar("T")


class Snapshot:
    """One recorded set of table versions. What writers do after it was opened is not seen.

    ``corrections`` are all that the user made; ``uncounted`` the numbers of those that the tables do not show yet.
    ``settled`` tells whether all was linked since documents were added last.
    """

    def __init__(self, folder: Path) -> None:
        """Open the corpus in ``folder``. Raises CorpusFormat where there is none."""
        self._folder = folder
        self._tables = LanceTables(folder / "tables")
        self._arrays = ArrayFiles(folder / "tables")
        ledger = Ledger(folder)
        try:
            with ledger.at_once():
                self.versions = ledger.versions()
                self.corrections = ledger.corrections()
                self.uncounted = ledger.uncounted()
                self.settled = ledger.is_settled()
        finally:
            ledger.close()

    def versions_of(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the versions of some tables, 0 for one that no step wrote: they tell whether anything changed."""
        return tuple(self.versions.get(name, 0) for name in names)

    def records(self, name: str) -> list[Any]:
        """Return all records of a table, as its dataclass; none if no step wrote it. Raises NotFound, CorpusFormat."""
        if name not in TABLES:
            raise NotFound(f"no table {name!r}; there are {', '.join(TABLES)}")
        if name not in self.versions:
            return []
        read = partial(self._tables.read, name, self.versions[name])
        return self._records(name, self._read(name, read))

    def batches(self, name: str) -> Iterator[list[Any]]:
        """Yield the records of a table, some at a time, so that memory does not grow with it; see ``records``."""
        for batch in self._batches(name):
            yield self._records(name, batch)

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a table one by one, as ``codec.plain`` has them; see ``records``. What lacks a field of
        today was written before that was there.
        """
        for batch in self._batches(name):
            yield from _plain(name, batch)

    def count(self, name: str) -> int:
        """Return how many records a table has, without reading them."""
        if name not in self.versions:
            return 0
        return cast("int", self._read(name, partial(self._tables.rows, name, self.versions[name])))

    def changes(
        self, name: str, since: int | None, most: int
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]] | None:
        """Return the records that a table lost and gained since one of its versions (None: since there was none), as
        ``rows`` has them and in that order.

        None where these are more than ``most``, or the version is not kept any more; see ``rows`` for errors.
        """
        now = self.versions.get(name)
        if since == now:
            return [], []
        if now is None:
            return None
        if since is None:
            return ([], list(self.rows(name))) if self.count(name) <= most else None
        found = self._read(name, partial(self._tables.changes, name, since, now, most))
        return None if found is None else (list(_plain(name, found[0])), list(_plain(name, found[1])))

    def having(self, name: str, column: str, values: Iterable[str]) -> list[Any]:
        """Return the records of a table that have one of ``values`` in ``column``, text or a tuple; see ``records``."""
        if name not in self.versions:
            return []
        read = partial(self._tables.read_having, name, self.versions[name], column, values)
        return self._records(name, self._read(name, read))

    def column(self, name: str, column: str) -> list[Any]:
        """Return one column of a table, without reading the others."""
        if name not in self.versions:
            return []
        read = partial(self._tables.read, name, self.versions[name], [column])
        return cast("list[Any]", self._read(name, read)[column].to_pylist())

    def arrays(self, name: str) -> list[dict[str, Any]]:
        """Return the segments of a set of arrays, mapped from disk; none if no step wrote it."""
        if name not in self.versions:
            return []
        return cast("list[dict[str, Any]]", self._read(name, partial(self._arrays.read, name, self.versions[name])))

    def _batches(self, name: str) -> Iterator[pa.RecordBatch]:
        if name not in self.versions:
            return
        batches = self._tables.batches(name, self.versions[name])
        while (batch := self._read(name, lambda: next(batches, None))) is not None:
            yield batch

    def _records(self, name: str, data: pa.Table | pa.RecordBatch) -> list[Any]:
        """Return rows as records; a column that they cannot do without may be gone from a manifest that was altered."""
        try:
            return codec.records(TABLES[name], data)
        except TypeError as e:
            raise CorpusFormat(
                f"{self._folder}: table {name} version {self.versions[name]} is damaged: {e}; see: firsthand verify"
            ) from e

    def _read(self, name: str, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except (OSError, ValueError) as e:
            raise CorpusFormat(f"{self._folder}: table {name} version {self.versions[name]} cannot be read: {e}") from e


def _plain(name: str, data: pa.Table | pa.RecordBatch) -> Iterator[dict[str, Any]]:
    wanted = frozenset(f.name for f in fields(TABLES[name]))
    for row in data.to_pylist():
        yield {field: value for field, value in row.items() if field in wanted}
