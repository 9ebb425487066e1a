"""Reading the catalog of one finished step of a corpus: rows for lists, records by id, search."""

import copy
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

from firsthand.errors import CorpusFormat
from firsthand.model import Article, Rejected, Statement, Story, Storyline
from firsthand.present.catalog import schema
from firsthand.present.catalog.asked import WHOLE, changed_since
from firsthand.present.catalog.finding import Finder
from firsthand.present.catalog.query import Query
from firsthand.present.catalog.rows import (
    ArticleRow,
    Found,
    OutletRow,
    Overview,
    SpeakerRow,
    StatementRow,
    StorylineRow,
    StoryRow,
)
from firsthand.present.catalog.search import Search
from firsthand.present.limits import FEWEST, PART, beyond, most_of
from firsthand.present.tables import Tables
from firsthand.present.views.facts import Given
from firsthand.present.views.speaker import Drift

R = TypeVar("R")
StoryOrder = Literal["origins", "growth", "articles", "time"]
StatementOrder = Literal["repeated", "outlets", "time"]

_STORIES: dict[str, str] = {
    "origins": "low DESC, high DESC, articles DESC, id",
    "growth": "growth DESC, articles DESC, id",
    "articles": "articles DESC, high, moment, id",
    "time": "latest DESC, id",
}
_STATEMENTS: dict[str, str] = {
    "repeated": "articles DESC, speaker IS NULL, speaker, id",
    "outlets": "outlets DESC, articles DESC, id",
    "time": "moment, id",
}
# Of articles: the newest first, those without a usable time last.
_NEWEST = "timed DESC, moment DESC, id DESC"


