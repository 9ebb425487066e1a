"""The rows of a catalog, made story by story from the views that pages show: a list says what the page says."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from firsthand.model import Article, Count, Statement, Story
from firsthand.present.catalog import schema
from firsthand.present.catalog.load import put, speaker_key
from firsthand.present.catalog.parts import Parts
from firsthand.present.catalog.rows import ArticleRow, Share, StatementRow, StorylineRow, StoryRow
from firsthand.present.labels import outlet, outlet_name, shorten
from firsthand.present.safe import slug
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import OutletRow, by_hand, origin_shares, outlet_row
from firsthand.present.views.sentence import sentence
from firsthand.present.views.speaker import drift_of
from firsthand.present.views.statement import StatementView, main_story, statement_view
from firsthand.present.views.summary import summary_of
from firsthand.text import plain, short_hash

# Ours: what a row keeps of a text, in characters. A page cuts further.
HEADLINE, SUMMARY, WORDING = 300, 400, 600
# Articles and statements of no story are read so many at a time.
_BATCH = 200

# An article's name, the moment and whether its time can be used, and its number.
Key = tuple[str, str, int, int]


def derive(connection: sqlite3.Connection) -> None:
    """Make the rows of all stories, statements, articles and storylines from the records that were loaded."""
    made = Rows(connection)
    connection.execute("BEGIN")
    for story in ids_of(connection, "SELECT id FROM record WHERE kind = 'stories' ORDER BY id"):
        made.story(story, with_statements=True)
    made.articles(ids_of(connection, "SELECT id FROM key WHERE id NOT IN (SELECT article FROM member) ORDER BY number"))
    connection.execute("CREATE TEMP TABLE told AS SELECT id FROM statement")
    untold = "SELECT id FROM record WHERE kind = 'statements' AND id NOT IN (SELECT id FROM told) ORDER BY id"
    made.statements(ids_of(connection, untold))
    made.storylines(ids_of(connection, "SELECT id FROM record WHERE kind = 'storylines' ORDER BY id"))
    connection.execute("COMMIT")


def ids_of(connection: sqlite3.Connection, sql: str) -> list[str]:
    """Return the first column of what is asked."""
    return [i for (i,) in connection.execute(sql)]


def outlet_key(article: Article) -> str:
    """Return the key of an outlet's page: one for all spellings that differ in case and accents; empty without one."""
    name = outlet_name(article)
    return short_hash(" ".join(plain(name).split())) if name else ""


