"""Paragraphs of a stretch of text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo\nlines.\n \n\n Three. ", ["One.", "Two\nlines.", "Three."]),
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("\n\n  One.\n", ["One."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_blank_lines_part_paragraphs_and_line_ends_where_there_are_none(text: str, paragraphs: list[str]) -> None:
    """Blanks around a paragraph are none of it."""
    made = article("a", f"xx{text}xx")
    assert [p.of(made.text) for p in made.paragraphs(2, 2 + len(text))] == paragraphs


@given(st.text(alphabet="ab \n\t", max_size=60))
def test_paragraphs_hold_every_letter_once_and_in_order(text: str) -> None:
    """Nothing but blanks is left out."""
    made = article("a", text)
    spans = made.paragraphs(0, len(text))
    assert "".join("".join(p.of(text).split()) for p in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
