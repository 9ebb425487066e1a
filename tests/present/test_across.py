"""How far right each box of a lineage stands."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.report.drawing.across import LATER, STEP, places


def test_later_stands_further_right() -> None:
    """A little, if nothing links them."""
    assert places("abc", [], {"a": "1", "b": "2", "c": "2"}) == {"a": 0, "b": LATER, "c": LATER}


def test_what_draws_on_another_stands_right_of_it_with_room_for_an_arrow() -> None:
    """And what came after that stands no further left."""
    assert places("abc", [("a", "b")], {"a": "1", "b": "2", "c": "3"}) == {"a": 0, "b": STEP, "c": STEP + LATER}


def test_a_page_without_a_time_stands_beside_what_it_draws_on() -> None:
    """It moves nothing else."""
    assert places("abc", [("a", "b")], {"a": "1", "c": "2"}) == {"a": 0, "b": STEP, "c": LATER}


def test_a_wrong_clock_turns_no_arrow_round() -> None:
    """What draws on a later page stands right of it all the same."""
    found = places("ab", [("b", "a")], {"a": "1", "b": "2"})
    assert found["a"] - found["b"] == STEP


def test_a_cycle_is_opened() -> None:
    """At its first."""
    assert places("ab", [("a", "b"), ("b", "a")], {})["a"] == 0


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12), st.data())
def test_time_runs_to_the_right(timed: list[tuple[int, bool]], data: st.DataObject) -> None:
    """Where sources are never later than what draws on them, and every arrow points right in any case."""
    nodes = [str(n) for n in range(len(timed))]
    moments = {str(n): str(time) for n, (time, known) in enumerate(timed) if known}
    pairs = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)) if nodes else st.nothing()
    drawn = data.draw(st.lists(pairs, max_size=15)) if nodes else []
    links = [(a, b) for a, b in drawn if (timed[int(a)][0], int(a)) < (timed[int(b)][0], int(b))]
    found = places(nodes, links, moments)
    assert set(found) == set(nodes)
    assert all(found[b] >= found[a] + STEP for a, b in links)
    if len(moments) == len(nodes):
        assert all(found[a] <= found[b] for a in nodes for b in nodes if moments[a] < moments[b])
