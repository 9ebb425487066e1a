"""Runs are equal words, found in bounded time, each word in one at most."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.copies.body import SHINGLE
from firsthand.link.copies.runs import MAX_PLACES, SHORT, Hashes, Run, Search, runs
from firsthand.text import shingles, words

WORDS = st.lists(st.sampled_from("abcd"), max_size=60)


class Side(NamedTuple):
    """Words and their seeds."""

    norms: Sequence[str]
    hashes: Hashes
    short: Hashes


def side(norms: Sequence[str]) -> Side:
    return Side(norms, shingles(norms, SHINGLE), shingles(norms, SHORT))


def found(first: Sequence[str], second: Sequence[str]) -> list[Run]:
    return runs(side(first), side(second))


@given(WORDS, WORDS)
def test_runs_hold_equal_words_and_no_word_twice(first: list[str], second: list[str]) -> None:
    """For all texts: both sides of a run are the same words, and runs overlap on neither side."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    for run in found(first, second):
        assert run.size >= SHORT
        assert first[run.a : run.a + run.size] == second[run.b : run.b + run.size]
        here_a, here_b = set(range(run.a, run.a + run.size)), set(range(run.b, run.b + run.size))
        assert not here_a & used_a
        assert not here_b & used_b
        used_a |= here_a
        used_b |= here_b


@given(st.lists(st.integers(0, 9).map(str), min_size=SHINGLE, max_size=60))
def test_a_text_is_one_run_with_itself(norms: list[str]) -> None:
    """Nothing is cut where nothing differs."""
    assert found(norms, norms) == [Run(0, 0, len(norms))]


def test_a_run_is_as_long_as_it_can_be() -> None:
    """It ends where the words differ, and nowhere before."""
    first, second = ["x", "a", "b", "c", "d", "e", "f", "g", "y"], ["z", "a", "b", "c", "d", "e", "f", "g", "w"]
    assert found(first, second) == [Run(1, 1, 7)]


def test_short_runs_count_only_beside_a_long_one() -> None:
    """Three words in a row are in any two texts; in two texts that share five they tell where the others belong."""
    short = ["one", "two", "three"]
    assert found(["a", *short, "b"], ["c", *short, "d"]) == []
    long = ["k", "l", "m", "n", "o", "p"]
    assert [run.size for run in found(["a", *short, "b", *long], ["c", *short, "d", *long])] == [3, 6]


def test_of_two_places_the_one_with_more_words_is_taken() -> None:
    """A sentence that begins like another is matched with its own."""
    one, other = words("the mayor of the town said that he knew"), words("the mayor of the town said that nobody had")
    assert found([*one, "x", *other], other) == [Run(len(one) + 1, 0, len(other))]


def test_words_in_thousands_of_places_are_looked_at_a_few_times_each() -> None:
    """One sentence 10,000 times over on both sides costs some looks a word, not one for every pair of places."""
    sentence = ["no", "ship", "will", "enter", "the", "basin", "before", "the", "quay", "is", "safe"]
    first, second = sentence * 10_000, ([*sentence, "again"] * 9_000)
    search = Search(first, second)
    search.add(shingles(first, SHINGLE), shingles(second, SHINGLE))
    assert search.found
    assert search.looks <= 2 * MAX_PLACES * (len(first) + len(second))
