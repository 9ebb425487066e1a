"""The index says what a dictionary would, whatever came, changed and went, merged or not."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.copies.candidates import key_of
from firsthand.link.copies.fingerprints import Grams
from firsthand.link.copies.index import NO_TIME, WINDOW_SHIFT, Index, segment
from tests.link.copies.test_copies import article

ARTICLES = st.dictionaries(st.integers(0, 12), st.sets(st.integers(1, 6), max_size=4), max_size=8)
STEPS = st.lists(st.tuples(ARTICLES, st.sets(st.integers(0, 12), max_size=3)), max_size=8)


def key(number: int) -> int:
    """A key of one of three time windows, or of none."""
    return (int(NO_TIME) if number % 4 == 3 else (number % 4) << int(WINDOW_SHIFT)) + number


def with_step(index: Index, come: Mapping[int, set[int]], gone: set[int]) -> Index:
    dead = sorted(gone - come.keys(), key=key)
    names = [*sorted(come, key=key), *dead]
    owners = np.array([k for k, name in enumerate(names) for _ in come.get(name, ())], dtype=np.int64)
    hashes = np.array([h for name in names for h in sorted(come.get(name, ()))], dtype=np.uint64)
    keys = np.array([key(name) for name in names], dtype=np.uint64)
    live = np.array([name in come for name in names], dtype=bool)
    return index.with_segment(segment([f"a{name}" for name in names], keys, live, [Grams(owners, hashes)]))


@settings(max_examples=200)
@given(STEPS, st.booleans(), st.integers(1, 4))
def test_it_says_what_a_dictionary_would(
    steps: list[tuple[dict[int, set[int]], set[int]]], merging: bool, limit: int
) -> None:
    """Who holds a hash, the first of them, those of one window, and who is there at all."""
    index, truth = Index(), dict[int, set[int]]()
    for come, gone in steps:
        index = with_step(index, come, gone)
        index = index.merged() if merging else index
        truth = {name: held for name, held in {**truth, **come}.items() if name in come or name not in gone}
    hashes = np.arange(1, 7, dtype=np.uint64)
    holders = [sorted(key(name) for name, held in truth.items() if h in held) for h in hashes.tolist()]
    at, keys = index.holders(hashes)
    assert [keys[at == k].tolist() for k in range(6)] == holders
    at, keys = index.holders(hashes, limit)
    assert [keys[at == k].tolist() for k in range(6)] == [held[:limit] for held in holders]
    for window in (0, 1, 2, int(NO_TIME >> WINDOW_SHIFT)):
        at, keys = index.holders(hashes, limit, np.full(6, window, dtype=np.uint64))
        inside = [[h for h in held if min(h, int(NO_TIME)) >> int(WINDOW_SHIFT) == window][:limit] for held in holders]
        assert [keys[at == k].tolist() for k in range(6)] == inside
    assert all(index.at_most(hashes) >= [len(held) for held in holders])
    every = np.array([key(name) for name in range(13)], dtype=np.uint64)
    assert index.holds(every).tolist() == [name in truth for name in range(13)]
    there = sorted(truth)
    assert index.names(np.array([key(name) for name in there], dtype=np.uint64)) == [f"a{name}" for name in there]


def test_segments_stay_few_and_what_is_rewritten_little() -> None:
    """A thousand steps of one article leave a handful of segments; each article was written a few times only."""
    index, written = Index(), 0
    for number in range(1_000):
        before = {id(s) for s in index.segments}
        index = with_step(index, {number: {1, 2, 3}}, set()).merged()
        written += sum(len(s.members) for s in index.segments if id(s) not in before)
    assert len(index.segments) <= 8
    assert written < 12 * 1_000


def test_it_is_stored_as_arrays() -> None:
    """And read back as it was; under another scheme it is empty, so that all is found anew."""
    index = with_step(with_step(Index(), {1: {1, 2}, 2: {2}}, set()), {3: {2}}, {1})
    again = Index.from_arrays(index.to_arrays(4), 4)
    assert again.holders(np.array([2], dtype=np.uint64))[1].tolist() == sorted([key(2), key(3)])
    assert Index.from_arrays(index.to_arrays(4), 5).segments == ()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2031-03-04T10:00Z", "2031-03-04T10:02Z"),
        ("2031-03-04", "2031-03-05"),
        ("2031-03-04T23:00-05:00", "2031-03-05T05:00Z"),
        ("2031-03-04", None),
        ("2099-01-01", "tomorrow"),
        ("1971-01-01T00:00:00", "0001-01-01"),
    ],
)
def test_keys_are_in_the_order_of_time(earlier: str, later: str | None) -> None:
    """What has none comes last."""
    assert key_of(article("a", published=earlier)) < key_of(article("b", published=later))
