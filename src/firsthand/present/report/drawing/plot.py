"""The timeline of a story: a lane for each origin, a dot for each time at which articles came."""

from dataclasses import dataclass
from math import sqrt

from firsthand.present.report.drawing.bars import style
from firsthand.present.views.timeline import Lane, Mark, Timeline

LANE = 34  # pixels from lane to lane
_LEAST, _MOST = 5.0, 14.0  # radii in pixels
_EDGE = 88.0  # per cent: words that begin further right would leave the drawing


@dataclass(frozen=True, slots=True)
class Dot:
    """Articles of one lane: at ``x`` per cent with radius ``r``, or, with a ``width``, over all it may have been."""

    x: float
    width: float
    r: float
    number: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with its dots; ``style`` is the name of its colour."""

    lane: Lane
    style: str
    dots: tuple[Dot, ...]

    @property
    def first(self) -> int:
        """The bin of its first articles."""
        return min((d.first for d in self.dots), default=0)


@dataclass(frozen=True, slots=True)
class Plot:
    """A timeline ready to be drawn: rows, and the ticks below them.

    A tick is its place in per cent, its words, and which end of the words stands there (a ``text-anchor`` of SVG).
    """

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str, str], ...]


def plot(timeline: Timeline) -> Plot:
    """Return the drawing of ``timeline``: areas of dots grow with their articles."""
    unit = 100 / (timeline.bins or 1)
    most = max((len(m.articles) for lane in timeline.lanes for m in lane.marks), default=1)
    return Plot(
        tuple(
            Row(lane, style(lane.kind, lane.place), tuple(_dot(m, unit, most) for m in lane.marks))
            for lane in timeline.lanes
        ),
        tuple((round(n * unit, 2), label, "end" if n * unit > _EDGE else "start") for n, label in timeline.ticks),
    )


def _dot(mark: Mark, unit: float, most: int) -> Dot:
    number = len(mark.articles)
    r = _LEAST + (_MOST - _LEAST) * sqrt((number - 1) / max(most - 1, 9))
    wide = (mark.last - mark.first + 1) * unit if mark.last > mark.first else 0.0
    x = mark.first * unit + (0 if wide else unit / 2)
    return Dot(round(x, 2), round(wide, 2), round(r, 1), number, mark.first, mark.last)
