"""The differences within a statement: each quotation held against the one that stands for it.

An article may quote in pieces what another quotes in one. Its pieces are then compared together, so that what one of
them lacks and the next one has is not called dropped; each is told to be a piece ("split quotation"). The other way
round, pieces in the reference's own article are "merged quotations" in one that has them as one.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from firsthand.link.statements.drift.compare import RETOLD, Side, compare, kinds_of, matched
from firsthand.link.statements.drift.layout import Layout, layout, placed
from firsthand.link.statements.said import Said
from firsthand.link.statements.wording import is_negative
from firsthand.model import WHOLE, Annotation, Article, Change, Difference, DifferenceKind, Span

# Quotations of one article past so many are not tried as pieces of one: bounds a hostile page.
MAX_PIECES = 12


class Drift:
    """Compares the quotations of one statement with its ``reference``; equal pairs of texts are compared once."""

    def __init__(
        self,
        statement: str,
        reference: Said,
        articles: Mapping[str, Article],
        annotations: Mapping[str, Annotation],
    ) -> None:
        """Take the statement's id, and the articles and annotations of all its quotations by article id."""
        self._statement = statement
        self._reference = reference
        self._articles = articles
        self._annotations = annotations
        self._compare = cache(compare)

    def differences(self, together: Sequence[Said]) -> list[Difference]:
        """Return one difference for each other quotation, in the order of ``together``."""
        others = [s for s in together if s is not self._reference]
        here = self._reference.quotation.article
        by_article: dict[str, list[Said]] = defaultdict(list)
        for s in others:
            by_article[s.quotation.article].append(s)
        own = by_article.pop(here, [])
        found = {s.quotation.id: self._beside(s) for s in own}
        for said in by_article.values():
            split = self._split(said)
            found |= split or {s.quotation.id: self._merged(s, own) for s in said}
            found |= {s.quotation.id: self._pair([self._reference], s) for s in said if s.quotation.id not in found}
        return [self._difference(s, found[s.quotation.id]) for s in others]

    def _difference(self, s: Said, changes: tuple[Change, ...]) -> Difference:
        return Difference(self._statement, self._reference.quotation.id, s.quotation.id, kinds_of(changes), changes)

    def _beside(self, s: Said) -> tuple[Change, ...]:
        """Return the changes of a quotation of the reference's own article: other words there are another piece, and
        no other translation.
        """
        changes = self._pair([self._reference], s)
        if not any(c.kind == "other translation" for c in changes):
            return changes
        return (_whole("split quotation", _all_of([self._reference]), s),)

    def _merged(self, s: Said, own: Sequence[Said]) -> tuple[Change, ...]:
        """Return the changes of a quotation that may have as one what the reference's article has in pieces."""
        pieces = [piece for _, piece in self._pieces(s, [self._reference, *own])] if own else []
        if self._reference not in pieces:
            return self._pair([self._reference], s)
        return (_whole("merged quotations", _all_of(pieces), s), *self._pair(pieces, s))

    def _split(self, said: Sequence[Said]) -> dict[str, tuple[Change, ...]]:
        """Return the changes of the pieces that an article has of the reference, by quotation; {} if none are."""
        pieces = self._pieces(self._reference, said)
        if not pieces:
            return {}
        one, other = self._layout([self._reference]), self._layout([s for _, s in pieces])
        changes = self._compare(self._side([self._reference], one), self._side([s for _, s in pieces], other))
        parts = [(other.owner(c.other_start), p) for c in changes if c.kind not in WHOLE for p in placed(c, one, other)]
        out: dict[str, tuple[Change, ...]] = {}
        for n, (span, piece) in enumerate(pieces):
            here = one.spans(span.start, span.end)
            kinds: list[DifferenceKind] = ["split quotation"]
            if retold := RETOLD.get((self._reference.quotation.type, piece.quotation.type)):
                kinds.append(retold)
            whole = [_whole(kind, Span(here[0].start, here[-1].end), piece) for kind in kinds]
            # A change that goes over the border of two pieces has a part in each.
            mine = (part for first, part in parts if _piece_of(part, first, pieces) == n)
            out[piece.quotation.id] = (*whole, *mine)
        return out

    def _pieces(self, whole: Said, said: Sequence[Said]) -> list[tuple[Span, Said]]:
        """Return those of ``said`` that stand in the words of ``whole`` beside one another, and where, in order; fewer
        than two are none.
        """
        if not 1 < len(said) <= MAX_PIECES:
            return []
        side = self._side([whole], self._layout([whole]))
        found = [(span, s) for s in said if (span := matched(side, self._side([s], self._layout([s]))))]
        kept: list[tuple[Span, Said]] = []
        for span, s in sorted(found, key=lambda f: (-len(f[0]), f[1].order)):
            if not any(span.overlaps(other) for other, _ in kept):
                kept.append((span, s))
        return sorted(kept, key=lambda f: f[0]) if len(kept) > 1 else []

    def _pair(self, ours: Sequence[Said], s: Said) -> tuple[Change, ...]:
        if len(ours) == 1 and (ours[0].text, ours[0].quotation.type) == (s.text, s.quotation.type):
            return ()  # most quotations of a statement that many print
        one, other = self._layout(ours), self._layout([s])
        out: list[Change] = []
        for change in self._compare(self._side(ours, one), self._side([s], other)):
            if change.kind in WHOLE:
                out.append(_whole(change.kind, _all_of(ours), s))
            else:
                out += placed(change, one, other)
        return tuple(out)

    def _layout(self, said: Sequence[Said]) -> Layout:
        return layout([s.quotation for s in said], self._articles[said[0].quotation.article].text)

    def _side(self, said: Sequence[Said], lines: Layout) -> Side:
        kinds = [s.quotation.type for s in said]
        article = said[0].quotation.article
        return Side(
            lines.text,
            next((kind for kind in kinds if kind != "direct"), "direct"),
            lines.found(name for s in said for name in self._names(s)),
            any(s.wording.whole.negative != is_negative(s.wording.whole.text.split(" ")) for s in said),
            self._articles[article].language,
        )

    def _names(self, s: Said) -> Iterator[Span]:
        """Yield the mentions of names within the quotation, by their places in the article."""
        annotation = self._annotations.get(s.quotation.article)
        mentions = annotation.mentions if annotation else ()
        for m in mentions[bisect_left(mentions, s.quotation.start, key=lambda m: m.start) :]:
            if m.start >= s.quotation.end:
                break
            yield Span(m.start, m.end)


def _piece_of(part: Change, first: int, pieces: Sequence[tuple[Span, Said]]) -> int:
    """Return which of the pieces holds a part of a change that begins in the ``first``."""
    held = (n for n, (_, s) in enumerate(pieces) if s.quotation.start <= part.other_start < s.quotation.end)
    return first if part.other_start == part.other_end else next(held, first)


def _all_of(said: Iterable[Said]) -> Span:
    """Return the span from the first of the quotations to the last."""
    found = [s.quotation for s in said]
    return Span(min(q.start for q in found), max(q.end for q in found))


def _whole(kind: DifferenceKind, here: Span, s: Said) -> Change:
    return Change(kind, here.start, here.end, s.quotation.start, s.quotation.end)
