"""Where a speaker's words differ from the same speaker's before or after, as a story's page says it."""

from dataclasses import replace

from firsthand.model import Position, Turn
from firsthand.present.tables import Tables
from firsthand.present.views import Index, story_view
from firsthand.present.views.positions import Turned
from tests.present.invented import COST, HARBOUR, PLEDGE, STRIKE, TALKS, tables


def with_turns(*turns: Turn) -> Tables:
    """The invented corpus, with turns in its storyline."""
    made = tables()
    (line,) = made.storylines
    position = Position("Tessa Varga", (PLEDGE, COST, TALKS), turns)
    return replace(made, storylines=[replace(line, positions=(position,))])


def turns(made: Tables, story: str) -> tuple[Turned, ...]:
    """What the page of a story says of them."""
    index = Index(made)
    return story_view(index, index.stories[story]).turns


def test_both_statements_are_given_with_what_differs() -> None:
    """On the page of either story; the other's words and when they were told."""
    made = with_turns(Turn(PLEDGE, TALKS, ("changed number",), False))
    for story in (HARBOUR, STRIKE):
        ((turn),) = turns(made, story)
        assert (turn.speaker, turn.kinds, turn.reversal) == ("Tessa Varga", ("changed number",), False)
        assert (turn.earlier.statement.id, turn.later.statement.id) == (PLEDGE, TALKS)
        assert (turn.earlier.story, turn.later.story) == (HARBOUR, STRIKE)
        assert turn.earlier.time == "3 March 2031, 08:10 UTC"


def test_turns_of_other_stories_are_not_here() -> None:
    """Only those that a statement of the story has part in."""
    made = with_turns(Turn(PLEDGE, COST, ("changed negation",), True))
    assert len(turns(made, HARBOUR)) == 1 and turns(made, STRIKE) == ()


def test_a_statement_that_is_not_stored_is_left_out() -> None:
    """A part of a corpus may lack the earlier one."""
    assert turns(with_turns(Turn("5e000000000000ff", TALKS, ("changed number",), False)), STRIKE) == ()
