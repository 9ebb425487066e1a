"""The model of lines: a linear chain over the lines of a text, with whole numbers as weights.

A label's score at a line is the sum of the weights of the line's features and of those of the two lines on either side,
and of the step from the label before. The labels of a text are the sequence of the highest score (Viterbi 1967). How
sure that is of a line is the margin: the best sequence's score less that of the best one with another label there
(max-marginals). All is exact, as whole numbers are, so every machine finds the same.

The file: a line of JSON (``Header``), the features' names, one a line, and the weights as little-endian 16-bit
integers: for each feature, place (two lines before … two lines after) and label; then label by label the steps; then
the labels at the beginning and at the end. ``training/lines`` writes it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from firsthand.clean import line_features
from firsthand.data import weights
from firsthand.errors import ModelError
from firsthand.model import SegmentKind

Scores = npt.NDArray[np.int64]

FORMAT = "firsthand lines 1"
FILE = "lines.model"
LABELS: tuple[SegmentKind, ...] = (
    "boilerplate",
    "body",
    "byline",
    "caption",
    "comment",
    "dek",
    "headline",
    "subheading",
)
PLACES = 5  # a line, and two on either side
_MIDDLE = PLACES // 2
NEVER = -(1 << 40)  # the score of a label that a line must not have


@dataclass(frozen=True, slots=True)
class Model:
    """Weights: ``names`` gives a feature's row, ``weights`` is rows x places x labels, ``steps`` from label to label.

    ``first`` and ``last`` are the labels' scores at the ends of a text.
    """

    names: Mapping[str, int]
    weights: Scores
    steps: Scores
    first: Scores
    last: Scores

    def scores(self, features: Sequence[Sequence[str]]) -> Scores:
        """Return each label's own score at each line, lines x labels; unknown features count nothing."""
        return emissions(self.weights, rows(self.names, features))


def rows(names: Mapping[str, int], features: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return the rows of the features that are known."""
    return [[row for name in line if (row := names.get(name)) is not None] for line in features]


def emissions(weights: Scores, known: Sequence[Sequence[int]]) -> Scores:
    """Return each label's score at each line from the rows of its features and its neighbours'."""
    count = len(known)
    padded = np.zeros((count + 2 * _MIDDLE, PLACES, weights.shape[2]), dtype=np.int64)
    flat = np.fromiter((row for line in known for row in line), dtype=np.int64)
    owner = np.repeat(np.arange(count), [len(line) for line in known])
    if len(flat):
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        padded[_MIDDLE + owner[starts]] = np.add.reduceat(weights[flat], starts, axis=0, dtype=np.int64)
    return sum((padded[place : place + count, place] for place in range(PLACES)), np.zeros((), dtype=np.int64))


def decode(model: Model, scores: Scores) -> tuple[npt.NDArray[np.int64], Scores]:
    """Return the best sequence of labels, and each line's margin over each label: 0 for its own, else positive.

    ``scores`` is lines x labels with at least one line; ties go to the label that stands first in ``LABELS``.
    """
    forward, back = scores.copy(), np.zeros_like(scores)
    forward[0] += model.first
    for n in range(1, len(scores)):
        forward[n] += (forward[n - 1][:, None] + model.steps).max(axis=0)
    back[-1] = model.last
    for n in range(len(scores) - 2, -1, -1):
        back[n] = (model.steps + (scores[n + 1] + back[n + 1])[None, :]).max(axis=1)
    through = forward + back
    margins = through.max(axis=1, keepdims=True) - through
    return margins.argmin(axis=1), margins


def dump(model: Model) -> bytes:
    """Return the file of a model; weights beyond 16 bits are cut to the largest."""
    names = sorted(model.names, key=lambda name: model.names[name])
    header = {"format": FORMAT, "features": line_features.VERSION, "labels": LABELS, "names": len(names)}
    numbers = np.concatenate([part.ravel() for part in (model.weights, model.steps, model.first, model.last)])
    text = "\n".join([json.dumps(header), *names]) + "\n"
    weights: bytes = np.clip(numbers, -32768, 32767).astype("<i2").tobytes()
    return text.encode() + weights


def parse(data: bytes) -> Model:
    """Return the model that a file holds. Raises ModelError where it is none, or was trained with other features."""
    head, _, rest = data.partition(b"\n")
    try:
        header = json.loads(head)
        known = header.get("format"), header["features"], tuple(header["labels"])
        count = int(header["names"])
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise ModelError("the weights for lines cannot be read: the first line is no header") from e
    if known != (FORMAT, line_features.VERSION, LABELS):
        wanted = f"{FORMAT!r} with features {line_features.VERSION}"
        raise ModelError(f"the weights for lines are {known[0]!r} with features {known[1]}, not {wanted}; train again")
    *names, numbers = rest.split(b"\n", count)
    labels = len(LABELS)
    sizes = (count * PLACES * labels, labels * labels, labels, labels)
    if len(names) != count or len(numbers) != 2 * sum(sizes):
        raise ModelError("the weights for lines are cut short; install again")
    weights, steps, first, last = np.split(np.frombuffer(numbers, "<i2").astype(np.int64), np.cumsum(sizes)[:-1])
    rows = {name.decode(): n for n, name in enumerate(names)}
    return Model(rows, weights.reshape(count, PLACES, labels), steps.reshape(labels, labels), first, last)


@cache
def shipped() -> Model:
    """Return the model that is part of firsthand."""
    return parse(weights.read(f"data/{FILE}"))
