"""Tokens are words and marks with their places in the text, and the same however often they are asked for."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.annotate.tokens import _LONGEST_KEPT, tokenize

SENTENCE = "Dr. Ada Holm told the A.B.C. that 1,200 crowns weren’t enough. "


def test_words_marks_and_clitics_stand_where_they_are() -> None:
    """Abbreviations keep their points; the norm is lower case with straight marks."""
    row = tokenize(SENTENCE, 0, len(SENTENCE))
    assert [t.text for t in row] == [
        "Dr.", "Ada", "Holm", "told", "the", "A.B.C.", "that", "1,200", "crowns", "weren’t", "enough", ".",
    ]  # fmt: skip
    assert [t.norm for t in row][-3:] == ["weren't", "enough", "."]
    assert all(SENTENCE[t.start : t.end] == t.text for t in row)


@given(st.text(max_size=80), st.integers(0, 20), st.integers(0, 80))
def test_asking_again_gives_the_same(text: str, start: int, end: int) -> None:
    """Rows that are kept are those that would be read; equal texts at other places are told apart."""
    assert tokenize(text, start, end) == tokenize(text, start, end)
    assert all(start <= t.start and t.end <= end for t in tokenize(text, start, end))


def test_long_paragraphs_are_read_like_short_ones() -> None:
    """They are not kept."""
    text = SENTENCE * (_LONGEST_KEPT // len(SENTENCE) + 2)
    row = tokenize(text, 0, len(text))
    first = tokenize(text, 0, len(SENTENCE))
    assert row[: len(first)] == first
    assert len(row) == len(first) * (len(text) // len(SENTENCE))
