"""The table of operations: method, path, what is asked, what is answered, and what does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

from firsthand.model import Copy, StoryReasons
from firsthand.present.catalog import Catalog
from firsthand.present.catalog.rows import ArticleRow, OutletRow, SpeakerRow, StatementRow, StoryRow
from firsthand.web.rest import answers, arguments, asked, concluded, doing, shapes
from firsthand.web.rest.asked import Nothing
from firsthand.web.rest.doing import Desk
from firsthand.web.rest.shapes import Page

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was read: the catalog that answers it, what is asked, and from which item of a list on.

    ``follows`` gives the cursor of what comes after ``limit`` items.
    """

    catalog: Catalog
    asks: Any
    body: Any
    offset: int
    follows: Callable[[], str]

    def page(self, part: answers.Part[T]) -> Page[T]:
        """Return a part of a list as it is answered."""
        items, more = part
        return Page(items, self.follows() if more else None)

    @property
    def span(self) -> tuple[int, int]:
        """How many items, and from which on."""
        return self.asks.limit, self.offset


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for.

    ``run`` answers it out of the catalog, ``does`` with what the server may do beside that. ``token`` is set where a
    token must be shown, ``refusals`` are statuses that only this one has, with when; those that are ``slow`` wait in
    a line of their own.
    """

    path: str
    name: str
    summary: str
    answer: Any
    asks: type = Nothing
    run: Callable[[Call], object] | None = None
    does: Callable[[Desk, Any], Any] | None = None
    method: Literal["GET", "POST"] = "GET"
    body: type | None = None
    token: bool = False
    slow: bool = False
    refusals: Mapping[int, str] = field(default_factory=dict)


def _listed(read: Callable[..., answers.Part[Any]], *names: str) -> Callable[[Call], object]:
    """Return what answers with a list; ``names`` are parameters that ``read`` takes before limit and offset."""
    return lambda c: c.page(read(c.catalog, *(getattr(c.asks, name) for name in names), *c.span, **_texts(c)))


def _one(read: Callable[..., object], *names: str) -> Callable[[Call], object]:
    """Return what answers with one thing."""
    return lambda c: read(c.catalog, *(getattr(c.asks, name) for name in names), **_texts(c))


def _texts(call: Call) -> dict[str, bool]:
    return {"with_text": call.asks.with_text} if hasattr(call.asks, "with_text") else {}


def _speakers(catalog: Catalog, limit: int, offset: int) -> answers.Part[SpeakerRow]:
    return answers.part(catalog.speakers, limit, offset)


def _outlets(catalog: Catalog, limit: int, offset: int) -> answers.Part[OutletRow]:
    return answers.part(catalog.outlets, limit, offset)


def _search(call: Call) -> shapes.SearchAnswer:
    answer, more = answers.search(call.catalog, call.asks.q, *call.span, with_text=call.asks.with_text)
    return replace(answer, next=call.follows() if more else None)


BUSY = {503: "Others ask just now, or the catalog is being built; `Retry-After` says when to ask again."}
_UNDONE = {422: "The text cannot be used: the detail says why.", **BUSY}

OPERATIONS: tuple[Operation, ...] = (
    Operation("/corpus", "corpus", "What the corpus holds", shapes.CorpusAnswer, does=doing.corpus),
    Operation(
        "/articles",
        "articles",
        "Articles, the newest first; those of a story the oldest first",
        Page[ArticleRow],
        asked.Articles,
        _listed(answers.articles, "outlet", "story"),
    ),
    Operation(
        "/articles/{id}", "article", "An article", shapes.ArticleAnswer, asked.OneWithText, _one(answers.article, "id")
    ),
    Operation(
        "/articles/{id}/quotations",
        "article_quotations",
        "Who said what in an article, in text order",
        Page[shapes.QuotationAnswer],
        asked.OfWithText,
        _listed(answers.quotations_in, "id"),
    ),
    Operation(
        "/articles/{id}/copies",
        "article_copies",
        "Passages that an article shares with others, the longest first",
        Page[Copy],
        asked.Of,
        _listed(answers.copies_of, "id"),
    ),
    Operation(
        "/stories",
        "stories",
        "Stories",
        Page[StoryRow],
        asked.Stories,
        _listed(answers.stories, "order"),
    ),
    Operation("/stories/{id}", "story", "A story", shapes.StoryAnswer, asked.OneWithText, _one(answers.story, "id")),
    Operation(
        "/stories/{id}/lineage",
        "story_lineage",
        "Where each article of a story comes from, the oldest first",
        Page[shapes.LineageAnswer],
        asked.Of,
        _listed(answers.lineage_of_story, "id"),
    ),
    Operation(
        "/statements",
        "statements",
        "Statements",
        Page[StatementRow],
        asked.Statements,
        _listed(answers.statements, "order", "one_origin", "speaker", "story"),
    ),
    Operation(
        "/statements/{id}",
        "statement",
        "A statement",
        shapes.StatementAnswer,
        asked.OneWithText,
        _one(answers.statement, "id"),
    ),
    Operation(
        "/statements/{id}/quotations",
        "statement_quotations",
        "The quotations that report a statement",
        Page[shapes.QuotationAnswer],
        asked.OfWithText,
        _listed(answers.quotations_of, "id"),
    ),
    Operation(
        "/speakers", "speakers", "Speakers, the most reported first", Page[SpeakerRow], asked.Paged, _listed(_speakers)
    ),
    Operation("/speakers/{key}", "speaker", "A speaker", SpeakerRow, asked.Keyed, _one(answers.speaker, "key")),
    Operation(
        "/outlets",
        "outlets",
        "Outlets, those with the most articles first",
        Page[OutletRow],
        asked.Paged,
        _listed(_outlets),
    ),
    Operation("/outlets/{key}", "outlet", "An outlet", shapes.OutletAnswer, asked.Keyed, _one(answers.outlet, "key")),
    Operation(
        "/stories/{id}/reasons",
        "story_reasons",
        "Why the articles of a story are one, and what keeps the nearest other stories apart",
        StoryReasons,
        asked.One,
        does=doing.story_reasons,
        slow=True,
        refusals=BUSY,
    ),
    Operation(
        "/why/{id}",
        "why",
        "The argument for an article's lineage, or for a count",
        concluded.Why,
        asked.OneWithText,
        _one(arguments.why, "id"),
    ),
    Operation(
        "/search",
        "search",
        "Articles with the words asked for, and facets",
        shapes.SearchAnswer,
        asked.Searched,
        _search,
    ),
    Operation(
        "/compare",
        "compare",
        "What two articles share",
        concluded.CompareAnswer,
        asked.Pair,
        _one(arguments.compare, "one", "other"),
        refusals={422: "Both are one article."},
    ),
    Operation(
        "/check",
        "check",
        "Where a text comes from, as far as the corpus tells; nothing is stored",
        concluded.CheckAnswer,
        does=doing.check,
        slow=True,
        method="POST",
        body=asked.CheckBody,
        refusals={403: "The server fetches no pages.", **_UNDONE},
    ),
    Operation(
        "/export/{format}",
        "export",
        "A story or a corpus of moderate size in one of the formats of the export, as a zip archive",
        bytes,
        asked.Exported,
        does=doing.export,
        slow=True,
        refusals={404: "No story has this id.", 422: "The corpus is too large.", **BUSY},
    ),
    Operation(
        "/corrections",
        "corrections",
        "What users corrected",
        Page[concluded.CorrectionRow],
        asked.Paged,
        _listed(arguments.corrections),
    ),
    Operation(
        "/corrections",
        "correct",
        "Correct, or take a correction back",
        concluded.JobAnswer,
        does=doing.correct,
        slow=True,
        method="POST",
        body=asked.CorrectionBody,
        token=True,
        refusals=BUSY,
    ),
    Operation(
        "/corrections/asked/{number}",
        "asked_correction",
        "How far a correction is that was asked for in this run of the server",
        concluded.JobAnswer,
        asked.Numbered,
        does=doing.correction,
        refusals={404: "No correction of this run has this number."},
    ),
)
