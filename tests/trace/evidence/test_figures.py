"""Figures that somebody could write down with two digits swapped, and what they count."""

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firsthand.text import tokens
from firsthand.trace.evidence.figures import figures
from tests.factories import article

DIGITS = ["747", "1,200", "12", "8.350", "٣٤٥", "７４７", "747's", "x’747"]
PIECES = [*DIGITS, "million", "people", "men", "’s", " ", " ", ",", ".", "_", "-", "\n", "é", "²"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_figures_are_those_that_cutting_the_whole_text_into_words_gives(text: str) -> None:
    """Three digits or more, and what they count, with one mark between them."""
    telling: Any = SimpleNamespace(article=article("a", text))
    whole = telling.article.text
    assert [(f.start, f.end, f.number, f.noun) for f in figures(telling)] == [
        (a.start, b.end, a.norm, b.norm)
        for part in telling.article.parts("body")
        for a, b in pairwise(tokens(whole, part.start, part.end))
        if a.norm.isascii() and a.norm.isdigit() and 3 <= len(a.norm) <= 9
        if b.norm.isalpha() and len(b.norm) >= 4 and b.norm != "million"
        if b.start - a.end == 1 and whole[a.start - 1 : a.start] not in (".", ",")
    ]
