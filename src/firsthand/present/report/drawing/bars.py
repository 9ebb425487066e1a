"""Bars that are divided by origin."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.present.views.outlets import OriginKind, OriginShare

_COLOURS = 4
# From this share of a bar on, in per cent, a segment says its name, cut where it does not fit.
_ROOM = 6.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of an origins bar: ``x`` and ``width`` in per cent, ``style`` the name of its colour."""

    x: float
    width: float
    style: str
    label: str


def style(kind: OriginKind, place: int) -> str:
    """Return the name of an origin's colour: its own for the first named ones, one for all that follow."""
    return f"o{min(place, _COLOURS - 1) + 1}" if kind == "named" else kind


def bar(shares: Sequence[OriginShare]) -> tuple[Segment, ...]:
    """Return the segments of an origins bar, as wide as their part of the articles."""
    total = sum(len(s.articles) for s in shares) or 1
    segments, x = [], 0.0
    for place, share in enumerate(shares):
        width = 100 * len(share.articles) / total
        label = f"{share.name} {len(share.articles):,}" if width >= _ROOM else ""
        segments.append(Segment(round(x, 3), round(width, 3), style(share.kind, place), label))
        x += width
    return tuple(segments)
