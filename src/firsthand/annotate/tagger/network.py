"""The tagger's network in numpy: embeddings, two layers of LSTM in both directions, a linear-chain CRF.

After Lample et al. 2016 (BiLSTM-CRF). Weights come from ``training/quotes``.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from firsthand.annotate.tagger.features import COLUMNS, Ints

Floats = npt.NDArray[np.float32]
_LAYERS = 2
# Sequences of a batch are of like length: padding is work for nothing.
_MOST_TOKENS = 4_000


class Network:
    """Tags sequences of features. Holds weights only: one instance serves any number of calls."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        """Take the weights by name, as training writes them."""
        self._tables = [weights[f"E_{name}"] for name in COLUMNS]
        self._inner = [_pair(weights, "W", n) for n in range(_LAYERS)]
        self._bias = [_pair(weights, "B", n) for n in range(_LAYERS)]
        self._again = [np.stack(_pair(weights, "U", n)) for n in range(_LAYERS)]
        self._out, self._out_bias, self._moves = weights["W_out"], weights["B_out"], weights["T"]

    def tag(self, sequences: Sequence[Ints]) -> list[list[int]]:
        """Return the likeliest tags of each sequence of features (``(tokens, columns)``), in order."""
        out: list[list[int]] = [[] for _ in sequences]
        order = sorted((n for n in range(len(sequences)) if len(sequences[n])), key=lambda n: -len(sequences[n]))
        while order:
            longest = len(sequences[order[0]])
            batch = order[: max(1, _MOST_TOKENS // longest)]
            order = order[len(batch) :]
            for n, tags in zip(batch, self._batch([sequences[n] for n in batch]), strict=True):
                out[n] = tags
        return out

    def _batch(self, batch: Sequence[Ints]) -> list[list[int]]:
        lengths = np.array([len(s) for s in batch])
        x = np.zeros((lengths.max(), len(batch), len(COLUMNS)), dtype=np.int32)  # time first
        for k, s in enumerate(batch):
            x[: len(s), k] = s
        h = np.concatenate([table[x[..., c]] for c, table in enumerate(self._tables)], axis=-1)
        back = _mirror(lengths)
        for layer in range(_LAYERS):
            h = self._layer(layer, h, back)
        scores = h @ self._out + self._out_bias
        return [self._best(scores[:length, k]) for k, length in enumerate(lengths)]

    def _layer(self, layer: int, h: Floats, back: Ints) -> Floats:
        """Run both directions at once: the backward one reads every sequence from its own end."""
        columns = np.arange(h.shape[1])
        mirrored = h[back, columns]
        w, b = self._inner[layer], self._bias[layer]
        gates = np.stack([h @ w[0] + b[0], mirrored @ w[1] + b[1]], axis=1)  # time, way, batch, 4 × hidden
        u = self._again[layer]
        size = u.shape[1]
        out = np.zeros((gates.shape[0], 2, gates.shape[2], size), dtype=np.float32)
        cell = np.zeros(out.shape[1:], dtype=np.float32)
        last = cell
        for t in range(gates.shape[0]):
            gate = gates[t] + last @ u
            act = _sigmoid(gate)
            cell = act[..., size : 2 * size] * cell + act[..., :size] * np.tanh(gate[..., 2 * size : 3 * size])
            last = act[..., 3 * size :] * np.tanh(cell)
            out[t] = last
        return np.concatenate([out[:, 0], out[:, 1][back, columns]], axis=-1)

    def _best(self, scores: Floats) -> list[int]:
        """Return the best path (Viterbi 1967)."""
        best = scores[0]
        before = np.zeros(scores.shape, dtype=np.int64)
        for t in range(1, len(scores)):
            through = best[:, None] + self._moves
            before[t] = through.argmax(axis=0)
            best = through.max(axis=0) + scores[t]
        tag = int(best.argmax())
        out = [tag]
        for t in range(len(scores) - 1, 0, -1):
            tag = int(before[t, tag])
            out.append(tag)
        return out[::-1]


def _pair(weights: Mapping[str, Floats], name: str, layer: int) -> tuple[Floats, Floats]:
    return weights[f"{name}_{layer}f"], weights[f"{name}_{layer}b"]


def _mirror(lengths: npt.NDArray[np.int64]) -> Ints:
    """Return where each place of each sequence is read from backwards; places past its end stay."""
    times = np.arange(lengths.max())[:, None]
    return np.where(times < lengths, lengths - 1 - times, times).astype(np.int32)


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(0.5 * (np.tanh(0.5 * x) + 1.0), dtype=np.float32)
