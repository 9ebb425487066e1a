"""Which article is the last one at each address, and which it took the place of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from firsthand.adding.addresses import place
from firsthand.model import Article, Superseded
from firsthand.store import Snapshot
from firsthand.text import shingles, words

# Two texts of one address are one article where they share so much of the shorter, in runs of so many words. A channel
# or a search page stands for many articles at one address; what they share by chance is far less. Ours.
ALIKE = 0.3
RUN = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """An article at a place: its id, and when it was changed, fetched and published, "" where that is not known."""

    article: str
    updated: str
    fetched: str
    published: str


class Versions:
    """Which article is the last one at each place, and which it took the place of.

    A place is an address (``addresses.place``). Two texts at one address are one article if they are ``alike`` and not
    said to be published at two times: a page of today's weather is another article every day. What is ``watched`` is
    looked at again and again: there an address or a path is one article whatever it says now.
    """

    def __init__(self, path: Path, *, watched: bool) -> None:
        """Take up what is stored; of articles at one place that came before there were versions all stand."""
        self._path, self._watched = path, watched
        snapshot = Snapshot(path)
        self._superseded = {s.article: s.by for s in snapshot.records("superseded")}
        names = ("id", "updated", "fetched", "published", "url", "path")
        rows = zip(*(snapshot.column("articles", name) for name in names), strict=True)
        self._last = {
            where: Seen(name, updated or "", fetched or "", published or "")
            for name, updated, fetched, published, url, file in rows
            if name not in self._superseded and (where := self._place(url, file))
        }

    def after(self, come: Iterable[Article]) -> list[Superseded] | None:
        """Return all that is superseded once these came, in their order, None if that is what was before.

        An article that comes back is the last one again. Where both say when they were changed or fetched, that
        decides: a copy of an earlier state may come later.
        """
        before = dict(self._superseded)
        placed = [(found, article) for article in come if (found := self._place(article.url, article.path))]
        texts = {} if self._watched else self._texts(placed)
        for where, article in placed:
            seen = Seen(article.id, article.updated or "", article.fetched or "", article.published or "")
            last = self._last.get(where, seen)
            if (
                last.article == seen.article
                or self._watched
                or (_may_be_one(last.published, seen.published) and alike(texts[last.article], article.text))
            ):
                self._put(where, last, seen)
        if before == self._superseded:
            return None
        return [Superseded(article, by) for article, by in self._superseded.items()]

    def _place(self, url: str | None, path: str | None) -> str | None:
        return place(url) or ((url or path) if self._watched else None)

    def _texts(self, come: Sequence[tuple[str, Article]]) -> Mapping[str, str]:
        """Return the texts of the new articles and of those that were the last at their places, by id."""
        texts = {article.id: article.text for _, article in come}
        lacking = {self._last[where].article for where, _ in come if where in self._last} - texts.keys()
        if lacking:
            texts |= {a.id: a.text for a in Snapshot(self._path).having("articles", "id", lacking)}
        return texts

    def _put(self, where: str, last: Seen, seen: Seen) -> None:
        if last.article != seen.article and _is_earlier(seen, last):
            self._superseded[seen.article] = last.article
            return
        self._last[where] = seen
        self._superseded.pop(seen.article, None)
        if last.article != seen.article:
            self._superseded[last.article] = seen.article


def _is_earlier(one: Seen, other: Seen) -> bool:
    """Tell whether a page was seen in an earlier state, by the first of its times that both have."""
    known = ((a, b) for a, b in ((one.updated, other.updated), (one.fetched, other.fetched)) if a and b and a != b)
    return next((a < b for a, b in known), False)


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two times of publication may be one: as far as both are known, and on whatever offset."""
    if one.startswith(other) or other.startswith(one):
        return True
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        return first == second
    except ValueError:  # a month or a year
        return False


def alike(one: str, other: str) -> bool:
    """Tell whether two texts share so much that they are states of one page."""
    first, second = (np.unique(shingles(words(text), RUN)) for text in (one, other))
    least = min(len(first), len(second))
    if not least:
        return words(one) == words(other)
    return len(np.intersect1d(first, second, assume_unique=True)) >= ALIKE * least
