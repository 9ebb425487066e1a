"""What is concluded, as it is answered: arguments, comparisons, checks and corrections. See ``shapes``."""

from dataclasses import dataclass
from typing import Literal

from firsthand.model import (
    Authorship,
    CopyKind,
    CorrectionKind,
    Credit,
    Edge,
    Evidence,
    QuotationType,
    Reason,
    Relation,
    Verb,
)
from firsthand.present.catalog.rows import ArticleRow
from firsthand.present.views.corrections import State
from firsthand.web.changed import Changed


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words of the other article, and what stands for them here; either may be empty."""

    other: str
    here: str


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage of two articles: its span here and in the other one; ``words`` are equal, ``changed`` are not."""

    start: int
    end: int
    other_start: int
    other_end: int
    kind: CopyKind
    characters: int
    words: int
    changed: int
    changes: tuple[Replaced, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedWith:
    """What an article shares with another, with shares (0 to 1) of the own words of both."""

    article: str
    outlet: str
    time: str | None
    characters: int
    share: float | None
    other_share: float | None
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a chain: ``target`` has it from ``source``, an article, or from ``name`` where that is not here."""

    depth: int
    target: str
    source: str | None
    name: str
    evidence: Evidence
    time: str | None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a user said: see ``docs/reference/corrections.md``."""

    number: int
    at: str
    verb: Verb
    kind: CorrectionKind
    said: str
    given: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    name: str | None
    relation: Relation | None
    note: str | None
    before: tuple[str, ...]
    now: tuple[str, ...]
    state: State
    overruled_by: int | None
    undone: str | None


@dataclass(frozen=True, slots=True)
class ArticleWhy:
    """Whose words and whose news an article has, and all that tells it: see ``docs/reference/why.md``."""

    article: str
    outlet: str
    published: str | None
    time_usable: bool
    authorship: Authorship
    words: str
    news: str
    rests_on: tuple[str, ...]
    credited: bool | None
    reasons: tuple[Reason, ...]
    shared: tuple[SharedWith, ...]
    chain: tuple[Step, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class CountWhy:
    """How many origins stand behind a story or statement: each origin, each merge, each merge nearly made."""

    origins: tuple[str, ...]
    origins_low: int | None
    origins_high: int | None
    standing: tuple[Reason, ...]
    merges: tuple[Reason, ...]
    apart: tuple[Reason, ...]
    by_hand: tuple[Reason, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The argument for what is concluded of ``id``: of an article ``article``, of a story or statement ``count``.

    ``left_out`` counts reasons, and articles with which passages are shared, past those that are given.
    """

    id: str
    kind: Literal["article", "story", "statement"]
    article: ArticleWhy | None
    count: CountWhy | None
    left_out: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Words that differ, where they stand in the first article and, ``other_``, in the second."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: str
    other_words: str


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A passage that both have, with its words in the first article and what differs in the second."""

    start: int
    end: int
    other_start: int
    other_end: int
    kind: CopyKind
    characters: int
    words: int
    changed: int
    text: str
    changes: tuple[Changes, ...]


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """What two articles share, in the order in which they were given.

    ``time`` is how much earlier or later the second was published, empty where clocks do not tell; ``edges`` are what
    the lineage says of one from the other. Sharing says that words are the same, not who took them from whom.
    ``left_out`` counts passages and changes past those that are given.
    """

    one: ArticleRow
    other: ArticleRow
    time: str
    characters: int
    share: float | None
    other_share: float | None
    passages: tuple[ComparedPassage, ...]
    edges: tuple[Edge, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ToldStory:
    """The story that a text tells, with its count of independent origins."""

    id: str
    headline: str
    articles: int
    origins_low: int | None
    origins_high: int | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedShare:
    """A stored article that shares passages with a text; spans are in the text and, ``other_``, in the article."""

    article: str
    outlet: str
    published: str | None
    url: str | None
    relation: str
    rests_on: tuple[str, ...]
    story: str | None
    characters: int
    share: float | None
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """A quotation of a text, and the statement of the corpus that it reports, None where there is none."""

    start: int
    end: int
    type: QuotationType
    speaker: str | None
    words: str
    statement: str | None
    wording: str | None
    quotations: int
    origins_low: int | None
    origins_high: int | None
    reasons: tuple[str, ...]
    story: str | None


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """Where a text comes from, as far as the corpus tells: see ``docs/reference/serve.md``.

    ``text`` is what spans are into, None unless it is asked for.
    """

    line: str
    share: float
    capped: bool
    story: ToldStory | None
    earliest: str | None
    credits: tuple[Credit, ...]
    shared: tuple[CheckedShare, ...]
    quotations: tuple[CheckedQuotation, ...]
    language: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """A correction that was asked for: ``state`` tells how far it is, ``changed`` what it did, ``failed`` why not."""

    number: int
    state: Literal["waiting", "done", "failed"]
    changed: Changed | None
    failed: str
