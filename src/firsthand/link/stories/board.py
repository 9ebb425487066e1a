"""The stories of a live reading as they stand, and their repair: split and merge by replay, told with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

import numpy as np

from firsthand.link.stories.clusters import TOGETHER, average_link, crowd, demand
from firsthand.link.stories.evidence import STRANGERS
from firsthand.link.stories.profiles import SHORT
from firsthand.link.stories.rows import Row
from firsthand.text import short_hash

SPOKESMEN = 8  # members that speak for a story, and stories that an article is held against
# Members beyond which a story is no longer replayed: what is large is settled, and the work stays bounded.
REPLAYED = 48
# A story that an article is so near to without joining it may be the same as the one it joins.
COMPETES = 0.75 * TOGETHER

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

    ``near`` holds the affinities to others that were worked out, ``shares`` what both texts have in common of them.
    """

    id: str
    row: Row
    size: int
    day: float | None
    text: str
    reprints: list[str] = field(default_factory=list)
    near: dict[int, float] = field(default_factory=dict)
    shares: dict[int, float] = field(default_factory=dict)
    terms: list[tuple[int, float]] = field(default_factory=list)
    story: str = ""
    wide: bool = False  # it tells of several events: it has a home, and joins nothing to anything

    @property
    def short(self) -> bool:
        """Tell whether it is a headline or little more."""
        return len(self.row.columns["words"]) < SHORT


@dataclass(slots=True)
class ActiveStory:
    members: list[int]
    spokesmen: list[int]
    replay_at: int = 3


