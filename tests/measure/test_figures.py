"""Figures of found and wanted things, and of groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.measure.figures import grouped, scored

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)


def test_precision_and_recall() -> None:
    """Three of four found are right, three of six wanted are found."""
    assert scored("x", 3, 4, 6) == {"x: precision": 0.75, "x: recall": 0.5, "x: F1": pytest.approx(0.6)}


def test_nothing_wanted_and_nothing_found_is_right() -> None:
    """And something found where nothing is wanted is not."""
    assert scored("x", 0, 0, 0)["x: F1"] == 1
    assert scored("x", 0, 2, 0)["x: F1"] == 0
    assert scored("x", 0, 0, 2)["x: F1"] == 0


def test_groups_by_hand() -> None:
    """{1 2 3} {4 5} against {1 2} {3 4 5}: two of four pairs each way; BCubed worked out on paper."""
    figures = grouped("g", "aaabb", "xxyyy")
    assert figures["g: pairs: precision"] == figures["g: pairs: recall"] == 0.5
    assert figures["g: BCubed precision"] == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert figures["g: BCubed recall"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


@given(LABELS)
def test_groups_agree_with_themselves_whatever_they_are_called(pairs: list[tuple[int, int]]) -> None:
    """Names of groups mean nothing, and what is precision one way is recall the other way."""
    gold, found = [g for g, _ in pairs], [f for _, f in pairs]
    assert set(grouped("", gold, [f"group {g}" for g in gold]).values()) == {1.0}
    one, other = grouped("", gold, found), grouped("", found, gold)
    assert one[": BCubed precision"] == pytest.approx(other[": BCubed recall"])
    assert one[": pairs: F1"] == pytest.approx(other[": pairs: F1"])
