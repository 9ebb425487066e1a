"""Forms: two texts with the same words around other names, numbers and dates.

Two police reports, quarterly results or weather bulletins of one office share nearly all their words and tell of two
events: nobody copied the one from the other. A reprint with a corrected figure or with its town in the headline shares
nearly all its facts as well. So what counts is not how many words differ, but how many of the facts.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.link.copies.body import Body
from firsthand.link.copies.chains import Chain
from firsthand.link.copies.facts import NUMERALS

# From this share of the facts on, standing in at least so many places, the texts are one form filled in twice. Pairs
# with half of their words in common: of 21,578 agency reports over half of those with facts that differ in three places
# are above it, and those read were forms; of the 159 of the lineage set none is, .09 the highest; of 70 of local news
# one, two shootings in one wording. A reprint that calls everything by other names has .21, and one short retelling of
# fnc .36, which is wrong: python -m benchmarks.copies.forms FILE... --show N
FACTS_SHARE = 0.25
LEAST_PLACES = 3


def is_form(chains: Sequence[Chain], first: Body, second: Body) -> bool:
    """Tell whether what two texts share is a form that each has filled in with its own facts."""
    places, share = differing(chains, first, second)
    return places >= LEAST_PLACES and share >= FACTS_SHARE


def differing(chains: Sequence[Chain], first: Body, second: Body) -> tuple[int, float]:
    """Return in how many places of their common passages two texts have other facts, and the share of these in all."""
    if not len(first.facts) or not len(second.facts):
        return 0, 0.0
    runs = [run for chain in chains for run in chain]
    equal = sum(int((first.facts[r.a : r.a + r.size] | second.facts[r.b : r.b + r.size]).sum()) for r in runs)
    other = [n for chain in chains for n in _differing(chain, first, second)]
    return len(other), sum(other) / max(1, sum(other) + equal)


def _differing(chain: Chain, first: Body, second: Body) -> Iterator[int]:
    """Yield how many facts differ at each place where both sides have facts that the other has not."""
    for last, run in pairwise(chain):
        here = _between(first, last.a + last.size, run.a)
        there = _between(second, last.b + last.size, run.b)
        if differing := min(len(here - there), len(there - here)):
            yield differing


def _between(side: Body, start: int, end: int) -> set[str]:
    return {NUMERALS.get(side.norms[k], side.norms[k]) for k in range(start, end) if side.facts[k]}
