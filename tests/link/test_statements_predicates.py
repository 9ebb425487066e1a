"""What is told of things: verbs found without a parser, when they say it happens, and verbs that tell of one deed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.statements.lexicon import DEEDS, PASTS, PHRASES, VERBS
from firsthand.link.statements.predicates import akin, deeds, is_past, time
from firsthand.link.statements.similarity import FEATURES, Weights, features, probabilities
from firsthand.link.statements.synonyms import one_word_verbs, sense
from firsthand.link.statements.wording import wording
from firsthand.text import words


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("the nurse has never opened the letter", {"opened"}),
        ("we will sell the gate", {"sell"}),
        ("sailors repair nets", {"repair"}),
        ("the work of the sailors", set()),
        ("the miller's end", set()),
        ("the queen was willing to pay", {"pay"}),
        ("they took it and went", set()),
        ("they embroidered it", set()),
    ],
)
def test_a_verb_is_known_by_form_or_company(text: str, verbs: set[str]) -> None:
    """An auxiliary, a pronoun or an ending shows it; an article makes a noun of it; light verbs tell nothing,
    nor do those of which no kin are known."""
    assert deeds(words(text)) == {sense(verb) for verb in verbs}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("the mill will be sold", 1),
        ("they are going to sell the mill", 1),
        ("the mill was sold", -1),
        ("they sold the mill", -1),
        ("the mill is sold", 0),
        ("they were willing to sell the mill", 0),
        ("the mill", 0),
    ],
)
def test_time_is_read_from_verbs(text: str, when: int) -> None:
    """To come, past, or neither; who was willing then speaks of what is to come."""
    assert time(words(text)) == when


def test_past_forms() -> None:
    """Those with "-ed" and the irregular ones."""
    assert is_past("painted") and is_past("sold") and not is_past("need") and not is_past("paints")


def test_other_deeds_with_the_same_things_speak_against_one_utterance() -> None:
    """Though not where one verb may tell of the other's deed."""
    said, retold, other = (
        wording(f"the captain {verb} the lanterns of the ferry before the regatta")
        for verb in ("examined", "inspected", "stole")
    )
    weights = Weights([said, retold, other])
    alike, unlike = features([(said, retold), (said, other)], weights)[:, FEATURES.index("predicate")]
    assert (alike, unlike) == (0, 1)
    near, far = probabilities([(said, retold), (said, other)], weights)
    assert near > far


def test_what_is_done_and_what_is_to_come_are_told_apart() -> None:
    """The same verb in the past and in the future, both ways."""
    done, planned = wording("The bell was hung in the tower"), wording("The bell will be hung in the tower")
    rows = features([(done, planned), (planned, done), (done, done)], Weights([done, planned]))
    there, back, same = rows[:, FEATURES.index("time")].tolist()
    assert there == back > 0 == same


def test_verbs_of_two_words_are_one() -> None:
    """Whatever the ending; the words beside them stay."""
    assert one_word_verbs(words("she stepped down in May")) == ["she", "resign", "in", "may"]
    assert one_word_verbs(words("down the step")) == ["down", "the", "step"]


def test_akin_verbs_are_so_both_ways() -> None:
    """Each verb is akin to those it stands with."""
    for row in DEEDS:
        for one in row:
            assert all(akin(sense(one), [sense(other)]) for other in row)


def test_the_lists_hold_single_words() -> None:
    """In lower case, so that they can be met."""
    listed = [*PASTS, *VERBS, *(word for row in DEEDS for word in row), *(w for pair in PHRASES for w in pair)]
    assert all(word.isalpha() and word.islower() for word in listed)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_deeds_and_a_time(text: str) -> None:
    """Whatever it is; and joining verbs never adds words."""
    norms = words(text)
    assert deeds(norms) <= {sense(word) for word in norms}
    assert time(norms) in (-1, 0, 1)
    assert len(one_word_verbs(norms)) <= len(norms)
