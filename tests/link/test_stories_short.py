"""Headlines and other short texts: what they are compared by, and how they are joined. All news here is invented."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.stories.clusters import average_link, crowd
from firsthand.link.stories.pieces import LENGTH, pieces
from firsthand.link.stories.profiles import SHORT, profile
from firsthand.link.stories.short import is_short, short_odds, short_pairs
from firsthand.link.stories.vectors import vectors
from firsthand.model import Article
from tests.factories import article

FIRE = "Fire destroys the market hall of Tolvik"
OTHER = "Marwitz elected governor of Ostermark"
DAY = "2031-05-02"
LONG = " ".join(f"word{n}" for n in range(SHORT))


def odds(first: Article, second: Article) -> float:
    """Return the log odds of two articles, without an encoder."""
    space = vectors([profile(a, None) for a in (first, second)])
    return float(short_odds(space, np.array([0]), np.array([1]))[0])


def told(text: str, published: str | None = None, language: str | None = None) -> Article:
    return replace(article(text, text), published=published, language=language)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("skateboarder", "skateboarding"),  # inflection
        ("markthalle", "thallesdorf"),  # a part of a compound
        ("марвиц", "marvits"),  # a name in two scripts
        ("ρουσσος", "roussos"),
    ],
)
def test_related_words_share_pieces(first: str, second: str) -> None:
    """More than nothing, where the words themselves differ."""
    assert pieces([first]) & pieces([second])


@given(st.lists(st.text(max_size=12), max_size=8))
def test_pieces_are_of_bounded_length(words: list[str]) -> None:
    """No piece is longer than the length of pieces, but for the edges of words too short to have one."""
    assert all(len(piece) <= LENGTH for piece in pieces(words))


def test_only_short_texts_have_pieces() -> None:
    """Longer ones are compared by their words, and their pieces would cost more than all else."""
    space = vectors([profile(article(str(k), text), None) for k, text in enumerate((FIRE, LONG, OTHER))])
    assert [bool(n) for n in np.diff(space.pieces.indptr)] == is_short(space).tolist() == [True, False, True]
    assert short_pairs(space, np.array([0, 0]), np.array([1, 2])).tolist() == [False, True]


def test_odds_grow_with_what_is_shared_and_fall_with_time() -> None:
    """The same event in other words beats another event; an unknown time lies between one day and three weeks."""
    retold = "Tolvik market hall destroyed as fires spread"
    assert odds(told(FIRE), told(retold)) > odds(told(FIRE), told(OTHER))
    same, unknown, later = (odds(told(FIRE, DAY), told(retold, day)) for day in (DAY, None, "2031-05-23"))
    assert same > unknown > later


def test_two_languages_need_less_in_common() -> None:
    """They have fewer pieces to share."""
    assert odds(told(FIRE, language="en"), told(OTHER, language="de")) > odds(told(FIRE), told(OTHER))


def test_short_texts_are_joined_by_fewer_pairs() -> None:
    """Two groups of four that half of the pairs connect are one story of headlines, and two of articles."""
    inside = [(i, j, 0.9) for base in (0, 4) for i in range(base, base + 4) for j in range(i + 1, base + 4)]
    across = [(i, j, 0.5) for i in range(4) for j in range(4, 8) if (i + j) % 2]
    left, right = (np.array([e[side] for e in inside + across], dtype=np.int64) for side in (0, 1))
    values = np.array([e[2] for e in inside + across])
    assert len(average_link([1] * 8, left, right, values, None, [True] * 8)) == 1
    assert len(average_link([1] * 8, left, right, values, None)) == 2
    assert len(average_link([1] * 8, left, right, values, None, [True] * 4 + [False] * 4)) == 2


@given(st.integers(1, 10_000))
def test_a_crowd_never_asks_for_more(pairs: int) -> None:
    """One pair is judged as it is, more pairs more leniently."""
    assert crowd(1) == 1.0 <= crowd(pairs) <= crowd(pairs + 1)
