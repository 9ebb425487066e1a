"""The people of one story: which names are one person's, and whom a short form means."""

from collections import defaultdict
from collections.abc import Iterable

from firsthand.link.statements.speakers.names import Name, buckets, one_person, parse, shortens

# Past so many people of one surname in a story, or spellings of one person, nobody can tell which is meant: bounds the
# search (ours).
NAMESAKES = 50


class People:
    """The people whom a story names in full. A person is a number; nothing is joined through a third name.

    The fullest names come first, each a person of its own unless it can be one that is there already; a shorter form
    that fits two people stays apart from both.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Take the full names of a story, in any order and as often as they come."""
        spellings: dict[Name, set[str]] = defaultdict(set)
        for text in names:
            if (name := parse(text)).full:
                spellings[name].add(text)
        self._members: list[list[Name]] = []
        self._near: dict[str, set[int]] = defaultdict(set)
        for name in sorted(spellings, key=_fullest_first):
            self._take(name)
        self._person = {name: number for number, group in enumerate(self._members) for name in group}
        self.spellings = [sorted(t for name in group for t in spellings[name]) for group in self._members]

    def find(self, text: str) -> set[int]:
        """Return whom a name can mean: its bearer where it is one of the full names, else all that it shortens."""
        name = parse(text)
        if name in self._person:
            return {self._person[name]}
        able = self._able(name)
        exact = {n for n in able if any(m.words[-len(name.words) :] == name.words for m in self._members[n])}
        return exact or {n for n in able if any(shortens(name, member) for member in self._members[n])}

    def _take(self, name: Name) -> None:
        fits = [n for n in self._able(name) if all(one_person(name, member) for member in self._members[n])]
        if len(fits) == 1:
            number = fits[0]
            self._members[number].append(name)
        else:
            number = len(self._members)
            self._members.append([name])
        for key in buckets(name):
            self._near[key].add(number)

    def _able(self, name: Name) -> set[int]:
        """Return who has a word like one of the name's, where they are few."""
        near = (self._near.get(key, set()) for key in buckets(name))
        return {n for able in near if len(able) < NAMESAKES for n in able if len(self._members[n]) < NAMESAKES}


def _fullest_first(name: Name) -> tuple[int, int, bool, tuple[str, ...], str]:
    spelt = sum(len(word) > 1 for word in name.words)
    return -spelt, -len(name.words), not name.suffix, name.words, name.suffix
