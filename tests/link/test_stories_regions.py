"""Neighbourhoods of active articles: who is clustered anew together, and when."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.stories.regions import GROWTH, SMALL, Regions


def test_an_arrival_makes_one_neighbourhood_of_all_that_it_is_near_to() -> None:
    """And of no others."""
    regions = Regions()
    for number in range(4):
        regions.enter(number, [])
    regions.enter(4, [0, 2])
    assert regions.due(4) == [0, 2, 4]
    assert regions.due(1) == [1]


def test_a_large_neighbourhood_is_due_once_a_share_of_it_is_new() -> None:
    """A small one always."""
    regions = Regions()
    size = 4 * SMALL
    for number in range(size):
        regions.enter(number, [0] if number else [])
    regions.part(range(size), [(0, n) for n in range(1, size)])
    arrivals = 0
    while not regions.due(0):
        regions.enter(size + arrivals, [0])
        arrivals += 1
    assert size / GROWTH <= arrivals <= size / GROWTH * 2
    assert regions.due(0) == list(range(size + arrivals))


def test_something_else_known_makes_it_due() -> None:
    regions = Regions()
    size = 2 * SMALL
    for number in range(size):
        regions.enter(number, [0] if number else [])
    regions.part(range(size), [(0, n) for n in range(1, size)])
    assert not regions.due(5)
    regions.touch(5)
    assert len(regions.due(0)) == size


def test_what_is_let_go_or_not_near_any_more_is_out() -> None:
    regions = Regions()
    for number in range(5):
        regions.enter(number, [0] if number else [])
    regions.leave(0)
    regions.part([1, 2, 3, 4], [(1, 2)])
    assert [regions.due(n) for n in (1, 3, 4)] == [[1, 2], [3], [4]]
    assert not regions.knows(0)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=60))
def test_neighbourhoods_are_the_components_of_what_is_near(pairs: list[tuple[int, int]]) -> None:
    """Two articles are in one exactly where a chain of near pairs leads from one to the other."""
    regions, label = Regions(), list(range(21))
    for number in range(21):
        regions.enter(number, [])
    for one, other in pairs:
        regions.unite(one, other)
        label = [label[one] if group == label[other] else group for group in label]
    for number in range(21):
        assert regions.due(number) == [n for n in range(21) if label[n] == label[number]]
