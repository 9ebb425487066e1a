"""A clock orders what it can, and one that cannot be right orders nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.trace.evidence.clocks import Clocks, moment
from tests.trace.pages import Page, page


def clocks(*pages: Page) -> Clocks:
    return Clocks({p.article.id: p.article for p in pages})


def test_times_of_day_order_two_pages() -> None:
    """An hour apart is apart, whatever the zones."""
    found = clocks(page("a", "x", published="2031-03-04T09:00+02:00"), page("b", "x", published="2031-03-04T08:00Z"))
    assert found.before("a", "b")
    assert not found.before("b", "a")


def test_a_day_orders_nothing_within_itself() -> None:
    """A page that gives its day alone may be of any hour of it."""
    day, hour = page("day", "x", published="2031-03-04"), page("hour", "x", published="2031-03-04T08:00Z")
    after = page("after", "x", published="2031-03-05T08:00Z")
    found = clocks(day, hour, after)
    assert not found.before("day", "hour")
    assert not found.before("hour", "day")
    assert found.before("day", "after")


def test_without_a_time_nothing_is_ordered() -> None:
    """Unknown sorts last and is before nothing."""
    found = clocks(page("a", "x"), page("b", "x", published="2031-03-04T08:00Z"))
    assert found.of("a") is None
    assert not found.before("a", "b")
    assert not found.before("b", "a")
    assert sorted("ab", key=found.order) == ["b", "a"]


def test_a_page_published_after_it_was_fetched_has_a_wrong_clock() -> None:
    """It is known by when it was fetched instead, and the reason says what was seen."""
    found = clocks(page("a", "x", published="2099-01-01T00:00Z", fetched="2031-03-04T08:00Z"))
    assert found.of("a") == moment("2031-03-04T08:00Z")
    reason = found.reason("a")
    assert reason is not None
    assert reason.text == "its clock says 2099-01-01, after it was fetched; its time orders nothing"


def test_a_year_far_from_all_others_is_a_wrong_clock() -> None:
    """1970 and 2099 are broken clocks among pages of 2031; two pages alone do not tell which of them is."""
    days = [page(f"d{k}", "x", published=f"2031-03-0{k}T08:00Z") for k in range(1, 5)]
    early, late = page("early", "x", published="1970-01-01T00:00Z"), page("late", "x", published="2099-12-31T00:00Z")
    found = clocks(*days, early, late)
    assert found.of("early") is None
    assert found.of("late") is None
    assert found.of("d1") is not None
    assert clocks(early, late).of("early") is not None


def test_a_page_long_before_all_others_of_its_text_is_doubted() -> None:
    """Reprints follow within days; one page months before all others is no proof that it was first."""
    days = [page(f"d{k}", "x", published=f"2031-03-0{k}T08:00Z") for k in range(1, 4)]
    found = clocks(*days, page("old", "x", published="2030-06-01T08:00Z"))
    assert found.doubt_first(["old", "d1", "d2", "d3"]) == "old"
    assert found.of("old") is None
    assert "before all other pages of this text" in (found.reason("old") or pytest.fail()).text


def test_pages_spread_over_months_are_not_doubted() -> None:
    """A text that is printed again and again has no outlier."""
    found = clocks(*(page(f"d{k}", "x", published=f"2031-0{k}-04T08:00Z") for k in range(1, 6)))
    assert found.doubt_first(["d1", "d2", "d3", "d4", "d5"]) is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_a_time(value: str) -> None:
    """What is no time is None."""
    found = moment(value)
    assert found is None or found.start <= found.end


@given(st.datetimes(), st.datetimes())
def test_before_is_a_strict_order(a: object, b: object) -> None:
    """Never both ways."""
    found = clocks(page("a", "x", published=str(a)), page("b", "x", published=str(b)))
    assert not (found.before("a", "b") and found.before("b", "a"))
