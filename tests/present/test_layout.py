"""Any graph can be placed: every node once, sources to the left, nothing lost in the list."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.views.layout import Layout

NODES = st.integers(1, 12).map(lambda n: [str(i) for i in range(n)])


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    """Nodes and links between different ones, cycles among them."""
    nodes = draw(NODES)
    pairs = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda p: p[0] != p[1])
    return nodes, draw(st.lists(pairs, max_size=30, unique=True)) if len(nodes) > 1 else []


@given(graphs())
def test_every_node_has_a_place_of_its_own(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    """No two nodes of a column share a row, and all rows are within the height."""
    nodes, links = graph
    layout = Layout(nodes, links)
    assert len({(layout.layers[n], layout.rows[n]) for n in nodes}) == len(nodes)
    assert all(0 <= layout.rows[n] < layout.height for n in nodes)


@given(graphs())
def test_the_list_says_what_the_drawing_says(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    """Every node is written out once, every link stands once, and depth grows by one at a time."""
    nodes, links = graph
    lines = Layout(nodes, links).lines
    assert sorted(line.node for line in lines if not line.seen) == sorted(nodes)
    assert {(line.parent, line.node) for line in lines if line.parent is not None} == set(links)
    assert all(b.depth <= a.depth + 1 for a, b in pairwise(lines))


def test_sources_stand_left_of_what_draws_on_them() -> None:
    """A node that draws on two stands right of both, level with nothing of its own."""
    layout = Layout(["wire", "paper", "blog"], [("wire", "paper"), ("wire", "blog"), ("paper", "blog")])
    assert layout.layers == {"wire": 0, "paper": 1, "blog": 2}


def test_a_long_chain_does_not_overflow() -> None:
    """A chain of reprints may be longer than any recursion limit."""
    nodes = [str(n) for n in range(3000)]
    assert len(Layout(nodes, list(pairwise(nodes))).lines) == 3000
