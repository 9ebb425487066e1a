"""Search: which articles have the words and the fields of a query, and how they divide by speaker, outlet and so on.

Words are looked up in the index of the file. Fields, and the counts beside the hits, come from arrays of numbers that
are small enough to stay in memory (some twenty bytes an article), so that a word of half the corpus costs no more
than milliseconds.
"""

import heapq
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.present.catalog import schema
from firsthand.present.catalog.hits import Finder
from firsthand.present.catalog.query import Query
from firsthand.present.catalog.rows import ArticleRow, Found, Hit
from firsthand.present.catalog.summing import NONE
from firsthand.present.catalog.words import norms

Numbers = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

# Ours: up to so many articles hits are ordered by how well they fit (BM25), of more the newest come first.
RANKED = 20_000
# Ours: what a word weighs in the headline, the text and in quotations.
_WEIGHTS = "4.0, 1.0, 1.0"
# Ours: so many values of a facet are told; days beyond so many are told as months.
VALUES, DAYS = 12, 31


@dataclass(frozen=True)
class _Columns:
    """The arrays of a catalog: one number for each article, by the article's number less one; but ``in_time`` has the
    numbers of the articles, the oldest first.
    """

    in_time: Numbers
    outlet: Numbers
    origin: Numbers
    language: Numbers
    day: Numbers
    spoken_article: Numbers
    spoken_speaker: Numbers
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    languages: tuple[str, ...]
    speakers: tuple[str, ...]
    speaker_keys: tuple[str, ...]

    @cached_property
    def place(self) -> Numbers:
        """The place of each article in time."""
        places = np.empty(len(self.in_time), np.int32)
        places[self.in_time - 1] = np.arange(len(places))
        return places

    def newest(self, mask: Mask) -> npt.NDArray[np.int64]:
        """Return the numbers of the articles that ``mask`` has, the newest first."""
        return self.in_time[mask[self.in_time - 1]][::-1].astype(np.int64)

    @cached_property
    def folded(self) -> dict[str, list[str]]:
        """The words of each name, with a blank at either end, by facet."""
        names = {"outlet": self.outlets, "origin": self.origins, "language": self.languages, "speaker": self.speakers}
        return {facet: [f" {' '.join(norms(name))} " for name in values] for facet, values in names.items()}