class Rows:
    """Makes rows from records. What it makes of an id depends on the records only, not on what it made before."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._parts = Parts(connection)

    def story(self, identity: str, *, with_statements: bool) -> None:
        """Make the rows of a story and its articles, and of the statements that are mostly its own."""
        index = Index(self._parts.of_story(identity))
        story = index.stories[identity]
        own = [a for a in index.in_time(story.articles) if index.story_of[a.id] == identity]
        rows = [outlet_row(index, article) for article in own]
        lines = index.storylines_of.get(identity, ())
        reported = {i for a in index.in_time(story.articles) for i in index.statements_of.get(a.id, ())}
        several = sum(len({q.article for q in index.quotations_of(index.statements[i])}) > 1 for i in reported)
        row = _story(index, story, rows, lines[0].id if lines else "")
        row = replace(row, statements=len(reported), repeated=several)
        timed = [a.id for a in own if index.is_timed(a)]
        keys = self._keys([a.id for a in own])
        first, last = (keys[i][1] for i in (timed[0], timed[-1])) if timed else (None, None)
        schema.put(self._connection, "story", [row], last=(slug(identity), first, last))
        self._put_articles(index, rows, keys)
        if with_statements:
            self._put_statements(index, [s for s in index.tables.statements if main_story(index, s) == identity])

    def articles(self, ids: Sequence[str]) -> None:
        """Make the rows of articles that are in no story."""
        for some in _batches(ids):
            index = Index(self._parts.of_articles(some))
            rows = [outlet_row(index, index.articles[i]) for i in some]
            self._put_articles(index, rows, self._keys(some))

    def statements(self, ids: Sequence[str]) -> None:
        """Make the rows of statements, whichever story is theirs."""
        for some in _batches(ids):
            index = Index(self._parts.of_statements(some))
            self._put_statements(index, [index.statements[i] for i in some])

    def storylines(self, ids: Iterable[str]) -> None:
        """Make the rows of storylines, from those of their stories."""
        for identity in ids:
            sql = (
                "SELECT s.id, s.headline, s.first, s.last, s.moment, s.latest, s.articles FROM turn t"
                " JOIN story s ON s.id = t.story WHERE t.storyline = ? ORDER BY t.rowid"
            )
            found = list(self._connection.execute(sql, (identity,)))
            first = min((f for f in found if f[4]), key=lambda f: f[4], default=(None,) * 7)[2]
            last = max((f for f in found if f[5]), key=lambda f: f[5], default=(None,) * 7)[3]
            total = sum(f[6] for f in found)
            row = StorylineRow(identity, tuple(f[0] for f in found), tuple(f[1] for f in found), first, last, total)
            schema.put(self._connection, "storyline", [row])

    def _put_articles(self, index: Index, rows: Sequence[OutletRow], keys: dict[str, Key]) -> None:
        made = ((r, keys[r.article.id]) for r in rows)
        placed = (
            (_article(index, r, name), (slug(r.article.id), _searched(r.article), *key)) for r, (name, *key) in made
        )
        schema.put_each(self._connection, "article", placed)

    def _put_statements(self, index: Index, statements: Iterable[Statement]) -> None:
        found = [statement_view(index, s) for s in sorted(statements, key=lambda s: s.id)]
        firsts = {v.id: next((i for i in v.articles if index.is_timed(index.articles[i])), None) for v in found}
        keys = self._keys([i for i in firsts.values() if i])
        drifts = ((v.id, schema.packed(drift_of(v))) for v in found if len(v.wordings) > 1)
        put(self._connection, (("record", ("drifts", *drift)) for drift in drifts))
        schema.put_each(
            self._connection,
            "statement",
            ((_statement(index, v, f), (keys[f][1] if f else None,)) for v in found for f in (firsts[v.id],)),
        )

    def _keys(self, ids: Sequence[str]) -> dict[str, Key]:
        """Return name, moment, whether its time can be used, and number, by article."""
        sql = "SELECT id, name, moment, timed, number FROM key WHERE id IN (SELECT value FROM json_each(?))"
        return {
            i: (name, moment, timed, n)
            for i, name, moment, timed, n in self._connection.execute(sql, (json.dumps(ids),))
        }


def _story(index: Index, story: Story, rows: Sequence[OutletRow], storyline: str) -> StoryRow:
    count = index.counts.get(story.id)
    kinds = Counter(row.kind for row in rows)
    shares = origin_shares(rows)
    timed = [row.article.published for row in rows if index.is_timed(row.article)] or [None]
    keys = [outlet_key(row.article) for row in rows]
    low, high = _range(count)
    return StoryRow(
        id=story.id,
        headline=shorten(story.headline, HEADLINE),
        summary=shorten(" ".join(s.text for s in summary_of(index, story).sentences), SUMMARY),
        first=timed[0],
        last=timed[-1],
        articles=len(rows),
        outlets=len({key for key in keys if key}),
        low=low,
        high=high,
        own=kinds["own"],
        wire=kinds["wire"],
        rewrite=kinds["rewrite"],
        unknown=kinds["unknown"],
        growth=0,  # known when all articles are there
        languages=tuple(sorted({row.article.language for row in rows if row.article.language})),
        storyline=storyline,
        unnamed=keys.count(""),
        told=sentence(rows, shares) if rows else "",
        shares=tuple(Share(s.kind, s.name, len(s.articles)) for s in shares),
        corrected=by_hand(count.reasons) if count else False,
    )


def _article(index: Index, row: OutletRow, name: str) -> ArticleRow:
    article = row.article
    lineage = index.lineages.get(article.id)
    return ArticleRow(
        id=article.id,
        name=name,
        headline=shorten(article.headline, HEADLINE),
        outlet=outlet(article),
        outlet_key=outlet_key(article),
        published=article.published if index.is_timed(article) else None,
        precision=article.published_precision,
        language=article.language or "",
        authorship=row.kind,
        origin=row.origin or "",
        relation=lineage.relation if lineage else None,
        story=index.story_of.get(article.id, ""),
        characters=article.characters,
        comments=len(article.comments),
    )


def _statement(index: Index, view: StatementView, first: str | None) -> StatementRow:
    articles = [index.articles[i] for i in view.articles]
    low, high = _range(view.count)
    main = view.wordings[0] if view.wordings else None
    return StatementRow(
        id=view.id,
        story=view.story or "",
        speaker=view.speaker,
        speaker_key=speaker_key(view.speaker, index.statements[view.id].speaker_id),
        wording=shorten(view.wording, WORDING),
        occasion=shorten(view.occasion, HEADLINE) if view.occasion else None,
        articles=len(articles),
        outlets=len({key for a in articles if (key := outlet_key(a))}),
        wordings=len(view.wordings),
        low=low,
        high=high,
        first=index.articles[first].published if first else None,
        quoted=main.quoted if main else True,
        language=(main.language or "") if main else "",
        corrected=by_hand(view.count.reasons) if view.count else False,
        unnamed=sum(not outlet_key(a) for a in articles),
    )


def _searched(article: Article) -> int:
    """Return the characters of an article that are searched, as ``Parts.texts`` joins them."""
    parts = article.parts(*schema.SEARCHED)
    return sum(part.end - part.start for part in parts) + max(0, len(parts) - 1)


def _range(count: Count | None) -> tuple[int, int]:
    return (count.low, count.high) if count else (0, 0)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _BATCH):
        yield ids[at : at + _BATCH]
