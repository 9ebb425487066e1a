"""Which rows of a catalog are made of records that changed, and making these anew."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from firsthand.model import Correction
from firsthand.present.catalog.asked import keys_of_rows
from firsthand.present.catalog.derive import Rows

# Records of the tables of a corpus, as ``codec.plain`` has them.
Changed = Mapping[str, Iterable[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Touched:
    """The ids of what may have another row than before, or none any more."""

    articles: frozenset[str]
    stories: frozenset[str]
    statements: frozenset[str]
    storylines: frozenset[str]


def touched(
    connection: sqlite3.Connection, rows: Changed, corrected: Iterable[Correction], named: Iterable[str]
) -> Touched:
    """Return what is made of ``rows``, the records that came or went; ``connection`` has the file without the latter.

    ``corrected`` are corrections that came or changed, ``named`` articles that have another name. The rows of a story
    and of its articles are made of all that is told of these and of what they report; a statement's of what is told of
    it, and of which stories its articles are in and when they were published.
    """

    def found(table: str, column: str) -> set[str]:
        return {row[column] for row in rows.get(table, ())}

    def asked(sql: str, ids: Iterable[str]) -> set[str]:
        return {i for (i,) in connection.execute(f"{sql} IN (SELECT value FROM json_each(?))", (_json(ids),))}

    members = {member for correction in corrected for member in correction.members}
    listed = {article for story in rows.get("stories", ()) for article in story["articles"]}
    articles = found("articles", "id") | found("lineages", "article") | found("edges", "target") | listed | {*named}
    articles |= members | asked("SELECT article FROM attribution WHERE quotation", members)
    told = found("statements", "id") | found("attributions", "statement")
    told |= asked("SELECT statement FROM attribution WHERE article", found("articles", "id"))
    telling = (
        articles | found("attributions", "article") | asked("SELECT article FROM attribution WHERE statement", told)
    )
    stories = found("stories", "id") | {story for line in rows.get("storylines", ()) for story in line["stories"]}
    stories |= found("counts", "subject") | asked("SELECT story FROM member WHERE article", telling)
    statements = told | found("differences", "statement") | found("counts", "subject")
    statements |= asked("SELECT statement FROM attribution WHERE article", articles)
    storylines = found("storylines", "id") | asked("SELECT storyline FROM turn WHERE story", stories)
    return Touched(*map(frozenset, (articles, stories, statements, storylines)))


def make_anew(connection: sqlite3.Connection, what: Touched) -> set[str]:
    """Take out the rows of what was touched, make those of what is there, and return by what either is asked for."""

    def among(ids: Iterable[str], sql: str) -> list[str]:
        return [i for (i,) in connection.execute(sql, (_json(ids),))]

    inside = among(what.stories, "SELECT article FROM member WHERE story IN (SELECT value FROM json_each(?))")
    gone = (
        ("article", {*inside, *what.articles}),
        ("story", what.stories),
        ("statement", what.statements),
        ("storyline", what.storylines),
    )
    made = Rows(connection)
    record = "SELECT id FROM record WHERE kind = '{}' AND id IN (SELECT value FROM json_each(?)) ORDER BY id"
    asked = [(table, _json(ids)) for table, ids in gone if table != "storyline"]
    keys = {*what.storylines}.union(*(keys_of_rows(connection, table, ids) for table, ids in asked))
    connection.execute("BEGIN")
    for table, ids in gone:
        connection.execute(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (_json(ids),))
    drifts = "DELETE FROM record WHERE kind = 'drifts' AND id IN (SELECT value FROM json_each(?))"
    connection.execute(drifts, (_json(what.statements),))
    for story in among(what.stories, record.format("stories")):
        made.story(story, with_statements=False)
    alone = (
        "SELECT id FROM key WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT article FROM member)"
        " ORDER BY number"
    )
    made.articles(among(what.articles, alone))
    made.statements(among(what.statements, record.format("statements")))
    made.storylines(among(what.storylines, record.format("storylines")))
    connection.execute("COMMIT")
    return keys.union(*(keys_of_rows(connection, table, ids) for table, ids in asked))


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids))
