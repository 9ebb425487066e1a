"""What was forgotten: ids, which are hashes, so that what brought an article once does not bring it again."""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Create the table of forgotten articles."""
    connection.execute(
        """
        CREATE TABLE forgotten (
            article TEXT PRIMARY KEY,
            at TEXT NOT NULL -- ISO 8601, UTC
        )
        """
    )
