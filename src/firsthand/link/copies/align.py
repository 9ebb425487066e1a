"""The exact alignment of two articles: seed, chain, extend, trim.

Seeds are runs of equal words, long ones first, then short ones in what is left (``runs``). Runs that follow each other
on both sides are chained where the words between can be an edit (``chains``). What lies between two runs of a chain,
and shortly before and after it, is then compared word by word. Ends that hold more changed than equal words are cut
off, and a chain is a passage if enough of it is in runs longer than chance makes them. Passages may come in another
order on the other side. The method is that of the plagiarism detectors of PAN 2014: seed, extend, filter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import LCSseq

from firsthand.link.copies.body import Body
from firsthand.link.copies.chains import CHANCE_RUN, Chain, chains, changed, characters, cut, evidence, gap, words
from firsthand.link.copies.runs import Run, runs

# The figures here and in ``chains`` were chosen on planted copies (``python -m benchmarks.copies.planted BACKGROUND``,
# seeds 7 to 9): as many rewritten ones as can be had at a precision of .99, and passages of real pages read one by one
# (``benchmarks.copies.passages``).

# A stretch longer than this with no run of three words and fewer equal words than this share parts two passages.
MAX_HOLE = 12
HOLE_DENSITY = 0.3
# Words on either side of a chain that are compared with each other.
REACH = 16
# What a changed word costs where ends are trimmed; an equal one is worth 1, so an end must be equal in most words.
CHANGE_COST = 0.7
# The shortest passage kept, in equal words and in characters.
MIN_WORDS = 12
MIN_CHARACTERS = 60
# What a passage must be worth (``_worth``): as much as one run of 12 words, and more by each changed word, up to that
# of a passage rewritten throughout. Forms fill in other words between the same short runs ("profit rose to … from …").
MIN_WORTH = 22
REWRITTEN_WORTH = 30
# The share of a passage's words that are equal. Texts on other matters have a third in common, words in order.
MIN_DENSITY = 0.5


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages that two articles share, as chains of runs, by position on the second side."""

    chains: tuple[Chain, ...]


def align(first: Body, second: Body) -> Passages:
    """Return the passages that the two share, each word of either side in one at most."""
    found = runs(first, second)
    if not found:
        return Passages(())
    taken = _Taken(first, second)
    kept = []
    for chain in chains(found):
        for piece in (p for free in taken.free(chain) for p in _whole_pieces(taken.extended(free))):
            trimmed = _trimmed(piece)
            if _is_passage(trimmed, second) and not taken.meets(trimmed):
                taken.take(trimmed)
                kept += _without_asides(trimmed, first, second)
    return Passages(tuple(sorted(kept, key=lambda chain: chain[0].b)))


