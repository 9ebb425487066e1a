"""From articles to copies."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from firsthand.link.copies.candidates import Pair, meeting
from firsthand.link.copies.index import Index
from firsthand.link.copies.public import public_passages
from firsthand.link.copies.work import align_all, cut
from firsthand.model import Annotation, Article, Copy
from firsthand.model.copies import Copies
from firsthand.stage import Spread, here


def find_copies(articles: Sequence[Article], annotations: Mapping[str, Annotation]) -> Copies:
    """Return every passage that two articles share, sorted."""
    pairs = meeting(Index(), (), articles, lambda _: ()).pairs
    return whole(copies_between(pairs, {article.id: article for article in articles}, annotations))


def copies_between(
    pairs: Sequence[Pair],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    spread: Spread = here,
) -> Copies:
    """Return the passages that the articles of each pair share, as these two alone tell: see ``whole``.

    They come in no order that means anything.
    """
    return Copies.of(chain.from_iterable(spread(align_all, cut(pairs, articles, annotations))))


def whole(copies: Iterable[Copy]) -> Copies:
    """Return the copies of a corpus, sorted, with what the pairs of it tell of each other (``public_passages``).

    Copies that this was done to before, when the corpus was another, are taken as they were found.
    """
    return public_passages(Copies.of(copies).alone().in_order())
