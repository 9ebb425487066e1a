"""Plagdet: how well found passages meet planted ones.

After Potthast, Stein, Barrón-Cedeño and Rosso, "An evaluation framework for plagiarism detection", COLING 2010: macro
precision and recall over the characters of both sides, and granularity, the number of detections a detected case has.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage in two documents: half-open spans of code points, ``first`` being the one it was taken from."""

    first: str
    first_start: int
    first_end: int
    second: str
    second_start: int
    second_end: int

    @property
    def key(self) -> Key:
        """The two documents."""
        return self.first, self.second

    @property
    def size(self) -> int:
        """The characters of both sides."""
        return self.first_end - self.first_start + self.second_end - self.second_start


@dataclass(frozen=True, slots=True)
class Score:
    """``precision``, ``recall`` and ``plagdet`` are shares of 1; ``granularity`` is 1 or more."""

    cases: int
    detections: int
    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """The harmonic mean of precision and recall, over the logarithm of granularity."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / log2(1 + self.granularity) if both else 0.0


def score(cases: Sequence[Shared], detections: Sequence[Shared]) -> Score:
    """Return the score of ``detections`` against ``cases``; precision is 1 where nothing was detected."""
    true, found = _by_key(cases), _by_key(detections)
    precisions = [_met(d, true.get(d.key, [])) for d in detections]
    recalls = [_met(c, found.get(c.key, [])) for c in cases]
    pieces = [n for c in cases if (n := sum(_meet(c, d) for d in found.get(c.key, [])))]
    return Score(
        len(cases),
        len(detections),
        fmean(precisions) if precisions else 1.0,
        fmean(recalls) if recalls else 1.0,
        fmean(pieces) if pieces else 1.0,
    )


def _by_key(passages: Sequence[Shared]) -> dict[Key, list[Shared]]:
    out: dict[Key, list[Shared]] = defaultdict(list)
    for passage in passages:
        out[passage.key].append(passage)
    return out


def _meet(a: Shared, b: Shared) -> bool:
    """Tell whether the two overlap on both sides."""
    return (
        a.first_start < b.first_end
        and b.first_start < a.first_end
        and a.second_start < b.second_end
        and b.second_start < a.second_end
    )


def _met(one: Shared, others: Sequence[Shared]) -> float:
    """Return the share of the characters of ``one`` that passages which meet it cover, each side counted alone."""
    meeting = [o for o in others if _meet(one, o)]
    first = _covered(one.first_start, one.first_end, [(o.first_start, o.first_end) for o in meeting])
    second = _covered(one.second_start, one.second_end, [(o.second_start, o.second_end) for o in meeting])
    return (first + second) / one.size


def _covered(start: int, end: int, spans: Sequence[tuple[int, int]]) -> int:
    total, at = 0, start
    for a, b in sorted(spans):
        a, b = max(a, at), min(b, end)
        if a < b:
            total += b - a
            at = b
    return total
