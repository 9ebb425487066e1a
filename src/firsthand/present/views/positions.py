"""Where what a speaker says in a story differs from what the same speaker said before or after: words, never why."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.model import Article, DifferenceKind, Statement, Turn
from firsthand.present.views.index import Index


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, when it was first reported, in which article, and the story whose page has it (empty: none)."""

    statement: Statement
    time: str
    article: Article | None
    story: str


@dataclass(frozen=True, slots=True)
class Turned:
    """An earlier and a later statement of one speaker on one matter, and in what they differ."""

    speaker: str
    earlier: Said
    later: Said
    kinds: tuple[DifferenceKind, ...]
    reversal: bool


def turns_of(index: Index, story: str, statements: Iterable[str]) -> tuple[Turned, ...]:
    """Return the differences that one of ``statements`` of a story has part in, by speaker, then by time.

    Those of statements that are not stored are left out.
    """
    here = set(statements)
    found: dict[tuple[str, str], Turned] = {}
    for line in index.storylines_of.get(story, ()):
        for position in line.positions:
            for turn in position.turns:
                if (turn.earlier in here or turn.later in here) and (made := _turned(index, position.speaker, turn)):
                    found.setdefault((turn.earlier, turn.later), made)
    return tuple(sorted(found.values(), key=_order))


def _turned(index: Index, speaker: str, turn: Turn) -> Turned | None:
    earlier, later = index.statements.get(turn.earlier), index.statements.get(turn.later)
    if earlier is None or later is None:
        return None
    return Turned(speaker, _said(index, earlier), _said(index, later), turn.kinds, turn.reversal)


def _said(index: Index, statement: Statement) -> Said:
    articles = index.in_time(q.article for q in index.quotations_of(statement))
    first = articles[0] if articles else None
    stories = [s for a in articles if (s := index.story_of.get(a.id))]
    return Said(
        statement,
        index.time(first) if first else "time not known",
        first,
        max(stories, key=stories.count) if stories else "",
    )


def _order(turned: Turned) -> tuple[str, str, str, str]:
    first = turned.later.article.order if turned.later.article else ("~", "")
    return turned.speaker, *first, turned.later.statement.id
