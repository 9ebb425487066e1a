"""Wordings are compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.views.wording import compare

WORDS = st.lists(st.sampled_from(["the", "ship", "will", "leave", "now", "not"]), min_size=1).map(" ".join)


def said(reference: str, wording: str) -> list[tuple[str, str]] | None:
    """The pieces as pairs."""
    pieces = compare(reference, wording)
    return None if pieces is None else [(p.change, p.text) for p in pieces]


def test_dropped_added_and_changed_words_are_marked() -> None:
    """What is gone stands before what came in its place."""
    assert said("We will not close a single quay", "We will not close any quay") == [
        ("same", "We will not close"), ("dropped", "a single"), ("added", "any"), ("same", "quay"),
    ]  # fmt: skip
    assert said("It will be spent here", "It will be spent here on the coast")[-1] == ("added", "on the coast")  # type: ignore[index]


def test_case_and_marks_are_no_difference() -> None:
    """Only words count."""
    assert said("The money is there,", "the money is “there”") == [("same", "the money is “there”")]


def test_what_shares_little_is_not_compared() -> None:
    """Marking nearly everything would hide both wordings."""
    assert compare("No pier shuts while there is cargo aboard", "We will close nothing before spring") is None


@given(WORDS, WORDS)
def test_the_pieces_hold_both_wordings(one: str, other: str) -> None:
    """Without what was added one has the reference, without what was dropped the wording."""
    pieces = compare(one, other)
    if pieces is not None:
        assert " ".join(p.text for p in pieces if p.change != "added").split() == one.split()
        assert " ".join(p.text for p in pieces if p.change != "dropped").split() == other.split()
