"""One speaker: what was said, story by story, how each wording drifted, and where later words differ from earlier."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.model import Count, DifferenceKind, Position, Turn
from firsthand.present.views.index import Index
from firsthand.present.views.statement import Place, StatementView, Wording
from firsthand.text import plain

if TYPE_CHECKING:  # the catalog is made of views
    from firsthand.present.catalog import Catalog
    from firsthand.present.catalog.rows import SpeakerRow, StatementRow, StoryRow

# Ours: statements of the page, wordings and turns that it has, and outlets of a wording.
STATEMENTS, WORDINGS, TURNS, OUTLETS = 60, 4, 12, 6
# Ours: articles that are read for the reasons of counts that no story's page has.
READ = 150


@dataclass(frozen=True, slots=True)
class Drift:
    """How the wordings of one statement differ: ``kinds`` of all, ``wordings`` that differ from the first one word by
    word, each with the places of one outlet more than a page names.
    """

    kinds: tuple[DifferenceKind, ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the speaker. ``count`` has the reasons for the row's numbers where no story's page has them."""

    row: "StatementRow"
    drift: Drift
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """What the speaker said in one story, oldest first; ``story`` is None for what stands in none."""

    story: "StoryRow | None"
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Two statements on one matter whose words differ, and in what; see ``Turn``."""

    earlier: "StatementRow"
    later: "StatementRow"
    turn: Turn


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker with the latest ``STATEMENTS`` statements by story, the latest story first; ``more`` are older.

    ``index`` has the records of those in no story that several articles report, as far as they were read.
    """

    row: "SpeakerRow"
    topics: tuple[Topic, ...]
    differing: tuple[Differing, ...]
    more_differing: int
    more: int
    index: Index


def speaker_view(catalog: "Catalog", key: str) -> SpeakerView | None:
    """Return the speaker with this key; None where there is none."""
    row = catalog.speaker(key)
    if row is None:
        return None
    rows = catalog.statements("time", speaker=key, limit=STATEMENTS, offset=max(0, row.statements - STATEMENTS))
    stories = {i: catalog.story(i) for i in dict.fromkeys(s.story for s in rows) if i}
    index = Index(catalog.tables_of_statements(_chosen(rows)))
    drifts = catalog.drifts(s.id for s in rows if s.wordings > 1)
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for statement in rows:
        said[statement.story].append(Said(statement, drifts.get(statement.id, Drift()), index.counts.get(statement.id)))
    topics = [Topic(stories.get(story), tuple(found)) for story, found in reversed(said.items())]
    turns = list(_turns(catalog, row.name, [s.storyline for s in stories.values() if s]))
    differing = (_differing(catalog, turn) for turn in turns[:TURNS])
    return SpeakerView(
        row,
        tuple(topics),
        tuple(found for found in differing if found),
        max(0, len(turns) - TURNS),
        max(0, row.statements - len(rows)),
        index,
    )


def _chosen(rows: "Sequence[StatementRow]") -> list[str]:
    """Return the statements of several articles in no story: the latest, as far as ``READ`` articles go."""
    chosen, articles = [], 0
    for row in reversed(rows):
        if not row.story and row.articles > 1 and articles + row.articles <= READ:
            chosen.append(row.id)
            articles += row.articles
    return chosen


def drift_of(view: StatementView) -> Drift:
    """Return what a speaker's page shows of a statement's wordings."""
    kinds = tuple(dict.fromkeys(kind for wording in view.wordings for kind in wording.kinds))
    drifted = [w for w in view.wordings[1:] if w.pieces][:WORDINGS]
    return Drift(kinds, tuple(replace(w, places=_outlets(w)) for w in drifted))


def _outlets(wording: Wording) -> tuple[Place, ...]:
    return tuple({p.outlet: p for p in reversed(wording.places)}.values())[::-1][: OUTLETS + 1]


def _turns(catalog: "Catalog", name: str, storylines: Sequence[str]) -> Iterator[Turn]:
    for identity in dict.fromkeys(i for i in storylines if i):
        storyline = catalog.storyline(identity)
        positions: tuple[Position, ...] = storyline.positions if storyline else ()
        for position in positions:
            if plain(position.speaker) == plain(name):
                yield from position.turns


def _differing(catalog: "Catalog", turn: Turn) -> Differing | None:
    earlier, later = catalog.statement(turn.earlier), catalog.statement(turn.later)
    return Differing(earlier, later, turn) if earlier and later else None
