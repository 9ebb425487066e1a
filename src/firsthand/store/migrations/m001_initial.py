"""The first format: steps with the table versions that they read and wrote, and the newest version of each table."""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Create the tables of the ledger."""
    connection.execute(
        """
        CREATE TABLE steps (
            id INTEGER PRIMARY KEY,
            stage TEXT NOT NULL,
            inputs TEXT NOT NULL,  -- JSON: table -> version that the stage read
            outputs TEXT NOT NULL, -- JSON: table -> version that the stage wrote
            at TEXT NOT NULL       -- ISO 8601, UTC
        )
        """
    )
    connection.execute("CREATE TABLE heads (name TEXT PRIMARY KEY, version INTEGER NOT NULL)")
