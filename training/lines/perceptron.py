"""The learner: an averaged structured perceptron.

Collins 2002, "Discriminative training methods for hidden Markov models".

All counts are whole numbers and all orders are fixed, so that the same pages give the same weights on every machine.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.clean.line_model import LABELS, PLACES, Model, Scores, decode, emissions, rows

_MIDDLE = PLACES // 2
_SCALE = 64  # parts of one that an averaged weight is kept in
_COMMENT, _DEAR = LABELS.index("comment"), 2  # a comment within an article is worse than another mistake
_COST = 50
_SITES = 8  # publishers that must have a feature for it to be learned


@dataclass(frozen=True, slots=True)
class Example:
    """A text: where it comes from, and of each line the features, the label (its place in ``LABELS``), the length."""

    site: str
    features: list[list[str]]
    labels: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]


def train(examples: Sequence[Example], rounds: int, *, sites: int = _SITES, cost: int = _COST) -> Model:
    """Return the model learned in so many rounds over the examples, in an order shuffled by a fixed seed.

    ``cost`` is what a wrong label must be behind the right one by, for each 100 characters of its line.
    """
    names = _names(examples, sites)
    state = _State(len(names))
    known = [rows(names, example.features) for example in examples]
    order = list(range(len(examples)))
    shuffle = random.Random(0).shuffle
    for _ in range(rounds):
        shuffle(order)
        for at in order:
            state.learn(known[at], examples[at], cost)
    return state.averaged(names)


def _names(examples: Sequence[Example], sites: int) -> dict[str, int]:
    """Return a row for each feature that enough publishers have, in order of the names."""
    seen: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in {name for line in example.features for name in line}:
            seen[name].add(example.site)
    kept = sorted(name for name, where in seen.items() if len(where) >= sites)
    return {name: row for row, name in enumerate(kept)}


class _State:
    """The weights as they are, and the sum by which their average over all examples is known (Daumé 2006, 2.1.1)."""

    def __init__(self, names: int) -> None:
        count = len(LABELS)
        shapes = ((names, PLACES, count), (count, count), (count,), (count,))
        self.now = [np.zeros(shape, dtype=np.int64) for shape in shapes]
        self.late = [np.zeros(shape, dtype=np.int64) for shape in shapes]
        self.seen = 1

    def learn(self, known: list[list[int]], example: Example, cost: int) -> None:
        """Decode one text, and move the weights from what was decoded to what is right."""
        gold = example.labels
        scores = emissions(self.now[0], known)
        if cost:
            dear = cost * np.minimum(1 + example.sizes // 100, 4) * np.where(gold == _COMMENT, _DEAR, 1)
            scores += dear[:, None]
            scores[np.arange(len(gold)), gold] -= dear
        got, _ = decode(Model({}, *self.now), scores)
        if not np.array_equal(got, gold):
            for labels, sign in ((gold, 1), (got, -1)):
                self._move(known, got != gold, labels, sign)
        self.seen += 1

    def _move(self, known: list[list[int]], wrong: npt.NDArray[np.bool_], labels: Scores, sign: int) -> None:
        for part, by in ((self.now, sign), (self.late, sign * self.seen)):
            np.add.at(part[1], (labels[:-1], labels[1:]), by)
            part[2][labels[0]] += by
            part[3][labels[-1]] += by
        for n in np.flatnonzero(wrong):
            for place in range(PLACES):
                m = n + place - _MIDDLE
                if 0 <= m < len(known):
                    self.now[0][known[m], place, labels[n]] += sign
                    self.late[0][known[m], place, labels[n]] += sign * self.seen

    def averaged(self, names: dict[str, int]) -> Model:
        """Return the model of the averaged weights, rounded down to parts of ``_SCALE``."""
        parts = [(now * self.seen - late) * _SCALE // self.seen for now, late in zip(self.now, self.late, strict=True)]
        return Model(names, *parts)
