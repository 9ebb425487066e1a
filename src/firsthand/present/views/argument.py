"""The argument for a conclusion: of an article whose words and news it has, of a story or statement its count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.model import Article, Correction, Count, Evidence, Reason, Statement, Story
from firsthand.present.labels import apart, listed, outlet
from firsthand.present.views.corrections import Corrections, CorrectionView
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import CORRECTED, OutletRow, outlet_row
from firsthand.present.views.passages import Shared, shared_passages

# The rule of a reason that says who rests on an origin.
ORIGIN = "origin"
# Ours: a chain of more steps is a mistake of ours, or somebody's joke.
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a chain: ``target`` has it from ``source``, an article or, where that is not here, a name.

    ``time`` is how much earlier or later the source was published, empty where clocks do not tell.
    """

    depth: int
    target: Article
    source: Article | None
    name: str
    evidence: Evidence
    time: str


@dataclass(frozen=True, slots=True)
class ArticleArgument:
    """Whose words and whose news an article has, and all that tells it."""

    row: OutletRow
    words: str
    news: str
    reasons: tuple[Reason, ...]
    shared: tuple[Shared, ...]
    chain: tuple[Step, ...]
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class CountArgument:
    """How many origins stand behind a story or statement: each origin, each merge of two, each that was nearly made."""

    subject: Story | Statement
    count: Count | None
    origins: tuple[Reason, ...]
    merges: tuple[Reason, ...]
    apart: tuple[Reason, ...]
    by_hand: tuple[Reason, ...]
    corrections: tuple[CorrectionView, ...]


def article_argument(index: Index, article: Article) -> ArticleArgument:
    """Return the argument for an article's lineage."""
    row = outlet_row(index, article)
    return ArticleArgument(
        row,
        _words(row, _drawn(index, article)),
        _news(row),
        row.reasons,
        shared_passages(index, article),
        tuple(_chain(index, article)),
        _about(index, {article.id}, _quotations_in(index, article)),
    )


def count_argument(index: Index, subject: Story | Statement) -> CountArgument:
    """Return the argument for the count of a story or a statement."""
    count = index.counts.get(subject.id)
    given = count.reasons if count else ()
    articles = set(subject.articles) if isinstance(subject, Story) else set[str]()
    quotations = set(subject.quotations) if isinstance(subject, Statement) else set[str]()
    return CountArgument(
        subject,
        count,
        tuple(r for r in given if r.rule == ORIGIN),
        tuple(r for r in given if r.rule not in (ORIGIN, CORRECTED)),
        count.apart if count else (),
        tuple(r for r in given if r.rule == CORRECTED),
        _about(index, articles, quotations),
    )


def _drawn(index: Index, article: Article) -> str:
    """Return the names of those whose words or facts an article uses."""
    lineage = index.lineages.get(article.id)
    return listed([index.origin(name) for name in lineage.draws_on]) if lineage else ""


def _words(row: OutletRow, drawn: str) -> str:
    """Return whose words an article has, as a sentence; ``drawn`` names whom it uses."""
    whose = f"{row.origin}’s" if row.origin else "another’s"
    if row.relation == "Not traced":
        return "Not traced yet: link the corpus (firsthand link)."
    match row.kind:
        case "unknown":
            return "Whose words these are is not known."
        case "wire":
            named = {True: "and it says so", False: "and it does not say so"}.get(bool(row.credited))
            return f"Its words are {whose}, {named}."
        case "rewrite" if "passages" in row.relation:
            return f"It has passages of {drawn or 'another outlet'} in a text of its own" + _credited(row)
        case "rewrite":
            return f"Its words are its own, its news it has from {drawn or 'another outlet'}" + _credited(row)
    others = ", and others carry them" if "used by others" in row.relation else ""
    return f"Its words are its own, as far as its text shows{others}."


def _credited(row: OutletRow) -> str:
    return ", and it says so." if row.credited else ", and it does not say so."


def _news(row: OutletRow) -> str:
    """Return whose news an article has, as a sentence; empty where nothing tells."""
    if not row.rests_on:
        return ""
    if list(row.rests_on) == [row.outlet]:
        return "Nothing shows that its news goes back to anybody else."
    return f"The news in it goes back to {listed(row.rests_on)}."


def _chain(index: Index, article: Article) -> Iterable[Step]:
    """Yield the steps from an article to where its words and news come from, each article once, depth first."""
    edges = index.edges_to
    seen = {article.id}
    ahead = [(article, 0)]
    steps = 0
    while ahead and steps < _LONGEST:
        target, depth = ahead.pop()
        sources: list[Article] = []
        for edge in edges.get(target.id, ()):
            source = index.articles.get(edge.source)
            steps += 1
            timed = source is not None and index.is_timed(source) and index.is_timed(target)
            time = apart(target.published, source.published) if source and timed else ""
            name = outlet(source) if source else index.origin(edge.source)
            yield Step(depth, target, source, name, edge.evidence, time)
            if source and source.id not in seen:
                seen.add(source.id)
                sources.append(source)
        ahead += [(source, depth + 1) for source in reversed(sources)]


def _quotations_in(index: Index, article: Article) -> set[str]:
    annotation = index.annotations.get(article.id)
    return {q.id for q in annotation.quotations} if annotation else set()


def _about(index: Index, articles: set[str], quotations: set[str]) -> tuple[CorrectionView, ...]:
    """Return the corrections that name any of these."""
    if not index.tables.corrections:
        return ()
    return tuple(v for v in Corrections(index) if _names(v.correction, articles, quotations))


def _names(c: Correction, articles: set[str], quotations: Sequence[str] | set[str]) -> bool:
    return not c.members.isdisjoint(quotations if c.kind == "statement" else articles)
