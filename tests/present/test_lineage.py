"""The lineage of a story, as a drawing and as a list."""

from dataclasses import replace

from firsthand.model import Copy
from firsthand.present.report.drawing import drawing
from firsthand.present.views import Index, LineageGraph, story_view
from tests.present.invented import HARBOUR, Made, reprints, tables

STORY = "5700000000000006"


def graph_of(made: Made) -> LineageGraph:
    """The graph of a story of all articles."""
    made.story(STORY, "x", *made.articles)
    index = Index(made.tables())
    return story_view(index, index.stories[STORY]).graph


def outlets(n: int) -> Made:
    """Articles of n outlets, oldest first."""
    made = Made()
    for k in range(n):
        made.article(f"o{k:03}", f"Outlet {k}", f"2031-03-03T{k // 60:02}:{k % 60:02}:00+00:00", "x", "Text.")
    return made


def test_reprints_fold_into_one_box_that_opens() -> None:
    """Its evidence is that of its first; that of each other stays known."""
    made = outlets(9)
    for key in list(made.articles)[1:]:
        made.edge(STORY, "o000", key, "copied", f"{key} has it.")
    graph = graph_of(made)
    box = next(n for n in graph.nodes.values() if len(n.articles) > 1)
    assert (box.label, len(box.articles), len(graph.nodes)) == ("Outlet 1", 8, 2)
    assert set(graph.folded) == set(box.articles[1:])
    assert graph.folded[box.articles[-1]][0].reasons[0].text == "o008 has it."
    assert [b.label for b in drawing(graph).boxes if b.stacked] == ["Outlet 1 +7"]


def test_outlets_that_draw_on_nobody_are_not_drawn_as_reprints() -> None:
    """They share a box to save room, which says that they share nothing."""
    (box,) = drawing(graph_of(outlets(8))).boxes
    assert box.detail == "8 articles, nothing shared"


def test_a_crowd_is_drawn_by_what_it_hangs_on() -> None:
    """Past some sixty boxes two of one source are one, by whatever evidence."""
    made = outlets(200)
    keys = list(made.articles)
    for n, key in enumerate(keys[40:]):
        made.edge(STORY, keys[n % 40], key, ("credit", "copied", "inferred")[n % 3], "x")
    graph = graph_of(made)
    assert len(graph.nodes) == 80
    assert sum(len(n.articles) for n in graph.nodes.values()) == 200


def test_every_arrow_and_box_names_its_line_of_the_list() -> None:
    """What a click opens is what the list says of the same."""
    index = Index(tables())
    graph = story_view(index, index.stories[HARBOUR]).graph
    drawn = drawing(graph)
    assert {(graph.lines[c.line].parent, graph.lines[c.line].node) for c in drawn.curves} == set(graph.arrows)
    assert {graph.lines[b.line].node for b in drawn.boxes} == set(graph.nodes)
    assert not any(graph.lines[b.line].seen for b in drawn.boxes)


def test_sources_stand_left_and_the_older_above() -> None:
    """In pixels."""
    index = Index(tables())
    graph = story_view(index, index.stories[HARBOUR]).graph
    boxes = {b.label: b for b in drawing(graph).boxes}
    assert boxes["Norwire"].x < boxes["Coastal Daily"].x < boxes["blog.example"].x
    assert boxes["The Ellmar Post"].y < boxes["Coastal Daily"].y < boxes["Harbour Times"].y


def test_the_strongest_evidence_draws_the_line() -> None:
    """All of it is written at its end."""
    index = Index(tables())
    curves = {c.title.split(":")[0]: c for c in drawing(story_view(index, index.stories[HARBOUR]).graph).curves}
    both = curves["Norwire → The Ellmar Post"]
    assert (both.evidence, both.label) == ("credit", "credit + copied")
    assert curves["Coastal Daily → blog.example"].evidence == "inferred"


def test_a_pair_with_a_page_of_both_is_marked() -> None:
    """Two that share passages can be read side by side."""
    made = reprints(3, 2)
    index = Index(made)
    graph = story_view(index, next(iter(index.stories.values()))).graph
    assert not any(arrow.paired for arrow in graph.arrows.values())
    two = outlets(2)
    one, other = (a.id for a in two.articles.values())
    two.edge(STORY, "o000", "o001", "copied", "x")
    two.story(STORY, "x", *two.articles)
    copied = replace(two.tables(), copies=[Copy(one, 3, 7, other, 3, 7, 4, "prose", 1, 0, 0.5, 0.5)])
    (arrow,) = story_view(Index(copied), copied.stories[0]).graph.arrows.values()
    assert arrow.paired
