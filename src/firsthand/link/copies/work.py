"""The alignment of many pairs of articles in pieces: each holds the articles that it needs, and knows nothing else.

Pairs that hang together stay together, so that an article is read into words once or a few times, and no process needs
all articles. Where very many have one text each of them meets the same few hubs: a piece has some of the many, all of
their pairs, and the hubs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from firsthand.link.copies.body import body
from firsthand.link.copies.candidates import Pair
from firsthand.link.copies.passages import copies_of
from firsthand.model import Annotation, Article, Copy

# Pairs of one piece. Ours: some tenths of a second of alignment, some hundred articles.
PAIRS = 512
# Articles whose words are kept at hand while a piece is aligned.
BODIES = 1_024


@dataclass(frozen=True, slots=True)
class Work:
    """Pairs of articles, and these articles with their annotations by id."""

    pairs: Sequence[Pair]
    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]


def align_all(work: Work) -> list[Copy]:
    """Return the passages that the articles of each pair share, pair by pair."""
    words_of = lru_cache(BODIES)(lambda name: body(work.articles[name], work.annotations.get(name)))
    copies: list[Copy] = []
    for pair in work.pairs:
        earlier, later = sorted(pair, key=lambda name: work.articles[name].order)
        copies.extend(copies_of(words_of(earlier), words_of(later)))
    return copies


def cut(
    pairs: Sequence[Pair], articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
) -> Iterator[Work]:
    """Yield the pairs in pieces, each pair in one."""
    for part in _parts(pairs):
        names = sorted({name for pair in part for name in pair})
        known = {name: annotations[name] for name in names if name in annotations}
        yield Work(part, {name: articles[name] for name in names}, known)


def _parts(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """Yield the pairs by what hangs together, then by the side that is in fewer pairs, ``PAIRS`` of them at a time."""
    if len(pairs) <= PAIRS:
        yield pairs
        return
    names = {name: n for n, name in enumerate(sorted({name for pair in pairs for name in pair}))}
    sides = np.array([[names[a], names[b]] for a, b in pairs], dtype=np.int64)
    graph = sparse.coo_matrix((np.ones(len(sides), np.int8), (sides[:, 0], sides[:, 1])), shape=(len(names),) * 2)
    _, component = csgraph.connected_components(graph, directed=False)
    degree = np.bincount(sides.ravel(), minlength=len(names))
    hub = degree[sides].argmax(axis=1)
    rows = np.arange(len(sides))
    leaves, hubs = sides[rows, 1 - hub], sides[rows, hub]
    order = np.lexsort((hubs, leaves, component[leaves])).tolist()
    for start in range(0, len(order), PAIRS):
        yield [pairs[k] for k in order[start : start + PAIRS]]
