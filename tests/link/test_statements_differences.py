"""How one quotation's words differ from another's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.statements.differences import kinds
from firsthand.model import QuotationType

LONG = "They relied on people who left the valley long ago and live abroad, either in ports or in the capital"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (LONG + ",", ("same words",)),
        (LONG.upper().replace(",", " —"), ("same words",)),
        ("They [the rebels] relied" + LONG.removeprefix("They relied"), ("editorial brackets",)),
        (LONG.replace(" long ago", ""), ("dropped words",)),
        (LONG.partition(" and live")[0], ("dropped words",)),
        (LONG + " of some other country", ("added words",)),
        (LONG.replace("relied on", "trusted"), ("changed words",)),
        (LONG.replace("ports", "ports port"), ("changed words",)),
        (LONG.replace("They", "They never"), ("changed negation", "added words")),
    ],
)
def test_a_direct_quotation_against_another(other: str, expected: tuple[str, ...]) -> None:
    """Each way in which an outlet changes a quotation has its kind."""
    assert kinds(LONG, "direct", other, "direct") == expected


def test_a_slip_that_one_outlet_mends_is_a_change() -> None:
    """A word beside another form of itself is no word dropped."""
    assert kinds(
        "it angered them and caused causing alarm", "direct", "it angered them and caused alarm", "direct"
    ) == ("changed words",)


def test_other_figures_are_named() -> None:
    """A changed number is told beside the changed word that it is."""
    found = kinds("at least 14 people are missing", "direct", "at least 41 people are missing", "direct")
    assert found == ("changed words", "changed number")


def test_contractions_are_a_change_of_words_and_of_nothing_else() -> None:
    """ "Don't" and "do not" say one thing."""
    assert kinds("we don't want it", "direct", "we do not want it", "direct") == ("changed words",)


def test_two_translations_are_told_as_such() -> None:
    """Where few words are shared nothing is said of single ones."""
    one = "We do not intend to hold joint naval exercises with the French this year"
    two = "Naval drills together with France are not something that we plan this year"
    assert kinds(one, "direct", two, "direct") == ("other translation",)


@pytest.mark.parametrize(("kind", "expected"), [("indirect", "direct to indirect"), ("mixed", "direct to mixed")])
def test_a_retelling_is_told_as_such(kind: QuotationType, expected: str) -> None:
    """What stands for a direct quotation in other words."""
    assert kinds(LONG, "direct", "people who had gone abroad were relied on", kind)[0] == expected


TYPES = st.sampled_from(("direct", "indirect", "mixed"))


@given(st.text(max_size=80), TYPES, st.text(max_size=80), TYPES)
def test_every_pair_has_a_kind_and_no_kind_twice(a: str, type_a: QuotationType, b: str, type_b: QuotationType) -> None:
    """Any two texts differ somehow, and a text from itself in nothing."""
    found = kinds(a, type_a, b, type_b)
    assert found
    assert len(set(found)) == len(found)
    assert kinds(a, "direct", a, "direct") == ("same words",)
