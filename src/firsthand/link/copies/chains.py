"""Chains: runs of equal words that follow each other in two texts with no more between them than an edit.

Found by dynamic programming over runs in the order of the second text, each looking a bounded number of runs back, as
Li, "Minimap2", Bioinformatics 2018, section 2.1, chains anchors of two genomes.
"""

from collections.abc import Sequence
from itertools import pairwise

from firsthand.link.copies.body import Body
from firsthand.link.copies.runs import Run

# Between two runs of a passage: words rewritten (on the side that has fewer), and words put in or left out beyond them.
MAX_REWRITTEN = 40
MAX_SURPLUS = 12
# How many runs back a run looks for the one that it follows: chaining stays linear.
LOOK_BACK = 24
# A run counts by its words beyond these: two words in a row are equal by chance everywhere.
CHANCE_RUN = 2

Chain = tuple[Run, ...]


def chains(found: Sequence[Run]) -> list[Chain]:
    """Return the runs (by ``b``) as chains, each run in one, those with most equal words first."""
    score: list[int] = []
    before: list[int] = []
    for k, run in enumerate(found):
        best, link = 0, -1
        for j in range(k - 1, max(-1, k - 1 - LOOK_BACK), -1):
            if score[j] > best and _follows(found[j], run):
                best, link = score[j], j
        score.append(best + run.size)
        before.append(link)
    used = bytearray(len(found))
    out: list[Chain] = []
    for k in sorted(range(len(found)), key=lambda k: (-score[k], k)):
        chain: list[Run] = []
        while k >= 0 and not used[k]:
            used[k] = 1
            chain.append(found[k])
            k = before[k]
        if chain:
            out.append(tuple(chain[::-1]))
    return sorted(out, key=lambda chain: (-words(chain), chain[0].b))


def _follows(last: Run, run: Run) -> bool:
    gap_a, gap_b = gap(last, run)
    rewritten = min(gap_a, gap_b)
    return 0 <= rewritten <= MAX_REWRITTEN and max(gap_a, gap_b) - rewritten <= MAX_SURPLUS


def gap(last: Run, run: Run) -> tuple[int, int]:
    """Return how many words lie between two runs, on either side."""
    return run.a - last.a - last.size, run.b - last.b - last.size


def changed(chain: Chain) -> int:
    """Return how many words between the runs are not equal, counted on the side where they are more."""
    return sum(max(gap(last, run)) for last, run in pairwise(chain))


def words(chain: Sequence[Run]) -> int:
    """Return how many words of the chain are equal."""
    return sum(run.size for run in chain)


def evidence(chain: Sequence[Run]) -> int:
    """Return how many words of the chain's runs are more than chance makes equal."""
    return sum(max(0, run.size - CHANCE_RUN) for run in chain)


def characters(chain: Chain, second: Body) -> int:
    """Return how many characters of the second article the equal words cover, blanks between them included."""
    return sum(int(second.ends[run.b + run.size - 1] - second.starts[run.b]) for run in chain)


def cut(chain: Chain, k: int) -> tuple[Chain, Chain]:
    """Return the chain's first ``k`` equal words, and the others."""
    before: list[Run] = []
    after: list[Run] = []
    for run in chain:
        left = min(max(k, 0), run.size)
        if left:
            before.append(Run(run.a, run.b, left))
        if left < run.size:
            after.append(Run(run.a + left, run.b + left, run.size - left))
        k -= run.size
    return tuple(before), tuple(after)
