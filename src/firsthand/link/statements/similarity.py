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
from firsthand.link.statements.meaning import manners_differ, opposites, swapped
from firsthand.link.statements.predicates import akin
from firsthand.link.statements.wording import Unit, Wording, amounts_differ

Matrix = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float64]

LIKENESSES = ("characters", "order", "mass", "of the longer", "of the longer, stems", "of the longer, whole")
CONTRASTS = ("negation", "number", "roles", "predicate", "time")
FEATURES = (*LIKENESSES, *CONTRASTS)
# Fitted on benchmarks/variants/pairs.jsonl by `python benchmarks/variants/fit.py`, which prints these two.
COEFFICIENTS = (1.11, 2.33, 0.85, 3.04, 0.78, 2.82, -5.36, -5.56, -3.69, -1.80, -2.64)
INTERCEPT = -6.96
# The same with what an encoder says first (`fit.py --encoder accurate`).
COEFFICIENTS_NEAR = (7.99, 0.00, 1.32, 0.66, 1.79, 0.00, 1.42, -5.09, -6.19, -3.97, -1.79, -2.34)
INTERCEPT_NEAR = -8.94

# A sentence stands for its quotation only if it has this share of the shorter one's weight (ours).
SENTENCE_SHARE = 0.35
# Shared weight beyond this, in words as rare as can be, says no more (ours).
FULL_MASS = 4.0
# Roles are compared where two sentences have all else in common: this much of the longer one, squared (ours).
SAME_ELSE = 0.8


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
    sense_weight: float


def probabilities(pairs: Sequence[tuple[Wording, Wording]], weights: Weights, near: Vector | None = None) -> Vector:
    """Return how likely each pair reports one utterance, given one speaker and story, shape ``(len(pairs),)``.

    ``near`` is how near each pair is in meaning, in [0, 1], where an encoder is at hand.
    """
    rows = features(pairs, weights)
    if near is None:
        return _logistic(rows @ np.array(COEFFICIENTS) + INTERCEPT)
    return _logistic(np.column_stack([near, rows]) @ np.array(COEFFICIENTS_NEAR) + INTERCEPT_NEAR)


def _logistic(scores: Vector) -> Vector:
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
    wholes = [(known[id(a)], known[id(b)]) for a, b in pairs]
    best = [_most_alike(a, b, weights) for a, b in wholes]
    characters = _character_cosines([(x.unit.text, y.unit.text) for x, y in best])
    rows = [
        (*_likeness(x, y, weights, cosine), math.sqrt(_of_the_longer(a[0], b[0], weights)), *_contrasts(x, y, weights))
        for (x, y), (a, b), cosine in zip(best, wholes, characters, strict=True)
    ]
    return np.array(rows)


def _weighed(wording: Wording, weights: Weights) -> list[_Weighed]:
    units = dict.fromkeys((wording.whole, *wording.units))
    return [_weigh(unit, weights) for unit in units]


def _weigh(unit: Unit, weights: Weights) -> _Weighed:
    stems, senses = frozenset(unit.stems), frozenset(unit.senses)
    return _Weighed(unit, stems, senses, weights.sum(stems), weights.sum(senses))


def _most_alike(a: list[_Weighed], b: list[_Weighed], weights: Weights) -> tuple[_Weighed, _Weighed]:
    """Return the two units that share the largest part of their weight; the whole ones stand first in each list."""
    if len(a) == len(b) == 1:
        return a[0], b[0]
    enough = SENTENCE_SHARE * min(a[0].weight, b[0].weight)
    able = [(x, y) for x in a for y in b if min(x.weight, y.weight) >= enough]
    return max(able, key=lambda pair: _dice(pair[0], pair[1], weights))


def _dice(x: _Weighed, y: _Weighed, weights: Weights) -> float:
    return 2 * weights.sum(x.stems & y.stems) / (x.weight + y.weight or 1.0)


