"""When articles appeared, and how near to each other. All news here is invented."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.stories.profiles import Profile
from firsthand.link.stories.times import appeared, extra_nearness, nearness, usual_nearness
from firsthand.link.stories.vectors import vectors

UNKNOWN = float("nan")


def array(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array(values, dtype=np.float64)


def test_an_unknown_time_is_that_of_fetching_where_pages_are_fetched_fresh() -> None:
    """Pages that tell both times were fetched within hours of publication."""
    found = appeared(array(10.0, 11.0, UNKNOWN), array(10.2, 11.3, 11.4))
    assert found.tolist() == [10.0, 11.0, 11.4]


@pytest.mark.parametrize("fetched", [(400.0, 400.0, 400.0), (UNKNOWN, UNKNOWN, 400.0)])
def test_the_day_an_archive_was_fetched_is_not_the_day_of_its_pages(fetched: tuple[float, ...]) -> None:
    """Pages fetched a year late, and pages of which none tells both times, keep their unknown times."""
    found = appeared(array(10.0, 11.0, UNKNOWN), array(*fetched))
    assert found[:2].tolist() == [10.0, 11.0] and np.isnan(found[2])


@given(st.lists(st.floats(0, 30), min_size=2, max_size=12))
def test_the_usual_nearness_is_the_mean_over_all_pairs(days: list[float]) -> None:
    """The recursion over sorted times gives what all pairs would; any order, unknown times left out."""
    pairs = [nearness(array(a), array(b))[0] for k, a in enumerate(days) for b in days[:k]]
    assert usual_nearness(array(*days, UNKNOWN)) == pytest.approx(float(np.mean(pairs)))


def test_nothing_is_usual_of_less_than_two_times() -> None:
    assert usual_nearness(array()) == usual_nearness(array(3.0, UNKNOWN)) == 0.0


def test_near_is_what_is_nearer_than_the_corpus() -> None:
    """In a corpus of one hour nothing is near; over months two reports of one hour are; unknown times say nothing."""
    left, right = np.array([0, 0, 0]), np.array([1, 50, 99])
    hour, months = np.full(100, 7.0), np.arange(100.0) * 3
    months[1], months[99] = 0.0, UNKNOWN
    assert extra_nearness(hour, usual_nearness(hour), left, right) == pytest.approx(0.0)
    near, far, unknown = extra_nearness(months, usual_nearness(months), left, right).tolist()
    assert near > 0.5 and -0.1 < far < 0 and unknown == 0


def test_a_handful_of_times_tells_little() -> None:
    """The same two times weigh less in a corpus of three than in one of a hundred."""
    left, right = np.array([0]), np.array([1])
    few, many = array(0.0, 0.0, 90.0), array(0.0, 0.0, *(np.arange(1.0, 99.0) * 90))
    assert 0 < extra_nearness(few, usual_nearness(few), left, right)[0] < 0.1
    assert extra_nearness(many, usual_nearness(many), left, right)[0] > 0.7


def test_vectors_hold_the_times_in_days() -> None:
    """Whatever the unit of ``day`` is."""
    empty: frozenset[str] = frozenset()
    made = [Profile({}, empty, empty, empty, empty, (), empty, empty, day) for day in (14.0, None)]
    space = vectors(made, story_days=7.0)
    assert (space.day[0], space.time[0], space.usual) == (2.0, 14.0, 0.0)
    assert np.isnan(space.day[1]) and np.isnan(space.time[1])
