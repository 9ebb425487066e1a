"""The report's drawings: where their lines and boxes stand, in pixels or per cent; templates write them as SVG."""

from firsthand.present.report.drawing.bars import Segment, bar, style
from firsthand.present.report.drawing.lineage import Box, Curve, Drawing, drawing
from firsthand.present.report.drawing.plot import Dot, Plot, plot

__all__ = ["Box", "Curve", "Dot", "Drawing", "Plot", "Segment", "bar", "drawing", "plot", "style"]
