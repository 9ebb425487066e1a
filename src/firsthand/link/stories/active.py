"""What a live reading remembers: decayed frequencies of terms, and an index over the articles of the active window.

Both are bounded, the one by the columns of the hash, the other by the articles that are active.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from firsthand.link.stories.rows import HASHED, Row
from firsthand.link.stories.vectors import Columns, Floats, smoothed

# Fields whose terms are weighed by rarity.
WEIGHED = ("words", "names", "lead", "figures", "speech", "phrases")
# Articles after which what was seen counts 1/e. Ours: some days of a large newsroom's feeds.
MEMORY = 50_000
_LARGE = 1e6  # a weight at which the counts are scaled down again, long before they lose digits

# Terms of an article that are looked up, newest articles that a term remembers, and candidates of an article. With
# them the work for an article is bounded, however common its words are.
TERMS, POSTINGS, NEIGHBOURS = 40, 120, 30
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
        self._postings: dict[int, list[tuple[int, float]]] = {}

    def __len__(self) -> int:
        """Return the number of entries."""
        return sum(map(len, self._postings.values()))

    def nearest(self, terms: Sequence[tuple[int, float]]) -> list[int]:
        """Return the numbers of the articles with the greatest products, at most ``NEIGHBOURS``, best first."""
        scores: dict[int, float] = {}
        for term, value in terms:
            for number, other in self._postings.get(term, ()):
                scores[number] = scores.get(number, 0.0) + value * other
        likely = [(-score, number) for number, score in scores.items() if score > LEAST_PRODUCT]
        return [number for _, number in sorted(likely)[:NEIGHBOURS]]

    def add(self, number: int, terms: Sequence[tuple[int, float]]) -> None:
        """Enter an article, whose number is greater than any before."""
        for term, value in terms:
            postings = self._postings.setdefault(term, [])
            postings.append((number, value))
            if len(postings) > POSTINGS:
                del postings[0]

    def remove(self, number: int, terms: Sequence[tuple[int, float]]) -> None:
        """Take an article out again."""
        for term, _ in terms:
            left = [entry for entry in self._postings.get(term, ()) if entry[0] != number]
            if left:
                self._postings[term] = left
            else:
                self._postings.pop(term, None)


def heaviest(columns: npt.NDArray[np.int32], values: Floats) -> list[tuple[int, float]]:
    """Return the ``TERMS`` greatest values with their columns, greatest first."""
    order = np.lexsort((columns, -values))[:TERMS]
    return list(zip(columns[order].tolist(), values[order].tolist(), strict=True))


def rows_of(matrix: sparse.csr_matrix) -> Iterator[tuple[npt.NDArray[np.int32], Floats]]:
    """Yield the columns and values of each row."""
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        yield matrix.indices[start:end], matrix.data[start:end]
