"""Words, numbers, insertions: what is compared as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.statements.drift.amounts import same_amount
from firsthand.link.statements.drift.atoms import atoms, contracted
from firsthand.link.statements.drift.names import same_bearer, same_spelling
from firsthand.link.statements.drift.verbs import another_form


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2,000", "2000", ""),
        ("two thousand", "2000", ""),
        ("two hundred and fifty", "250", ""),
        ("twenty-five", "25", ""),
        ("a dozen", "12", ""),
        ("one million two hundred thousand", "1200000", ""),
        ("1.5 million", "1500000", ""),
        ("$3bn", "3000000000", "dollar"),
        ("5m euros", "5000000", "euro"),
        ("40 per cent", "40", "%"),
        ("40 %", "40", "%"),
        ("1970s", "1970", ""),
    ],
)
def test_a_number_is_one_atom_however_it_is_written(text: str, value: str, unit: str) -> None:
    """With its unit."""
    (atom,) = atoms(text)
    assert (atom.kind, atom.value, atom.unit) == ("number", value, unit)


@pytest.mark.parametrize("text", ["one", "second", "3rd", "5:30 pm", "17:00"])
def test_what_may_be_no_amount_is_no_number(text: str) -> None:
    """ "One" and ordinals count only beside a number, times of day never."""
    assert [a.kind for a in atoms(text)] != ["number"]


def test_a_row_of_numbers_is_as_many() -> None:
    """A comma parts them."""
    assert [a.value for a in atoms("two, three or 10-12 boats")] == ["2", "3", "", "10", "12", ""]


def test_a_year_may_be_written_short() -> None:
    """ "2021-22"."""
    assert same_amount("2022", "22") and not same_amount("2022", "21")


def test_contractions_have_parts() -> None:
    """With "is" only where it can be no possessive."""
    parts = [[part.key for part in contracted(a)] for a in atoms("can't won't we're it's Varga's cannot")]
    assert parts == [["can", "not"], ["will", "not"], ["we", "are"], ["it", "is"], ["varga's"], ["can", "not"]]


def test_hedges_are_seen_where_they_hedge() -> None:
    """ "About" does before a number, and "May" is a month."""
    assert [a.key for a in atoms("about 40 men spoke about it in May, as they may") if a.hedge] == ["about", "may"]


def test_names_have_a_capital_within_a_sentence() -> None:
    """But not days, titles, and words at the head of one."""
    text = "Boats left. Yesterday President Ada Holm, of Orvane, met them on Monday"
    assert [a.key for a in atoms(text) if a.name] == ["ada", "holm", "orvane"]


@pytest.mark.parametrize("pair", [("Sergei", "Sergey"), ("Yusuf", "Yousef"), ("Abdel Nassim", "Abdelnassim")])
def test_romanisations_are_one_spelling(pair: tuple[str, str]) -> None:
    """Of one name."""
    assert same_spelling(*pair)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Quell", "Quell", True),
        ("United States", "US", True),
        ("European Union", "EU", True),
        ("Europe", "European", True),
        ("Organisation", "Organization", True),
        ("Quell", "Brandt", False),
        ("Malkov", "Markov", False),
        ("Ada Quell", "Ilse Quell", False),
    ],
)
def test_two_names_of_one_bearer_are_told_from_two_bearers(one: str, other: str, same: bool) -> None:
    """Parts, initials, endings."""
    assert same_bearer(one, other) is same
    assert same_bearer(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("is", "were", True),
        ("leave", "left", True),
        ("stop", "stopped", True),
        ("agree", "agreed", True),
        ("try", "tried", True),
        ("boat", "boats", False),
        ("harbour", "harvest", False),
    ],
)
def test_forms_of_a_verb_that_show_a_tense(one: str, other: str, same: bool) -> None:
    """A mere "-s" shows none."""
    assert another_form(one, other) is same


@given(st.text(max_size=80))
def test_atoms_stand_in_the_text_in_order(text: str) -> None:
    """Apart from each other, and so do their parts."""
    end = 0
    for atom in atoms(text):
        for part in contracted(atom):
            assert end <= part.start < part.end <= len(text)
            end = part.end
