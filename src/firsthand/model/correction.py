"""What a user says against what firsthand concluded: it is kept, and wins."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal, TypeVar

from firsthand.model.lineage import Relation

Verb = Literal["merge", "split", "origin"]
CorrectionKind = Literal["story", "statement", "text"]
Place = TypeVar("Place", int, str)


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the user said.

    ``kind`` is what it is of: a story (``groups`` hold ids of articles), a statement (ids of quotations) or a text
    (ids of articles). ``merge`` says that the groups are one, ``split`` that they are not, ``origin`` that the words of
    the one article in ``groups`` are those of ``name`` ("own", "unknown", or an outlet or agency), with the article's
    ``relation`` if it was given. Ids of stories and statements are made of their members and change with them, so
    ``given`` keeps the ids that the user gave and ``groups`` the members that they stood for. ``before`` says in a line
    for each what firsthand had concluded. ``at`` and ``undone`` are ISO 8601 in UTC, ``undone`` None while the
    correction stands.
    """

    number: int
    at: str
    verb: Verb
    kind: CorrectionKind
    given: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    name: str | None = None
    relation: Relation | None = None
    note: str | None = None
    before: tuple[str, ...] = ()
    undone: str | None = None

    @property
    def members(self) -> frozenset[str]:
        """All articles or quotations that it names."""
        return frozenset(member for group in self.groups for member in group)


def standing(corrections: Iterable[Correction], kind: CorrectionKind) -> list[Correction]:
    """Return the corrections of one kind that were not taken back, in the order they were made.

    Of those that say whose words one article carries only the last one stands.
    """
    told = sorted((c for c in corrections if c.kind == kind and c.undone is None), key=lambda c: c.number)
    last = {c.groups: c for c in told if c.verb == "origin"}
    return [c for c in told if c.verb != "origin" or last[c.groups] is c]


def regrouped(groups: Iterable[Sequence[str]], corrections: Iterable[Correction]) -> list[list[str]]:
    """Return ``groups``, which share no member, after the merges and splits among ``corrections``.

    They are taken one after the other, so the later one wins. What a correction calls a group is by now the one that
    holds most of its members: what linking came to put elsewhere is not dragged along. A merge joins these groups; a
    split parts them where they are one, and members that it does not name go with those that they were linked with,
    else with the first. Members that are in none of ``groups`` are left out of account. Groups keep their order, those
    that are made come last.
    """
    clusters = {n: list(group) for n, group in enumerate(groups)}
    linked = {member: n for n, group in clusters.items() for member in group}
    where = dict(linked)
    numbers = count(len(clusters))
    for correction in corrections:
        named = [kept for group in correction.groups if (kept := [m for m in group if m in where])]
        homes = [home(group, where) for group in named]
        if correction.verb == "merge" and len(set(homes)) > 1:
            made = [[m for n in dict.fromkeys(homes) for m in clusters.pop(n)]]
        elif correction.verb == "split" and len(set(homes)) < len(homes):
            made = [part for n in dict.fromkeys(homes) for part in _parted(clusters.pop(n), named, homes, n, linked)]
        else:
            continue
        for members in made:
            number = next(numbers)
            clusters[number] = members
            where.update(dict.fromkeys(members, number))
    return list(clusters.values())


def home(group: Iterable[str], where: Mapping[str, Place]) -> Place:
    """Return what holds most of a group's members, of equals the first; ``where`` has what holds each."""
    counts = Counter(where[member] for member in group)
    return max(counts, key=lambda n: counts[n])


def _parted(
    cluster: list[str], named: list[list[str]], homes: list[int], number: int, linked: Mapping[str, int]
) -> Iterator[list[str]]:
    """Yield the parts of a cluster, one for each of the groups that live in it."""
    groups = [group for group, at in zip(named, homes, strict=True) if at == number]
    place = {member: n for n, group in reversed(list(enumerate(groups))) for member in group}
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for member in cluster:
        if member in place:
            votes[linked[member]][place[member]] += 1
    follow = {n: min(found, key=lambda p: (-found[p], p)) for n, found in votes.items()}
    parts: defaultdict[int, list[str]] = defaultdict(list)
    for member in cluster:
        parts[place[member] if member in place else follow.get(linked[member], 0)].append(member)
    yield from (parts[n] for n in sorted(parts))
