"""Normal forms: what is compared is the same however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text import plain, tokens, words


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("The Ferry's STOP, 2031!", ["the", "ferry's", "stop", "2031"]),
        ("L’Élysée — straße", ["l'elysee", "strasse"]),
        ("", []),
    ],
)
def test_words_have_neither_case_nor_accents(text: str, norms: list[str]) -> None:
    """And apostrophes are straight."""
    assert words(text) == norms


@given(st.text())
def test_words_are_the_normal_forms_of_the_tokens(text: str) -> None:
    """The quick way for plain letters is no other way."""
    assert words(text) == [t.norm for t in tokens(text)] == [plain(text[t.start : t.end]) for t in tokens(text)]
