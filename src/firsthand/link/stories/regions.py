"""Neighbourhoods of active articles: what has to be clustered anew when some arrive, and when it is worth it.

Two clusters are joined only where some pair of theirs is near, so what happens among articles that no near pair
connects with others can be worked out alone. A neighbourhood is replayed as soon as a share of it is new: small ones
with each arrival, large ones seldom, so that an arrival pays for a bounded number of articles whatever the sizes are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A neighbourhood is due once one in so many of its articles is new. With 16 the pages of lineage agree no better with a
# reading at once (benchmarks/stories/run.py).
GROWTH = 8
SMALL = 32  # articles up to which a neighbourhood is replayed with each arrival: it costs less than comparing one


@dataclass(slots=True, eq=False)
class Region:
    """A neighbourhood: its articles by number, and how many came since it was last replayed."""

    members: list[int]
    fresh: int = 0


class Regions:
    """The neighbourhoods of the active articles, each in one."""

    def __init__(self) -> None:
        """Start with none."""
        self._of: dict[int, Region] = {}

    def enter(self, number: int, near: Iterable[int]) -> None:
        """Take in an article that arrives; it makes one neighbourhood of all that it is near to."""
        self._of[number] = Region([number], 1)
        for other in near:
            self.unite(number, other)

    def unite(self, one: int, other: int) -> None:
        """Make one neighbourhood of those of two articles."""
        large, small = self._of[one], self._of[other]
        if large is small:
            return
        if len(large.members) < len(small.members):
            large, small = small, large
        large.members += small.members
        large.fresh += small.fresh
        self._of.update(dict.fromkeys(small.members, large))

    def leave(self, number: int) -> None:
        """Let go of an article."""
        self._of.pop(number).members.remove(number)

    def around(self, number: int) -> list[int]:
        """Return the articles of the neighbourhood of an article, sorted."""
        return sorted(self._of[number].members)

    def due(self, number: int) -> list[int]:
        """Return the neighbourhood of an article, sorted, if it is to be replayed, else nothing."""
        region = self._of[number]
        size = len(region.members)
        return self.around(number) if size <= SMALL or region.fresh * GROWTH >= size else []

    def touch(self, number: int) -> None:
        """Make the neighbourhood of an article due."""
        self._of[number].fresh = len(self._of[number].members)

    def part(self, numbers: Sequence[int], links: Iterable[tuple[int, int]]) -> None:
        """Make new neighbourhoods of articles that were replayed, by the pairs of them that are still near."""
        self._of.update((n, Region([n])) for n in numbers)
        for one, other in links:
            self.unite(one, other)

    def knows(self, number: int) -> bool:
        """Tell whether an article has been taken in."""
        return number in self._of
