"""When articles appeared, and how near to each other. All news here is invented."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.stories.profiles import Profile
from firsthand.link.stories.times import appeared, nearness, usual_nearness
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


def test_vectors_hold_the_times_in_days() -> None:
    """Whatever the unit of ``day`` is."""
    empty: frozenset[str] = frozenset()
    made = [Profile({}, empty, empty, empty, empty, (), empty, empty, day) for day in (14.0, None)]
    space = vectors(made, story_days=7.0)
    assert (space.day[0], space.time[0], space.usual) == (2.0, 14.0, 0.0)
    assert np.isnan(space.day[1]) and np.isnan(space.time[1])
