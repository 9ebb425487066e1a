"""The pages behind the entries of feeds: what ``watch`` must know of each to ask for it again."""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Create the table of pages."""
    connection.execute(
        """
        CREATE TABLE watch_pages (
            address TEXT PRIMARY KEY,
            feed TEXT NOT NULL,
            said TEXT NOT NULL,        -- JSON of the Document that the feed made of its entry
            etag TEXT,
            modified TEXT,
            visits INTEGER NOT NULL,   -- that were answered
            failures INTEGER NOT NULL, -- in a row
            due REAL NOT NULL          -- seconds since 1970: not asked before
        )
        """
    )
