"""A cleaned document: its text, what the parts of the text are, and the readers' comments."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

SegmentKind = Literal[
    "headline", "dek", "dateline", "byline", "body", "subheading", "caption", "boilerplate", "comment"
]
PageKind = Literal["article", "liveblog", "opinion", "aggregator", "index", "stub", "transcript", "other"]
Precision = Literal["second", "minute", "day", "month", "year"]


# Sorts behind every time.
_LAST = "9999"


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
    empty (``start == end``) for a comment whose words are gone.
    """

    number: int
    parent: int | None
    depth: int
    author: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned document. For text input ``text`` is the input itself, for HTML it is firsthand's rendering.

    ``id`` is 16 hex digits of a hash over origin (URL, else path, else external id) and text. ``published`` is ISO
    8601, as precise as ``published_precision`` says. ``segments`` are sorted, do not overlap, and may leave blanks
    uncovered. ``dateline`` leaves the agency slug out.
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

    @property
    def characters(self) -> int:
        """The length of the text in code points."""
        return len(self.text)

    @property
    def order(self) -> tuple[str, str]:
        """A key that sorts by the time of publication, else of fetching, in UTC; unknown times last, ties by id."""
        return (_in_utc(self.published or self.fetched or _LAST), self.id)

    def parts(self, *kinds: SegmentKind) -> tuple[Segment, ...]:
        """Return the segments of the given kinds, in text order."""
        return tuple(segment for segment in self.segments if segment.kind in kinds)


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
