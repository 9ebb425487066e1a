"""Rare words and slips of common ones."""

import pytest

from firsthand.data.spelling import rare_words, slip_of


@pytest.mark.parametrize("word", ["breakwater", "salvaged", "mothballed"])
def test_a_word_seldom_used_is_rare(word: str) -> None:
    assert word in rare_words()


@pytest.mark.parametrize("word", ["government", "harbour", "harbor", "goverment", "cat", "xqzvw"])
def test_a_common_short_or_unknown_word_is_not(word: str) -> None:
    assert word not in rare_words()


@pytest.mark.parametrize(
    ("slip", "right"), [("goverment", "government"), ("recieved", "received"), ("occured", "occurred")]
)
def test_a_letter_left_out_put_in_or_swapped_is_a_slip(slip: str, right: str) -> None:
    assert slip_of(slip) == right


@pytest.mark.parametrize(
    "word",
    [
        "harbour",
        "organisation",
        "centre",
        "defence",
        "analyse",
        "sceptical",
        "aluminium",
        "instalment",
        "neighbourhood",
    ],
)
def test_british_spelling_is_none(word: str) -> None:
    assert slip_of(word) is None


@pytest.mark.parametrize("word", ["government", "ministers", "xqzvwkj", "wrod", "homeporting", "Goverment", "", "12th"])
def test_nor_is_what_is_right_short_or_like_nothing(word: str) -> None:
    assert slip_of(word) is None
