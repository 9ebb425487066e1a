"""When articles came, in lanes: bins of a clock's widths, every article once."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Reason
from firsthand.present.report.drawing import plot
from firsthand.present.views import Index, origin_shares, outlet_row
from firsthand.present.views.timeline import BINS, LANES, Timeline, timeline
from tests.present.invented import HARBOUR, Made, tables

STORY = "5700000000000004"


def told(*times: str | None, origins: int = 0) -> tuple[Timeline, list[str]]:
    """The timeline of articles of these times, and their ids; the first ``origins`` carry an agency's text each."""
    made = Made()
    ids = [made.article(f"a{n}", f"Outlet {n}", time, "x", "Text.") for n, time in enumerate(times)]
    for n, key in enumerate(made.articles):
        names = (f"Agency {n}",) if n < origins else ()
        made.trace(key, STORY, names[0] if names else "own", "verbatim" if names else "independent", names)
    made.story(STORY, "x", *made.articles)
    index = Index(made.tables())
    articles = [index.articles[i] for i in ids]
    return timeline(index, articles, origin_shares([outlet_row(index, a) for a in articles])), ids


def test_each_time_is_in_its_bin() -> None:
    """Five minutes is the least; the axis begins on the clock."""
    found, ids = told("2031-03-03T08:07:00+00:00", "2031-03-03T08:11:00+00:00", "2031-03-03T09:02:00+00:00")
    assert found.step == 300 and found.begins(0) == ("3 March 2031", "08:05")
    assert [found.at[i] for i in ids] == [(0, 0), (1, 1), (11, 11)]
    assert found.bins == 12


def test_the_clock_is_that_of_most_articles() -> None:
    """The list below shows times as the pages give them; the axis should agree with it."""
    found, ids = told("2031-03-03T08:00:00+01:00", "2031-03-03T09:00:00+01:00", "2031-03-03T07:30:00+00:00")
    assert found.zone == "UTC+01:00" and found.begins(0)[1] == "08:00"
    assert found.begins(found.at[ids[2]][0])[1] == "08:30"


def test_a_day_alone_takes_all_of_the_day() -> None:
    """Also a month: where in it is not known."""
    found, ids = told("2031-03-03T08:00:00+00:00", "2031-03-03", "2031-03-04T08:00:00+00:00")
    first, last = found.at[ids[1]]
    assert found.begins(first) == ("3 March 2031", "00:00") and found.begins(last + 1) == ("4 March 2031", "00:00")
    month, (only,) = told("2031-03")
    assert month.at[only] == (0, month.bins - 1)


def test_what_has_no_usable_time_is_said() -> None:
    """No time, no ISO time, a clock that tracing does not believe."""
    found, ids = told(None, "yesterday", "2031-03-03")
    assert found.untimed == tuple(ids[:2]) and set(found.at) == {ids[2]}
    made = Made()
    made.article("odd", "Odd", "2099-01-01", "x", "Text.")
    made.trace("odd", STORY, "own", "independent")
    (line,) = made.lineages
    made.lineages[0] = type(line)(
        line.article, STORY, "own", "independent", (), (), None, (Reason("clock", "its clock says 2099"),)
    )
    index = Index(made.tables())
    nothing = timeline(index, list(index.articles.values()), ())
    assert nothing.bins == 0 and len(nothing.untimed) == 1 and not plot(nothing).rows


def test_further_origins_share_a_lane() -> None:
    """As many lanes as fit; none of the articles is lost."""
    found, ids = told(*["2031-03-03"] * 20, origins=18)
    assert len(found.lanes) == LANES
    assert [lane.name for lane in found.lanes][-2:] == ["12 other named origins", "Own reporting"]
    assert sum(lane.articles for lane in found.lanes) == len(ids)


def test_a_statement_has_the_bins_of_its_articles() -> None:
    """For the script that filters: each once, in order, spans as they are."""
    found, ids = told("2031-03-03T08:00:00+00:00", "2031-03-03T08:01:00+00:00", "2031-03-03T08:30:00+00:00", None)
    assert found.reported(ids) == "0 6" and found.reported(ids[3:]) == ""
    days, others = told("2031-03-03", "2031-03-04T23:59:00+00:00")
    assert days.reported(others).startswith("0-")


TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda t: t.replace(tzinfo=UTC).isoformat())
DAYS = st.dates(datetime(1900, 1, 1).date(), datetime(2200, 1, 1).date()).map(lambda d: d.isoformat())


@given(st.lists(TIMES | DAYS, min_size=1, max_size=12))
def test_any_times_fit(times: list[str]) -> None:
    """Few bins, every article in one lane and within them, every tick at a bin, every dot within the drawing."""
    found, ids = told(*times)
    assert 1 <= found.bins <= BINS
    assert sorted(a for lane in found.lanes for m in lane.marks for a in m.articles) == sorted(ids)
    assert all(0 <= first <= last < found.bins for first, last in found.at.values())
    assert all(0 <= n < found.bins for n, _ in found.ticks)
    for row in plot(found).rows:
        assert all(0 <= d.x <= d.x + d.width <= 100.1 for d in row.dots)


def test_the_end_of_time_is_drawn() -> None:
    """The year 9999 is an ISO time like any other."""
    found, _ = told("9999-12-31T23:59:00+00:00", "9999-12-01")
    assert found.bins and found.ticks and found.begins(10**9) == ("", "")


def test_dots_grow_with_their_articles() -> None:
    """By area, and never beyond their lane."""
    time = "2031-03-03T08:{:02}:00+00:00"
    found, _ = told(*[time.format(0)] * 30, time.format(30))
    big, small = sorted((d for row in plot(found).rows for d in row.dots), key=lambda d: -d.number)
    assert (big.number, small.number) == (30, 1) and small.r < big.r <= 17


def test_lanes_keep_the_colours_of_the_bar() -> None:
    """One origin has one colour on a page."""
    index = Index(tables())
    articles = index.in_time(index.stories[HARBOUR].articles)
    shares = origin_shares([outlet_row(index, a) for a in articles])
    rows = plot(timeline(index, articles, shares)).rows
    assert [(row.lane.name, row.style) for row in rows] == [
        ("Norwire", "o1"),
        ("Valdoria Today", "o2"),
        ("Origin not known", "unknown"),
    ]
    assert timedelta(seconds=timeline(index, articles, shares).step) == timedelta(hours=1)
