"""What users correct: kept beside the steps, since no table of conclusions may lose it."""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Create the table of corrections; numbers are never given twice."""
    connection.execute(
        """
        CREATE TABLE corrections (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,   -- ISO 8601, UTC
            said TEXT NOT NULL, -- JSON: the other fields of the record
            undone TEXT         -- ISO 8601, UTC; null while it stands
        )
        """
    )
