"""The stories of a live reading as they stand, and their repair: split and merge by replay, told with the reason."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from firsthand.link.stories.clusters import NEAR, TOGETHER, cluster, crowd, demand
from firsthand.link.stories.evidence import STRANGERS
from firsthand.link.stories.profiles import SHORT
from firsthand.link.stories.regions import Regions
from firsthand.link.stories.rows import Row
from firsthand.link.stories.vectors import Floats, Ints
from firsthand.text import short_hash

SPOKESMEN = 8  # members that speak for a story, and stories that an article is held against
# Members of a story, its latest, among which those who speak for it are chosen anew when one of them leaves.
REMEMBERED = 48
WEIGHED = 24  # articles of either side that a reason, or the home of an article of several events, is worked out of
# The affinity of a pair from which on its articles are replayed together: by less no two articles are brought together
# (``clusters``), nor clusters but of very many short texts.
LINKS = NEAR

How = Literal["new", "joined", "reprint"]
Kind = Literal["split", "merge"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story that an article was given on arrival, how, and the reason in words."""

    article: str
    story: str
    how: How
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """Articles that were moved from one story to another when ``cause`` arrived, and the reason in words."""

    kind: Kind
    cause: str
    articles: tuple[str, ...]
    before: str
    after: str
    reason: str


@dataclass(slots=True)
class Node:
    """An active article and its reprints.

    ``near`` holds the affinities to others that were worked out, ``weighed`` how many articles had been seen when that
    was last done anew, ``terms`` and ``pieces`` the words and their pieces that it is looked up by. ``shares`` is what
    both texts have in common of others, ``when`` the key that articles are in order of.
    """

    id: str
    row: Row
    size: int
    when: tuple[bool, float, str]
    text: str
    reprints: list[str] = field(default_factory=list)
    near: dict[int, float] = field(default_factory=dict)
    shares: dict[int, float] = field(default_factory=dict)
    terms: list[tuple[int, float]] = field(default_factory=list)
    pieces: list[tuple[int, float]] = field(default_factory=list)
    story: str = ""
    wide: bool = False  # it tells of several events: it has a home, and joins nothing to anything
    weighed: int = 0

    @property
    def day(self) -> float | None:
        """Return the time of publication or of fetching, in days."""
        return None if self.when[0] else self.when[1]

    @property
    def short(self) -> bool:
        """Tell whether it is a headline or little more."""
        return len(self.row.columns["words"]) < SHORT


@dataclass(slots=True)
class ActiveStory:
    """The members of a story in the order of their coming, and those who speak for it."""

    members: list[int]
    spokesmen: list[int]


