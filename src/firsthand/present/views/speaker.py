"""One speaker: what was said, story by story, how each wording drifted, and where later words differ from earlier."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Count, DifferenceKind, Position, Turn
from firsthand.present.views.index import Index
from firsthand.present.views.statement import Wording, statement_view
from firsthand.text import plain

if TYPE_CHECKING:  # the catalog is made of views
    from firsthand.present.catalog import Catalog
    from firsthand.present.catalog.rows import SpeakerRow, StatementRow, StoryRow

# Ours: statements of the page, articles that are read to show how words drifted, wordings and turns that it has.
STATEMENTS, READ, WORDINGS, TURNS = 60, 150, 4, 12


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the speaker. ``drifted`` are wordings that differ from the first one word by word, ``kinds`` how
    all of them differ, ``count`` has the reasons for the row's numbers; empty where its articles were not read.
    """

    row: "StatementRow"
    drifted: tuple[Wording, ...] = ()
    kinds: tuple[DifferenceKind, ...] = ()
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

    ``index`` has the records of those that several articles report, as far as they were read.
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
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for statement in rows:
        said[statement.story].append(_said(index, statement))
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
    """Return the statements of several articles that are read: the latest, as far as ``READ`` articles go."""
    chosen, articles = [], 0
    for row in reversed(rows):
        if row.articles > 1 and articles + row.articles <= READ:
            chosen.append(row.id)
            articles += row.articles
    return chosen


def _said(index: Index, row: "StatementRow") -> Said:
    statement = index.statements.get(row.id)
    if statement is None or row.articles < 2:
        return Said(row)
    view = statement_view(index, statement)
    kinds = tuple(dict.fromkeys(kind for wording in view.wordings for kind in wording.kinds))
    return Said(row, tuple(w for w in view.wordings[1:] if w.pieces)[:WORDINGS], kinds, view.count)


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
