"""The model of lines: exact, the same on every machine, and read only where it fits its features."""

import itertools
import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from firsthand.clean import line_features, line_model
from firsthand.clean.line_model import LABELS, PLACES, Model, ModelError

SMALL = st.integers(-5, 5)


def model(names: int = 2) -> Model:
    count = len(LABELS)
    numbers = np.arange(names * PLACES * count, dtype=np.int64).reshape(names, PLACES, count)
    steps = np.arange(count * count, dtype=np.int64).reshape(count, count)
    return Model({f"name {n}": n for n in range(names)}, numbers, steps, steps[0], steps[1])


def test_what_is_written_is_read_again() -> None:
    read = line_model.parse(line_model.dump(model()))
    assert read.names == model().names
    assert np.array_equal(read.weights, model().weights)
    assert np.array_equal(read.steps, model().steps)
    assert np.array_equal(read.last, model().last)


def test_the_shipped_weights_fit_their_features_and_are_small() -> None:
    data = files("firsthand.data").joinpath(line_model.FILE).read_bytes()
    assert json.loads(data.split(b"\n")[0])["features"] == line_features.VERSION
    assert len(data) <= 5_000_000
    assert line_model.shipped().weights.shape[1:] == (PLACES, len(LABELS))


def test_weights_of_other_features_are_refused() -> None:
    """The message says what was found and what mends it."""
    head, _, rest = line_model.dump(model()).partition(b"\n")
    header = json.loads(head) | {"features": line_features.VERSION + 1}
    with pytest.raises(ModelError, match=f"with features {line_features.VERSION + 1}, not .*train again"):
        line_model.parse(json.dumps(header).encode() + b"\n" + rest)


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"[]\n", b'{"format": 1}\n', b'{"features": 1, "labels": 2}\n'])
def test_what_is_no_file_of_weights_is_refused(data: bytes) -> None:
    with pytest.raises(ModelError):
        line_model.parse(data)


@pytest.mark.parametrize("cut", [1, 200])
def test_weights_that_are_cut_short_are_refused(cut: int) -> None:
    with pytest.raises(ModelError, match="cut short"):
        line_model.parse(line_model.dump(model())[:-cut])


def test_a_feature_counts_for_the_two_lines_on_either_side_too() -> None:
    """Its weights for each place reach the line that stands there; an unknown feature counts nothing."""
    scores = model(1).scores([["unknown"], [], ["name 0"], [], [], []])
    weights = model(1).weights[0]
    assert np.array_equal(scores[:5], weights[::-1])
    assert not scores[5].any()


@given(
    arrays(np.int64, (4, 3), elements=SMALL),
    arrays(np.int64, (3, 3), elements=SMALL),
    arrays(np.int64, 3, elements=SMALL),
    arrays(np.int64, 3, elements=SMALL),
)
def test_the_labels_are_the_best_sequence_and_the_margins_what_another_label_costs(
    scores: np.ndarray, steps: np.ndarray, first: np.ndarray, last: np.ndarray
) -> None:
    """Held against all sequences there are."""
    totals = {
        labels: int(
            first[labels[0]]
            + last[labels[-1]]
            + sum(scores[n, label] for n, label in enumerate(labels))
            + sum(steps[pair] for pair in itertools.pairwise(labels))
        )
        for labels in itertools.product(range(3), repeat=4)
    }
    best = max(totals.values())
    _, margins = line_model.decode(Model({}, np.zeros((0, PLACES, 3), np.int64), steps, first, last), scores)
    for n, label in itertools.product(range(4), range(3)):
        assert margins[n, label] == best - max(t for labels, t in totals.items() if labels[n] == label)
