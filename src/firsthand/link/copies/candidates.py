"""Which pairs of articles may share text: two corpus stages over sampled shingles.

The sample is by value (a hash is taken or not, wherever it stands), so two articles that share a passage sample the
same shingles of it, as in Manber, "Finding similar files in a large file system", 1994.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from firsthand.link.copies.body import Body

# One shingle in four is kept: a shared passage of 20 words leaves four, and one is missed by chance in 1 of 100.
SAMPLE = np.uint64(4)
# Below this size every pair of a group is a candidate; above, each article meets the first and its predecessor only,
# so that a text on 10,000 pages costs 20,000 pairs and not 50 million. Ours.
FULL_GROUP = 24
# Shared sampled shingles that make a pair worth aligning; one can be a set phrase.
MIN_VOTES = 2

Pair = tuple[str, str]


class Candidates:
    """Emits each article under its sampled shingles; concludes the pairs that meet under one."""

    def emit(self, record: Body) -> Iterator[tuple[int, str]]:
        """Yield the sampled shingles of the article's words, each once."""
        sampled = np.unique(record.hashes[record.hashes % SAMPLE == 0])
        for value in sampled.tolist():
            yield value, record.article

    def combine(self, key: int, group: Sequence[str]) -> Iterator[Pair]:
        """Yield the pairs under one shingle: all of them in a small group, a chain and a star in a large one."""
        del key
        if len(group) <= FULL_GROUP:
            for k, second in enumerate(group):
                for first in group[:k]:
                    yield first, second
            return
        for k in range(1, len(group)):
            yield group[0], group[k]
            if k > 1:
                yield group[k - 1], group[k]


class PairVotes:
    """Keeps the pairs that met under enough shingles."""

    def emit(self, record: Pair) -> Iterable[tuple[Pair, int]]:
        """Yield the pair itself as the key: records are pairs in one order already."""
        return ((record, 1),)

    def combine(self, key: Pair, group: Sequence[int]) -> Iterable[Pair]:
        """Yield the pair if it has the votes."""
        return (key,) if len(group) >= MIN_VOTES else ()
