"""The corpus at a glance: many articles, one source."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.model import Rejected, Storyline
from firsthand.present.views.index import Index
from firsthand.present.views.statement import StatementView, rank, statement_view
from firsthand.present.views.story import StoryCard, story_card, story_rank


@dataclass(frozen=True, slots=True)
class Skipped:
    """Input that was not used for one reason, in the order of the input's names."""

    reason: str
    stage: str
    inputs: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Stories by articles and origins, storylines, repeated statements, and what was left out."""

    articles: int
    stories: tuple[StoryCard, ...]
    storylines: tuple[Storyline, ...]
    statements: tuple[StatementView, ...]
    skipped: tuple[Skipped, ...]
    duplicates: int

    @property
    def repeated(self) -> tuple[StatementView, ...]:
        """The statements that more than one article reports."""
        return tuple(s for s in self.statements if len(s.articles) > 1)

    @property
    def shared(self) -> tuple[StoryCard, ...]:
        """The stories of more than one article."""
        return tuple(s for s in self.stories if len(s.articles) > 1)


def front_page(index: Index) -> FrontPage:
    """Return the corpus at a glance, everything in a fixed order."""
    tables = index.tables
    return FrontPage(
        len(tables.articles),
        tuple(sorted((story_card(index, s) for s in tables.stories), key=story_rank)),
        tuple(sorted(tables.storylines, key=lambda s: (-len(s.stories), s.id))),
        tuple(sorted((statement_view(index, s) for s in tables.statements), key=rank)),
        tuple(_skipped(tables.rejected)),
        len(tables.duplicates),
    )


def _skipped(rejected: list[Rejected]) -> Iterator[Skipped]:
    groups: defaultdict[tuple[str, str], list[Rejected]] = defaultdict(list)
    for item in rejected:
        groups[item.reason, item.stage].append(item)
    for reason, stage in sorted(groups, key=lambda key: (-len(groups[key]), key)):
        yield Skipped(reason, stage, tuple(sorted(groups[reason, stage], key=lambda r: (r.input, r.detail))))
