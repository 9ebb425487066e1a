"""The lineage of a story's articles as a drawing and as a nested list: origins on the left, reprints on the right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.model import Article, Edge, Evidence, Reason
from firsthand.present.labels import moment, outlet
from firsthand.present.views.chain import STRENGTH
from firsthand.present.views.compare import paired
from firsthand.present.views.index import Index
from firsthand.present.views.layout import Layout, Line

# Ours: from this many articles that hang on the same sources on, they are drawn as one box with their number.
_COLLAPSE = 6
# Ours: past so many boxes any two that hang on the same sources are drawn as one, whatever the evidence.
_CROWDED = 60


@dataclass(frozen=True, slots=True)
class Arrow:
    """All evidence that ``target`` draws on ``source``; ``evidence`` has the strongest kind first.

    ``paired`` tells whether the two have a page of both, side by side.
    """

    source: str
    target: str
    evidence: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the drawing: an origin, an article, or several articles that hang on the same sources.

    ``id`` is an article's id or an origin's name; ``articles`` is empty for an origin of which the corpus has no
    article. ``row`` is the place from the top, in rows (halves and thirds occur).
    """

    id: str
    label: str
    time: str | None
    precision: str | None
    articles: tuple[str, ...]
    row: float = 0.0


@dataclass(frozen=True, slots=True)
class LineageGraph:
    """Nodes placed in ``rows``, the arrows between them, and the same as a nested list.

    ``folded`` has the arrows to articles that share a box with another, by article.
    """

    nodes: dict[str, Node]
    arrows: dict[tuple[str, str], Arrow]
    folded: dict[str, tuple[Arrow, ...]]
    lines: tuple[Line, ...]
    rows: int


def lineage_graph(index: Index, story: str, articles: Sequence[Article]) -> LineageGraph:
    """Lay out the story's graph; among equals origins come first, then the oldest."""
    edges = index.edges.get(story, [])
    every = _nodes(index, articles, edges)
    known = _arrows(edges, every)
    nodes = _collapsed(every, known, _COLLAPSE, by_evidence=True)
    if len(nodes) > _CROWDED:
        nodes = _collapsed(every, known, 2, by_evidence=False)
    arrows = [replace(a, paired=_paired(index, a)) for a in known if a.target in nodes]
    order = sorted(nodes, key=lambda i: _time_key(nodes[i]))
    layout = Layout(order, ((a.source, a.target) for a in arrows))
    placed = {i: replace(nodes[i], row=layout.rows[i]) for i in order}
    folded: defaultdict[str, tuple[Arrow, ...]] = defaultdict(tuple)
    for arrow in known:
        if arrow.target not in nodes:
            folded[arrow.target] += (arrow,)
    joined = {(a.source, a.target): a for a in arrows}
    return LineageGraph(placed, joined, dict(folded), layout.lines, layout.height)


def _paired(index: Index, arrow: Arrow) -> bool:
    target = index.articles.get(arrow.target)
    return target is not None and paired(index, target, arrow.source)


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
    ordered = sorted(edges, key=lambda e: STRENGTH.index(e.evidence))
    kinds = tuple(dict.fromkeys(e.evidence for e in ordered))
    return Arrow(source, target, kinds, tuple(dict.fromkeys(r for e in ordered for r in e.reasons)))


def _collapsed(nodes: dict[str, Node], arrows: list[Arrow], least: int, *, by_evidence: bool) -> dict[str, Node]:
    """Join ``least`` articles and more on which nothing draws and that hang on the same sources, or on none."""
    into: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        into[arrow.target].append(arrow)
    sources = {a.source for a in arrows}
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for node in sorted(nodes.values(), key=_time_key):
        if node.id not in sources:
            groups[tuple((a.source, a.evidence if by_evidence else ()) for a in into[node.id])].append(node.id)
    kept = dict(nodes)
    for leaves in groups.values():
        if len(leaves) >= least:
            kept[leaves[0]] = replace(nodes[leaves[0]], articles=tuple(leaves))
            for gone in leaves[1:]:
                del kept[gone]
    return kept


def _time_key(node: Node) -> tuple[bool, str, str]:
    return bool(node.articles), moment(node.time), node.id
