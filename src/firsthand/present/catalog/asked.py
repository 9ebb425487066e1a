"""What a page was made of: the ids and keys that it asked a catalog by, and those that a later catalog tells otherwise.

Every question of a page is for the rows that have some ids in a column. A row that comes, goes or changes names its own
ids. So a page that asked by none of these says the same in the later catalog.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from firsthand.present.catalog.load import Put, made_of

# Asked by a page that reads more than what has an id: it is of its catalog only.
WHOLE = "*"
# Asked by whoever looks at what the user corrected, which is always all of it.
CORRECTED = "corrections"
# Ours: what changed in so many ids is not kept; most pages are others then.
MOST = 50_000
# What sums and ranks over all rows give to single ones, each first the id or key that a page knows it by.
_SUMMED = (
    "SELECT id, growth FROM story WHERE growth > 0",
    "SELECT id, part FROM statement WHERE part > 0",
    "SELECT key, name, statements, articles, outlets, first, last, unnamed FROM speaker",
    "SELECT key, name, articles, stories, own, wire, rewrite, unknown, first, last FROM outlet",
)
# By which ids and keys the rows of a kind are asked for.
_NAMED = {"story": "id, storyline", "statement": "id, story, speaker_key", "article": "id, story, outlet_key"}


def keys_of(name: str, rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return what the rows that records of a table of the corpus are kept as can be asked by, and more."""
    made: Iterable[Put] = (put for row in rows for put in made_of(name, dict(row)))
    return {value for table, values in made if table != "rejected" for value in values if isinstance(value, str)}


def keys_of_rows(connection: sqlite3.Connection, table: str, ids: str) -> set[str]:
    """Return what the rows of a kind that have one of ``ids``, a JSON list, can be asked by."""
    sql = f"SELECT {_NAMED[table]} FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
    return {value for row in connection.execute(sql, (ids,)) for value in row if value}


def summed(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """Return what sums over all rows give to single ones."""
    return {row for sql in _SUMMED for row in connection.execute(sql)}


def note_changed(connection: sqlite3.Connection, since: str, keys: set[str]) -> None:
    """Keep in a catalog that it tells ``keys`` otherwise than the one of the step ``since`` did, and nothing else."""
    told = {"since": since, "keys": sorted(keys)} if len(keys) <= MOST else {}
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('changed', ?)", (json.dumps(told),))


def changed_since(connection: sqlite3.Connection, step: str) -> frozenset[str] | None:
    """Return what a catalog tells otherwise than the one of an earlier ``step``; None where that is not known."""
    found = connection.execute("SELECT value FROM meta WHERE name = 'changed'").fetchone()
    told = json.loads(found[0]) if found else {}
    return frozenset(told["keys"]) if told.get("since") == step else None