class Board:
    """Active articles by their numbers, active stories by their names, and the changes not asked for yet."""

    def __init__(self, compare: Callable[[Sequence[tuple[int, int]]], None]) -> None:
        """Start empty. ``compare`` works out the affinities of pairs anew."""
        self._compare = compare
        self._regions = Regions()
        self.nodes: dict[int, Node] = {}
        self.stories: dict[str, ActiveStory] = {}
        self.changes: list[Change] = []

    def put(self, number: int, name: str) -> None:
        """Make an article a member of a story, old or new; of the first few each speaks for it."""
        self.nodes[number].story = name
        story = self.stories.setdefault(name, ActiveStory([], []))
        story.members.append(number)
        if len(story.members) <= SPOKESMEN:
            story.spokesmen = self._reports(story.members)
        self._regions.enter(number, {story.members[0], *self._linked(number)} - {number})

    def settle(self) -> None:
        """Choose who speaks for stories that were put together; they are replayed when something new comes."""
        for story in self.stories.values():
            if len(story.members) > SPOKESMEN:
                story.spokesmen = self.central(story.members)
            for other in story.members[1:]:
                self._regions.unite(story.members[0], other)
        self._part(sorted(self.nodes))

    def remove(self, number: int) -> None:
        """Let go of an article."""
        node = self.nodes.pop(number)
        for other in node.near:
            if other in self.nodes:
                self.nodes[other].near.pop(number, None)
                self.nodes[other].shares.pop(number, None)
        self._regions.leave(number)
        story = self.stories[node.story]
        story.members.remove(number)
        if not story.members:
            del self.stories[node.story]
        elif number in story.spokesmen:
            story.spokesmen = self.central(story.members[-REMEMBERED:])

    def average(self, numbers: Sequence[int], name: str) -> float:
        """Return the average affinity of articles to a story's spokesmen; what was never compared counts as strange."""
        others = self.stories[name].spokesmen
        short = all(self.nodes[n].short for n in (*numbers, *others))
        unknown = 0.0 if short else STRANGERS
        total = sum(self.nodes[a].near.get(b, unknown) for a in numbers for b in others)
        pairs = len(numbers) * len(others)
        return total / pairs * (crowd(pairs) if short else 1.0)

    def repair(self, number: int, refresh: Callable[[Sequence[int]], None], cause: int | None = None) -> list[int]:
        """Cluster the neighbourhood of an article anew, as in batch, if enough of it is new; return what was clustered.

        ``refresh`` looks again at articles of a time when little was known of what is rare. ``cause`` is the article
        that the repair is told to follow from, where it is another.
        """
        due = self._regions.due(number)
        refresh(due)
        for n in due:
            for other in self._linked(n):
                self._regions.unite(n, other)
        numbers = self._regions.around(number) if due else []
        if len(numbers) < 2:
            return []
        wide = [n for n in numbers if self.nodes[n].wide]
        groups = self._replayed([n for n in numbers if not self.nodes[n].wide])
        self._apply(self._at_home(wide, groups), self.nodes[number if cause is None else cause].id)
        self._part(numbers)
        return numbers

    def touch(self, number: int) -> None:
        """Have the neighbourhood of an article replayed with the next repair: something else is known of it."""
        self._regions.touch(number)

    def central(self, members: Sequence[int]) -> list[int]:
        """Return who speaks for the members: those that are most like the others."""
        members = self._reports(members)
        inside = set(members)
        total = {n: sum(v for b, v in self.nodes[n].near.items() if b in inside) for n in members}
        return sorted(members, key=lambda n: (-round(total[n], 9), n))[:SPOKESMEN]

    def new_name(self, number: int, cause: str = "", gone: Collection[str] = ()) -> str:
        """Return a name by an article that may have begun a story before, which others kept or which is ``gone``."""
        name = short_hash("story", self.nodes[number].id)
        while name in self.stories or name in gone:
            name = short_hash(name, cause)
        return name

    def _linked(self, number: int) -> list[int]:
        near = self.nodes[number].near.items()
        return [other for other, value in near if value >= LINKS and self._regions.knows(other)]

    def _part(self, numbers: Sequence[int]) -> None:
        """Settle the neighbourhoods of articles that were replayed, or were told to be what they are."""
        inside = set(numbers)
        near = [(n, other) for n in numbers for other in self._linked(n)]
        homes = [(self.stories[self.nodes[n].story].members[0], n) for n in numbers]
        self._regions.part(numbers, [*homes, *((a, b) for a, b in near if b in inside)])
        for a, b in near:
            if b not in inside:
                self._regions.unite(a, b)

    def _replayed(self, numbers: Sequence[int]) -> list[list[int]]:
        """Return the clusters of articles by what is known of their pairs."""
        at = {n: k for k, n in enumerate(numbers)}
        pairs = [(at[a], at[b]) for a in numbers for b in sorted(self.nodes[a].near) if a < b and b in at]
        left, right = (np.array([p[side] for p in pairs], dtype=np.int64) for side in (0, 1))

        def known(left: Ints, right: Ints) -> Floats:
            asked = [(numbers[i], numbers[j]) for i, j in zip(left.tolist(), right.tolist(), strict=True)]
            self._compare([(a, b) for a, b in asked if b not in self.nodes[a].near])
            return np.array([self.nodes[a].near[b] for a, b in asked])

        nodes = [self.nodes[n] for n in numbers]
        short, reprinted = [node.short for node in nodes], [bool(node.reprints) for node in nodes]
        groups = cluster(len(numbers), left, right, known, short, reprinted)
        return [[numbers[k] for k in group] for group in groups]

    def _at_home(self, wide: Sequence[int], groups: Sequence[list[int]]) -> list[list[int]]:
        """Return the groups with each article of several events in the one that it is most like, else alone."""
        of = {n: k for k, group in enumerate(groups) for n in group}
        out = [list(group) for group in groups]
        for number in wide:
            near = sorted({of[b] for b, value in self.nodes[number].near.items() if value > 0 and b in of})
            value, at = max(((round(self._mean([number], groups[k]), 9), -k) for k in near), default=(0.0, 0))
            if value >= TOGETHER:
                out[-at] = sorted([*out[-at], number])
            else:
                out.append([number])
        return out

    def _reports(self, members: Sequence[int]) -> list[int]:
        """Return the members that report one event; all of them where none does."""
        return [n for n in members if not self.nodes[n].wide] or list(members)

    def _apply(self, groups: Sequence[list[int]], cause: str) -> None:
        """Make the groups the stories, keep the name that most of a group had, and tell what moved."""
        before = {n: self.nodes[n].story for group in groups for n in group}
        stories = {name: self.stories.pop(name) for name in sorted(set(before.values()))}
        named: list[tuple[str, list[int]]] = []
        unnamed = []
        for group in sorted(groups, key=lambda g: (-len(g), g)):
            names = Counter(before[n] for n in group)
            name = min((n for n in names if n in stories), key=lambda n: (-names[n], n), default="")
            if not name:
                unnamed.append(group)
                continue
            old = stories.pop(name)
            named.append((name, group))
            same = len(old.members) == len(group) == names[name]
            self.stories[name] = old if same else ActiveStory(group, self.central(group))
        for group in unnamed:
            name = self.new_name(group[0], cause, stories)
            named.append((name, group))
            self.stories[name] = ActiveStory(group, self.central(group))
        for name, group in named:
            for n in group:
                self.nodes[n].story = name
        self._tell(before, groups, cause)

    def _tell(self, before: Mapping[int, str], groups: Sequence[list[int]], cause: str) -> None:
        were: dict[str, list[int]] = defaultdict(list)
        for n, old in before.items():
            were[old].append(n)
        for group in groups:
            after = self.nodes[group[0]].story
            for old in sorted({before[n] for n in group} - {after}):
                moved = [n for n in group if before[n] == old]
                kind: Kind = "merge" if len(moved) == len(were[old]) else "split"
                left = group if kind == "merge" else were[old]
                rest = sorted(set(left) - set(moved))
                articles = tuple(a for n in moved for a in (self.nodes[n].id, *self.nodes[n].reprints))
                reason = (
                    f"Average affinity {self._mean(moved, rest):.2f} between {len(moved)} and {len(rest)} articles,"
                    f" {demand(max(1, min(len(moved), len(rest)))):.2f} needed"
                )
                self.changes.append(Change(kind, cause, articles, old, after, reason))

    def _mean(self, some: Sequence[int], others: Sequence[int]) -> float:
        some, others = (side[:: -(-len(side) // WEIGHED) or 1] for side in (some, others))
        values = [self.nodes[a].near.get(b, STRANGERS) for a in some for b in others]
        return sum(values) / max(1, len(values))
