"""Making a catalog from the one of an earlier step: what changed is put into a copy of it, and nothing else is read.

Rows of stories, statements and articles are made anew where a record that they are made of changed; what is summed over
all rows is summed again. The file says the same as one that is built whole, row for row; only the index of words may
lie in more parts. Where much changed, or an article went, all is built.
"""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.model import Correction
from firsthand.present.catalog import schema
from firsthand.present.catalog.asked import CORRECTED, keys_of, note_changed, summed
from firsthand.present.catalog.load import TABLES, Loading, Put, believe, made_of, name_articles
from firsthand.present.catalog.source import Source
from firsthand.present.catalog.summing import sum_up
from firsthand.present.catalog.texts import read_texts
from firsthand.present.catalog.touched import make_anew, touched

# Ours: up to so many changed rows of a table, or such a part of it, a catalog is renewed. Making a row anew costs about
# as much as making it first, so a fifth is still far from a whole build, which also indexes all words.
LEAST, PART = 2_000, 5
# Whose records are never changed: others come, or all is built anew.
_LASTING = ("articles", "annotations", "rejected")
# Whose rows stand in the order of their table.
_IN_ORDER = ("copies", "edges", "attributions", "differences", "repairs")


@dataclass(frozen=True, slots=True)
class Change:
    """What a table lost and gained, as ``codec.plain`` has it, in its order."""

    lost: list[dict[str, Any]]
    gained: list[dict[str, Any]]

    @property
    def net(self) -> "Change":
        """The change without the rows that only moved."""
        lost, gained = (Counter(map(_text, rows)) for rows in (self.lost, self.gained))
        return Change(_without(self.lost, gained), _without(self.gained, lost))


def renew(source: Source, old: Path, part: Path) -> bool:
    """Make ``part`` the catalog of ``source``, beginning with ``old``; False where it has to be built whole.

    Raises OSError, sqlite3.Error where the disk refuses; ``part`` may be there then, and after False.
    """
    changes = _changes(source, old)
    if changes is None:
        return False
    shutil.copyfile(old, part)
    with closing(schema.changeable(part)) as connection:
        keys = _renewed(connection, source, changes)
        if keys is None:
            return False
        note_changed(connection, old.stem, keys)
    return True


def _changes(source: Source, old: Path) -> dict[str, Change] | None:
    """Return what changed since the catalog ``old``, by table; None where it cannot be told, or is much."""
    with closing(schema.opened(old)) as connection:
        (versions,) = connection.execute("SELECT value FROM meta WHERE name = 'versions'").fetchone() or ("{}",)
    known: dict[str, int] = json.loads(versions)
    if not known:
        return None
    changes: dict[str, Change] = {}
    for name in (*TABLES, "duplicates"):
        found = source.changes(name, known.get(name), max(LEAST, source.count(name) // PART))
        if found is None:
            return None
        changes[name] = Change(*found)
    for name in _LASTING:
        changes[name] = changes[name].net
    return None if any(changes[name].lost for name in _LASTING) else changes


def _renewed(connection: sqlite3.Connection, source: Source, changes: Mapping[str, Change]) -> set[str] | None:
    """Return by what is asked for what the catalog tells otherwise now; None where it has to be built whole."""
    net = {name: change.net for name, change in changes.items()}
    last, numbers = _value(connection, "SELECT coalesce(max(number), 0) FROM key"), json.loads(_noted(connection))
    numbers["duplicates"] += len(changes["duplicates"].gained) - len(changes["duplicates"].lost)
    before = _corrections(connection)
    loaded = Loading(connection, numbers, last)
    connection.execute("BEGIN")
    for name in TABLES:
        change = changes[name] if name in _IN_ORDER else net[name]
        if not _taken_out(connection, (made for row in change.lost for made in made_of(name, row))):
            return None
        loaded.add(name, change.gained)
    believe(connection, net["lineages"].lost, net["lineages"].gained)
    loaded.corrections(source)
    loaded.finish()
    connection.execute("COMMIT")
    corrected = [schema.record(Correction, body) for body in before[0] ^ _corrections(connection)[0]]
    rows = {name: [*change.lost, *change.gained] for name, change in net.items()}
    keys = {CORRECTED} if before != _corrections(connection) else set()
    keys |= make_anew(connection, touched(connection, rows, corrected, name_articles(connection)))
    sums = summed(connection)
    sum_up(connection)
    keys |= {str(key) for key, *_ in sums ^ summed(connection)}
    read_texts(connection, last)
    schema.note(connection, "versions", json.dumps(dict(source.versions)))
    return keys.union(*(keys_of(name, changed) for name, changed in rows.items() if name in TABLES))


def _noted(connection: sqlite3.Connection) -> str:
    """Return what was counted while records were loaded."""
    return str(_value(connection, "SELECT value FROM meta WHERE name = 'loaded'"))


def _corrections(connection: sqlite3.Connection) -> tuple[set[bytes], str | None]:
    """Return the corrections, and which of them the tables do not show yet."""
    found = {body for (body,) in connection.execute("SELECT body FROM record WHERE kind = 'corrections'")}
    return found, str(_value(connection, "SELECT value FROM meta WHERE name = 'uncounted'"))


def _value(connection: sqlite3.Connection, sql: str) -> Any:
    return connection.execute(sql).fetchone()[0]


def _taken_out(connection: sqlite3.Connection, rows: Iterable[Put]) -> bool:
    """Take rows out, each once; tell whether all were there."""
    for table, values in rows:
        columns = _columns(connection, table)
        where = " AND ".join(f"{column} IS ?" for column in columns)
        sql = f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table} WHERE {where})"
        if not connection.execute(sql, tuple(map(schema.safe, values))).rowcount:
            return False
    return True


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


def _text(row: Mapping[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def _without(rows: list[dict[str, Any]], others: Counter[str]) -> list[dict[str, Any]]:
    """Return rows without as many of each as there are among ``others``."""
    left, kept = Counter(others), []
    for row in rows:
        if left[text := _text(row)]:
            left[text] -= 1
        else:
            kept.append(row)
    return kept
