"""Merging origins into a range, with a reason for each merge."""

from collections.abc import Iterable

from firsthand.model import Count, Reason


class Origins:
    """The origins behind one story or statement, and which of them are, or could be, one."""

    def __init__(self, names: Iterable[str]) -> None:
        """Start with every name apart."""
        self._low = {name: name for name in sorted(set(names))}
        self._high = dict(self._low)
        self.reasons: list[Reason] = []

    @property
    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(self._low)

    def merge(self, first: str, second: str, reason: Reason, *, shown: bool) -> None:
        """Count two origins as one in the low number, and in the high one too where it is ``shown`` that they are."""
        joined = _join(self._low, first, second)
        if shown:
            joined = _join(self._high, first, second) or joined
        if joined:
            self.reasons.append(reason)

    def count(self, subject: str, standing: Iterable[Reason]) -> Count:
        """Return the range for ``subject``; ``standing`` says what each origin's claim is."""
        low, high = len(set(self._low.values())), len(set(self._high.values()))
        return Count(subject, tuple(sorted(set(self._high.values()))), low, high, (*standing, *self.reasons))


def _join(groups: dict[str, str], first: str, second: str) -> bool:
    a, b = sorted((groups[first], groups[second]))
    if a == b:
        return False
    for name, group in groups.items():
        if group == b:
            groups[name] = a
    return True
