"""Merging origins into a range, with a reason for each merge and for each that was nearly made."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from firsthand.model import Count, Reason

# So many reasons of a sort are written down, the strongest first; of the rest their number is said. Ours: what a
# person reads; a story of ten thousand pages has as many reasons.
MOST_STANDING = 36
MOST_MERGES = 36
MOST_APART = 24


class Origins:
    """The origins behind one story or statement, and which of them are, or could be, one.

    Two partitions of the same names: ``low`` joins all that could be one, ``high`` what is shown to be one. Whatever
    is joined in the second is joined in the first, so low is never above high.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Start with every name apart."""
        self._low = Groups(names)
        self._high = Groups(self._low.names)
        self._first: set[str] = set()  # names that go before the others of their group
        self._merges: list[Reason] = []
        self._nearly: list[Reason] = []

    @property
    def names(self) -> list[str]:
        """All names, sorted."""
        return self._low.names

    @property
    def apart(self) -> list[str]:
        """The first name of each group of the low number, sorted."""
        return self._low.leaders

    def could_be_one(self, first: str, second: str) -> bool:
        """Tell whether the low number counts two origins as one."""
        return self._low.of(first) == self._low.of(second)

    def merge(self, first: str, second: str, reason: Reason, *, shown: bool, under: str | None = None) -> None:
        """Count two origins as one in the low number, and in the high one too where it is ``shown`` that they are.

        ``under`` names which of the two is who first had it, where that is known: the origin goes by that name.
        """
        joined = self._low.join(first, second)
        if shown:
            joined = self._high.join(first, second) or joined
            self._first.update({under} if under else ())
        if joined:
            self._merges.append(reason)

    def keep_apart(self, reasons: Iterable[Reason]) -> None:
        """Write down merges that were nearly made, the strongest first."""
        self._nearly.extend(reasons)

    def count(self, subject: str, standing: Sequence[Reason], shown_as: Callable[[str], str] = str) -> Count:
        """Return the range for ``subject``; ``standing`` says what each origin's claim is.

        ``shown_as`` turns a name into what readers see. ``Count.origins`` has one entry for each of the high number.
        """
        called = {self._high.of(name): name for name in sorted(self._first, reverse=True)}
        return Count(
            subject,
            tuple(sorted(shown_as(called.get(name, name)) for name in self._high.leaders)),
            len(self._low.leaders),
            len(self._high.leaders),
            (
                *first_of(standing, MOST_STANDING, "origins", "more origins"),
                *first_of(self._merges, MOST_MERGES, "merges", "more merges of the same sort"),
            ),
            tuple(first_of(self._nearly, MOST_APART, "apart", "more that were nearly merged")),
        )


class Groups:
    """A partition of names; each group goes by its first name, so that the order of joining does not matter."""

    def __init__(self, names: Iterable[str]) -> None:
        """Start with every name in a group of its own."""
        self._leader = {name: name for name in sorted(set(names))}

    @property
    def names(self) -> list[str]:
        """All names, sorted."""
        return list(self._leader)

    @property
    def leaders(self) -> list[str]:
        """The first name of each group, sorted."""
        return [name for name, leader in self._leader.items() if name == leader]

    def of(self, name: str) -> str:
        """Return the first name of a name's group."""
        while self._leader[name] != name:
            self._leader[name] = name = self._leader[self._leader[name]]  # paths are halved: as good as constant time
        return name

    def join(self, first: str, second: str) -> bool:
        """Join two groups; tell whether they were two."""
        a, b = sorted((self.of(first), self.of(second)))
        self._leader[b] = a
        return a != b


def first_of(reasons: Sequence[Reason], most: int, sort: str, noun: str) -> list[Reason]:
    """Return the first reasons and, in place of the others, one that says how many there are, by rule."""
    if len(reasons) <= most:
        return list(reasons)
    rest = Counter(r.rule for r in reasons[most:])
    rules = ", ".join(f"{rule} {number:,}" for rule, number in sorted(rest.items()))
    return [*reasons[:most], Reason(f"more-{sort}", f"{rest.total():,} {noun} are not written down: {rules}")]
