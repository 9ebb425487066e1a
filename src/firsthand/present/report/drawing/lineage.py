"""Where the boxes and arrows of a lineage stand, in pixels: time runs to the right, as the days on top say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from firsthand.model import Evidence
from firsthand.present.labels import counted, moment, shorten, when
from firsthand.present.report.drawing.across import places
from firsthand.present.views.lineage import Arrow, LineageGraph, Node

WIDTH, HEIGHT = 204, 48
_ROW, _MARGIN = HEIGHT + 18, 8
_DAYS, _DAY_WIDTH = 26, 110  # the height of the line of days, and the room that one's name takes
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
class Day:
    """Where a day begins, from the left, and its name."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A lineage ready to be drawn; ``days`` is empty where no time is known."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    days: tuple[Day, ...]


def drawing(graph: LineageGraph) -> Drawing:
    """Return the drawing of ``graph``: time from left to right, the arrows into a box spread over its left side."""
    moments = {node.id: moment(node.time) for node in graph.nodes.values() if node.time}
    across = places(list(graph.nodes), graph.arrows, moments)
    corners = {i: _corner(node, across[i]) for i, node in graph.nodes.items()}
    into: dict[str, list[Arrow]] = {}
    for arrow in graph.arrows.values():
        into.setdefault(arrow.target, []).append(arrow)
    lines = {(line.parent, line.node): n for n, line in enumerate(graph.lines)}
    full = {line.node: n for n, line in enumerate(graph.lines) if not line.seen}
    curves = [
        _curve(graph, corners, arrow, place, len(arrows), lines.get((arrow.source, arrow.target), 0))
        for arrows in into.values()
        for place, arrow in enumerate(sorted(arrows, key=lambda a: (graph.nodes[a.source].row, a.source)))
    ]
    return Drawing(
        max(across.values(), default=0) + WIDTH + 2 * _MARGIN,
        (graph.rows - 1) * _ROW + HEIGHT + 2 * _MARGIN + _DAYS,
        tuple(_box(node, corners[i], full.get(i, 0), drawn=i in into) for i, node in graph.nodes.items()),
        tuple(curves),
        tuple(_days(across, moments)),
    )


def _days(across: Mapping[str, float], moments: Mapping[str, str]) -> Iterator[Day]:
    """Give the days (of UTC, where zones are known) at which boxes begin, without those whose names have no room."""
    said, free = "", 0.0
    for i in sorted(moments, key=lambda i: (moments[i], across[i])):
        day = when(moments[i][:10], "day")
        if day != said and across[i] >= free:
            said, free = day, across[i] + _DAY_WIDTH
            yield Day(across[i] + _MARGIN, _short_time(day))


def _box(node: Node, corner: tuple[float, float], line: int, *, drawn: bool) -> Box:
    x, y = corner
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


def _curve(
    graph: LineageGraph, corners: Mapping[str, tuple[float, float]], arrow: Arrow, place: int, of: int, line: int
) -> Curve:
    source, target = graph.nodes[arrow.source], graph.nodes[arrow.target]
    (sx, sy), (tx, ty) = corners[arrow.source], corners[arrow.target]
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


def _corner(node: Node, across: float) -> tuple[float, float]:
    return across + _MARGIN, round(node.row * _ROW + _MARGIN + _DAYS, 1)
