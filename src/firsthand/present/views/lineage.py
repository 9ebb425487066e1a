"""The lineage of a story's articles as a drawing and as a nested list: origins on the left, reprints on the right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.model import Article, Edge, Evidence, Reason
from firsthand.present.labels import moment, outlet
from firsthand.present.views.index import Index
from firsthand.present.views.layout import Layout, Line

# Ours: from this many articles that hang on the same sources on, they are drawn as one box with their number.
_COLLAPSE = 6
_STRENGTH: tuple[Evidence, ...] = ("corrected", "credit", "copied", "inferred")


@dataclass(frozen=True, slots=True)
class Arrow:
    """All evidence that ``target`` draws on ``source``; ``evidence`` has the strongest kind first."""

    source: str
    target: str
    evidence: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the drawing: an origin, an article, or several articles that hang on the same sources.

    ``id`` is an article's id or an origin's name; ``articles`` is empty for an origin of which the corpus has no
    article. ``layer`` is the column, ``row`` the place from the top, in rows (halves and thirds occur).
    """

    id: str
    label: str
    time: str | None
    precision: str | None
    articles: tuple[str, ...]
    layer: int = 0
    row: float = 0.0


@dataclass(frozen=True, slots=True)
class LineageGraph:
    """Nodes placed on a grid of ``layers`` by ``rows``, the arrows between them, and the same as a nested list."""

    nodes: dict[str, Node]
    arrows: dict[tuple[str, str], Arrow]
    lines: tuple[Line, ...]
    layers: int
    rows: int


def lineage_graph(index: Index, story: str, articles: Sequence[Article]) -> LineageGraph:
    """Lay out the story's graph; among equals origins come first, then the oldest."""
    edges = index.edges.get(story, [])
    nodes = _nodes(index, articles, edges)
    nodes, arrows = _collapsed(nodes, _arrows(edges, nodes))
    order = sorted(nodes, key=lambda i: _time_key(nodes[i]))
    layout = Layout(order, ((a.source, a.target) for a in arrows))
    placed = {i: replace(nodes[i], layer=layout.layers[i], row=layout.rows[i]) for i in order}
    columns = max(layout.layers.values(), default=-1) + 1
    return LineageGraph(placed, {(a.source, a.target): a for a in arrows}, layout.lines, columns, layout.height)


def _nodes(index: Index, articles: Sequence[Article], edges: Iterable[Edge]) -> dict[str, Node]:
    nodes = {a.id: _node(index, a) for a in articles}
    targets = set(nodes)
    for edge in edges:
        if edge.source not in nodes and edge.target in targets:
            nodes[edge.source] = Node(edge.source, index.origin(edge.source), None, None, ())
    return nodes


def _node(index: Index, article: Article) -> Node:
    time = article.published if index.is_timed(article) else None
    return Node(article.id, outlet(article), time, article.published_precision, (article.id,))


def _arrows(edges: Iterable[Edge], nodes: dict[str, Node]) -> list[Arrow]:
    found: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.target in nodes and edge.source in nodes and edge.source != edge.target:
            found[edge.source, edge.target].append(edge)
    return [_arrow(source, target, group) for (source, target), group in sorted(found.items())]


def _arrow(source: str, target: str, edges: list[Edge]) -> Arrow:
    ordered = sorted(edges, key=lambda e: _STRENGTH.index(e.evidence))
    kinds = tuple(dict.fromkeys(e.evidence for e in ordered))
    return Arrow(source, target, kinds, tuple(dict.fromkeys(r for e in ordered for r in e.reasons)))


def _collapsed(nodes: dict[str, Node], arrows: list[Arrow]) -> tuple[dict[str, Node], list[Arrow]]:
    """Join articles on which nothing draws and that hang on the same sources (or on none) by the same evidence."""
    into: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        into[arrow.target].append(arrow)
    sources = {a.source for a in arrows}
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for node in sorted(nodes.values(), key=_time_key):
        if node.id not in sources:
            groups[tuple((a.source, a.evidence) for a in into[node.id])].append(node.id)
    kept = dict(nodes)
    for leaves in groups.values():
        if len(leaves) >= _COLLAPSE:
            kept[leaves[0]] = replace(nodes[leaves[0]], articles=tuple(leaves))
            for gone in leaves[1:]:
                del kept[gone]
    return kept, [a for a in arrows if a.target in kept]


def _time_key(node: Node) -> tuple[bool, str, str]:
    return bool(node.articles), moment(node.time), node.id
