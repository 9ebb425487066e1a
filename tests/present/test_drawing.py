"""Bars that are divided by origin."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.report.drawing import bar, style
from firsthand.present.views import OriginShare


def shares(*sizes: int) -> list[OriginShare]:
    """Named origins with so many articles each."""
    return [OriginShare("named", f"Agency {n}", tuple("x" * size), ()) for n, size in enumerate(sizes)]


def test_a_segment_is_as_wide_as_its_part_of_the_articles() -> None:
    """And says its name and number, unless nothing of them would be seen."""
    one, two, small = bar(shares(60, 36, 4))
    assert [(s.x, s.width, s.label) for s in (one, two)] == [(0, 60, "Agency 0 60"), (60, 36, "Agency 1 36")]
    assert (small.width, small.label) == (4, "")


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40))
def test_segments_fill_the_bar(sizes: list[int]) -> None:
    """Each begins where the one before it ends."""
    segments = bar(shares(*sizes))
    ends = [0.0, *(s.x + s.width for s in segments)]
    assert all(abs(s.x - end) < 0.01 for s, end in zip(segments, ends, strict=False))
    assert abs(ends[-1] - 100) < 0.01


def test_named_origins_beyond_the_fourth_share_a_colour() -> None:
    """Own reporting and unknown have colours of their own wherever they stand."""
    assert [style("named", n) for n in range(6)] == ["o1", "o2", "o3", "o4", "o4", "o4"]
    assert (style("own", 9), style("unknown", 0)) == ("own", "unknown")


def test_no_articles_no_segments() -> None:
    """A story whose articles are not stored."""
    assert bar(()) == ()
