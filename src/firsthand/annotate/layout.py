"""The paragraphs of an article that annotation reads, by the kind of segment that they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from firsthand.model import Article, SegmentKind

READ: tuple[SegmentKind, ...] = ("headline", "dek", "dateline", "byline", "body", "subheading", "caption")
QUOTED: frozenset[SegmentKind] = frozenset({"headline", "dek", "body"})

# Plain text set in columns breaks its lines at 60 to 100 characters; running text has longer or unequal lines (ours).
_WRAP_MIN, _WRAP_MAX = 50, 100
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w.'’ -]{1,30}){0,2}(?:, \d{4})?[.,]? {0,2})?"
    r"(?:\([A-Z][\w .&/-]{1,40}\) {0,2}[-–—]{1,2} {0,2}|/[A-Z][\w .&-]{1,30}/\.? {0,2}(?:[-–—]{1,2} {0,2})?)"
    r"|[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}(?:, [A-Z][\w.'’ -]{1,30}){0,2} {0,2}[-–—]{1,2} {0,2}"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that a blank or a line break sets apart.

    ``start`` is past a dateline or an agency slug, ``lead`` before it.
    """

    kind: SegmentKind
    lead: int
    start: int
    end: int


def paragraphs(article: Article) -> list[Paragraph]:
    """Return the paragraphs of every segment that annotation reads, in text order."""
    found = [
        p for segment in article.parts(*READ) for p in _split(article.text, segment.kind, segment.start, segment.end)
    ]
    return [_past_dateline(article.text, p) if p.kind == "body" else p for p in found]


def furniture(article: Article) -> list[Paragraph]:
    """Return the lines of page furniture, which may hold the footer that names an owner."""
    parts = article.parts("boilerplate")
    return [p for segment in parts for p in _split(article.text, segment.kind, segment.start, segment.end)]


def _split(text: str, kind: SegmentKind, start: int, end: int) -> Iterator[Paragraph]:
    lines = list(_lines(text, start, end))
    wrapped = _wrapped(lines)
    begin: int | None = None
    for n, (a, b) in enumerate(lines):
        if a == b:
            continue
        begin = a if begin is None else begin
        soft = wrapped and n + 1 < len(lines) and lines[n + 1][0] < lines[n + 1][1]
        if not soft:
            yield Paragraph(kind, begin, begin, b)
            begin = None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield each line without its white space at both ends; a blank line is empty."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        left = start + len(line) - len(line.lstrip())
        yield (left, left + len(line.strip()))
        start = stop + 1


def _wrapped(lines: list[tuple[int, int]]) -> bool:
    """Tell whether the lines are columns: followed by another line, most are of nearly the same moderate length."""
    lengths = [b - a for (a, b), (c, d) in pairwise(lines) if b > a and d > c]
    fit = sum(_WRAP_MIN <= length <= _WRAP_MAX for length in lengths)
    return len(lengths) >= 4 and max(lengths) <= _WRAP_MAX and fit >= 0.8 * len(lengths)


def _past_dateline(text: str, paragraph: Paragraph) -> Paragraph:
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 160))
    if found is None or found.end() >= paragraph.end:
        return paragraph
    return Paragraph(paragraph.kind, paragraph.lead, found.end(), paragraph.end)
