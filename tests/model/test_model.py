"""Spans and the order of articles."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from tests.factories import article

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 50), st.integers(0, 20))


def test_a_span_is_half_open() -> None:
    """It covers its start and not its end."""
    assert Span(1, 3).of("abcd") == "bc"
    assert len(Span(1, 3)) == 2
    assert not Span(1, 3).overlaps(Span(3, 4))


@given(spans, spans)
def test_overlap_is_symmetric_and_containment_implies_it(a: Span, b: Span) -> None:
    """For all spans."""
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b) and len(b):
        assert a.overlaps(b)


def test_articles_sort_by_time_whatever_zone_it_is_given_in() -> None:
    """Half past six in one zone is before six in another."""
    early = article("b", "x", published="2031-03-04T06:30:00+02:00")
    late = article("a", "x", published="2031-03-04T05:00:00Z")
    assert sorted([late, early], key=lambda a: a.order) == [early, late]


def test_unknown_times_sort_last_and_a_fetch_stands_in_for_publication() -> None:
    """Ties are broken by id."""
    known = article("z", "x", published="2031-03-04")
    fetched = replace(article("y", "x"), fetched="2031-03-05T10:00:00Z")
    unknown = [article("b", "x"), article("a", "x")]
    ordered = sorted([*unknown, fetched, known], key=lambda a: a.order)
    assert [a.id for a in ordered] == ["z", "y", "a", "b"]


def test_what_is_no_time_does_not_stop_the_sorting() -> None:
    """Clocks and carriers may say anything."""
    assert article("a", "x", published="the day before yesterday").order[1] == "a"
