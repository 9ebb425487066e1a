"""What an arrival reads of a corpus: rows by the ids that they name, and never a whole table of texts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from firsthand.link.recurring import without
from firsthand.model import Annotation, Article, Copy, Recurrence
from firsthand.pipeline.link import Boilerplate, Seen
from firsthand.pipeline.remembered import Remembered
from firsthand.trace.evidence.tellings import other_of

T = TypeVar("T")


class Shelf:
    """A corpus as an arrival sees it. ``recur`` says what is kept out of matching, where that is not what is stored.

    ``remembered`` is what was read of articles and stories before.
    """

    def __init__(self, stored: Seen, recur: Boilerplate | None = None, remembered: Remembered | None = None) -> None:
        """Read from ``stored`` as things are asked for."""
        self.stored = stored
        self.remembered = remembered or Remembered()
        self._told = recur.about if recur else frozenset[str]()
        self._recurring: dict[str, list[Recurrence]] = defaultdict(list)
        for r in recur.recurring if recur else ():
            self._recurring[r.article].append(r)
        self._articles: dict[str, Article] = {}
        self._annotations: dict[str, Annotation] = {}
        self._asked: set[str] = set()  # articles whose copies are known
        self._copies: dict[str, list[Copy]] = defaultdict(list)

    def articles(self, names: Iterable[str]) -> dict[str, Article]:
        """Return articles without what recurs, by id."""
        wanted = sorted(set(names))
        self._fetch(wanted)
        return {name: self._articles[name] for name in wanted if name in self._articles}

    def annotations(self, names: Iterable[str]) -> dict[str, Annotation]:
        """Return annotations without what recurs, by their articles' ids."""
        wanted = sorted(set(names))
        self._fetch(wanted)
        return {name: self._annotations[name] for name in wanted if name in self._annotations}

    def having(self, table: str, values: Iterable[str], column: str) -> list[Any]:
        """Return the rows of a table that have one of ``values`` in the column."""
        wanted = set(values)
        return self.stored.having(table, column, wanted) if wanted else []

    def copies(self, names: Iterable[str]) -> list[Copy]:
        """Return the stored copies that one of the articles takes part in; the table is read for each article once."""
        wanted = set(names)
        lacking = wanted - self._asked
        # Copies are told apart by who takes part in them: hashing them costs more than reading them.
        rows = self.having("copies", lacking, "earlier")
        rows += [c for c in self.having("copies", lacking, "later") if c.earlier not in lacking]
        for c in rows:
            if c.earlier not in self._asked and c.later not in self._asked:  # else it was read for that one
                self._copies[c.earlier].append(c)
                self._copies[c.later].append(c)
        self._asked |= lacking
        found = ((name, c) for name in sorted(wanted) for c in self._copies.get(name, ()))
        return [c for name, c in found if (other := other_of(c, name)) not in wanted or name < other]

    def _fetch(self, wanted: Sequence[str]) -> None:
        lacking = [name for name in wanted if name not in self._articles]
        if not lacking:
            return
        articles = {a.id: a for a in self.having("articles", lacking, "id")}
        annotations = {a.article: a for a in self.having("annotations", lacking, "article")}
        articles, annotations = without(articles, annotations, self._kept_out(lacking))
        self._articles.update(articles)
        self._annotations.update(annotations)

    def _kept_out(self, names: Sequence[str]) -> list[Recurrence]:
        told = [r for name in names for r in self._recurring.get(name, ())]
        return [*told, *self.having("recurring", set(names) - self._told, "article")]


def partners(copies: Iterable[Copy], names: Iterable[str]) -> set[str]:
    """Return who shares a passage with one of the articles, themselves among them."""
    of = set(names)
    return of.union(*((c.earlier, c.later) for c in copies if c.earlier in of or c.later in of))
