"""What the ledger's file holds of articles, taken out of it: corrections, what ``watch`` keeps, and its alerts.

Their ids are kept, so that what brought them once does not bring them again: they are hashes and say nothing.
"""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Gone:
    """What is forgotten: articles and their quotations by id; ``places`` are addresses, paths and given ids of theirs.

    ``names`` tells whether words, or the address of a document, are of what is forgotten.
    """

    articles: frozenset[str]
    quotations: frozenset[str]
    places: frozenset[str]
    names: Callable[[str], bool]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of articles and quotations."""
        return self.articles | self.quotations


def forget_said(connection: sqlite3.Connection, gone: Gone) -> None:
    """Take what is gone out of all tables of the ledger that hold words of documents."""
    _corrections(connection, gone)
    _documents(connection, gone)
    _delete(connection, "watch_feeds", "address", gone.names)
    _delete(connection, "watch_entries", "source", gone.names)
    _delete(connection, "watch_entries", "entry", lambda entry: entry in gone.places or gone.names(entry))
    _delete(connection, "watch_files", "path", lambda path: path in gone.places or gone.names(path))
    _delete(connection, "watch_alerts", "said", lambda said: _alert(said, gone))
    for number, said in connection.execute("SELECT id, said FROM watch_picture").fetchall():
        kept = json.dumps(_without(json.loads(said), gone))
        connection.execute("UPDATE watch_picture SET said = ? WHERE id = ?", (kept, number))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.executemany("INSERT OR REPLACE INTO forgotten VALUES (?, ?)", [(a, now) for a in sorted(gone.articles)])


def _corrections(connection: sqlite3.Connection, gone: Gone) -> None:
    """Take members out of corrections; one that says nothing without them is deleted, as is one that has the name."""
    for number, text in connection.execute("SELECT number, said FROM corrections").fetchall():
        said = json.loads(text)
        groups = [kept for group in said["groups"] if (kept := [m for m in group if m not in gone.ids])]
        if groups == said["groups"] and not gone.names(text):
            continue
        if len(groups) < (1 if said["verb"] == "origin" else 2) or gone.names(said.get("name") or ""):
            connection.execute("DELETE FROM corrections WHERE number = ?", (number,))
            continue
        note = said.get("note") or ""
        said |= {"groups": groups, "given": [g for g in said["given"] if g not in gone.ids], "before": []}
        said["note"] = None if gone.names(note) else said.get("note")
        connection.execute("UPDATE corrections SET said = ? WHERE number = ?", (json.dumps(said), number))


def _documents(connection: sqlite3.Connection, gone: Gone) -> None:
    """Take documents out of the inbox, and pages that are asked for again, with what their feeds said of them."""

    def is_gone(said: str) -> bool:
        item = json.loads(said)
        places = {item.get(name) for name in ("url", "path", "external_id")}
        return bool(places & gone.places) or any(gone.names(v) for v in item.values() if isinstance(v, str))

    _delete(connection, "watch_inbox", "said", is_gone)
    _delete(connection, "watch_pages", "said", is_gone)
    _delete(connection, "watch_pages", "address", lambda address: address in gone.places or gone.names(address))
    _delete(connection, "watch_pages", "feed", gone.names)


def _alert(said: str, gone: Gone) -> bool:
    alert = json.loads(said)
    return bool(gone.ids & {alert.get("subject"), *alert.get("articles", ())}) or gone.names(said)


def _without(value: Any, gone: Gone) -> Any:
    """Return a picture of the corpus without ids and places of what is gone, in lists, keys and values."""
    if isinstance(value, dict):
        return {k: _without(v, gone) for k, v in value.items() if not {k, v if isinstance(v, str) else k} & _all(gone)}
    if isinstance(value, list):
        return [_without(v, gone) for v in value if not (isinstance(v, str) and v in gone.ids)]
    return value


def _all(gone: Gone) -> frozenset[str]:
    return gone.ids | gone.places


def _delete(connection: sqlite3.Connection, table: str, column: str, is_gone: Callable[[str], bool]) -> None:
    rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
    connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", [(n,) for n, said in rows if said and is_gone(said)])
