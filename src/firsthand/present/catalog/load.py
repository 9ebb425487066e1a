"""Loading a catalog: every record of the corpus into the file, one after the other, and the order of its articles."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from firsthand.model import Rejected
from firsthand.present.catalog import schema
from firsthand.present.catalog.source import Source
from firsthand.present.labels import moment
from firsthand.present.safe import slug
from firsthand.store import codec

Plain = dict[str, Any]
# The kinds of records that are read by an id, with the field that has it.
_BY_ID = {"storylines": "id", "stories": "id", "statements": "id", "counts": "subject", "lineages": "article"}
# The rule of a reason that says why a clock is not believed; see ``Index.is_timed``.
_CLOCK = "clock"
# Names and dates that annotation found stand beside the rest of it: few pages need them, and they are the half of it.
_NAMES = ("mentions", "dates")


def load(connection: sqlite3.Connection, source: Source) -> None:
    """Put all records into the empty file behind ``connection``, number its articles, and index them."""
    connection.execute("BEGIN")
    numbers = {"quotations": 0, "comments": 0, "duplicates": sum(1 for _ in source.rows("duplicates"))}
    wrong: set[str] = set()
    for kind, key in _BY_ID.items():
        _put(connection, "record", ((kind, row[key], schema.packed(row)) for row in _noted(source, kind, wrong)))
    _put(connection, "record", _annotations(source, numbers))
    _put(connection, "record", _articles(connection, source, wrong, numbers))
    _put(
        connection,
        "record",
        (("corrections", str(c.number), schema.packed(codec.plain(c))) for c in source.corrections),
    )
    _groups(connection, source)
    _rejected(connection, source)
    values = [("uncounted", json.dumps(source.uncounted)), ("loaded", json.dumps(numbers))]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", values)
    connection.execute("COMMIT")
    schema.index_loaded(connection)
    _number(connection)


def speaker_key(speaker: str | None, identity: str | None) -> str:
    """Return the key of a speaker's page; empty for one who has none: anonymous, or not resolved."""
    return slug(identity) if identity and speaker and speaker != "anonymous" else ""


def _put(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    found = iter(rows)
    if (first := next(found, None)) is not None:
        sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        connection.execute(sql, tuple(map(schema.safe, first)))
        connection.executemany(sql, (tuple(map(schema.safe, row)) for row in found))


def _noted(source: Source, kind: str, wrong: set[str]) -> Iterator[Plain]:
    """Yield the records of a kind, and note the articles whose clock is not believed."""
    for row in source.rows(kind):
        if kind == "lineages" and any(reason["rule"] == _CLOCK for reason in row["reasons"]):
            wrong.add(row["article"])
        yield row


def _annotations(source: Source, numbers: dict[str, int]) -> Iterator[tuple[object, ...]]:
    for row in source.rows("annotations"):
        numbers["quotations"] += len(row["quotations"])
        names = {name: row.pop(name) for name in _NAMES}
        yield "names", row["article"], schema.packed(names)
        yield "annotations", row["article"], schema.packed({**row, **dict.fromkeys(_NAMES, ())})


def _articles(
    connection: sqlite3.Connection, source: Source, wrong: set[str], numbers: dict[str, int]
) -> Iterator[tuple[object, ...]]:
    for row in source.rows("articles"):
        numbers["comments"] += len(row["comments"])
        timed = bool(row["published"]) and row["id"] not in wrong
        key = (row["id"], row["external_id"], moment(row["published"]), timed)
        connection.execute("INSERT INTO key VALUES (?, ?, ?, ?, NULL, NULL)", tuple(map(schema.safe, key)))
        yield "articles", row["id"], schema.packed(row)


def _groups(connection: sqlite3.Connection, source: Source) -> None:
    """Put what is read by something else than its own id."""
    copies = ((c["earlier"], c["later"], c["characters"], schema.packed(c, small=True)) for c in source.rows("copies"))
    _put(connection, "copy", copies)
    _put(connection, "edge", ((e["target"], schema.packed(e)) for e in source.rows("edges")))
    _put(connection, "attribution", map(_attribution, source.rows("attributions")))
    differences = ((d["statement"], schema.packed(d, small=True)) for d in source.rows("differences"))
    _put(connection, "difference", differences)
    _put(connection, "member", ((s["id"], article) for s in source.rows("stories") for article in s["articles"]))
    _put(connection, "turn", ((line["id"], story) for line in source.rows("storylines") for story in line["stories"]))


def _attribution(row: Plain) -> tuple[object, ...]:
    key = speaker_key(row["speaker"], row["speaker_id"])
    return row["quotation"], row["article"], row["statement"], key, schema.packed(row, small=True)


def _rejected(connection: sqlite3.Connection, source: Source) -> None:
    """Put what was not used, each with the rank of its reason: the commonest first."""
    schema.put(connection, "rejected", (Rejected(**row) for row in source.rows("rejected")), last=(0,))
    connection.execute(
        "CREATE TEMP TABLE cause AS SELECT reason, stage, row_number() OVER (ORDER BY count(*) DESC, reason, stage)"
        " AS rank FROM rejected GROUP BY reason, stage"
    )
    connection.execute(
        "UPDATE rejected SET rank = (SELECT c.rank FROM cause c WHERE c.reason = rejected.reason"
        " AND c.stage = rejected.stage)"
    )


def _number(connection: sqlite3.Connection) -> None:
    """Number the articles in time order, from 1, those without a usable time first; and name each as exports do."""
    connection.execute("BEGIN")
    connection.execute("CREATE TEMP TABLE place AS SELECT rowid AS at FROM key ORDER BY timed, moment, id")
    connection.execute("CREATE TEMP TABLE placed (at INTEGER PRIMARY KEY, number INTEGER)")
    connection.execute("INSERT INTO placed SELECT at, rowid FROM place")
    connection.execute("UPDATE key SET number = (SELECT number FROM placed WHERE at = key.rowid)")
    names = _names(connection.execute("SELECT rowid, id, external_id FROM key ORDER BY moment, id"))
    connection.execute("CREATE TEMP TABLE named (at INTEGER PRIMARY KEY, name TEXT)")
    connection.executemany("INSERT INTO named VALUES (?, ?)", names)
    connection.execute("UPDATE key SET name = (SELECT name FROM named WHERE at = key.rowid)")
    connection.execute("COMMIT")


def _names(rows: Iterable[tuple[int, str, str | None]]) -> Iterator[tuple[int, str]]:
    """Yield each article's exported name: see ``Index.exported``."""
    taken: set[str] = set()
    for at, identity, given in rows:
        name = given or identity
        unique = f"{name}~{identity[:8]}" if name in taken else name
        taken.add(unique)
        yield at, unique
