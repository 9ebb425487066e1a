"""The ledger: which step wrote which version of which table. SQLite in WAL mode, synchronous=FULL."""

import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from firsthand.errors import CorpusFormat
from firsthand.store.migrations import MIGRATIONS

FILE = "ledger.sqlite"


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

    def record(self, stage: str, inputs: Mapping[str, int], outputs: Mapping[str, int]) -> None:
        """Record a finished step."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO steps (stage, inputs, outputs, at) VALUES (?, ?, ?, ?)",
            (stage, json.dumps(dict(inputs)), json.dumps(dict(outputs)), now),
        )
        self._connection.executemany("INSERT OR REPLACE INTO heads VALUES (?, ?)", outputs.items())
        self._connection.execute("COMMIT")

    def versions(self) -> dict[str, int]:
        """Return the version of each table that the last step to write it recorded."""
        return dict(self._connection.execute("SELECT name, version FROM heads"))

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
                at = datetime.now(UTC).isoformat(timespec="seconds")
                self._connection.execute("INSERT INTO migrations VALUES (?, ?)", (name, at))
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