def _likeness(x: _Weighed, y: _Weighed, weights: Weights, characters: float) -> tuple[float, ...]:
    return (
        math.sqrt(characters),
        math.sqrt(Indel.normalized_similarity(x.unit.senses, y.unit.senses)),
        min(_in_common(x, y, weights) / FULL_MASS, 1.0),
        math.sqrt(_of_the_longer(x, y, weights)),
        math.sqrt(weights.sum(x.stems & y.stems) / (max(x.weight, y.weight) or 1.0)),
    )


def _of_the_longer(x: _Weighed, y: _Weighed, weights: Weights) -> float:
    return min(_in_common(x, y, weights) / (max(x.sense_weight, y.sense_weight) or 1.0), 1.0)


def _in_common(x: _Weighed, y: _Weighed, weights: Weights) -> float:
    """Return the weight of the senses that both have, and of opposites where one side negates them ("not safe")."""
    shared = weights.sum(x.senses & y.senses)
    if x.unit.negative == y.unit.negative:
        return shared
    return shared + weights.sum(opposites(x.senses - y.senses, y.senses - x.senses)) / 2


def _contrasts(x: _Weighed, y: _Weighed, weights: Weights) -> tuple[float, ...]:
    """Return what speaks against one utterance, each but other predicates the more the more alike the two are else."""
    contrary = opposites(x.senses - y.senses, y.senses - x.senses)
    shared = weights.sum(x.senses & y.senses) + weights.sum(contrary) / 2
    alike = min(shared / (max(x.sense_weight, y.sense_weight) or 1.0), 1.0) ** 2
    opposed = (x.unit.negative != y.unit.negative) != bool(contrary)
    number = amounts_differ(x.unit.numbers, y.unit.numbers)
    roles = alike >= SAME_ELSE and swapped(x.unit.senses, x.unit.passive, y.unit.senses, y.unit.passive)
    return (
        alike * opposed,
        alike * number,
        alike * roles,
        _other_deeds(x, y, weights),
        alike * (x.unit.time * y.unit.time < 0),
    )


def _other_deeds(x: _Weighed, y: _Weighed, weights: Weights) -> float:
    """Return which part of the verbs of either side the other side has in no form, the lesser of the two."""
    return min(_lacking(x.unit.deeds, y, weights), _lacking(y.unit.deeds, x, weights))


def _lacking(deeds: frozenset[str], other: _Weighed, weights: Weights) -> float:
    """Return which part of the deeds the other side tells in no word, and denies no opposite of."""
    lacked = {deed for deed in deeds - other.senses if not akin(deed, other.senses)}
    lacked -= opposites(lacked, other.senses)
    return weights.sum(lacked) / (weights.sum(deeds) or 1.0)


def contrast(a: Wording, b: Wording, weights: Weights) -> float:
    """Return how much all else is the same, in [0, 1], where two wordings differ in what is denied, in an amount, a
    day, a place in a row, in who did it to whom or in how sure, bound or willing anybody is; 0 where they do not.

    What is to come is no contrast: translations and retellings tell it in any tense.
    """
    x, y = a.whole, b.whole
    ours, theirs = frozenset(x.senses), frozenset(y.senses)
    contrary = opposites(ours - theirs, theirs - ours)
    mine, yours = x.told - contrary, y.told - contrary
    alike = (weights.sum(mine & yours) / (max(weights.sum(mine), weights.sum(yours)) or 1.0)) ** 2
    opposed = (x.negative != y.negative) != bool(contrary) or amounts_differ(x.values, y.values)
    roles = alike >= SAME_ELSE and swapped(x.senses, x.passive, y.senses, y.passive)
    return alike * (opposed or roles or manners_differ(x.manner, y.manner, has_to=x.has_to or y.has_to))


def _character_cosines(texts: Sequence[tuple[str, str]]) -> list[float]:
    place = {text: n for n, text in enumerate(dict.fromkeys(t for pair in texts for t in pair))}
    left = np.array([place[a] for a, _ in texts], dtype=np.intp)
    right = np.array([place[b] for _, b in texts], dtype=np.intp)
    cosines: list[float] = np.clip(row_products(gram_rows(list(place)), left, right), 0.0, 1.0).tolist()
    return cosines
