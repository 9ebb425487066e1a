"""The lineage as GraphML and GEXF, read back by networkx."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.export.formats import exporter
from firsthand.present.export.graph import attribute, text
from firsthand.present.tables import Tables
from tests.present.export.test_formats import rich
from tests.present.invented import hostile

READERS: dict[str, Callable[[Path], Any]] = {
    "graphml": lambda folder: networkx.read_graphml(folder / "lineage.graphml", force_multigraph=True),
    "gexf": lambda folder: networkx.read_gexf(folder / "lineage.gexf", version="1.3"),
}


@pytest.fixture(params=READERS)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Tables], Any]:
    """What writes a corpus and reads it with networkx."""

    def graph(made: Tables) -> Any:
        exporter(request.param)(made, tmp_path)
        return READERS[request.param](tmp_path)

    return graph


def test_every_article_and_every_arrow_is_there(read: Callable[[Tables], Any]) -> None:
    """Arrows lead from what was drawn on to who drew on it; two kinds of evidence are two arrows."""
    made = rich()
    graph = read(made)
    names = {a.id: f"article:{a.external_id}" for a in made.articles}
    assert set(names.values()) <= set(graph.nodes)
    assert graph.is_directed()
    wanted = Counter((names.get(e.source, f"origin:{e.source}"), names[e.target]) for e in made.edges)
    assert Counter((source, target) for source, target, *_ in graph.edges) == wanted
    assert wanted["article:wire", "article:post"] == 2


def test_nodes_and_arrows_carry_what_is_known(read: Callable[[Tables], Any]) -> None:
    """Who, when, whose words; by which evidence and why."""
    graph = read(rich())
    node = graph.nodes["article:post"]
    assert (node["outlet"], node["origin"], node["relation"]) == ("The Ellmar Post", "Norwire", "verbatim")
    assert node["published"] == "2031-03-03T09:02:00+00:00"
    assert node["label"] == "The Ellmar Post: Harbour to stay open through the winter"
    told = {data["evidence"]: data for *_, data in graph.edges("article:wire", data=True)}
    assert told["credit"]["reasons"]
    assert graph.nodes["article:wire"]["origin"] == "own"


def test_hostile_names_are_text(read: Callable[[Tables], Any]) -> None:
    """Markup in a name is part of the name, and what XML cannot hold is U+FFFD."""
    graph = read(hostile())
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    assert any("<script>window.attacked=1</script>" in label for label in labels)
    assert all("\x1b" not in label for label in labels) and any("\ufffd[31m" in label for label in labels)


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_is_xml(value: str) -> None:
    """As an element and as an attribute; what XML 1.0 cannot write is U+FFFD, and nothing else changes."""
    read = ElementTree.fromstring(f"<a b={attribute(value)}>{text(value)}</a>")
    assert read.get("b") == (read.text or "")
    assert all(had == has or has == "\ufffd" for had, has in zip(value, read.text or "", strict=True))


def test_an_empty_graph_can_be_read(read: Callable[[Tables], Any]) -> None:
    """Nothing is a graph too."""
    assert len(read(Tables())) == 0
