"""What a live reading remembers: decayed frequencies of terms, and an index over the articles of the active window.

Both are bounded, the one by the columns of the hash, the other by the articles that are active.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from firsthand.link.stories.rows import HASHED, Row
from firsthand.link.stories.vectors import Columns, Floats, smoothed

# Fields whose terms are weighed by rarity.
WEIGHED = ("words", "names", "lead", "figures", "speech", "phrases", "pieces")
# Articles after which what was seen counts 1/e. Ours: some days of a large newsroom's feeds.
MEMORY = 50_000
_LARGE = 1e6  # a weight at which the counts are scaled down again, long before they lose digits

# Terms of an article that are looked up, newest articles that a term remembers, and candidates of an article. With
# them the work for an article is bounded, however common its words are. As many terms and candidates as in batch:
# with 40 and 30 the pages of lineage agree with a reading at once to ARI .59, with these to .76, and ecbplus costs
# 0.8 times as much.
TERMS, POSTINGS, NEIGHBOURS = 160, 120, 60
# Below this share of a term product two articles have no more in common than any two; it saves comparing them.
LEAST_PRODUCT = 0.05


class Frequencies:
    """In how many articles, decayed, each term stood; one float a column and field."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self._counts = {field: np.zeros(HASHED, dtype=np.float32) for field in WEIGHED}
        self._seen = dict.fromkeys(WEIGHED, 0.0)
        self._weight = 1.0

    def add(self, row: Row) -> None:
        """Count the terms of an article, newer ones for more: the same as letting the older ones fade."""
        self._weight *= 1 + 1 / MEMORY
        for field, counts in self._counts.items():
            np.add.at(counts, row.columns[field], np.float32(self._weight))
            self._seen[field] += self._weight * (len(row.utterances) if field == "speech" else 1)
        if self._weight > _LARGE:
            for field, counts in self._counts.items():
                counts /= self._weight
                self._seen[field] /= self._weight
            self._weight = 1.0

    def rarity(self, field: str, _: sparse.csr_matrix, columns: Columns) -> Floats:
        """Return the smoothed inverse document frequencies of columns of a field."""
        return smoothed(self._counts[field][columns] / self._weight, self._seen[field] / self._weight)


class Index:
    """Which active articles, by their numbers, have a word: the newest ``POSTINGS`` of each."""

    def __init__(self) -> None:
        """Start with no article."""
        self._postings: dict[int, tuple[array[int], array[float]]] = {}  # numbers, ascending, and values

    def __len__(self) -> int:
        """Return the number of entries."""
        return sum(len(numbers) for numbers, _ in self._postings.values())

    def nearest(self, terms: Sequence[tuple[int, float]]) -> list[int]:
        """Return the numbers of the articles with the greatest products, at most ``NEIGHBOURS``, best first."""
        met = [(*self._postings[term], value) for term, value in terms if term in self._postings]
        if not met:
            return []
        numbers = np.concatenate([np.frombuffer(found, np.int64) for found, _, _ in met])
        values = np.concatenate([np.frombuffer(others, np.float64) * value for _, others, value in met])
        least = int(numbers.min())
        scores = np.bincount(numbers - least, values)
        likely = np.flatnonzero(scores > LEAST_PRODUCT)
        order = np.lexsort((likely, -scores[likely]))[:NEIGHBOURS]
        out: list[int] = (likely[order] + least).tolist()
        return out

    def add(self, number: int, terms: Sequence[tuple[int, float]]) -> None:
        """Enter an article; one that is older than all that a full term remembers is not remembered."""
        for term, value in terms:
            numbers, values = self._postings.setdefault(term, (array("q"), array("d")))
            at = bisect_left(numbers, number)
            numbers.insert(at, number)
            values.insert(at, value)
            if len(numbers) > POSTINGS:
                del numbers[0], values[0]

    def remove(self, number: int, terms: Sequence[tuple[int, float]]) -> None:
        """Take an article out again."""
        for term, _ in terms:
            numbers, values = self._postings.get(term, (array("q"), array("d")))
            at = bisect_left(numbers, number)
            if at < len(numbers) and numbers[at] == number:
                del numbers[at], values[at]
                if not numbers:
                    del self._postings[term]


def heaviest(columns: npt.NDArray[np.int32], values: Floats) -> list[tuple[int, float]]:
    """Return the ``TERMS`` greatest values with their columns, greatest first."""
    order = np.lexsort((columns, -values))[:TERMS]
    return list(zip(columns[order].tolist(), values[order].tolist(), strict=True))


def rows_of(matrix: sparse.csr_matrix) -> Iterator[tuple[npt.NDArray[np.int32], Floats]]:
    """Yield the columns and values of each row."""
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        yield matrix.indices[start:end], matrix.data[start:end]