class Board:
    """Active articles by their numbers, active stories by their names, and the changes not asked for yet."""

    def __init__(self, compare: Callable[[Sequence[tuple[int, int]]], None]) -> None:
        """Start empty. ``compare`` works out the affinities of pairs anew."""
        self._compare = compare
        self.nodes: dict[int, Node] = {}
        self.stories: dict[str, ActiveStory] = {}
        self.changes: list[Change] = []

    def put(self, number: int, name: str) -> None:
        """Put an article into a story as it was told before; ``settle`` is to follow the last one."""
        self.nodes[number].story = name
        story = self.stories.setdefault(name, ActiveStory([], []))
        self.join(number, story)

    def join(self, number: int, story: ActiveStory) -> None:
        """Make an article a member; of the first few each speaks for the story."""
        story.members.append(number)
        if len(story.members) <= SPOKESMEN:
            story.spokesmen = self._reports(story.members)

    def settle(self) -> None:
        """Choose who speaks for stories that were put together, and replay each only once it has doubled."""
        for story in self.stories.values():
            if len(story.members) > SPOKESMEN:
                story.spokesmen = self.central(story.members)
            story.replay_at = max(3, 2 * len(story.members))

    def average(self, numbers: Sequence[int], name: str) -> float:
        """Return the average affinity of articles to a story's spokesmen; what was never compared counts as strange."""
        others = self.stories[name].spokesmen
        short = all(self.nodes[n].short for n in (*numbers, *others))
        unknown = 0.0 if short else STRANGERS
        total = sum(self.nodes[a].near.get(b, unknown) for a in numbers for b in others)
        pairs = len(numbers) * len(others)
        return total / pairs * (crowd(pairs) if short else 1.0)

    def repair(self, number: int, rivals: Sequence[str]) -> None:
        """Replay the average link over the story of an article and its rivals, where it grew or they compete."""
        name = self.nodes[number].story
        story = self.stories[name]
        if self.nodes[number].wide:
            return
        if not rivals and len(story.members) < story.replay_at:
            return
        story.replay_at = 2 * len(story.members)
        concerned = [name, *rivals]
        while sum(len(self.stories[n].members) for n in concerned) > REPLAYED and len(concerned) > 1:
            concerned.pop()
        numbers = sorted(n for c in concerned for n in self.stories[c].members)
        if len(numbers) > REPLAYED:
            story.spokesmen = self.central(story.members)
            return
        self._compare(list(combinations(numbers, 2)))
        wide = [n for n in numbers if self.nodes[n].wide]
        groups = self._replayed([n for n in numbers if not self.nodes[n].wide])
        self._apply(self._at_home(wide, groups), concerned, self.nodes[number].id)

    def _at_home(self, wide: Sequence[int], groups: Sequence[list[int]]) -> list[list[int]]:
        """Return the groups with each article of several events in the one that it is most like, else alone."""
        out = [list(group) for group in groups]
        for number in wide:
            value, at = max((round(self._mean([number], group), 9), -k) for k, group in enumerate(groups))
            if value >= TOGETHER:
                out[-at] = sorted([*out[-at], number])
            else:
                out.append([number])
        return out

    def _reports(self, members: Sequence[int]) -> list[int]:
        """Return the members that report one event; all of them where none does."""
        return [n for n in members if not self.nodes[n].wide] or list(members)

    def _replayed(self, numbers: Sequence[int]) -> list[list[int]]:
        at = {n: k for k, n in enumerate(numbers)}
        edges = [(at[a], at[b], v) for a in numbers for b, v in sorted(self.nodes[a].near.items()) if a < b and b in at]
        left, right = (np.array([e[side] for e in edges], dtype=np.int64) for side in (0, 1))
        values = np.array([e[2] for e in edges], dtype=np.float64)
        short = [self.nodes[n].short for n in numbers]
        groups = average_link([1] * len(numbers), left, right, values, None, short)
        return [[numbers[k] for k in group] for group in groups]

    def _apply(self, groups: Sequence[list[int]], concerned: Sequence[str], cause: str) -> None:
        """Make the groups the stories, keep the name that most of a group had, and tell what moved."""
        before = {n: self.nodes[n].story for group in groups for n in group}
        taken: set[str] = set()
        for group in sorted(groups, key=lambda g: (-len(g), g)):
            names = sorted(
                (n for n in concerned if n not in taken), key=lambda n: (-sum(before[m] == n for m in group), n)
            )
            old = next((n for n in names if any(before[m] == n for m in group)), None)
            name = old or self.new_name(group[0], cause)
            taken.add(name)
            doubled = self.stories[old].replay_at if old else 2 * len(group)
            self.stories[name] = ActiveStory(group, self.central(group), max(doubled, len(group) + 1))
            for n in group:
                self.nodes[n].story = name
        for name in set(concerned) - taken:
            del self.stories[name]
        self._tell(before, groups, cause)

    def new_name(self, number: int, cause: str = "") -> str:
        """Return a name by an article that may have begun a story before, which others kept."""
        name = short_hash("story", self.nodes[number].id)
        return short_hash(name, cause) if name in self.stories else name

    def _tell(self, before: Mapping[int, str], groups: Sequence[list[int]], cause: str) -> None:
        homes = {old: {self.nodes[n].story for n in before if before[n] == old} for old in before.values()}
        for group in groups:
            after = self.nodes[group[0]].story
            for old in sorted({before[n] for n in group} - {after}):
                moved = [n for n in group if before[n] == old]
                kind: Kind = "merge" if homes[old] == {after} else "split"
                rest = (
                    [n for n in group if n not in moved]
                    if kind == "merge"
                    else [n for n in before if before[n] == old and n not in moved]
                )
                articles = tuple(a for n in moved for a in (self.nodes[n].id, *self.nodes[n].reprints))
                average = self._mean(moved, rest)
                reason = (
                    f"Average affinity {average:.2f} between {len(moved)} and {len(rest)} articles,"
                    f" {demand(max(1, min(len(moved), len(rest)))):.2f} needed"
                )
                self.changes.append(Change(kind, cause, articles, old, after, reason))

    def _mean(self, some: Sequence[int], others: Sequence[int]) -> float:
        values = [self.nodes[a].near.get(b, STRANGERS) for a in some for b in others]
        return sum(values) / max(1, len(values))

    def central(self, members: Sequence[int]) -> list[int]:
        members = self._reports(members)
        inside = set(members)
        total = {n: sum(v for b, v in self.nodes[n].near.items() if b in inside) for n in members}
        return sorted(members, key=lambda n: (-round(total[n], 9), n))[:SPOKESMEN]
