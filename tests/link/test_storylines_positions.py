"""What a speaker said over time. All news here is invented."""

from firsthand.link.storylines.positions import turns, with_positions
from firsthand.model import Statement, Story, Storyline
from tests.factories import annotation, article, quotation

WILL = "We will close the mill at Tarnholt this autumn"
WILL_NOT = "We will not close the mill at Tarnholt this autumn"


def statement(name: str, wording: str, *quotations: str) -> Statement:
    return Statement(name, "Ilse Marwitz", "marwitz", None, wording, 1, quotations)


def test_a_negation_more_is_an_apparent_reversal() -> None:
    """The typed difference, from the earlier to the later."""
    (turn,) = turns([statement("one", WILL), statement("two", WILL_NOT)])
    assert (turn.earlier, turn.later, turn.reversal) == ("one", "two", True)
    assert "changed negation" in turn.kinds


def test_another_number_is_a_turn_and_no_reversal() -> None:
    """Drift."""
    (turn,) = turns([statement("a", "The mill lost 40 jobs in May"), statement("b", "The mill lost 60 jobs in May")])
    assert turn.kinds == ("changed number",) and not turn.reversal


def test_other_matters_and_the_same_words_are_no_turn() -> None:
    """Nothing is compared that does not share its words."""
    assert turns([statement("a", WILL), statement("b", "The river froze early last winter")]) == ()
    assert turns([statement("a", WILL), statement("b", WILL)]) == ()


def test_a_position_is_of_those_who_speak_in_several_stories_in_order_of_time() -> None:
    """Oldest first, whatever the order of the tables."""
    old, new = article("old", WILL, published="2031-03-01"), article("new", WILL_NOT, published="2031-05-01")
    notes = {
        "old": annotation(old, quotation(old, WILL, "Ilse Marwitz")),
        "new": annotation(new, quotation(new, WILL_NOT, "Ilse Marwitz")),
    }
    stories = [Story("s1", "One", ("old",), None, None), Story("s2", "Two", ("new",), None, None)]
    said = [statement("later", WILL_NOT, "new-0"), statement("earlier", WILL, "old-0")]
    known = {"old": old, "new": new}
    (line,) = with_positions([Storyline("l", ("s1", "s2"), ())], stories, said, known, notes)
    (position,) = line.positions
    assert position.statements == ("earlier", "later") and position.turns[0].reversal
    (alone,) = with_positions([Storyline("l", ("s1",), ())], stories, said, known, notes)
    assert alone.positions == ()
