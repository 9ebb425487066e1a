"""The ledger: which step wrote which version of which table, and what the user corrected.

SQLite in WAL mode, synchronous=FULL.
"""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from firsthand.errors import CorpusFormat
from firsthand.model import Correction
from firsthand.store import codec
from firsthand.store.migrations import MIGRATIONS

FILE = "ledger.sqlite"
# The steps that take corrections into account, and the name under which they note the numbers of those that stood.
_COUNTING = ("link", "correct")
_KNOWN = "corrections"
_OWN_COLUMNS = ("number", "at", "undone")


class Ledger:
    """The steps of one corpus. A step is durable when ``record`` has returned."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the ledger in ``folder``. Raises CorpusFormat where it is missing, damaged or of a newer format."""
        self._path = folder / FILE
        if not create and not self._path.is_file():
            raise CorpusFormat(f"{folder}: no corpus here; make one with: firsthand trace INPUT... --corpus {folder}")
        try:
            self._connection = sqlite3.connect(self._address(create), uri=True, isolation_level=None, timeout=10.0)
            if create:
                self._prepare()
            self._check()
        except sqlite3.DatabaseError as e:
            raise CorpusFormat(f"{self._path}: cannot be read as a ledger: {e}") from e

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let what is read meanwhile be of one moment."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def record(self, stage: str, inputs: Mapping[str, int], outputs: Mapping[str, int]) -> None:
        """Record a finished step."""
        now = _now()
        known: dict[str, Any] = {_KNOWN: self._standing()} if stage in _COUNTING else {}
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO steps (stage, inputs, outputs, at) VALUES (?, ?, ?, ?)",
            (stage, json.dumps({**inputs, **known}), json.dumps(dict(outputs)), now),
        )
        self._connection.executemany("INSERT OR REPLACE INTO heads VALUES (?, ?)", outputs.items())
        self._connection.execute("COMMIT")

    def versions(self) -> dict[str, int]:
        """Return the version of each table that the last step to write it recorded."""
        return dict(self._connection.execute("SELECT name, version FROM heads"))

    def correct(self, correction: Correction) -> Correction:
        """Record what the user said, durably; return it with its number and time."""
        said = {k: v for k, v in codec.plain(correction).items() if k not in _OWN_COLUMNS}
        at = _now()
        row = self._connection.execute("INSERT INTO corrections (at, said) VALUES (?, ?)", (at, json.dumps(said)))
        return replace(correction, number=row.lastrowid or 0, at=at)

    def undo(self, number: int) -> None:
        """Record that a correction was taken back; it keeps its number and is still listed."""
        self._connection.execute("UPDATE corrections SET undone = ? WHERE number = ?", (_now(), number))

    def corrections(self) -> list[Correction]:
        """Return all that the user ever corrected, in order."""
        if not self._corrected():
            return []
        rows = self._connection.execute("SELECT number, at, said, undone FROM corrections ORDER BY number")
        return [
            codec.record(Correction, {**json.loads(said), "number": number, "at": at, "undone": undone})
            for number, at, said, undone in rows
        ]

    def uncounted(self) -> list[int]:
        """Return the numbers of corrections that were made or taken back since a step last took them into account.

        There are none but after a run that was cut off.
        """
        last = self._connection.execute(
            "SELECT inputs FROM steps WHERE stage IN (?, ?) ORDER BY id DESC LIMIT 1", _COUNTING
        ).fetchone()
        known = json.loads(last[0]).get(_KNOWN, []) if last else []
        return sorted(set(known).symmetric_difference(self._standing()))

    def _standing(self) -> list[int]:
        return [c.number for c in self.corrections() if c.undone is None]

    def _corrected(self) -> bool:
        """Tell whether the ledger has a place for corrections: one that was only read since it had none may not."""
        return "m002_corrections" in self._applied()

    def _address(self, create: bool) -> str:
        """Return the ledger's URI; where nothing may be written SQLite cannot make the files that WAL wants beside it.

        Then nobody else writes either, and it may be read as it is, unless a writer that was cut off has left a WAL.
        """
        address = self._path.resolve().as_uri()
        writable = create or os.access(self._path.parent, os.W_OK)
        return address if writable or self._path.with_name(f"{FILE}-wal").exists() else f"{address}?immutable=1"

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
        done = self._applied()
        for name, apply in MIGRATIONS:
            if name not in done:
                apply(self._connection)
                self._connection.execute("INSERT INTO migrations VALUES (?, ?)", (name, _now()))
        self._connection.execute("COMMIT")

    def _applied(self) -> set[str]:
        with closing(self._connection.execute("SELECT name FROM migrations")) as rows:
            return {name for (name,) in rows}

    def _check(self) -> None:
        unknown = self._applied() - {name for name, _ in MIGRATIONS}
        if unknown:
            raise CorpusFormat(
                f"{self._path}: written by a newer firsthand (it has {', '.join(sorted(unknown))}); "
                "upgrade firsthand to read it"
            )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
