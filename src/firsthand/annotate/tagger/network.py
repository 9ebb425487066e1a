"""The tagger's network in numpy: embeddings, two layers of LSTM in both directions, a linear-chain CRF.

After Lample et al. 2016 (BiLSTM-CRF). Weights come from ``training/quotes``.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from firsthand.annotate.tagger.features import COLUMNS, Ints

Floats = npt.NDArray[np.float32]
_LAYERS = 2
_MOST_TOKENS = 8_000  # of a batch: bounds the memory


class Network:
    """Tags sequences of features. Holds weights only: one instance serves any number of calls."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        """Take the weights by name, as training writes them."""
        self._tables = [weights[f"E_{name}"] for name in COLUMNS]
        self._inner = [_pair(weights, "W", n) for n in range(_LAYERS)]
        self._bias = [_pair(weights, "B", n) for n in range(_LAYERS)]
        self._again = [np.stack(_pair(weights, "U", n)) for n in range(_LAYERS)]
        self._out, self._out_bias, self._moves = weights["W_out"], weights["B_out"], weights["T"]
        # Products this small cost more in threads than they take: twice the processor time at the same speed.
        self._threads = ThreadpoolController()

    def tag(self, sequences: Sequence[Ints]) -> list[list[int]]:
        """Return the likeliest tags of each sequence of features (``(tokens, columns)``), in order."""
        out: list[list[int]] = [[] for _ in sequences]
        order = sorted((n for n in range(len(sequences)) if len(sequences[n])), key=lambda n: -len(sequences[n]))
        while order:
            size = _MOST_TOKENS // len(sequences[order[0]])
            batch, order = order[: max(1, size)], order[max(1, size) :]
            with self._threads.limit(limits=1), np.errstate(over="ignore"):
                found = self._batch([sequences[n] for n in batch])
            for n, tags in zip(batch, found, strict=True):
                out[n] = tags
        return out

    def _batch(self, batch: Sequence[Ints]) -> list[list[int]]:
        """Tag sequences, the longest first. All arrays are packed: of each time only the sequences that have it."""
        lengths = np.array([len(s) for s in batch])
        packed = _Packed(lengths)
        x = np.concatenate(batch)[packed.order]
        h = np.concatenate([table[x[:, c]] for c, table in enumerate(self._tables)], axis=-1)
        for layer in range(_LAYERS):
            h = self._layer(layer, h, packed)
        tags = best_paths(h @ self._out + self._out_bias, self._moves, packed.active)
        return [tags[:length, k].tolist() for k, length in enumerate(lengths)]

    def _layer(self, layer: int, h: Floats, packed: "_Packed") -> Floats:
        """Run both directions at once: the backward one reads every sequence from its own end."""
        w, b, u = self._inner[layer], self._bias[layer], self._again[layer]
        gates = np.stack([h @ w[0] + b[0], h[packed.mirror] @ w[1] + b[1]])  # way, token, 4 × hidden
        size = u.shape[1]
        out = np.empty((2, len(h), size), dtype=np.float32)
        cell = np.zeros((2, packed.active[0], size), dtype=np.float32)
        last = cell
        at = 0
        for active in packed.active:
            gate = gates[:, at : at + active]
            gate += last[:, :active] @ u
            _logistic(gate)
            new = 2 * gate[..., 2 * size : 3 * size] - 1
            new *= gate[..., :size]
            cell = gate[..., size : 2 * size] * cell[:, :active]
            cell += new
            last = np.multiply(gate[..., 3 * size :], np.tanh(cell), out=out[:, at : at + active])
            at += active
        return np.concatenate([out[0], out[1][packed.mirror]], axis=-1)


def best_paths(scores: Floats, moves: Floats, active: Sequence[int]) -> Ints:
    """Return the best path (Viterbi 1967) of each sequence, shape ``(time, sequence)``, of packed scores."""
    best = scores[: active[0]].copy()
    before = np.empty(scores.shape, dtype=np.int32)
    at = active[0]
    for now in active[1:]:
        through = best[:now, :, None] + moves
        before[at : at + now] = through.argmax(axis=1)
        best[:now] = through.max(axis=1) + scores[at : at + now]
        at += now
    tags = np.zeros((len(active), active[0]), dtype=np.int32)
    tag = best.argmax(axis=1)
    for time in range(len(active) - 1, -1, -1):
        now = active[time]
        at -= now
        tags[time, :now] = tag[:now]
        tag[:now] = before[at + np.arange(now), tag[:now]] if time else tag[:now]
    return tags


class _Packed:
    """The places of tokens when sequences, the longest first, are read side by side without padding.

    ``active`` is how many sequences have each time; ``order`` is, for each packed place, the place with the sequences
    one behind another; ``mirror`` the packed place of the token as far from its sequence's end as this from its start.
    """

    def __init__(self, lengths: npt.NDArray[np.int64]) -> None:
        times = np.arange(lengths[0])
        there = times[:, None] < lengths  # time, sequence
        self.active: list[int] = there.sum(axis=1).tolist()
        place = np.cumsum(there.ravel()).reshape(there.shape) - 1
        self.order = (np.cumsum(lengths) - lengths + times[:, None])[there]
        turned = np.where(there, lengths - 1 - times[:, None], 0)
        self.mirror = place[turned, np.arange(len(lengths))][there]


def _pair(weights: Mapping[str, Floats], name: str, layer: int) -> tuple[Floats, Floats]:
    """Return both directions' weights, scaled so that ``1 / (1 + exp(x))`` makes all gates, that of the new input too:
    ``tanh(x) = 2σ(2x) - 1``.
    """
    ahead, back = weights[f"{name}_{layer}f"], weights[f"{name}_{layer}b"]
    size = ahead.shape[-1] // 4
    scale = np.full(4 * size, -1, dtype=np.float32)
    scale[2 * size : 3 * size] = -2
    return ahead * scale, back * scale


def _logistic(x: Floats) -> None:
    """Replace each number by ``1 / (1 + exp(x))``; past what a float holds that is 0, as it should be."""
    np.exp(x, out=x)
    x += 1
    np.reciprocal(x, out=x)
