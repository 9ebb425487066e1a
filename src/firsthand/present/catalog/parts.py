"""The part of a corpus that one page needs: small ``Tables`` with which views work as on the whole.

What a page says of some articles also names others: who else reports a statement, with whom a passage is shared, what
a reason cites. Their records come along, so that a count on the page is the count in the corpus.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Correction,
    Count,
    Difference,
    Edge,
    Lineage,
    Reason,
    Statement,
    Story,
    Storyline,
)
from firsthand.present.catalog import schema
from firsthand.present.catalog.asked import CORRECTED
from firsthand.present.tables import Tables
from firsthand.present.views.facts import Given
from firsthand.present.views.speaker import Drift

R = TypeVar("R")

# Ours: of the passages that an article shares with articles elsewhere, the longest so many come along.
ELSEWHERE = 200
# Ours: so many steps back the sources of sources are read; no page shows a longer chain.
_BACK = 24


class Parts:
    """Reads records through one connection to a catalog."""

    def __init__(self, connection: sqlite3.Connection, asked: set[str] | None = None) -> None:
        """Read through ``connection``, and put what is asked by into ``asked``."""
        self._connection = connection
        self._asked = asked

    def of_story(self, identity: str) -> Tables:
        """Return what the page of a story needs; see ``Catalog.tables_of_story``. Annotations are without the names and
        dates that they found: these are kept as facts.
        """
        members = self._ids("SELECT article FROM member WHERE story IN (SELECT value FROM json_each(?))", [identity])
        told = self._statements_of(members)
        return self._around(members, told, [identity], elsewhere=ELSEWHERE)

    def of_articles(self, ids: Iterable[str]) -> Tables:
        """Return what tells of some articles; see ``Catalog.tables_of_articles``."""
        return self._around(dict.fromkeys(ids))

    def of_statements(self, ids: Iterable[str]) -> Tables:
        """Return what tells of some statements; see ``Catalog.tables_of_statements``."""
        return self._around((), dict.fromkeys(ids))

    def of_corrections(self) -> Tables:
        """Return all corrections with what they name; see ``Catalog.tables_of_corrections``."""
        members = {m for c in self._corrections() for m in c.members}
        quoted = self._quoted(members)
        return self._around(sorted({quoted[m][0] if m in quoted else m for m in members}))

    def records(self, cls: type[R], kind: str, ids: Iterable[str]) -> list[R]:
        """Return the records of a kind that have these ids, sorted by id."""
        return [schema.record(cls, body) for _, body in self._packed(kind, ids)]

    def _packed(self, kind: str, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        sql = "SELECT id, body FROM record WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id"
        yield from self._connection.execute(sql, (kind, self._listed(sorted(set(ids)))))

    def texts(self, ids: Iterable[str]) -> dict[str, tuple[str, list[str]]]:
        """Return searched texts and speakers; see ``Catalog.texts``."""
        wanted = list(ids)
        speakers: defaultdict[str, list[str]] = defaultdict(list)
        sql = (
            "SELECT DISTINCT a.article, s.name FROM attribution a JOIN speaker s ON s.key = a.speaker_id"
            " WHERE a.article IN (SELECT value FROM json_each(?)) ORDER BY s.name"
        )
        for article, name in self._connection.execute(sql, (self._listed(wanted),)):
            speakers[article].append(name)
        packed = self._packed("articles", wanted)
        return {i: ("\n".join(schema.searched(schema.record(Article, body))), speakers[i]) for i, body in packed}

    def given(self, ids: Iterable[str]) -> dict[str, tuple[Given, ...]]:
        """Return the facts that articles give; see ``Catalog.given``."""
        return {i: schema.record(schema.Facts, body).given for i, body in self._packed("facts", ids)}

    def drifts(self, ids: Iterable[str]) -> dict[str, Drift]:
        """Return how the wordings of statements differ; see ``Catalog.drifts``."""
        return {i: schema.record(Drift, body) for i, body in self._packed("drifts", ids)}

    def _around(
        self,
        inside: Iterable[str],
        statements: Iterable[str] = (),
        stories: Sequence[str] = (),
        *,
        elsewhere: int = 0,
    ) -> Tables:
        """Return the records of articles, statements and stories, and of what these name.

        ``elsewhere`` is how many passages come along that each article shares with others than these.
        """
        corrections = self._corrections()
        inside = dict.fromkeys(inside)
        corrected, restated = self._corrected(inside, corrections)
        inside.update(dict.fromkeys(corrected))
        lines = self._storylines(stories)
        told = _with_turned(dict.fromkeys((*statements, *restated)), lines)
        attributions = self._many(Attribution, "attribution", "statement", told)
        reporting = dict.fromkeys([*inside, *(a.article for a in attributions)])
        own = self.records(Story, "stories", [*self._story_ids([*reporting]), *stories])
        edges = self._edges([*inside])
        counts = self.records(Count, "counts", [*told, *stories, *self._story_ids(corrected)])
        copies = self._copies([*inside], elsewhere)
        lineages = self.records(Lineage, "lineages", reporting)
        also = (part.article for story in own if story.id in stories for part in story.also)
        named = dict.fromkeys([*reporting, *also, *_named(copies, lineages, edges, counts)])
        neighbours = self.records(Story, "stories", {s for line in lines for s in line.stories} - {s.id for s in own})
        ends = [i for story in neighbours for i in self._ends(story)]
        others = [i for i in (*named, *ends) if i not in reporting]
        return Tables(
            articles=self.records(Article, "articles", [*named, *ends]),
            annotations=self.records(Annotation, "annotations", reporting),
            copies=copies,
            stories=[*own, *neighbours],
            storylines=lines,
            statements=self.records(Statement, "statements", told),
            attributions=attributions,
            differences=self._many(Difference, "difference", "statement", told),
            lineages=[*lineages, *self.records(Lineage, "lineages", others)],
            edges=edges,
            counts=[*counts, *self.records(Count, "counts", {s.id for s in neighbours} - {c.subject for c in counts})],
            corrections=corrections,
            uncounted=json.loads(self._one("SELECT value FROM meta WHERE name = 'uncounted'")),
        )

    def _corrections(self) -> list[Correction]:
        self._listed([CORRECTED])
        found = self._connection.execute("SELECT body FROM record WHERE kind = 'corrections' ORDER BY id")
        return [schema.record(Correction, body) for (body,) in found]

    def _edges(self, targets: Sequence[str]) -> list[Edge]:
        """Return the edges that lead to articles, over however many steps, also from other stories."""
        found: list[Edge] = []
        known, ahead = set(targets), list(targets)
        for _ in range(_BACK):
            new = self._many(Edge, "edge", "target", ahead)
            found += new
            ahead = list(dict.fromkeys(e.source for e in new if e.source not in known))
            known.update(ahead)
            if not ahead:
                break
        return found

    def _corrected(self, inside: dict[str, None], corrections: Sequence[Correction]) -> tuple[list[str], list[str]]:
        """Return the articles and the statements that are named by the corrections that name any of ``inside``."""
        articles, statements = dict[str, None](), dict[str, None]()
        for c in corrections:
            quoted = self._quoted(c.members)
            about = {quoted[m][0] if m in quoted else m for m in c.members}
            if not about.isdisjoint(inside):
                articles.update(dict.fromkeys(sorted(about)))
                statements.update(dict.fromkeys(statement for _, statement in quoted.values()))
        return list(articles), list(statements)

    def _quoted(self, members: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return of those members of corrections that are quotations the article and the statement, by quotation."""
        sql = (
            "SELECT quotation, article, statement FROM attribution"
            " WHERE quotation IN (SELECT value FROM json_each(?)) ORDER BY quotation"
        )
        rows = self._connection.execute(sql, (self._listed(sorted(set(members))),))
        return {quotation: (article, statement) for quotation, article, statement in rows}

    def _statements_of(self, articles: Sequence[str]) -> list[str]:
        return self._ids(
            "SELECT statement FROM attribution WHERE article IN (SELECT value FROM json_each(?))", articles
        )

    def _story_ids(self, articles: Sequence[str]) -> list[str]:
        return self._ids("SELECT story FROM member WHERE article IN (SELECT value FROM json_each(?))", articles)

    def _storylines(self, stories: Sequence[str]) -> list[Storyline]:
        ids = self._ids("SELECT storyline FROM turn WHERE story IN (SELECT value FROM json_each(?))", stories)
        return self.records(Storyline, "storylines", ids)

    def _copies(self, articles: Sequence[str], elsewhere: int) -> list[Copy]:
        """Return the passages that articles share among each other, and the longest that each shares with others."""
        inside = self._listed(articles)
        among = (
            "SELECT rowid, body FROM copy WHERE earlier IN (SELECT value FROM json_each(:inside))"
            " AND later IN (SELECT value FROM json_each(:inside))"
        )
        found = dict(self._connection.execute(among, {"inside": inside}))
        for here, there in (("earlier", "later"), ("later", "earlier")) if elsewhere else ():
            ranked = (
                f"SELECT rowid, body, row_number() OVER"
                f" (PARTITION BY {here} ORDER BY characters DESC, {there}, rowid) AS place FROM copy"
                f" WHERE {here} IN (SELECT value FROM json_each(:inside))"
                f" AND {there} NOT IN (SELECT value FROM json_each(:inside))"
            )
            sql = f"SELECT rowid, body FROM ({ranked}) WHERE place <= :most"
            found.update(self._connection.execute(sql, {"inside": inside, "most": elsewhere}))
        return [schema.record(Copy, found[number]) for number in sorted(found)]

    def _ends(self, story: Story) -> list[str]:
        """Return the first and the last article of a story that have a usable time, by which its days are known."""
        sql = (
            "SELECT id FROM key WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY timed DESC, moment {0}, id {0} LIMIT 1"
        )
        ids = self._listed(story.articles)
        return [i for way in ("ASC", "DESC") for (i,) in self._connection.execute(sql.format(way), (ids,))]

    def _many(self, cls: type[R], table: str, column: str, keys: Sequence[str]) -> list[R]:
        return [schema.record(cls, body) for body in self._bodies(table, column, keys)]

    def _bodies(self, table: str, column: str, keys: Sequence[str]) -> list[bytes]:
        sql = f"SELECT body FROM {table} WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY rowid"
        return [body for (body,) in self._connection.execute(sql, (self._listed(keys),))]

    def _listed(self, ids: Iterable[str]) -> str:
        """Return ids as the JSON that a question takes."""
        given = list(ids)
        if self._asked is not None:
            self._asked.update(given)
        return json.dumps(given)

    def _ids(self, sql: str, keys: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(i for (i,) in self._connection.execute(sql, (self._listed(keys),))))

    def _one(self, sql: str) -> str:
        value: str = self._connection.execute(sql).fetchone()[0]
        return value


def _with_turned(told: dict[str, None], lines: Iterable[Storyline]) -> list[str]:
    """Return statements, with those of storylines that differ from one of them: see ``Turn``."""
    turns = (turn for line in lines for position in line.positions for turn in position.turns)
    pairs = [(t.earlier, t.later) for t in turns if t.earlier in told or t.later in told]
    return list(dict.fromkeys([*told, *(i for pair in pairs for i in pair)]))


def _named(
    copies: Iterable[Copy], lineages: Iterable[Lineage], edges: Iterable[Edge], counts: Iterable[Count]
) -> Iterator[str]:
    """Yield what records name that may be articles: partners of passages, sources, origins, what reasons cite."""
    for copy in copies:
        yield from (copy.earlier, copy.later)
    for line in lineages:
        yield from (line.origin, *line.draws_on, *line.rests_on)
        yield from _cited(line.reasons)
    for edge in edges:
        yield edge.source
        yield from _cited(edge.reasons)
    for count in counts:
        yield from count.origins
        yield from _cited((*count.reasons, *count.apart))


def _cited(reasons: Iterable[Reason]) -> Iterator[str]:
    for reason in reasons:
        for passage in reason.passages:
            yield passage.article
