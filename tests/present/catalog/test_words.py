"""The index and the marks of a hit know a text by the same words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.catalog.words import LONGEST, norms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Quay’s open", ["the", "quay", "s", "open"]),
        ("Élysée, naïve", ["elysee", "naive"]),
        ("Élysée", ["elysee"]),
        ("snow_ball well-known", ["snow", "ball", "well", "known"]),
        ("40.5 million", ["40", "5", "million"]),
        ("港は開く open", ["港", "は", "開", "く", "open"]),
        ("", []),
        ("“—…”", []),
    ],
)
def test_words_are_known_by_their_normal_form(text: str, expected: list[str]) -> None:
    """No case, no accents; parted at apostrophes and hyphens; scripts without blanks character by character."""
    assert norms(text) == expected


@given(st.text(max_size=80))
def test_words_with_places_are_the_same_words(text: str) -> None:
    """Each stands where it says, in order."""
    found = list(words(text))
    assert [w.norm for w in found] == norms(text)
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=80))
def test_a_normal_form_is_its_own(text: str) -> None:
    """It holds letters and digits only, so that the index parts it no further, and is bounded."""
    for norm in norms(text):
        assert norm.isalnum()
        assert len(norm) <= LONGEST
        assert norms(norm) == [norm] or len(norms(norm)) == len(norm)


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    """They are into the whole text."""
    (word,) = words("one two three", 4, 7)
    assert (word.start, word.end, word.norm) == (4, 7, "two")
