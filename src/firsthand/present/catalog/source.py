"""Where a catalog is built from: a corpus on disk, read in a stream, or tables that are in memory."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from firsthand.model import Correction
from firsthand.present.tables import Tables
from firsthand.store import Snapshot, codec
from firsthand.text import short_hash

# Records lost and gained.
Changes = tuple[list[dict[str, Any]], list[dict[str, Any]]]


class Source(Protocol):
    """A consistent reading of a corpus."""

    @property
    def step(self) -> str:
        """What names this state of the corpus: 16 hex digits, others for another state."""

    @property
    def corrections(self) -> list[Correction]:
        """All that the user corrected."""

    @property
    def uncounted(self) -> list[int]:
        """Numbers of corrections that the tables do not show yet."""

    @property
    def versions(self) -> Mapping[str, int]:
        """The version of each table, where there are versions."""

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a table one by one, as ``codec.plain`` has them."""

    def count(self, name: str) -> int:
        """Return how many records a table has."""

    def changes(self, name: str, since: int | None, most: int) -> Changes | None:
        """Return the records that a table lost and gained since a version; see ``Snapshot.changes``."""


class Stored:
    """A corpus on disk, as of its last finished step."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Read from ``snapshot``."""
        self._snapshot = snapshot
        self.versions: Mapping[str, int] = snapshot.versions
        self.corrections = snapshot.corrections
        self.uncounted = snapshot.uncounted

    @property
    def step(self) -> str:
        """A hash of the versions of all tables and of the corrections that stand."""
        versions = (f"{name} {version}" for name, version in sorted(self._snapshot.versions.items()))
        return short_hash(*versions, *(f"{c.number} {c.undone}" for c in self.corrections))

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a table as they are read."""
        return self._snapshot.rows(name)

    def count(self, name: str) -> int:
        """Return how many records a table has, by its manifest."""
        return self._snapshot.count(name)

    def changes(self, name: str, since: int | None, most: int) -> Changes | None:
        """Return the records that a table lost and gained since a version."""
        return self._snapshot.changes(name, since, most)


class InMemory:
    """Tables, whose order is not looked at."""

    def __init__(self, tables: Tables) -> None:
        """Read from ``tables``."""
        self._tables = tables
        self.versions: Mapping[str, int] = {}
        self.step = "0" * 16
        self.corrections = tables.corrections
        self.uncounted = tables.uncounted

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a table."""
        return map(codec.plain, getattr(self._tables, name))

    def count(self, name: str) -> int:
        """Return how many records a table has."""
        return len(getattr(self._tables, name))

    def changes(self, name: str, since: int | None, most: int) -> Changes | None:  # noqa: ARG002
        """Return None: nothing tells what was there before."""
        return None
