"""Where the lines and boxes of the report's drawings stand, in pixels or per cent; templates write them as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Evidence
from firsthand.present.labels import counted, shorten, when
from firsthand.present.views.lineage import Arrow, LineageGraph, Node
from firsthand.present.views.outlets import OriginKind, OriginShare

WIDTH, HEIGHT = 204, 48
_STEP, _ROW, _MARGIN = WIDTH + 128, HEIGHT + 18, 8
# About how many characters of the label's size fit in a box.
_LABEL = 20
# From this share of the bar on, a segment has room for its name.
_ROOM = 16.0
_COLOURS = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of an origins bar: ``x`` and ``width`` in per cent, ``style`` the name of its colour."""

    x: float
    width: float
    style: str
    label: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node of the lineage: its place and its two lines of text; ``stacked`` where it stands for several articles."""

    x: float
    y: float
    label: str
    detail: str
    title: str
    origin: bool
    stacked: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """An arrow of the lineage: the path, its evidence as line style and as words, and where the words end."""

    path: str
    evidence: Evidence
    label: str
    title: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A lineage ready to be drawn."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def style(kind: OriginKind, place: int) -> str:
    """Return the name of an origin's colour: its own for the first named ones, one for all that follow."""
    return f"o{min(place, _COLOURS - 1) + 1}" if kind == "named" else kind


def bar(shares: Sequence[OriginShare]) -> tuple[Segment, ...]:
    """Return the segments of an origins bar, as wide as their part of the articles."""
    total = sum(len(s.articles) for s in shares) or 1
    segments, x = [], 0.0
    for place, share in enumerate(shares):
        width = 100 * len(share.articles) / total
        label = shorten(share.name, max(3, int(width * 0.6))) if width >= _ROOM else ""
        segments.append(Segment(round(x, 3), round(width, 3), style(share.kind, place), label))
        x += width
    return tuple(segments)


def drawing(graph: LineageGraph) -> Drawing:
    """Return the drawing of ``graph``: columns from left to right, the arrows into a box spread over its left side."""
    into: dict[str, list[Arrow]] = {}
    for arrow in graph.arrows.values():
        into.setdefault(arrow.target, []).append(arrow)
    curves = [
        _curve(graph, arrow, place, len(arrows))
        for arrows in into.values()
        for place, arrow in enumerate(sorted(arrows, key=lambda a: (graph.nodes[a.source].row, a.source)))
    ]
    return Drawing(
        (graph.layers - 1) * _STEP + WIDTH + 2 * _MARGIN,
        (graph.rows - 1) * _ROW + HEIGHT + 2 * _MARGIN,
        tuple(_box(node) for node in graph.nodes.values()),
        tuple(curves),
    )


def _box(node: Node) -> Box:
    x, y = _corner(node)
    more = len(node.articles) - 1
    suffix = f" +{more:,}" if more > 0 else ""
    label = shorten(node.label, _LABEL - len(suffix)) + suffix
    if not node.articles:
        detail = "no article here"
    elif more > 0:
        detail = f"{counted(more + 1, 'article')}, first {when(node.time and node.time[:10], 'day')}"
    else:
        detail = when(node.time, node.precision)
    return Box(x, y, label, _short_time(detail), f"{node.label}, {detail}", not node.articles, more > 0)


def _short_time(text: str) -> str:
    """Return a time with its month cut to three letters: the box is narrow."""
    words = text.split(" ")
    return " ".join(w[:3] if w.isalpha() and w in _LONG_MONTHS else w for w in words)


_LONG_MONTHS = frozenset(
    ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
)


def _curve(graph: LineageGraph, arrow: Arrow, place: int, of: int) -> Curve:
    source, target = graph.nodes[arrow.source], graph.nodes[arrow.target]
    (sx, sy), (tx, ty) = _corner(source), _corner(target)
    x1, y1, x2 = sx + WIDTH, sy + HEIGHT / 2, tx
    y2 = ty + HEIGHT * (place + 1) / (of + 1)
    bend = max(40.0, (x2 - x1) * 0.42)
    path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2 - 5:g} {y2:g}"
    said = " ".join(r.text for r in arrow.reasons)
    title = f"{source.label} → {target.label}: {shorten(said, 300)}"
    return Curve(path, arrow.evidence[0], " + ".join(arrow.evidence), title, x2 - 12, y2 + _beside(y1, y2))


def _beside(start: float, end: float) -> float:
    """How far an arrow's words stand from its tip: on the side that the arrow does not come from."""
    return 14 if start < end else -5


def _corner(node: Node) -> tuple[float, float]:
    return node.layer * _STEP + _MARGIN, round(node.row * _ROW + _MARGIN, 1)
