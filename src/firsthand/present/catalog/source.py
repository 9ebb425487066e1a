"""Where a catalog is built from: a corpus on disk, read in a stream, or tables that are in memory."""

from collections.abc import Iterator
from typing import Any, Protocol

from firsthand.model import Correction
from firsthand.present.tables import Tables
from firsthand.store import Snapshot, codec
from firsthand.text import short_hash


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

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a table one by one, as ``codec.plain`` has them."""


class Stored:
    """A corpus on disk, as of its last finished step."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Read from ``snapshot``."""
        self._snapshot = snapshot
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


class InMemory:
    """Tables, whose order is not looked at."""

    def __init__(self, tables: Tables) -> None:
        """Read from ``tables``."""
        self._tables = tables
        self.step = "0" * 16
        self.corrections = tables.corrections
        self.uncounted = tables.uncounted

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the records of a table."""
        return map(codec.plain, getattr(self._tables, name))
