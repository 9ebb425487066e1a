"""Copies of a corpus that grows: what is new meets the stored index, and what is known of the others stays."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from firsthand.link.copies import Index, copies_between, meeting, whole
from firsthand.model import Annotation, Article, Copy
from firsthand.model.copies import Copies
from firsthand.pipeline.link import Boilerplate
from firsthand.stage import Spread, here

# The set of arrays that the index is stored as.
FINGERPRINTS = "fingerprints"
# Raise it when another version of the candidates or of the alignment would find other copies: all are found anew then.
SCHEME = 3


class Stored(Protocol):
    """What is kept of the copies found before."""

    def arrays(self, name: str) -> list[dict[str, Any]]:
        """Return the segments of a set of arrays."""
        ...


@dataclass(frozen=True, slots=True)
class Copied:
    """The copies that articles of ``touched`` take part in, and the index to be stored beside them, as arrays."""

    found: Copies
    touched: frozenset[str]
    arrays: list[dict[str, Any]]

    def beside(self, stored: Iterable[Copy]) -> Copies:
        """Return all copies of the corpus, sorted; ``stored`` are those before the change."""
        kept = (c for c in stored if c.earlier not in self.touched and c.later not in self.touched)
        return whole(chain(kept, self.found))


def recopy(
    before: Mapping[str, Article],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    recur: Boilerplate,
    stored: Stored,
    again: Collection[str] = (),
    spread: Spread = here,
) -> Copied:
    """Return what follows for the copies of a corpus from its new articles and from what recurs in others now.

    ``before`` are the articles as they are stored, ``articles`` and ``annotations`` those without what recurs. Of
    articles to be found ``again`` the stored copies are not all there.
    """
    index = stored_index(stored)
    come = (recur.new | recur.changed).union(again) if index.segments else frozenset(articles)
    gone = recur.as_before({name: before[name] for name in come - recur.new} if index.segments else {})
    return copies(
        index,
        list(gone.values()),
        [articles[name] for name in sorted(come)],
        lambda names: {name: articles[name] for name in names},
        lambda _: annotations,
        spread,
    )


def stored_index(stored: Stored) -> Index:
    """Return the index of the articles linked before; one without articles where another scheme was used."""
    return Index.from_arrays(stored.arrays(FINGERPRINTS), SCHEME)


def copies(
    index: Index,
    gone: Collection[Article],
    come: Collection[Article],
    fetch: Callable[[Collection[str]], Mapping[str, Article]],
    notes: Callable[[Collection[str]], Mapping[str, Annotation]],
    spread: Spread = here,
) -> Copied:
    """Return what follows from a change of the corpus: of an article that changed, its old form is ``gone``.

    ``fetch`` and ``notes`` give articles and annotations by ids, both as they are after the change. None but those
    that share text with what changed are asked for.
    """
    met = meeting(index, gone, come, lambda names: list(fetch(names).values()), spread)
    wanted = {name for pair in met.pairs for name in pair}
    new = {article.id: article for article in come}
    articles = {**fetch(wanted - new.keys()), **new}
    found = copies_between(met.pairs, articles, notes(wanted), spread)
    return Copied(found, met.touched, met.index.to_arrays(SCHEME))
