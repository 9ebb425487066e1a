"""What watching must know after a restart, in the ledger's file, one transaction for each thing that happens.

Documents go into the inbox together with the note that their feed was read; they leave it once they are in the corpus,
where the same document twice is one. Alerts are written together with the picture of the corpus that they were made by.
So a watch that is cut off anywhere takes up where it was.
"""

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from firsthand.errors import CorpusBusy, CorpusError
from firsthand.model import Document, Rejected
from firsthand.store import codec
from firsthand.store.ledger import FILE, together, told
from firsthand.store.writer import Writer

LOCK = "watch.lock"
Channel = Literal["printed", "posted"]


@dataclass(frozen=True, slots=True)
class Feed:
    """What is known of a feed: its validators, failures in a row, and when it is due, in seconds since 1970."""

    address: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    due: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A document or rejection of a feed: ``entry`` names it within ``source``, ``digest`` is of all that it says."""

    source: str
    entry: str
    digest: str
    item: Document | Rejected


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page behind an ``entry`` of a feed: ``visits`` that were answered, else as in ``Feed``."""

    address: str
    feed: str
    entry: Document
    etag: str | None = None
    modified: str | None = None
    visits: int = 0
    failures: int = 0
    due: float = 0.0


class Watching:
    """The state of the one watch of a corpus, as a context manager. Raises CorpusBusy where another one runs."""

    def __init__(self, folder: Path) -> None:
        """Watch for the corpus in ``folder``, which is made on entering if need be."""
        self._folder = folder

    def __enter__(self) -> Self:
        with Writer(self._folder):
            pass  # makes the ledger, or brings it up to date
        try:
            self._lock = os.open(self._folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as e:
            raise CorpusError(f"{self._folder}: cannot be written: {e.strerror}") from e
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e:
            os.close(self._lock)
            raise CorpusBusy(f"{self._folder}: another watch of this corpus is running") from e
        self._connection = sqlite3.connect(self._folder / FILE, isolation_level=None, timeout=10.0)
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("PRAGMA secure_delete=ON")  # what was forgotten may pass through the inbox again
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        os.close(self._lock)

    def feed(self, address: str) -> Feed:
        """Return what is known of a feed."""
        row = self._connection.execute("SELECT * FROM watch_feeds WHERE address = ?", (address,)).fetchone()
        return Feed(*row) if row else Feed(address)

    def polled(self, feed: Feed, entries: Iterable[Entry] = (), *, pages: bool = False) -> int:
        """Keep what was learned of a feed, and put its entries that are new or changed into the inbox, all or none.

        With ``pages`` an entry that has an address waits for its page instead. Returns how many are new or changed.
        """
        fresh = 0
        with self._at_once():
            row = (feed.address, feed.etag, feed.modified, feed.failures, feed.due)
            self._connection.execute("INSERT OR REPLACE INTO watch_feeds VALUES (?, ?, ?, ?, ?)", row)
            for entry in entries:
                fresh += self._enter(entry, pages)
        return fresh

    def pages(self, now: float, most: int) -> list[Page]:
        """Return pages that are due, those never seen first."""
        rows = self._connection.execute(
            "SELECT * FROM watch_pages WHERE due <= ? ORDER BY visits > 0, due, rowid LIMIT ?", (now, most)
        )
        return [
            Page(address, feed, codec.record(Document, json.loads(said)), *known)
            for address, feed, said, *known in rows
        ]

    def visited(self, page: Page, item: Document | None) -> None:
        """Keep what was learned of a page, and put what it says into the inbox if it says anything new."""
        with self._at_once():
            self._keep(page)
            if item is not None:
                self._put(item)

    def inbox(self) -> tuple[int, list[Document | Rejected]]:
        """Return the number of the last item in the inbox, 0 where there is none, and all items in order."""
        rows = self._connection.execute("SELECT number, kind, said FROM watch_inbox ORDER BY number").fetchall()
        kinds: dict[str, type[Document] | type[Rejected]] = {"document": Document, "rejected": Rejected}
        return (rows[-1][0] if rows else 0), [codec.record(kinds[kind], json.loads(said)) for _, kind, said in rows]

    def stored(self, last: int, files: Iterable[tuple[str, int, int]] = ()) -> None:
        """Keep that the corpus has the inbox up to ``last``, and files (path, size, time of change in ns)."""
        with self._at_once():
            self._connection.execute("DELETE FROM watch_inbox WHERE number <= ?", (last,))
            self._connection.executemany("INSERT OR REPLACE INTO watch_files VALUES (?, ?, ?)", files)

    def files(self) -> dict[str, tuple[int, int]]:
        """Return size and time of change of each file, as they were when it was read."""
        return {path: (size, changed) for path, size, changed in self._connection.execute("SELECT * FROM watch_files")}

    def picture(self) -> Any:
        """Return the corpus as the last alerts saw it, or None."""
        row = self._connection.execute("SELECT said FROM watch_picture").fetchone()
        return json.loads(row[0]) if row else None

    def is_current(self) -> bool:
        """Tell whether no table was written since the picture was kept."""
        row = self._connection.execute("SELECT heads FROM watch_picture").fetchone()
        return bool(row) and row[0] == self._heads()

    def alerted(self, alerts: Sequence[tuple[str, str, Mapping[str, Any]]], picture: Any) -> None:
        """Keep alerts (key, ISO 8601 time, what they say), each key once, and the picture that they led to."""
        rows = [(key, at, json.dumps(said)) for key, at, said in alerts]
        with self._at_once():
            heads = self._heads()
            self._connection.executemany("INSERT OR IGNORE INTO watch_alerts (key, at, said) VALUES (?, ?, ?)", rows)
            self._connection.execute(
                "INSERT OR REPLACE INTO watch_picture VALUES (1, ?, ?)", (json.dumps(picture), heads)
            )

    def untold(self, channel: Channel) -> list[dict[str, Any]]:
        """Return the alerts that did not go out by a channel yet, in order."""
        return self._alerts(f"WHERE {_COLUMN[channel]} = 0 ORDER BY number")

    def told(self, channel: Channel, numbers: Iterable[int]) -> None:
        """Keep that alerts went out."""
        with self._at_once():
            self._connection.executemany(
                f"UPDATE watch_alerts SET {_COLUMN[channel]} = 1 WHERE number = ?", [(n,) for n in numbers]
            )

    def latest(self, most: int) -> list[dict[str, Any]]:
        """Return the last alerts, newest first."""
        return self._alerts("ORDER BY number DESC LIMIT ?", most)

    def _heads(self) -> str:
        return json.dumps(self._connection.execute("SELECT name, version FROM heads ORDER BY name").fetchall())

    def _alerts(self, which: str, *given: int) -> list[dict[str, Any]]:
        rows = self._connection.execute(f"SELECT number, key, at, said FROM watch_alerts {which}", given)
        return [{"number": number, "key": key, "at": at, **json.loads(said)} for number, key, at, said in rows]

    def _enter(self, entry: Entry, pages: bool) -> bool:
        known = self._connection.execute(
            "SELECT digest FROM watch_entries WHERE source = ? AND entry = ?", (entry.source, entry.entry)
        ).fetchone()
        if known and known[0] == entry.digest:
            return False
        self._connection.execute(
            "INSERT OR REPLACE INTO watch_entries VALUES (?, ?, ?)", (entry.source, entry.entry, entry.digest)
        )
        if pages and isinstance(entry.item, Document) and entry.item.url:
            self._await(entry.item.url, entry.source, entry.item)
        else:
            self._put(entry.item)
        return True

    def _await(self, address: str, feed: str, entry: Document) -> None:
        """Let a page be asked for now; what is known of it, where another entry led there before, stays."""
        row = self._connection.execute(
            "SELECT etag, modified, visits FROM watch_pages WHERE address = ?", (address,)
        ).fetchone()
        self._keep(Page(address, feed, entry, *(row or ())))

    def _keep(self, page: Page) -> None:
        said = json.dumps(codec.plain(page.entry))
        row = (page.address, page.feed, said, page.etag, page.modified, page.visits, page.failures, page.due)
        self._connection.execute("INSERT OR REPLACE INTO watch_pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _put(self, item: Document | Rejected) -> None:
        kind = "document" if isinstance(item, Document) else "rejected"
        said = json.dumps(codec.plain(item))
        self._connection.execute("INSERT INTO watch_inbox (kind, said) VALUES (?, ?)", (kind, said))

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        with told(self._folder / FILE), together(self._connection):
            yield


_COLUMN: dict[Channel, str] = {"printed": "printed", "posted": "posted"}
