"""Sentences and quotation marks, as resolution sees them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.annotate.speakers.scene import Scene


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    starts = [*Scene(text).starts, len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It snowed.", 2),
        ("It rained\nIt snowed", 2),
        ("Mr. Holm met Dr. A. Quell.", 1),
        ("It fell 3.5 percent. Then it rose.", 2),
        ("“No. Never. Not I,” she said. He left.", 2),  # what is quoted is one sentence with its clause
        ("She said: “No.” He left.", 2),
        ("It was No. 5 of 9.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """Titles, initials and numbers end none, and quotation marks hold theirs together."""
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text", ["He said “no,” she wept.", 'He said "no," she wept.', "He said ‘no,’ she wept.", "He said 'no,' she wept."]
)
def test_marks(text: str) -> None:
    """Double and single marks, curly and straight, enclose."""
    scene = Scene(text)
    assert scene.quoted(text.index("no"))
    assert not scene.quoted(text.index("He")) and not scene.quoted(text.index("she"))


@pytest.mark.parametrize(
    "text", ["The ‘90s were long. It rained.", "The men's boat. It's wet.", "He said “no.\nIt rained"]
)
def test_what_encloses_nothing(text: str) -> None:
    """An apostrophe opens nothing, and no mark reaches past its line."""
    assert not Scene(text).quoted(text.rindex("t"))


@given(st.text("Aa .\n“”\"'‘’,-(", max_size=60))
def test_any_text(text: str) -> None:
    """Sentences begin in order, the first at 0, and every place is in one of them."""
    scene = Scene(text)
    assert scene.starts[0] == 0
    assert scene.starts == sorted(set(scene.starts))
    assert all(scene.starts[scene.sentence(at)] <= at for at in range(len(text)))
