"""What is answered: each a dataclass, of which the JSON and its schema are made.

Ids are firsthand's own (``name`` is the one that an article is exported under). ``start`` and ``end`` are half-open
spans of code points into the article's text. Times are ISO 8601, None where unknown. Texts of documents are cut after
300 characters unless whole ones are asked for.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from firsthand.model import (
    Credit,
    DifferenceKind,
    Edge,
    Lineage,
    Link,
    PageKind,
    Passage,
    Precision,
    QuotationType,
    Segment,
    Span,
    StoryPart,
)
from firsthand.present.catalog.rows import ArticleRow, Hit, OutletRow, Overview, StatementRow, StoryRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list. ``next`` is the ``cursor`` that the following part is asked for with, None at the end."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusAnswer:
    """The corpus that is served. ``step`` names its last finished step, and ``newest`` tells whether this is it."""

    step: str
    newest: bool
    version: str
    may_correct: bool
    may_fetch: bool
    holds: Overview


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an article, where they stand."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """An article. ``text`` is None unless it is asked for; ``left_out`` counts segments, links and credits past those
    that are given.
    """

    article: ArticleRow
    url: str | None
    canonical: str | None
    publisher: str | None
    dek: str | None
    bylines: tuple[str, ...]
    dateline: str | None
    updated: str | None
    updated_precision: Precision | None
    fetched: str | None
    section: str | None
    paywalled: bool | None
    page: PageKind
    sha256: str
    quotations: int
    segments: tuple[Segment, ...]
    links: tuple[Link, ...]
    credits: tuple[Credit, ...]
    left_out: int
    lineage: Lineage | None
    text: str | None


@dataclass(frozen=True, slots=True)
class QuotationAnswer:
    """Reported speech: where it stands, its words, who is said to have spoken, and the statement that it reports."""

    id: str
    article: str
    type: QuotationType
    start: int
    end: int
    fragments: tuple[Span, ...]
    words: str
    speaker: str | None
    speaker_id: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    occasion: str | None
    via: tuple[str, ...]
    statement: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class StoryAnswer:
    """A story: its row, the sentences that tell the event where they stand, when it happened, and who had it first."""

    story: StoryRow
    summary: tuple[Piece, ...]
    happened: str | None
    happened_precision: Precision | None
    dates: tuple[Passage, ...]
    also: tuple[StoryPart, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """A statement: its row, how many quotations report it, how these differ, and who had it first."""

    statement: StatementRow
    speaker_id: str | None
    quotations: int
    differences: tuple[tuple[DifferenceKind, int], ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletAnswer:
    """An outlet, and whose texts or news it has in how many articles."""

    outlet: OutletRow
    carries: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LineageAnswer:
    """Where an article of a story comes from, and the arrows of the lineage graph that lead to it."""

    article: str
    lineage: Lineage | None
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A part of what was found of ``total`` articles. ``facets`` are values with their numbers of articles."""

    items: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[tuple[str, int], ...]]
    notes: tuple[str, ...]
    next: str | None = None
