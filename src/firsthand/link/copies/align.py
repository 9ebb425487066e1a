"""The exact alignment of two articles: seed, extend, chain.

Seeds are shingles that both have; each is extended word by word to a maximal run of equal words; runs that follow each
other on both sides with little between are chained into one passage. Passages may come in another order on the other
side. The method is that of plagiarism detectors (seed–extend–filter, PAN 2014) in its plainest form.
"""

from collections import defaultdict
from dataclasses import dataclass

from firsthand.link.copies.body import SHINGLE, Body

# A gap in words, on either side, that does not end a passage: a changed date, a dropped clause.
MAX_GAP = 8
# The shortest passage kept, in equal words and in characters. Independent articles on one event of the lineage set
# share runs of 7 words outside quotations, names and titles mostly; see benchmarks/copies.
MIN_WORDS = 12
MIN_CHARACTERS = 60
# A word run that stands in more places than this on one side is no seed: repeated sentences stay linear.
MAX_PLACES = 8


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: ``size`` of them from word ``a`` on one side and word ``b`` on the other."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages that two articles share, as chains of runs, longest text first by position on the second side."""

    chains: tuple[tuple[Run, ...], ...]


def align(first: Body, second: Body) -> Passages:
    """Return the passages that the two share, each word of either side in one at most."""
    chains = _chain(_runs(first, second))
    return Passages(tuple(chain for chain in chains if _long_enough(chain, second)))


def _runs(first: Body, second: Body) -> list[Run]:
    places: dict[int, list[int]] = defaultdict(list)
    for a, value in enumerate(first.hashes.tolist()):
        if len(places[value]) < MAX_PLACES:
            places[value].append(a)
    used = bytearray(len(first.norms))
    runs: list[Run] = []
    values = second.hashes.tolist()
    b = 0
    expected = -1
    while b < len(values):
        run = _longest(first, second, [a for a in places.get(values[b], ()) if not used[a]], b, expected)
        if run is None:
            b += 1
            continue
        runs.append(run)
        used[run.a : run.a + run.size] = b"\x01" * run.size
        b += run.size
        expected = run.a + run.size
    return runs


def _longest(first: Body, second: Body, places: list[int], b: int, expected: int) -> Run | None:
    """Return the longest run from ``b`` on; of equals, the one that goes on where the last run ended."""
    best: Run | None = None
    for a in places:
        size = _equal(first, second, a, b)
        if size < SHINGLE:
            continue
        if best is None or (size, -abs(a - expected)) > (best.size, -abs(best.a - expected)):
            best = Run(a, b, size)
    return best


def _equal(first: Body, second: Body, a: int, b: int) -> int:
    x, y = first.norms, second.norms
    size = 0
    while a + size < len(x) and b + size < len(y) and x[a + size] == y[b + size]:
        size += 1
    return size


def _chain(runs: list[Run]) -> list[tuple[Run, ...]]:
    chains: list[list[Run]] = []
    for run in runs:  # by ``b``
        if chains and _follows(chains[-1][-1], run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return [tuple(chain) for chain in chains]


def _follows(last: Run, run: Run) -> bool:
    gap_a = run.a - (last.a + last.size)
    gap_b = run.b - (last.b + last.size)
    return 0 <= gap_a <= MAX_GAP and 0 <= gap_b <= MAX_GAP


def _long_enough(chain: tuple[Run, ...], second: Body) -> bool:
    return sum(run.size for run in chain) >= MIN_WORDS and characters(chain, second) >= MIN_CHARACTERS


def characters(chain: tuple[Run, ...], second: Body) -> int:
    """Return how many characters of the second article the equal words cover, blanks between them included."""
    return sum(int(second.ends[run.b + run.size - 1] - second.starts[run.b]) for run in chain)
