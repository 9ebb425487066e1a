"""How likely two wordings report one utterance: a linear model over a few features that say what is alike.

A pair is compared where it is most alike: whole with whole, or a sentence of one with a sentence of the other, so that
a quotation cut short or split otherwise still meets its fellow.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from firsthand.link.statements.grams import gram_rows, row_products
from firsthand.link.statements.wording import Unit, Wording, amounts_differ

Matrix = npt.NDArray[np.float64]

FEATURES = (
    "cosine",
    "of the shorter",
    "of the longer",
    "characters",
    "order",
    "mass",
    "synonyms",
    "negation",
    "number",
)
# Fitted on benchmarks/variants/pairs.jsonl by `python benchmarks/variants/fit.py`, which prints these two.
COEFFICIENTS = (2.05, 1.76, 1.95, 1.75, 1.75, 1.13, 3.02, -2.07, -3.72)
INTERCEPT = -6.29

# A sentence stands for its quotation only if it has this share of the shorter one's weight (ours).
SENTENCE_SHARE = 0.35
# Shared weight beyond this, in words as rare as can be, says no more (ours).
FULL_MASS = 4.0


class Weights:
    """What each stem tells: rare ones more than those that half the corpus has."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        """Count in how many of the wordings each stem stands."""
        counts: Counter[str] = Counter()
        total = 1
        for wording in wordings:
            counts.update({*wording.whole.stems, *wording.whole.senses})
            total += 1
        most = math.log1p(total)
        self._weights = {stem: math.log1p(total / (count + 1)) / most for stem, count in counts.items()}

    def of(self, stem: str) -> float:
        """Return the weight of a stem, in (0, 1], whatever the size of the corpus; 1 for one that it has not."""
        return self._weights.get(stem, 1.0)

    def sum(self, stems: Iterable[str]) -> float:
        """Return the weight of several stems together."""
        return math.fsum(self.of(stem) for stem in stems)


@dataclass(frozen=True, slots=True)
class _Weighed:
    unit: Unit
    stems: frozenset[str]
    senses: frozenset[str]
    weight: float
    length: float


def probabilities(pairs: Sequence[tuple[Wording, Wording]], weights: Weights) -> npt.NDArray[np.float64]:
    """Return how likely each pair reports one utterance, given one speaker and story, shape ``(len(pairs),)``."""
    scores = features(pairs, weights) @ np.array(COEFFICIENTS) + INTERCEPT
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def features(pairs: Sequence[tuple[Wording, Wording]], weights: Weights) -> Matrix:
    """Return one row of ``FEATURES`` for each pair, shape ``(len(pairs), len(FEATURES))``.

    Likenesses enter as square roots: the step from little to some alike says more than the step from much to all.
    """
    if not pairs:
        return np.empty((0, len(FEATURES)))
    known: dict[int, list[_Weighed]] = {}
    for wording in (w for pair in pairs for w in pair):
        if id(wording) not in known:
            known[id(wording)] = _weighed(wording, weights)
    best = [_most_alike(known[id(a)], known[id(b)], weights) for a, b in pairs]
    characters = _character_cosines([(x.unit.text, y.unit.text) for x, y in best])
    opposed = [a.whole.negative != b.whole.negative for a, b in pairs]
    known_of_pairs = zip(best, characters, opposed, strict=True)
    rows = [_row(x, y, weights, cosine, opposite) for (x, y), cosine, opposite in known_of_pairs]
    return np.array(rows)


def _weighed(wording: Wording, weights: Weights) -> list[_Weighed]:
    units = dict.fromkeys((wording.whole, *wording.units))
    return [_weigh(unit, weights) for unit in units]


def _weigh(unit: Unit, weights: Weights) -> _Weighed:
    stems = frozenset(unit.stems)
    length = math.sqrt(math.fsum(weights.of(s) ** 2 for s in stems))
    return _Weighed(unit, stems, frozenset(unit.senses), weights.sum(stems), length)


def _most_alike(a: list[_Weighed], b: list[_Weighed], weights: Weights) -> tuple[_Weighed, _Weighed]:
    """Return the two units that share the largest part of their weight; the whole ones stand first in each list."""
    if len(a) == len(b) == 1:
        return a[0], b[0]
    enough = SENTENCE_SHARE * min(a[0].weight, b[0].weight)
    able = [(x, y) for x in a for y in b if min(x.weight, y.weight) >= enough]
    return max(able, key=lambda pair: _dice(pair[0], pair[1], weights))


def _dice(x: _Weighed, y: _Weighed, weights: Weights) -> float:
    return 2 * weights.sum(x.stems & y.stems) / (x.weight + y.weight or 1.0)


def _row(x: _Weighed, y: _Weighed, weights: Weights, characters: float, opposed: bool) -> tuple[float, ...]:
    shared = x.stems & y.stems
    mass = weights.sum(shared)
    squares = math.fsum(weights.of(s) ** 2 for s in shared)
    return (
        math.sqrt(squares / (x.length * y.length or 1.0)),
        math.sqrt(mass / (min(x.weight, y.weight) or 1.0)),
        math.sqrt(mass / (max(x.weight, y.weight) or 1.0)),
        math.sqrt(characters),
        math.sqrt(Indel.normalized_similarity(x.unit.stems, y.unit.stems)),
        min(mass / FULL_MASS, 1.0),
        _synonymous(x, y, mass, weights),
        float(opposed and x.unit.negative != y.unit.negative),
        float(amounts_differ(x.unit.numbers, y.unit.numbers)),
    )


def _synonymous(x: _Weighed, y: _Weighed, mass: float, weights: Weights) -> float:
    """Return the part of the lighter one's weight that the two share only if synonyms count as one."""
    more = weights.sum(x.senses & y.senses) - mass
    return min(max(more, 0.0) / (min(x.weight, y.weight) or 1.0), 1.0)


def _character_cosines(texts: Sequence[tuple[str, str]]) -> list[float]:
    place = {text: n for n, text in enumerate(dict.fromkeys(t for pair in texts for t in pair))}
    left = np.array([place[a] for a, _ in texts], dtype=np.intp)
    right = np.array([place[b] for _, b in texts], dtype=np.intp)
    cosines: list[float] = np.clip(row_products(gram_rows(list(place)), left, right), 0.0, 1.0).tolist()
    return cosines
