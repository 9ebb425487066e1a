"""Loading a catalog: every record of the corpus into the file, one after the other, and the names of its articles.

An article's number is its place in the table of articles, which only grows: it stays when others come.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from firsthand.model import Rejected
from firsthand.present.catalog import schema
from firsthand.present.catalog.source import Source
from firsthand.present.labels import UNTIMED, moment
from firsthand.present.safe import slug
from firsthand.present.views.moved import statement_begun_by, story_begun_by

Plain = dict[str, Any]
# A row of one of the file's tables.
Put = tuple[str, tuple[object, ...]]
# The kinds of records that are read by an id, with the field that has it.
_BY_ID = {"storylines": "id", "stories": "id", "statements": "id", "counts": "subject", "lineages": "article"}
# The rule of a reason that says why a clock is not believed; see ``Index.is_timed``.
_CLOCK = "clock"
# The tables of a corpus that a catalog is made of, in the order in which they are read: lineages tell which clocks are
# believed before articles are read.
TABLES = (*_BY_ID, "annotations", "articles", "copies", "edges", "attributions", "differences", "rejected", "repairs")
# Rows that are put at a time.
_SOME = 1_000


def load(connection: sqlite3.Connection, source: Source) -> None:
    """Put all records into the empty file behind ``connection``, index them, and name its articles."""
    loaded = Loading(connection)
    connection.execute("BEGIN")
    loaded.numbers["duplicates"] = sum(1 for _ in source.rows("duplicates"))
    for name in TABLES:
        loaded.add(name, source.rows(name))
    loaded.corrections(source)
    loaded.finish()
    connection.execute("COMMIT")
    schema.index_loaded(connection)
    name_articles(connection)


class Loading:
    """Puts records into a catalog file. ``numbers`` are what is counted of them for the overview."""

    def __init__(self, connection: sqlite3.Connection, numbers: Mapping[str, int] | None = None, last: int = 0) -> None:
        """Go on after article number ``last``."""
        self._connection = connection
        self._last = last
        self._wrong: set[str] = set()
        self.numbers = dict(numbers or dict.fromkeys(("quotations", "comments", "duplicates"), 0))
        connection.execute("CREATE TEMP TABLE noted (id TEXT, body BLOB)")

    def add(self, name: str, rows: Iterable[Plain]) -> None:
        """Put the records of a table of the corpus."""
        put(self._connection, (made for row in rows for made in self._made(name, row)))

    def corrections(self, source: Source) -> None:
        """Put all corrections, in place of those that are there."""
        self._connection.execute("DELETE FROM record WHERE kind = 'corrections'")
        rows = (("corrections", str(c.number), schema.packed(c)) for c in source.corrections)
        put(self._connection, (("record", row) for row in rows))
        schema.note(self._connection, "uncounted", json.dumps(source.uncounted))

    def finish(self) -> None:
        """Keep what was counted, rank what was not used, and find annotations by their articles."""
        schema.note(self._connection, "loaded", json.dumps(self.numbers))
        self._connection.execute("CREATE INDEX temp.noted_id ON noted (id)")
        _rank(self._connection)

    def _made(self, name: str, row: Plain) -> Iterator[Put]:
        match name:
            case "lineages":
                if _unbelieved(row):
                    self._wrong.add(row["article"])
            case "annotations":
                self.numbers["quotations"] += len(row["quotations"])
                noted = {name: row[name] for name in schema.names(schema.Noted)}
                yield "noted", (row["article"], schema.packed(noted, small=True))
            case "articles":
                self.numbers["comments"] += len(row["comments"])
                self._last += 1
                when = moment(row["published"])
                timed = when != UNTIMED and row["id"] not in self._wrong
                yield "key", (row["id"], row["external_id"], when, timed, None, self._last)
        yield from made_of(name, row)


def made_of(name: str, row: Plain) -> Iterator[Put]:
    """Yield the rows that a record of a table of the corpus is kept as, but those that depend on others."""
    match name:
        case "annotations":  # pages read what was made of names and dates: see ``texts``
            rest = {**row, **dict.fromkeys(schema.names(schema.Noted), ())}
            yield "record", (name, row["article"], schema.packed(rest))
        case "articles":
            yield "record", (name, row["id"], schema.packed(row))
        case "copies":
            yield "copy", (row["earlier"], row["later"], row["characters"], schema.packed(row, small=True))
        case "edges":
            yield "edge", (row["target"], schema.packed(row))
        case "attributions":
            key = speaker_key(row["speaker"], row["speaker_id"])
            begun = statement_begun_by(row["quotation"])
            values = row["quotation"], row["article"], row["statement"], key, begun, schema.packed(row, small=True)
            yield "attribution", values
        case "repairs":
            if row["kind"] == "merge":
                yield "joined", (row["before"], row["after"])
        case "differences":
            yield "difference", (row["statement"], schema.packed(row, small=True))
        case "rejected":
            yield "rejected", (*(row[field] for field in schema.names(Rejected)), 0)
        case _:
            yield "record", (name, row[_BY_ID[name]], schema.packed(row))
    if name == "stories":
        yield from (("member", (row["id"], article, story_begun_by(article))) for article in row["articles"])
    if name == "storylines":
        yield from (("turn", (row["id"], story)) for story in row["stories"])


def put(connection: sqlite3.Connection, rows: Iterable[Put]) -> None:
    """Insert rows, each into its table."""
    rest = iter(rows)
    while some := list(islice(rest, _SOME)):
        by_table: dict[str, list[tuple[object, ...]]] = {}
        for table, values in some:
            by_table.setdefault(table, []).append(tuple(map(schema.safe, values)))
        for table, found in by_table.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)


def _unbelieved(lineage: Plain) -> bool:
    return any(reason["rule"] == _CLOCK for reason in lineage["reasons"])


def speaker_key(speaker: str | None, identity: str | None) -> str:
    """Return the key of a speaker's page; empty for one who has none: anonymous, or not resolved."""
    return slug(identity) if identity and speaker and speaker != "anonymous" else ""


