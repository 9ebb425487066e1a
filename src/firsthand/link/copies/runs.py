"""Runs of equal words of two texts: long ones first, then short ones in what these leave."""

from collections.abc import Container, Hashable, Iterable, Sequence
from itertools import compress
from typing import NamedTuple

# The shortest run looked for where long ones have been found: three words.
SHORT = 3
# A seed that stands in more places than this on the first side is looked up in the first of them only: repeated
# sentences stay linear.
MAX_PLACES = 8
# Used words become unused ones, and the other way round.
_TURNED = bytes((1, 0, *range(2, 256)))


class Run(NamedTuple):
    """Equal words: ``size`` of them from word ``a`` on one side and word ``b`` on the other."""

    a: int
    b: int
    size: int


def runs(
    first: Sequence[str], first_seeds: Sequence[Hashable], second: Sequence[str], second_seeds: Sequence[Hashable]
) -> list[Run]:
    """Return runs of equal words by ``b``, each word of either side in one at most.

    ``first_seeds[k]`` stands for the words of a long seed from ``k`` on. There are short runs only where there is a
    long one. The words looked at are at most ``2 * MAX_PLACES`` times those of the texts.
    """
    search = Search(first, second)
    search.add(first_seeds, second_seeds)
    if search.found:
        search.add(_short(first), _short(second))
    return sorted(search.found, key=lambda run: run.b)


def _short(norms: Sequence[str]) -> Iterable[Hashable]:
    return zip(*(norms[k:] for k in range(SHORT)), strict=False)


class Search:
    """Two texts, and the runs found so far; ``looks`` counts comparisons of words."""

    def __init__(self, first: Sequence[str], second: Sequence[str]) -> None:
        self.found: list[Run] = []
        self.looks = 0
        self._first, self._second = first, second
        # One more at the end stands for the end of the text.
        self._used_a, self._used_b = bytearray(len(first) + 1), bytearray(len(second) + 1)
        self._used_a[-1] = self._used_b[-1] = 1

    def add(self, first_seeds: Iterable[Hashable], second_seeds: Iterable[Hashable]) -> None:
        """Find the runs that begin with a seed, from left to right, the longest of those that begin at one word."""
        there = _unused(self._used_b, second_seeds)
        places = _places(_unused(self._used_a, first_seeds), {seed for _, seed in there})
        end, expected = 0, -1
        for b, seed in there if places else ():
            run = self._longest(places[seed], b, expected) if b >= end and seed in places else None
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


def _unused(used: bytearray, seeds: Iterable[Hashable]) -> list[tuple[int, Hashable]]:
    """Return the seeds that begin at a word that is in no run yet, with its place."""
    return list(compress(enumerate(seeds), used.translate(_TURNED)))


def _places(seeds: Iterable[tuple[int, Hashable]], shared: Container[Hashable]) -> dict[Hashable, list[int]]:
    """Return where shared seeds stand: the first places each."""
    places: dict[Hashable, list[int]] = {}
    for a, seed in seeds:
        if seed in shared:
            found = places.setdefault(seed, [])
            if len(found) < MAX_PLACES:
                found.append(a)
    return places
