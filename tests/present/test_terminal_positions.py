"""A speaker's statements over time, in the terminal."""

from dataclasses import replace

from firsthand.model import Position, Storyline, Turn
from firsthand.present.tables import Tables
from firsthand.present.terminal import show
from tests.present.invented import COST, HARBOUR, PLEDGE, tables


def made(reversal: bool) -> Tables:
    turn = Turn(PLEDGE, COST, ("changed negation",), reversal)
    line = Storyline("line", (HARBOUR,), (), (Position("Ilse Marwitz", (PLEDGE, COST), (turn,)),))
    return replace(tables(), storylines=[line])


def test_a_speaker_is_shown_by_name_whatever_its_case() -> None:
    """Statements in order, with what they differ from, and never a word of motive."""
    text = show(made(True), "ilse MARWITZ")
    assert text.index(PLEDGE) < text.index(COST)
    assert "differs from 1: changed negation (apparent reversal)" in text
    assert "lie" not in text.lower().split()


def test_what_is_no_reversal_is_not_called_one() -> None:
    """Only where it is marked."""
    assert "reversal" not in show(made(False), "Ilse Marwitz")
