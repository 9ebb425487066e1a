"""Where the boxes and arrows of a lineage stand, in pixels."""

from dataclasses import dataclass

from firsthand.model import Evidence
from firsthand.present.labels import counted, shorten, when
from firsthand.present.views.lineage import Arrow, LineageGraph, Node

WIDTH, HEIGHT = 204, 48
_STEP, _ROW, _MARGIN = WIDTH + 128, HEIGHT + 18, 8
# About how many characters of the label's size fit in a box.
_LABEL = 20


@dataclass(frozen=True, slots=True)
class Box:
    """A node of the lineage: its place and its two lines of text; ``stacked`` where it stands for several articles.

    ``line`` is the number of its line in the graph's list.
    """

    x: float
    y: float
    label: str
    detail: str
    title: str
    origin: bool
    stacked: bool
    line: int


@dataclass(frozen=True, slots=True)
class Curve:
    """An arrow of the lineage: the path, its evidence as line style and as words, and where the words end.

    ``line`` is the number of its line in the graph's list, where its evidence stands.
    """

    path: str
    evidence: Evidence
    label: str
    title: str
    x: float
    y: float
    line: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A lineage ready to be drawn."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def drawing(graph: LineageGraph) -> Drawing:
    """Return the drawing of ``graph``: columns from left to right, the arrows into a box spread over its left side."""
    into: dict[str, list[Arrow]] = {}
    for arrow in graph.arrows.values():
        into.setdefault(arrow.target, []).append(arrow)
    lines = {(line.parent, line.node): n for n, line in enumerate(graph.lines)}
    full = {line.node: n for n, line in enumerate(graph.lines) if not line.seen}
    curves = [
        _curve(graph, arrow, place, len(arrows), lines.get((arrow.source, arrow.target), 0))
        for arrows in into.values()
        for place, arrow in enumerate(sorted(arrows, key=lambda a: (graph.nodes[a.source].row, a.source)))
    ]
    return Drawing(
        (graph.layers - 1) * _STEP + WIDTH + 2 * _MARGIN,
        (graph.rows - 1) * _ROW + HEIGHT + 2 * _MARGIN,
        tuple(_box(node, full.get(node.id, 0), drawn=node.id in into) for node in graph.nodes.values()),
        tuple(curves),
    )


def _box(node: Node, line: int, *, drawn: bool) -> Box:
    x, y = _corner(node)
    more = len(node.articles) - 1
    suffix = f" +{more:,}" if more > 0 else ""
    label = shorten(node.label, _LABEL - len(suffix)) + suffix
    if not node.articles:
        detail = "no article here"
    elif more > 0 and not drawn:
        detail = f"{counted(more + 1, 'article')}, nothing shared"
    elif more > 0:
        detail = f"{counted(more + 1, 'article')}, first {when(node.time and node.time[:10], 'day')}"
    else:
        detail = when(node.time, node.precision)
    return Box(x, y, label, _short_time(detail), f"{node.label}, {detail}", not node.articles, more > 0, line)


def _short_time(text: str) -> str:
    """Return a time with its month cut to three letters: the box is narrow."""
    words = text.split(" ")
    return " ".join(w[:3] if w.isalpha() and w in _LONG_MONTHS else w for w in words)


_LONG_MONTHS = frozenset(
    ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
)


def _curve(graph: LineageGraph, arrow: Arrow, place: int, of: int, line: int) -> Curve:
    source, target = graph.nodes[arrow.source], graph.nodes[arrow.target]
    (sx, sy), (tx, ty) = _corner(source), _corner(target)
    x1, y1, x2 = sx + WIDTH, sy + HEIGHT / 2, tx
    y2 = ty + HEIGHT * (place + 1) / (of + 1)
    bend = max(40.0, (x2 - x1) * 0.42)
    path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2 - 5:g} {y2:g}"
    said = " ".join(r.text for r in arrow.reasons)
    title = f"{source.label} → {target.label}: {shorten(said, 300)}"
    return Curve(path, arrow.evidence[0], " + ".join(arrow.evidence), title, x2 - 12, y2 + _beside(y1, y2), line)


def _beside(start: float, end: float) -> float:
    """How far an arrow's words stand from its tip: on the side that the arrow does not come from."""
    return 14 if start < end else -5


def _corner(node: Node) -> tuple[float, float]:
    return node.layer * _STEP + _MARGIN, round(node.row * _ROW + _MARGIN, 1)
