"""Runs of equal words of two texts: long ones first, then short ones in what these leave."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

# The shortest run looked for where long ones have been found: three words.
SHORT = 3
# A seed that stands in more places than this on the first side is looked up in the first of them only: repeated
# sentences stay linear.
MAX_PLACES = 8

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


class Words(Protocol):
    """What is asked of a text: its words, and a hash for the long and for the short seed that begins at each."""

    @property
    def norms(self) -> Sequence[str]: ...
    @property
    def hashes(self) -> Hashes: ...
    @property
    def short(self) -> Hashes: ...


class Run(NamedTuple):
    """Equal words: ``size`` of them from word ``a`` on one side and word ``b`` on the other."""

    a: int
    b: int
    size: int


def runs(first: Words, second: Words) -> list[Run]:
    """Return runs of equal words by ``b``, each word of either side in one at most.

    There are short runs only where there is a long one. The words looked at are at most ``2 * MAX_PLACES`` times those
    of the texts.
    """
    search = Search(first.norms, second.norms)
    search.add(first.hashes, second.hashes)
    if search.found:
        search.add(first.short, second.short)
    return sorted(search.found, key=lambda run: run.b)


class Search:
    """Two texts, and the runs found so far; ``looks`` counts comparisons of words."""

    def __init__(self, first: Sequence[str], second: Sequence[str]) -> None:
        self.found: list[Run] = []
        self.looks = 0
        self._first, self._second = first, second
        # One more at the end stands for the end of the text.
        self._used_a, self._used_b = bytearray(len(first) + 1), bytearray(len(second) + 1)
        self._used_a[-1] = self._used_b[-1] = 1

    def add(self, first_seeds: Hashes, second_seeds: Hashes) -> None:
        """Find the runs that begin with a seed, from left to right, the longest of those that begin at one word.

        ``first_seeds[k]`` stands for the words of a seed from ``k`` on.
        """
        here, there = _unused(self._used_a, first_seeds), _unused(self._used_b, second_seeds)
        order = here[np.argsort(first_seeds[here], kind="stable")]
        ordered, wanted = first_seeds[order], second_seeds[there]
        start, stop = np.searchsorted(ordered, wanted), np.searchsorted(ordered, wanted, side="right")
        shared = stop > start
        stop = np.minimum(stop, start + MAX_PLACES)
        end, expected = 0, -1
        for b, low, high in zip(*(row[shared].tolist() for row in (there, start, stop)), strict=True):
            run = self._longest(order[low:high].tolist(), b, expected) if b >= end else None
            if run is not None:
                self.found.append(run)
                self._used_a[run.a : run.a + run.size] = b"\x01" * run.size
                self._used_b[run.b : run.b + run.size] = b"\x01" * run.size
                end, expected = b + run.size, run.a + run.size

    def _longest(self, places: Sequence[int], b: int, expected: int) -> Run | None:
        """Return the longest run from ``b`` on; of equals, the one nearest to where the last run ended."""
        best: Run | None = None
        for a in places:
            size = self._equal(a, b)
            if size < SHORT:
                continue
            if best is None or (size, -abs(a - expected)) > (best.size, -abs(best.a - expected)):
                best = Run(a, b, size)
        return best

    def _equal(self, a: int, b: int) -> int:
        """Return how many words are equal from here on and in no run yet."""
        x, y, used_a, used_b = self._first, self._second, self._used_a, self._used_b
        start = a
        while not used_a[a] and not used_b[b] and x[a] == y[b]:
            a += 1
            b += 1
        self.looks += a - start + 1
        return a - start


def _unused(used: bytearray, seeds: Hashes) -> Places:
    """Return where seeds begin at a word that is in no run yet."""
    return np.flatnonzero(np.frombuffer(used, dtype=np.uint8, count=len(seeds)) == 0)