class Catalog:
    """A catalog file, which never changes: several threads may read it, also after it was replaced by a newer one."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``. Raises CorpusFormat where it is missing, damaged or of another format."""
        self.path = path
        self._local = threading.local()
        self._asked: set[str] | None = None
        try:
            self._overview = json.loads(self._one("SELECT value FROM meta WHERE name = 'overview'")[0])
        except (sqlite3.DatabaseError, TypeError) as e:
            raise CorpusFormat(f"{path}: cannot be read as a catalog: {e}; remove it, and it is made anew") from e
        self._search = Search(self._connection)

    def noting(self) -> Self:
        """Return this catalog for making one page: it notes by what it is asked."""
        other = copy.copy(self)
        other._asked = set()
        return other

    @property
    def asked(self) -> frozenset[str] | None:
        """By what a catalog that is ``noting`` was asked; None where a later one cannot tell whether that changed."""
        return None if self._asked is None or WHOLE in self._asked else frozenset(self._asked)

    def changed_since(self, step: str) -> frozenset[str] | None:
        """Return by what is asked for what this catalog tells otherwise than the one of an earlier step (its name) did;
        None where that is not known. A page that asked by nothing of it is the same in both.
        """
        return changed_since(self._connection(), step)

    def overview(self) -> Overview:
        """Return what the corpus holds."""
        self._note()
        return Overview(**{name: self._overview[name] for name in schema.names(Overview)})

    def stories(self, order: StoryOrder = "articles", limit: int = 30, offset: int = 0) -> list[StoryRow]:
        """Return stories: those on the most origins first, or those that grew most in the corpus's last 24 hours, those
        with the most articles (of these the ones on the fewest origins), or the latest.
        """
        return self._rows(StoryRow, "story", "", (), _STORIES[order], limit, offset)

    def storylines(self, limit: int = 30, offset: int = 0) -> list[StorylineRow]:
        """Return storylines, the longest first."""
        return self._rows(StorylineRow, "storyline", "", (), "json_array_length(stories) DESC, id", limit, offset)

    def statements(
        self,
        order: StatementOrder = "repeated",
        one_origin: bool | None = None,
        speaker: str | None = None,
        story: str | None = None,
        limit: int = 30,
        offset: int = 0,
    ) -> list[StatementRow]:
        """Return statements: the most repeated first, or those of the most outlets, or the oldest.

        ``one_origin`` keeps those that several articles report of one origin (True) or of more at the least (False);
        ``speaker`` is a key, ``story`` an id.
        """
        where = {None: "1", True: "articles > 1 AND high = 1", False: "articles > 1 AND low > 1"}[one_origin]
        values: list[str] = []
        for column, value in (("speaker_key", speaker), ("story", story)):
            if value is not None:
                where, values = f"{where} AND {column} = ?", [*values, value]
        return self._rows(StatementRow, "statement", where, values, _STATEMENTS[order], limit, offset)

    def speakers(self, limit: int = 30, offset: int = 0) -> list[SpeakerRow]:
        """Return speakers with a name, the most reported first."""
        return self._rows(SpeakerRow, "speaker", "", (), "articles DESC, name, key", limit, offset)

    def speaker(self, key: str) -> SpeakerRow | None:
        """Return the speaker with this key."""
        return self._row(SpeakerRow, "speaker", "key", key)

    def outlets(self, limit: int = 30, offset: int = 0) -> list[OutletRow]:
        """Return outlets with a name, those with the most articles first."""
        return self._rows(OutletRow, "outlet", "", (), "articles DESC, name, key", limit, offset)

    def outlet(self, key: str) -> OutletRow | None:
        """Return the outlet with this key."""
        return self._row(OutletRow, "outlet", "key", key)

    def articles(
        self, outlet: str | None = None, story: str | None = None, limit: int = 30, offset: int = 0
    ) -> list[ArticleRow]:
        """Return articles of an outlet (its key), of a story (its id), or all: of a story the oldest first, else the
        newest.
        """
        where, values = "1", list[str]()
        for column, value in (("outlet_key", outlet), ("story", story)):
            if value is not None:
                where, values = f"{where} AND {column} = ?", [*values, value]
        order = "moment, id" if story is not None else _NEWEST
        return self._rows(ArticleRow, "article", where, values, order, limit, offset)

    def article(self, identity: str) -> ArticleRow | None:
        """Return the row of an article."""
        return self._row(ArticleRow, "article", "id", identity)

    def statement(self, identity: str) -> StatementRow | None:
        """Return the row of a statement."""
        return self._row(StatementRow, "statement", "id", identity)

    def story(self, identity: str) -> StoryRow | None:
        """Return the row of a story."""
        return self._row(StoryRow, "story", "id", identity)

    def storyline(self, identity: str) -> Storyline | None:
        """Return a storyline with its reasons and positions."""
        return next(iter(self._parts.records(Storyline, "storylines", [identity])), None)

    def rejected(self, limit: int = 30, offset: int = 0) -> list[Rejected]:
        """Return input that was not used, by reason, the commonest first."""
        return self._rows(Rejected, "rejected", "", (), "rank, input, detail", limit, offset)

    def reasons_rejected(self) -> list[tuple[str, str, int]]:
        """Return why input was not used: reason, stage, and how many inputs, the commonest first."""
        self._note()
        sql = "SELECT reason, stage, count(*) FROM rejected GROUP BY reason, stage ORDER BY min(rank)"
        return list(self._connection().execute(sql))

    def languages(self) -> dict[str, int]:
        """Return how many articles each language has, by its code; those of no known language under an empty one."""
        self._note()
        return dict(self._overview["languages"])

    def lengths(self, limit: int) -> list[int]:
        """Return the characters that are searched of each of the newest articles."""
        sql = f"SELECT searched FROM article ORDER BY {_NEWEST} LIMIT ?"
        return [n for (n,) in self._connection().execute(sql, (limit,))]

    def texts(self, ids: Iterable[str]) -> dict[str, tuple[str, list[str]]]:
        """Return of articles the text that is searched, and the names of their speakers, sorted."""
        return self._parts.texts(ids)

    def carried(self, outlet: str) -> list[tuple[str, int]]:
        """Return whose texts or news an outlet (its key) has, and in how many articles, the most first."""
        sql = (
            "SELECT origin, count(*) FROM article WHERE outlet_key = ? AND origin != '' GROUP BY origin"
            " ORDER BY count(*) DESC, origin"
        )
        self._note(outlet)
        return list(self._connection().execute(sql, (outlet,)))

    def ids(self, kind: Literal["story", "speaker", "outlet", "article"]) -> Iterator[str]:
        """Yield the ids or keys of all rows of a kind, sorted."""
        column = {"story": "id", "article": "id", "speaker": "key", "outlet": "key"}[kind]
        for (identity,) in self._connection().execute(f"SELECT {column} FROM {kind} ORDER BY {column}"):
            yield identity

    def further(self) -> Iterator[tuple[str, int]]:
        """Yield the stories that have further pages, and how many."""
        sql = "SELECT id, articles, statements, repeated FROM story WHERE statements > ? ORDER BY id"
        for story, articles, statements, repeated in self._connection().execute(sql, (FEWEST,)):
            rest = beyond(repeated, statements - repeated, most_of(articles, repeated))
            if rest:
                yield story, -(-rest // PART)

    def named(self, kind: Literal["story", "article", "speaker", "outlet"], name: str) -> str:
        """Return the id or key of what has this name in addresses (see ``slug``); empty where nothing has."""
        column, by = ("key", "key") if kind in ("speaker", "outlet") else ("id", "slug")
        found = self._one(f"SELECT {column} FROM {kind} WHERE {by} = ?", name)
        self._note(name, *(found or ()))
        return found[0] if found else ""

    def search(self, query: Query) -> Found:
        """Return the articles that ``query`` asks for, a page of them with their sentences."""
        self._note()
        return self._search.find(query)

    def moved(self, identity: str) -> str:
        """Return the id of the story or statement that what had ``identity`` is part of now, which is itself where it
        is still there; empty where nothing tells.
        """
        self._note()
        return self._parts.moved(identity)

    def joined(self) -> Iterator[str]:
        """Yield the ids of stories that were joined with others as articles came, and are none any more."""
        known = "SELECT 1 FROM story s WHERE s.id = "
        for (identity,) in self._connection().execute(
            f"SELECT DISTINCT before FROM joined WHERE NOT EXISTS ({known} before) ORDER BY before"
        ):
            yield identity

    def find(self, identity: str) -> Article | Story | Statement:
        """Return what has this id, an article also by its exported id; the beginning of an id will do where it is the
        only one. Of a story or statement that was joined with another the other is found. Raises NotFound.
        """
        self._note()
        return self._parts.find(identity)

    def tables_of_story(self, identity: str) -> Tables:
        """Return the records that a story's page shows, as if they were the whole corpus; empty for an unknown id."""
        return self._parts.of_story(identity)

    def given(self, ids: Iterable[str]) -> dict[str, tuple[Given, ...]]:
        """Return the names, days and figures that articles give, by article: what ``Index`` takes as ``given``."""
        return self._parts.given(ids)

    def drifts(self, statements: Iterable[str]) -> dict[str, Drift]:
        """Return how the wordings of statements differ, by statement, of those that have several."""
        return self._parts.drifts(statements)

    def parts_of(self, statements: Iterable[str]) -> dict[str, int]:
        """Return the further pages that statements stand on, those that do: what ``Index`` takes as ``parts``."""
        sql = "SELECT id, part FROM statement WHERE part > 0 AND id IN (SELECT value FROM json_each(?))"
        ids = sorted(set(statements))
        self._note(*ids or ("",))
        return dict(self._connection().execute(sql, (json.dumps(ids),)))

    def tables_of_articles(self, ids: Iterable[str]) -> Tables:
        """Return the records that tell of some articles: their own, what they share with each other, whom they draw on,
        and what the reasons for it cite; no statements.
        """
        return self._parts.of_articles(ids)

    def tables_of_statements(self, ids: Iterable[str]) -> Tables:
        """Return the records that tell of some statements: who reports them, and how."""
        return self._parts.of_statements(ids)

    def tables_of_corrections(self) -> Tables:
        """Return all that the user corrected, with what it names."""
        return self._parts.of_corrections()

    @property
    def _parts(self) -> Finder:
        return Finder(self._connection(), self._asked)

    def _note(self, *keys: str) -> None:
        """Note by what is asked; without a key, that it is all."""
        if self._asked is not None:
            self._asked.update(keys or (WHOLE,))

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection: the file is opened once for each thread that reads it."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = schema.opened(self.path)
        return found

    def _one(self, sql: str, *values: object) -> Any:
        return self._connection().execute(sql, values).fetchone()

    def _row(self, cls: type[R], table: str, column: str, value: str) -> R | None:
        found = self._rows(cls, table, f"{column} = ?", [value], "1", 1, 0)
        return found[0] if found else None

    def _rows(
        self, cls: type[R], table: str, where: str, values: Sequence[object], order: str, limit: int, offset: int
    ) -> list[R]:
        """Return rows; all parts of the statement are ours but the values, which are bound.

        Which rows they are is read off the index alone, so that the end of a long list costs little more than its top.
        """
        self._note(*map(str, values))
        chosen = f"SELECT rowid FROM {table} WHERE {where or '1'} ORDER BY {order} LIMIT ? OFFSET ?"
        sql = f"SELECT {', '.join(schema.names(cls))} FROM {table} WHERE rowid IN ({chosen}) ORDER BY {order}"
        found = self._connection().execute(sql, (*values, max(0, limit), max(0, offset)))
        return [schema.row(cls, values) for values in found]
