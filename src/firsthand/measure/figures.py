"""Precision, recall, and how well two ways to group things agree."""

from collections import Counter
from collections.abc import Hashable, Sequence

Figures = dict[str, float | int]


def scored(name: str, right: int, found: int, wanted: int) -> Figures:
    """Return precision, recall and F1 (0 to 1) of what was found, under names that begin with ``name``.

    Where nothing was found, nothing found is wrong: precision is 1 if nothing was wanted either, else 0.
    """
    precision = right / found if found else float(not wanted)
    recall = right / wanted if wanted else 1.0
    return {f"{name}: precision": precision, f"{name}: recall": recall, f"{name}: F1": _f1(precision, recall)}


def grouped(name: str, gold: Sequence[Hashable], found: Sequence[Hashable]) -> Figures:
    """Return how well groups agree with gold's, for things of which each has one group in ``gold`` and in ``found``.

    ``pairs``: of two things in one group, whether they are in one (precision, recall, F1). ``BCubed``: the same for
    each thing and its group, averaged over things (Bagga and Baldwin 1998).
    """
    cells = Counter(zip(gold, found, strict=True))
    rows, columns = Counter(gold), Counter(found)
    right, made, wanted = (sum(_pairs(n) for n in c.values()) for c in (cells, columns, rows))
    n = max(1, len(gold))
    precision = sum(c * c / columns[f] for (_, f), c in cells.items()) / n
    recall = sum(c * c / rows[g] for (g, _), c in cells.items()) / n
    bcubed = {f"{name}: BCubed precision": precision, f"{name}: BCubed recall": recall}
    return {**scored(f"{name}: pairs", right, made, wanted), **bcubed, f"{name}: BCubed F1": _f1(precision, recall)}


def share(right: int, of: int) -> float:
    """Return a part of a whole; 0 of nothing."""
    return right / of if of else 0.0


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
