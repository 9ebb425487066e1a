"""A cleaned document: its text, what the parts of the text are, and the readers' comments."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from firsthand.model.span import Span

SegmentKind = Literal[
    "headline", "dek", "dateline", "byline", "body", "subheading", "caption", "boilerplate", "comment"
]
PageKind = Literal["article", "liveblog", "opinion", "aggregator", "index", "stub", "transcript", "other"]
Precision = Literal["second", "minute", "day", "month", "year"]


# Sorts behind every time.
_LAST = "9999"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Segment:
    """A labelled span of the article's text."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment: ``number`` counts from 0 in page order, ``parent`` is the number of the comment it answers.

    ``depth`` is 0 for a comment on the article. The span covers the comment's words without its author line; it is
    empty (``start == end``) for a comment whose words are gone. ``published`` is ISO 8601, as precise as
    ``published_precision``; None where the page gives no time, or only an age ("2 hours ago").
    """

    number: int
    parent: int | None
    depth: int
    author: str | None
    start: int
    end: int
    published: str | None = None
    published_precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the article's own words to another site: the span is the anchor, ``target`` an http(s) address."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned document. For text input ``text`` is the input itself, for HTML it is firsthand's rendering.

    ``id`` is 16 hex digits of a hash over origin (URL, else path, else external id) and text. ``published`` is ISO
    8601, as precise as ``published_precision`` says. ``segments`` are sorted, do not overlap, and may leave blanks
    uncovered. ``dateline`` leaves the agency slug out. ``updated`` is the time of the last change that the page names.
    ``canonical`` is the address that the page gives as its own, which may be another outlet's; ``url`` is where it was
    read. ``paywalled`` is None where the page does not say. ``links`` are in text order.
    """

    id: str
    external_id: str | None
    input: str
    url: str | None
    path: str | None
    publisher: str | None
    text: str
    headline: str | None
    dek: str | None
    bylines: tuple[str, ...]
    dateline: str | None
    published: str | None
    published_precision: Precision | None
    fetched: str | None
    language: str | None
    sha256: str
    page: PageKind
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...]
    updated: str | None = None
    updated_precision: Precision | None = None
    canonical: str | None = None
    section: str | None = None
    paywalled: bool | None = None
    links: tuple[Link, ...] = ()

    @property
    def characters(self) -> int:
        """The length of the text in code points."""
        return len(self.text)

    @property
    def order(self) -> tuple[str, str]:
        """A key that sorts by the time of publication, else of fetching, in UTC; unknown times last, ties by id."""
        return (_in_utc(self.published or self.fetched or _LAST), self.id)

    def paragraphs(self, start: int, end: int) -> list[Span]:
        """Return the paragraphs between two offsets: parted by blank lines where there are any, else by line ends."""
        piece = self.text[start:end]
        border = _BLANK_LINE if _BLANK_LINE.search(piece.strip()) else _LINE_END
        cuts = [0, *(at for m in border.finditer(piece) for at in m.span()), len(piece)]
        spans = (_stripped(piece, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
        return [Span(start + a, start + b) for a, b in spans if a < b]

    def parts(self, *kinds: SegmentKind) -> tuple[Segment, ...]:
        """Return the segments of the given kinds, in text order."""
        return tuple(segment for segment in self.segments if segment.kind in kinds)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end].lstrip()
    return end - len(inner), end - len(inner) + len(inner.rstrip())


def _in_utc(time: str) -> str:
    """Return an ISO 8601 time in UTC; a date alone, and what is no such time, stays as it is."""
    if len(time) <= len("2031-03-04"):
        return time
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return time
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else time


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A paragraph of an article that stands on ``pages`` pages which share nothing else: boilerplate of the corpus."""

    article: str
    start: int
    end: int
    pages: int
