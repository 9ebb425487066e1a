"""The ledger: which step wrote which version of which table, and what the user corrected.

SQLite in WAL mode, synchronous=FULL.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from firsthand.errors import CorpusBusy, CorpusError, CorpusFormat
from firsthand.model import Correction
from firsthand.store import codec
from firsthand.store.migrations import MIGRATIONS

T = TypeVar("T")
FILE = "ledger.sqlite"
# The steps that take corrections into account, and the name under which they note the numbers of those that stood.
_COUNTING = ("link", "correct")
_KNOWN = "corrections"
_OWN_COLUMNS = ("number", "at", "undone")
# What SQLite says where the disk is full, fails, or may not be written to.
_REFUSED = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
)
# What is written together with a step.
Also = Callable[[sqlite3.Connection], None]


def _reading(method: Callable[..., T]) -> Callable[..., T]:
    """Have a method say in our errors what is damaged in the ledger, a page of it or what stands there, or refused."""

    @wraps(method)
    def read(self: "Ledger", *given: Any) -> T:
        with told(self._path):
            return method(self, *given)

    return read


@dataclass(frozen=True, slots=True)
class Step:
    """A finished step: its number, what it was, when (ISO 8601, UTC), and the version of each table after it."""

    number: int
    stage: str
    at: str
    heads: dict[str, int]


class Ledger:
    """The steps of one corpus. A step is durable when ``record`` has returned."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the ledger in ``folder``. Raises CorpusFormat where it is missing, damaged or of a newer format."""
        self._path = folder / FILE
        if not create and not self._path.is_file():
            raise CorpusFormat(f"{folder}: no corpus here; make one with: firsthand trace INPUT... --corpus {folder}")
        writable = create or os.access(folder, os.W_OK)
        try:
            self._open(immutable=not writable and not self._has_log(), create=create)
        except CorpusError as e:
            if create or type(e) is not CorpusError or self._has_log():
                raise
            self._open(immutable=True)  # a full disk has no room for the files that SQLite wants to read by

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let what is read meanwhile be of one moment."""
        with told(self._path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            with told(self._path):
                self._connection.execute("COMMIT")

    def record(
        self, stage: str, inputs: Mapping[str, int], outputs: Mapping[str, int], also: Also | None = None
    ) -> None:
        """Record a finished step, and what ``also`` writes with it. Raises CorpusError where the disk refuses."""
        known: dict[str, Any] = {_KNOWN: self._standing()} if stage in _COUNTING else {}
        with told(self._path), together(self._connection) as connection:
            if also:
                also(connection)
            connection.execute(
                "INSERT INTO steps (stage, inputs, outputs, at) VALUES (?, ?, ?, ?)",
                (stage, json.dumps({**inputs, **known}), json.dumps(dict(outputs)), _now()),
            )
            connection.executemany("INSERT OR REPLACE INTO heads VALUES (?, ?)", outputs.items())

    def rewind(self, heads: Mapping[str, int], last: int) -> None:
        """Record that the corpus is that of ``heads``, with no other tables and no steps after number ``last``."""
        gone = [(name,) for name in self.versions().keys() - heads.keys()]

        def forget(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM heads WHERE name = ?", gone)
            connection.execute("DELETE FROM steps WHERE id > ?", (last,))

        self.record("repair", {}, heads, forget)

    @_reading
    def steps(self) -> list[Step]:
        """Return all steps, oldest first."""
        rows = self._connection.execute("SELECT id, stage, at, inputs, outputs FROM steps ORDER BY id")
        return [Step(number, stage, at, _heads(inputs, outputs)) for number, stage, at, inputs, outputs in rows]

    @_reading
    def purging(self) -> bool:
        """Tell whether something was forgotten of which the old versions of tables may hold copies still."""
        last = "SELECT stage FROM steps WHERE stage IN ('forget', 'purge') ORDER BY id DESC LIMIT 1"
        return bool(self._connection.execute(last).fetchone() == ("forget",))

    def is_settled(self) -> bool:
        """Tell whether all was linked since documents were added last."""
        last = "SELECT stage FROM steps WHERE stage IN ('add', 'link') ORDER BY id DESC LIMIT 1"
        return bool(self._connection.execute(last).fetchone() == ("link",))

    @_reading
    def forgotten(self) -> dict[str, str]:
        """Return the ids of the articles that were forgotten, with the times."""
        return dict(self._connection.execute("SELECT article, at FROM forgotten"))

    def remember(self, articles: Iterable[str]) -> None:
        """Let forgotten articles be added again."""
        with told(self._path), together(self._connection) as connection:
            connection.executemany("DELETE FROM forgotten WHERE article = ?", [(a,) for a in articles])

    def tidy(self) -> None:
        """Leave nothing in the file, or beside it, of what was deleted. Raises CorpusError where it cannot be."""
        with told(self._path):
            self._connection.execute("VACUUM")
            (read_by_another, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if read_by_another:
            raise CorpusBusy(f"{self._path}: another process reads the ledger; the next writer tidies it")

    def copy(self, path: Path) -> None:
        """Write a copy of the ledger as it is at one moment, whoever writes to it meanwhile."""
        with told(path), closing(sqlite3.connect(path)) as target:
            self._connection.backup(target)

    @_reading
    def check_whole(self) -> list[str]:
        """Return what the database finds wrong with its own file."""
        found = [" ".join(str(row[0]).split()) for row in self._connection.execute("PRAGMA integrity_check(20)")]
        return [] if found == ["ok"] else found

    @_reading
    def versions(self) -> dict[str, int]:
        """Return the version of each table that the last step to write it recorded."""
        return dict(self._connection.execute("SELECT name, version FROM heads"))

    def correct(self, correction: Correction) -> Correction:
        """Record what the user said, durably; return it with its number and time."""
        said = {k: v for k, v in codec.plain(correction).items() if k not in _OWN_COLUMNS}
        at = _now()
        with told(self._path):
            row = self._connection.execute("INSERT INTO corrections (at, said) VALUES (?, ?)", (at, json.dumps(said)))
        return replace(correction, number=row.lastrowid or 0, at=at)

    def undo(self, number: int) -> None:
        """Record that a correction was taken back; it keeps its number and is still listed."""
        with told(self._path):
            self._connection.execute("UPDATE corrections SET undone = ? WHERE number = ?", (_now(), number))

    @_reading
    def corrections(self) -> list[Correction]:
        """Return all that the user ever corrected, in order."""
        if not self._corrected():
            return []
        rows = self._connection.execute("SELECT number, at, said, undone FROM corrections ORDER BY number")
        return [
            codec.record(Correction, {**json.loads(said), "number": number, "at": at, "undone": undone})
            for number, at, said, undone in rows
        ]

    @_reading
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

    def _open(self, *, immutable: bool, create: bool = False) -> None:
        """Connect. Where nothing can be written SQLite cannot make the files that WAL wants beside the ledger.

        Then nobody else writes either, and it may be read as it is (``immutable``), unless it has a log.
        """
        address = self._path.resolve().as_uri() + ("?immutable=1" if immutable else "")
        with told(self._path):
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10.0)
            if create:
                self._prepare()
            self._check()

    def _has_log(self) -> bool:
        """Tell whether a writer that is at work, or was cut off, has put anything into the WAL."""
        log = self._path.with_name(f"{FILE}-wal")
        return log.exists() and log.stat().st_size > 0

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("PRAGMA secure_delete=ON")
        with together(self._connection) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
            done = self._applied()
            for name, apply in MIGRATIONS:
                if name not in done:
                    apply(connection)
                    connection.execute("INSERT INTO migrations VALUES (?, ?)", (name, _now()))

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


@contextmanager
def together(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Let what is written meanwhile be written together or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a ledger into our errors: what the disk refuses is no damage."""
    try:
        yield
    except sqlite3.DatabaseError as e:
        code = getattr(e, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_BUSY:
            raise CorpusBusy(f"{path}: another process keeps the ledger; wait for it to end") from e
        if code in _REFUSED:
            raise CorpusError(f"{path}: cannot be written: {e}; nothing stored is lost") from e
        raise CorpusFormat(f"{path}: cannot be read as a ledger: {e}") from e
    except ValueError as e:  # text that should be JSON
        raise CorpusFormat(f"{path}: cannot be read as a ledger: {e}") from e


def _heads(inputs: str, outputs: str) -> dict[str, int]:
    heads = {**json.loads(inputs), **json.loads(outputs)}
    heads.pop(_KNOWN, None)
    return heads


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
