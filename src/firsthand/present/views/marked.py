"""An article's text in paragraphs, with the passages that it shares and the words that differ marked in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from firsthand.model import Article, CopyKind, SegmentKind, Span
from firsthand.present.views.passages import OWN

# Ours: past so many characters a text is not shown any further.
LONGEST = 60_000
_HIDDEN: tuple[SegmentKind, ...] = ("boilerplate", "comment")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a passage in one of its two articles; both numbers count from 1 and are the same on both sides."""

    number: int
    piece: int
    kind: CopyKind
    span: Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words within a part; ``changed`` where the other article has others or none."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a paragraph: plain (``number`` 0), or of a passage; ``first`` where the passage begins here."""

    runs: tuple[Run, ...]
    number: int = 0
    piece: int = 0
    kind: CopyKind | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, and what kind of text it is."""

    kind: SegmentKind
    parts: tuple[Part, ...]


def paragraphs(article: Article, marks: Sequence[Mark], changed: Sequence[Span]) -> Iterator[Paragraph]:
    """Yield the paragraphs of an article as far as it is shown, without boilerplate and comments.

    Where two passages overlap, the words are marked as the first one's; a passage of which nothing is left begins
    there all the same, so that it can be led to. Only the article's own words are marked. The spans of ``changed`` are
    sorted and do not overlap.
    """
    clipped = _clipped(marks)
    begun: set[int] = set()
    for segment in article.segments:
        if segment.kind in _HIDDEN or segment.start >= LONGEST:
            continue
        own = segment.kind in OWN
        for span in article.paragraphs(segment.start, min(segment.end, LONGEST)):
            parts = tuple(_parts(article.text, span, clipped if own else (), changed, begun))
            yield Paragraph(segment.kind, parts)


def hidden(article: Article) -> tuple[int, int]:
    """Return how many characters of boilerplate, and of a long text's rest, ``paragraphs`` leaves out."""
    boilerplate = sum(s.end - s.start for s in article.parts("boilerplate"))
    rest = sum(s.end - max(s.start, LONGEST) for s in article.segments if s.kind not in _HIDDEN and s.end > LONGEST)
    return boilerplate, rest


def _clipped(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks that do not overlap, in the order of the text; some may be empty."""
    found, at = [], 0
    for mark in sorted(marks, key=lambda m: (m.span, m.number, m.piece)):
        start = max(at, mark.span.start)
        at = max(start, mark.span.end)
        found.append(Mark(mark.number, mark.piece, mark.kind, Span(start, at)))
    return found


def _parts(
    text: str, paragraph: Span, marks: Sequence[Mark], changed: Sequence[Span], begun: set[int]
) -> Iterator[Part]:
    at = paragraph.start
    for mark in islice(marks, bisect_left(marks, paragraph.start, key=lambda m: m.span.end), None):
        if mark.span.start > paragraph.end:
            break
        start, end = max(mark.span.start, at), min(mark.span.end, paragraph.end)
        empty = not len(mark.span) and paragraph.start <= start <= paragraph.end and mark.number not in begun
        if start >= end and not empty:
            continue
        if at < start:
            yield Part((Run(text[at:start]),))
        runs = tuple(_runs(text, start, end, changed))
        yield Part(runs, mark.number, mark.piece, mark.kind, mark.number not in begun)
        begun.add(mark.number)
        at = max(start, end)
    if at < paragraph.end:
        yield Part((Run(text[at : paragraph.end]),))


def _runs(text: str, start: int, end: int, changed: Sequence[Span]) -> Iterator[Run]:
    at = start
    for span in islice(changed, bisect_left(changed, start, key=lambda s: s.end), None):
        if span.start >= end:
            break
        a, b = max(span.start, at), min(span.end, end)
        if a < b:
            if at < a:
                yield Run(text[at:a])
            yield Run(text[a:b], changed=True)
            at = b
    if at < end:
        yield Run(text[at:end])
