"""What ``watch`` must know after a restart: beside the steps, since it changes with every look at a source."""

import sqlite3

_TABLES = (
    """
    CREATE TABLE watch_feeds (
        address TEXT PRIMARY KEY,
        etag TEXT,
        modified TEXT,             -- the Last-Modified of the last answer, as the server words it
        failures INTEGER NOT NULL, -- in a row
        due REAL NOT NULL          -- seconds since 1970: not asked before
    )
    """,
    "CREATE TABLE watch_entries (source TEXT, entry TEXT, digest TEXT NOT NULL, PRIMARY KEY (source, entry))",
    "CREATE TABLE watch_files (path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL)",
    # Documents that were fetched and may not be in the corpus yet: JSON of a Document or Rejected.
    "CREATE TABLE watch_inbox (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, said TEXT NOT NULL)",
    """
    CREATE TABLE watch_alerts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE, -- what it tells: told once
        at TEXT NOT NULL,         -- ISO 8601, UTC
        said TEXT NOT NULL,       -- JSON
        printed INTEGER NOT NULL DEFAULT 0,
        posted INTEGER NOT NULL DEFAULT 0
    )
    """,
    # One row: the corpus as the last alerts saw it, and the versions of its tables then.
    "CREATE TABLE watch_picture (id INTEGER PRIMARY KEY CHECK (id = 1), said TEXT NOT NULL, heads TEXT NOT NULL)",
)


def apply(connection: sqlite3.Connection) -> None:
    """Create the tables of watching."""
    for table in _TABLES:
        connection.execute(table)