class Search:
    """Searches one catalog; ``connection`` gives the connection of the thread that asks."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        """Search through ``connection``; the arrays are read when they are first needed."""
        self._connection = connection

    def find(self, query: Query) -> Found:
        """Return a page of the articles that ``query`` asks for; none where it asks for nothing."""
        if query.empty:
            return Found(notes=query.notes)
        mask = self._fields(query)
        numbers, ranked = self._with_words(query, mask) if query.terms else (self._columns.newest(mask), False)
        shown = [int(n) for n in numbers[query.offset : query.offset + query.limit]]
        notes = query.notes if ranked or len(numbers) < 2 else (*query.notes, "The newest come first.")
        return Found(self._hits(shown, query), len(numbers), self._facets(numbers - 1), notes)

    def _with_words(self, query: Query, mask: Mask) -> tuple[npt.NDArray[np.int64], bool]:
        """Return the numbers of the articles that have the words, in the order they are shown; and if it is by fit."""
        connection = self._connection()
        found = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.expression,))
        numbers = np.fromiter((n for (n,) in found), np.int64)
        if len(numbers) > RANKED:
            has = np.zeros(len(mask), bool)
            has[numbers - 1] = True
            return self._columns.newest(mask & has), False
        sql = f"SELECT rowid, bm25(words, {_WEIGHTS}) FROM words WHERE words MATCH ?"
        fits = connection.execute(sql, (query.expression,)).fetchall()
        place = self._columns.place
        by_fit = sorted((fit, -int(place[n - 1]), n) for n, fit in fits if mask[n - 1])
        return np.array([n for _, _, n in by_fit], np.int64), True

    def _fields(self, query: Query) -> Mask:
        """Return which articles fit the fields of ``query``."""
        c = self._columns
        mask = np.ones(len(c.day), bool)
        for facet in ("outlet", "origin", "language"):
            if asked := getattr(query, facet):
                wanted = np.zeros(len(c.folded[facet]) + 1, bool)  # the last stands for none
                for value in asked:
                    wanted[self._named(facet, value)] = True
                mask &= wanted[getattr(c, facet)]
        for value in query.speaker:
            said = np.isin(c.spoken_speaker, self._named("speaker", value))
            speaks = np.zeros(len(mask), bool)
            speaks[c.spoken_article[said] - 1] = True
            mask &= speaks
        if query.since or query.until:
            first = query.since.toordinal() if query.since else 0
            after = query.until.toordinal() if query.until else date.max.toordinal() + 1
            mask &= (c.day >= first) & (c.day < after) & (c.day != NONE)
        return mask

    def _named(self, facet: str, value: str) -> list[int]:
        """Return the numbers of the names that are ``value``; if there is none, of those that have all its words."""
        names = self._columns.folded[facet]
        asked = norms(value)
        whole = f" {' '.join(asked)} "
        if exact := [n for n, name in enumerate(names) if name == whole]:
            return exact
        parts = [f" {word} " for word in asked]
        return [n for n, name in enumerate(names) if parts and all(part in name for part in parts)]

    def _facets(self, places: npt.NDArray[np.int64]) -> dict[str, list[tuple[str, int]]]:
        """Return how articles, by their places in the arrays, divide."""
        c = self._columns
        hit = np.zeros(len(c.day) + 1, bool)
        hit[places] = True
        spoken = c.spoken_speaker[hit[c.spoken_article - 1]]
        return {
            "speaker": _most(spoken, c.speakers),
            "outlet": _most(c.outlet[places], c.outlets),
            "origin": _most(c.origin[places], c.origins),
            "day": _days(c.day[places]),
            "language": _most(c.language[places], c.languages),
        }

    def _hits(self, numbers: Sequence[int], query: Query) -> tuple[Hit, ...]:
        connection = self._connection()
        sql = (
            f"SELECT number, {', '.join(schema.names(ArticleRow))} FROM article"
            " WHERE number IN (SELECT value FROM json_each(?))"
        )
        rows = {
            values[0]: schema.row(ArticleRow, values[1:]) for values in connection.execute(sql, (json.dumps(numbers),))
        }
        keys = [self._columns.speaker_keys[n] for value in query.speaker for n in self._named("speaker", value)]
        finder = Finder(connection, query.terms, keys)
        return tuple(finder.hit(rows[n]) for n in numbers if n in rows)

    @cached_property
    def _columns(self) -> _Columns:
        connection = self._connection()

        def value(name: str) -> Any:
            return connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()[0]

        def column(name: str) -> Numbers:
            return np.frombuffer(value(f"column {name}"), "<i4")

        def names(table: str, field: str = "name") -> tuple[str, ...]:
            return tuple(n for (n,) in connection.execute(f"SELECT {field} FROM {table} ORDER BY number"))

        return _Columns(
            column("in_time"),
            column("outlet"),
            column("origin"),
            column("language"),
            column("day"),
            column("spoken_article"),
            column("spoken_speaker"),
            names("outlet"),
            tuple(json.loads(value("origins"))),
            tuple(json.loads(value("languages"))),
            names("speaker"),
            names("speaker", "key"),
        )


def _most(numbers: Numbers, names: Sequence[str]) -> list[tuple[str, int]]:
    """Return the names that occur most, with how often."""
    counts: list[int] = np.bincount(numbers[numbers != NONE], minlength=len(names)).tolist()
    best = heapq.nsmallest(VALUES, (n for n, count in enumerate(counts) if count), lambda n: (-counts[n], names[n]))
    return [(names[n], counts[n]) for n in best]


def _days(days: Numbers) -> list[tuple[str, int]]:
    """Return how many articles each day has, in order; of many days each month, of many months each year."""
    values, counts = np.unique(days[days != NONE], return_counts=True)
    for length in (len("2031-03-04"), len("2031-03"), len("2031")):
        told: dict[str, int] = {}
        for value, count in zip(values.tolist(), counts.tolist(), strict=True):
            name = date.fromordinal(value).isoformat()[:length]
            told[name] = told.get(name, 0) + count
        if len(told) <= DAYS:
            break
    return list(told.items())[-DAYS:]
