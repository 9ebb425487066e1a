"""The corpus at a glance: many articles, one source."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Rejected, Storyline
from firsthand.present.views.corrections import Corrections, CorrectionView
from firsthand.present.views.index import Index
from firsthand.present.views.languages import unread
from firsthand.present.views.statement import StatementView, rank, statement_view
from firsthand.present.views.story import StoryCard, story_card, story_rank

if TYPE_CHECKING:  # the catalog is made of these views
    from firsthand.present.catalog import Catalog
    from firsthand.present.catalog.rows import OutletRow, Overview, SpeakerRow, StatementRow, StorylineRow, StoryRow

# Ours: rows of each part of the front page; the lists have all.
STATEMENTS, STORIES, STORYLINES, NAMES, CORRECTED = 8, 8, 6, 12, 50


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


@dataclass(frozen=True, slots=True)
class FrontView:
    """The corpus at a glance, read from its catalog.

    ``one_source`` are the most repeated statements that go back to one origin; ``spread`` the stories with the most
    articles, ``origins`` those on the most independent origins, ``growing`` those with articles of the corpus's last
    24 hours. ``skipped`` are reason, stage and number of inputs, ``unread`` lines on
    languages of which not all is read.
    """

    overview: "Overview"
    one_source: "tuple[StatementRow, ...]"
    spread: "tuple[StoryRow, ...]"
    origins: "tuple[StoryRow, ...]"
    growing: "tuple[StoryRow, ...]"
    storylines: "tuple[StorylineRow, ...]"
    speakers: "tuple[SpeakerRow, ...]"
    outlets: "tuple[OutletRow, ...]"
    skipped: tuple[tuple[str, str, int], ...]
    corrections: tuple[CorrectionView, ...]
    corrected: int
    unread: tuple[str, ...]


def front_view(catalog: "Catalog") -> FrontView:
    """Return what the front page shows of a corpus."""
    corrections = sorted(Corrections(Index(catalog.tables_of_corrections())), key=lambda v: -v.correction.number)
    return FrontView(
        catalog.overview(),
        tuple(catalog.statements("repeated", one_origin=True, limit=STATEMENTS)),
        tuple(s for s in catalog.stories("articles", STORIES) if s.articles > 1),
        tuple(s for s in catalog.stories("origins", STORIES) if s.high > 1),
        tuple(s for s in catalog.stories("growth", STORIES) if s.growth),
        tuple(catalog.storylines(STORYLINES)),
        tuple(catalog.speakers(NAMES)),
        tuple(catalog.outlets(NAMES)),
        tuple(catalog.reasons_rejected()),
        tuple(corrections[:CORRECTED]),
        len(corrections),
        unread(catalog.languages()),
    )


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
