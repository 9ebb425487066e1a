"""What a speaker said over the course of storylines, in order of time."""

from firsthand.model import Position
from firsthand.present.console import Lines, line, more, title
from firsthand.present.labels import listed, shorten, told
from firsthand.present.views.index import Index
from firsthand.text import plain

_STATEMENTS = 40  # of a position, what is printed
# Said below every position: what a difference is, and is not.
_MEANING = "“Differs from” compares words only: it does not say why, nor which is so."


def positions_of(index: Index, name: str) -> list[Position]:
    """Return the positions of the speaker of this name, whatever its case and accents, by storyline."""
    lines = sorted(index.tables.storylines, key=lambda s: s.id)
    return [p for one in lines for p in one.positions if plain(p.speaker) == plain(name)]


def positions(index: Index, found: list[Position]) -> Lines:
    """Yield the statements of one speaker in order, each with what it differs from."""
    yield line(found[0].speaker, "bold")
    for number, position in enumerate(found, 1):
        yield from title(f"Storyline {number} of {len(found)}" if len(found) > 1 else "Statements, oldest first")
        yield from _one(index, position)
    yield line(_MEANING, "italic")


def _one(index: Index, position: Position) -> Lines:
    turn_of = {turn.later: turn for turn in position.turns}
    place = {identity: n for n, identity in enumerate(position.statements, 1)}
    for identity in position.statements[:_STATEMENTS]:
        statement = index.statements.get(identity)
        if statement is None:
            continue
        first = index.in_time(q.article for q in index.quotations_of(statement))[:1]
        when = index.time(first[0]) if first else "time not known"
        yield line(f"{place[identity]}. {when}: {shorten(told(statement), 300)}")
        yield line(identity, "dim", 3)
        if turn := turn_of.get(identity):
            apparent = " (apparent reversal)" if turn.reversal else ""
            yield line(f"differs from {place[turn.earlier]}: {listed(turn.kinds)}{apparent}", "yellow", 3)
    yield from more(len(position.statements) - _STATEMENTS, "statement", "in an export", 3)