class _Taken:
    """The words of two articles that are in a passage already, and chains extended into the others."""

    def __init__(self, first: Body, second: Body) -> None:
        self._first, self._second = first.norms, second.norms
        self._a, self._b = bytearray(len(first.norms)), bytearray(len(second.norms))

    def take(self, chain: Chain) -> None:
        """Mark the words from the first to the last run as used, those between them included."""
        start, end = chain[0], chain[-1]
        self._a[start.a : end.a + end.size] = b"\x01" * (end.a + end.size - start.a)
        self._b[start.b : end.b + end.size] = b"\x01" * (end.b + end.size - start.b)

    def meets(self, chain: Chain) -> bool:
        """Tell whether a word between the chain's ends is taken: an earlier piece may have reached into it."""
        start, end = chain[0], chain[-1]
        return self._a.find(1, start.a, end.a + end.size) >= 0 or self._b.find(1, start.b, end.b + end.size) >= 0

    def free(self, chain: Chain) -> list[Chain]:
        """Return the chain without words that are taken, parted where others lie between its runs."""
        out: list[list[Run]] = []
        for run in filter(None, map(self._free, chain)):
            last = out[-1][-1] if out else None
            if last and self._a.find(1, last.a, run.a) < 0 and self._b.find(1, last.b, run.b) < 0:
                out[-1].append(run)
            else:
                out.append([run])
        return [tuple(part) for part in out]

    def extended(self, chain: Chain) -> list[Run]:
        """Return a free chain with the equal words between its runs and shortly before and after it."""
        out: list[Run] = self._beyond(chain[0], before=True)
        for last, run in pairwise(chain):
            out.append(last)
            out += self._between(last.a + last.size, run.a, last.b + last.size, run.b)
        out.append(chain[-1])
        return out + self._beyond(chain[-1], before=False)

    def _free(self, run: Run) -> Run | None:
        """Return the first stretch of the run that is free on both sides."""
        if self._a.find(1, run.a, run.a + run.size) < 0 and self._b.find(1, run.b, run.b + run.size) < 0:
            return run
        taken = [self._a[run.a + k] | self._b[run.b + k] for k in range(run.size)]
        start = next((k for k, used in enumerate(taken) if not used), run.size)
        size = next((k for k, used in enumerate(taken[start:]) if used), run.size - start)
        return Run(run.a + start, run.b + start, size) if size else None

    def _beyond(self, run: Run, *, before: bool) -> list[Run]:
        if before:
            a, b = self._back(self._a, run.a), self._back(self._b, run.b)
            found = self._between(a, run.a, b, run.b)
        else:
            a, b = run.a + run.size, run.b + run.size
            found = self._between(a, self._on(self._a, a), b, self._on(self._b, b))
        return [r for r in found if r.size >= CHANCE_RUN]

    def _between(self, a: int, a_end: int, b: int, b_end: int) -> list[Run]:
        if a >= a_end or b >= b_end:
            return []
        blocks = LCSseq.editops(self._first[a:a_end], self._second[b:b_end]).as_matching_blocks()
        return [Run(a + block.a, b + block.b, block.size) for block in blocks if block.size]

    @staticmethod
    def _back(taken: bytearray, at: int) -> int:
        return max(at - REACH, taken.rfind(1, 0, at) + 1)

    @staticmethod
    def _on(taken: bytearray, at: int) -> int:
        found = taken.find(1, at, at + REACH)
        return found if found >= 0 else min(at + REACH, len(taken))


def _whole_pieces(chain: Sequence[Run]) -> list[Sequence[Run]]:
    """Return the chain cut where so little is equal for so long that two other texts could stand there."""
    solid = [k for k, run in enumerate(chain) if run.size > CHANCE_RUN]
    cuts = []
    for k, n in pairwise(solid):
        hole = max(gap(chain[k], chain[n]))
        if hole > MAX_HOLE and words(chain[k + 1 : n]) < HOLE_DENSITY * hole:
            cuts.append((k + 1, n))
    ends = [0, *(n for _, n in cuts)], [*(k for k, _ in cuts), len(chain)]
    return [chain[start:end] for start, end in zip(*ends, strict=True)]


def _without_asides(chain: Chain, first: Body, second: Body) -> list[Chain]:
    """Return the passage in pieces: what stands between an article's own words on its page is not in it."""
    at_a, at_b = first.asides, second.asides
    if not len(at_a) and not len(at_b):
        return [chain]
    a, b = (np.concatenate([np.arange(run[side], run[side] + run.size) for run in chain]) for side in (0, 1))
    parts = np.searchsorted(at_a, a) + np.searchsorted(at_b, b)
    pieces: list[Chain] = []
    rest = chain
    for k in (np.flatnonzero(np.diff(parts)) + 1)[::-1].tolist():
        rest, piece = cut(rest, k)
        pieces.append(piece)
    return [p for p in (rest, *pieces[::-1]) if words(p) >= MIN_WORDS]


def _trimmed(chain: Sequence[Run]) -> Chain:
    """Return the stretch of the chain that is worth most: its ends hold more equal words than changed ones."""
    best = total = 0.0
    start, span = 0, (0, 0)
    for k, run in enumerate(chain):
        if k:
            total -= CHANGE_COST * max(gap(chain[k - 1], run))
        if total <= 0:
            total, start = 0.0, k
        total += run.size
        if total > best:
            best, span = total, (start, k + 1)
    return tuple(chain[span[0] : span[1]])


def _worth(chain: Chain) -> float:
    """Return the equal words, those in long runs counted twice, less what the changed ones cost."""
    return words(chain) + evidence(chain) - CHANGE_COST * changed(chain)


def _is_passage(chain: Chain, second: Body) -> bool:
    equal = words(chain)
    return (
        equal >= MIN_WORDS
        and _worth(chain) >= min(MIN_WORTH + changed(chain), REWRITTEN_WORTH)
        and equal >= MIN_DENSITY * (equal + changed(chain))
        and characters(chain, second) >= MIN_CHARACTERS
    )
