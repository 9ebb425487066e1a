"""From articles to copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain
from operator import attrgetter
from typing import Any

from firsthand.link.copies.candidates import Pair, meeting
from firsthand.link.copies.index import Index
from firsthand.link.copies.public import public_passages
from firsthand.link.copies.work import align_all, cut
from firsthand.model import Annotation, Article, Copy
from firsthand.stage import Spread, here


def find_copies(articles: Sequence[Article], annotations: Mapping[str, Annotation]) -> list[Copy]:
    """Return every passage that two articles share, sorted."""
    pairs = meeting(Index(), (), articles, lambda _: ()).pairs
    return whole(copies_between(pairs, {article.id: article for article in articles}, annotations))


def copies_between(
    pairs: Sequence[Pair],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    spread: Spread = here,
) -> list[Copy]:
    """Return the passages that the articles of each pair share, as these two alone tell: see ``whole``.

    They come in no order that means anything.
    """
    return list(_sharing(chain.from_iterable(spread(align_all, cut(pairs, articles, annotations)))))


def _sharing(copies: Iterable[Copy]) -> Iterator[Copy]:
    """Yield copies with equal values as one object each: a third of the memory where there are very many."""
    values_of = attrgetter(*(f.name for f in fields(Copy)))
    known: list[dict[Any, Any]] = [{} for _ in fields(Copy)]
    for copy in copies:
        yield Copy(*(seen.setdefault(value, value) for seen, value in zip(known, values_of(copy), strict=True)))


def whole(copies: Iterable[Copy]) -> list[Copy]:
    """Return the copies of a corpus, sorted, with what the pairs of it tell of each other (``public_passages``).

    Copies that this was done to before, when the corpus was another, are taken as they were found.
    """
    alone = (replace(c, kind=c.alone, alone=None) if c.alone else c for c in copies)
    return public_passages(sorted(alone, key=lambda c: (c.earlier, c.later, c.later_start, c.earlier_start)))