def _rank(connection: sqlite3.Connection) -> None:
    """Give what was not used the rank of its reason: the commonest first."""
    connection.execute(
        "CREATE TEMP TABLE cause AS SELECT reason, stage, row_number() OVER (ORDER BY count(*) DESC, reason, stage)"
        " AS rank FROM rejected GROUP BY reason, stage"
    )
    connection.execute(
        "UPDATE rejected SET rank = (SELECT c.rank FROM cause c WHERE c.reason = rejected.reason"
        " AND c.stage = rejected.stage)"
    )


def believe(connection: sqlite3.Connection, lost: Iterable[Plain], gained: Iterable[Plain]) -> None:
    """Take into account what lineages that went and came say of the clocks of articles that are there."""
    found = {row["article"]: True for row in lost} | {row["article"]: not _unbelieved(row) for row in gained}
    connection.executemany(
        f"UPDATE key SET timed = moment != '{UNTIMED}' AND ? WHERE id = ?",
        ((believed, schema.safe(article)) for article, believed in found.items()),
    )


def name_articles(connection: sqlite3.Connection) -> list[str]:
    """Name each article as exports do, and return the ids of those that have another name than before."""
    rows = list(connection.execute("SELECT rowid, id, external_id, name FROM key ORDER BY moment, id"))
    names = _names((at, identity, given) for at, identity, given, _ in rows)
    changed = [
        (name, at, identity) for (at, name), (_, identity, _, old) in zip(names, rows, strict=True) if name != old
    ]
    connection.execute("BEGIN")
    connection.executemany("UPDATE key SET name = ? WHERE rowid = ?", ((name, at) for name, at, _ in changed))
    connection.execute("COMMIT")
    return [identity for _, _, identity in changed]


def _names(rows: Iterable[tuple[int, str, str | None]]) -> Iterator[tuple[int, str]]:
    """Yield each article's exported name: see ``Index.exported``."""
    taken: set[str] = set()
    for at, identity, given in rows:
        name = given or identity
        unique = f"{name}~{identity[:8]}" if name in taken else name
        taken.add(unique)
        yield at, unique
