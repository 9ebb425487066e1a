"""A story as a reader sees it: its counts, origins, statements, coverage and lineage."""

from dataclasses import dataclass

from firsthand.model import Article, Count, Story, Storyline, StoryPart
from firsthand.present.labels import counted, origins_line, outlets_line
from firsthand.present.limits import PART, beyond, most_of, on_first
from firsthand.present.views.chain import Link, chain
from firsthand.present.views.coverage import CoverageMatrix, coverage
from firsthand.present.views.index import Index
from firsthand.present.views.lineage import LineageGraph, lineage_graph
from firsthand.present.views.outlets import OriginShare, OutletRow, origin_shares, outlet_row
from firsthand.present.views.positions import Turned, turns_of
from firsthand.present.views.sentence import sentence
from firsthand.present.views.statement import StatementView, rank, statement_view
from firsthand.present.views.summary import Summary, summary_of
from firsthand.present.views.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What a list of stories says of one: enough to choose it."""

    story: Story
    articles: tuple[Article, ...]
    line: str
    sentence: str
    shares: tuple[OriginShare, ...]
    count: Count | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """All of a story's page.

    ``statements`` has the most repeated first; ``comments`` only counts them. ``chains`` has, by article, the steps
    back to the root of what it draws on. ``also`` are parts of roundups and live blogs that tell the story, too.
    """

    card: StoryCard
    rows: tuple[OutletRow, ...]
    statements: tuple[StatementView, ...]
    matrix: CoverageMatrix
    graph: LineageGraph
    storylines: tuple[Storyline, ...]
    comments: int
    summary: Summary
    timeline: Timeline
    turns: tuple[Turned, ...]
    chains: dict[str, tuple[Link, ...]]
    also: tuple[tuple[StoryPart, Article], ...] = ()

    @property
    def row_of(self) -> dict[str, OutletRow]:
        """The rows by article."""
        return {row.article.id: row for row in self.rows}

    @property
    def repeated(self) -> tuple[StatementView, ...]:
        """The statements that more than one article reports."""
        return tuple(s for s in self.statements if len(s.articles) > 1)

    @property
    def single(self) -> tuple[StatementView, ...]:
        """The statements that one article reports."""
        return tuple(s for s in self.statements if len(s.articles) <= 1)

    @property
    def parts(self) -> int:
        """The number of further pages, which have the statements that this one has no room for."""
        repeated = len(self.repeated)
        rest = beyond(repeated, len(self.statements) - repeated, most_of(len(self.rows), repeated))
        return -(-rest // PART)


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """A further page of a story: statements ``first`` to ``last`` (from 1) of those that the story's page has no room
    for; ``number`` of ``of`` such pages. The rest is as ``StoryView`` has it.
    """

    card: StoryCard
    rows: tuple[OutletRow, ...]
    statements: tuple[StatementView, ...]
    timeline: Timeline
    chains: dict[str, tuple[Link, ...]]
    number: int
    of: int
    first: int
    last: int
    total: int

    @property
    def row_of(self) -> dict[str, OutletRow]:
        """The rows by article."""
        return {row.article.id: row for row in self.rows}


def further_page(index: Index, story: Story, number: int) -> FurtherPage | None:
    """Return a further page of ``story``; None where there is none of this number."""
    rows = _rows(index, story)
    articles = [row.article for row in rows]
    statements = story_statements(index, articles)
    several, single = ([s for s in statements if (len(s.articles) > 1) is many] for many in (True, False))
    shown = on_first(most_of(len(rows), len(several)))
    rest = [*several[shown[0] :], *single[shown[1] :]]
    first = (number - 1) * PART
    here = tuple(rest[first : first + PART]) if number > 0 else ()
    if not here:
        return None
    card = _card(index, story, rows)
    return FurtherPage(
        card,
        rows,
        here,
        timeline(index, articles, card.shares),
        {place.article: chain(index, place.article) for s in here for w in s.wordings for place in w.places},
        number,
        -(-len(rest) // PART),
        first + 1,
        first + len(here),
        len(rest),
    )


def story_card(index: Index, story: Story) -> StoryCard:
    """Return the short view of ``story``."""
    return _card(index, story, _rows(index, story))


def story_view(index: Index, story: Story) -> StoryView:
    """Return the full view of ``story``."""
    rows = _rows(index, story)
    articles = [row.article for row in rows]
    statements = story_statements(index, articles)
    card = _card(index, story, rows)
    return StoryView(
        card,
        rows,
        statements,
        coverage(index, articles, statements),
        lineage_graph(index, story.id, articles),
        index.storylines_of.get(story.id, ()),
        sum(len(a.comments) for a in articles),
        summary_of(index, story),
        timeline(index, articles, card.shares),
        turns_of(index, story.id, (s.id for s in statements)),
        {a.id: chain(index, a.id) for a in articles},
        also_told(index, story),
    )


def also_told(index: Index, story: Story) -> tuple[tuple[StoryPart, Article], ...]:
    """Return the parts of articles at home in other stories that tell ``story`` too, as far as they are stored."""
    return tuple((part, index.articles[part.article]) for part in story.also if part.article in index.articles)


def story_statements(index: Index, articles: list[Article]) -> tuple[StatementView, ...]:
    """Return the statements that any of ``articles`` reports, the most repeated first."""
    ids = {i for article in articles for i in index.statements_of.get(article.id, ())}
    return tuple(sorted((statement_view(index, index.statements[i]) for i in ids), key=rank))


def story_rank(card: StoryCard) -> tuple[int, int, str, str]:
    """A key that puts first the stories with the most articles, of these the ones on the fewest origins."""
    high = card.count.high if card.count else len(card.articles)
    return -len(card.articles), high, card.story.first or "", card.story.id


def _rows(index: Index, story: Story) -> tuple[OutletRow, ...]:
    return tuple(outlet_row(index, article) for article in index.in_time(story.articles))


def _card(index: Index, story: Story, rows: tuple[OutletRow, ...]) -> StoryCard:
    articles = tuple(row.article for row in rows)
    count = index.counts.get(story.id)
    shares = origin_shares(rows)
    line = " · ".join((counted(len(rows), "article"), outlets_line(articles), origins_line(count)))
    said = sentence(rows, shares) if rows else "No article of this story is stored."
    return StoryCard(story, articles, line, said, shares, count)
