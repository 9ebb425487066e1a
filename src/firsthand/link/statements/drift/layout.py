"""Where a quotation's words stand: the one line that is compared, and its way back into the article's text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.model import Change, DifferenceKind, Quotation, Span

_WORD = re.compile(r"\S+")
# At the border of a fragment these belong to the sentence around it.
_MARKS = " .,;:!?…–—-\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Layout:
    """The words of one or several quotations of an article on one line.

    ``places`` are the offsets in the article's text of each character of ``text``; ``breaks`` the offsets in ``text``
    where a fragment begins; ``owners`` those where a quotation does.
    """

    text: str
    places: tuple[int, ...]
    breaks: tuple[int, ...]
    owners: tuple[int, ...]
    start: int

    def owner(self, at: int) -> int:
        """Return which of the quotations, by number, the offset ``at`` in ``text`` is in."""
        return max(bisect_right(self.owners, at) - 1, 0)

    def spans(self, start: int, end: int) -> list[Span]:
        """Return where ``text[start:end]`` stands in the article, a span for each fragment; at least one, which is
        empty where ``start`` is ``end``.
        """
        if start == end:
            place = self.places[start - 1] + 1 if start else self.places[0] if self.places else self.start
            return [Span(place, place)]
        first, last = bisect_right(self.breaks, start), bisect_right(self.breaks, end - 1)
        parts = [self._bare(s, e) for s, e in pairwise([start, *self.breaks[first:last], end])]
        kept = [(s, e) for s, e in parts if e > s] or [(start, end)]
        return [Span(self.places[s], self.places[e - 1] + 1) for s, e in kept]

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of ``text[start:end]`` without the marks and blanks at its ends."""
        part = self.text[start:end]
        return start + len(part) - len(part.lstrip(_MARKS)), start + len(part.rstrip(_MARKS))

    def found(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return where in ``text`` those spans of the article stand that lie within it."""
        index = {place: n for n, place in enumerate(self.places)}
        ends = ((index.get(s.start), index.get(s.end - 1)) for s in spans)
        return tuple(Span(s, e + 1) for s, e in ends if s is not None and e is not None and s <= e)


def layout(quotations: Sequence[Quotation], text: str) -> Layout:
    """Return the quotations' words on one line, blanks squeezed, as ``squeeze(quotation.words(text))`` has them."""
    line: list[str] = []
    places: list[int] = []
    breaks: list[int] = []
    owners: list[int] = []
    for quotation in quotations:
        owners.append(len(places) + bool(places))
        for fragment in quotation.fragments:
            for n, word in enumerate(_WORD.finditer(text, fragment.start, fragment.end)):
                if line:
                    line.append(" ")
                    places.append(places[-1] + 1)
                if n == 0:
                    breaks.append(len(places))
                line.append(word.group())
                places.extend(range(word.start(), word.end()))
    start = quotations[0].start if quotations else 0
    return Layout("".join(line), tuple(places), tuple(breaks), tuple(owners), start)


def placed(change: Change, one: Layout, other: Layout) -> Iterator[Change]:
    """Yield the change with spans in the articles' texts; where it goes over the border of a fragment, one for each."""
    ours, theirs = one.spans(change.start, change.end), other.spans(change.other_start, change.other_end)
    end, other_end = Span(ours[-1].end, ours[-1].end), Span(theirs[-1].end, theirs[-1].end)
    for n in range(max(len(ours), len(theirs))):
        a, b = ours[n] if n < len(ours) else end, theirs[n] if n < len(theirs) else other_end
        yield Change(_kind_of_rest(change.kind, a, b), a.start, a.end, b.start, b.end)


def _kind_of_rest(kind: DifferenceKind, a: Span, b: Span) -> DifferenceKind:
    """Return the kind; what is left of a changed stretch with nothing beside it was dropped or added."""
    if kind != "changed words" or (a and b):
        return kind
    return "dropped words" if a else "added words"
