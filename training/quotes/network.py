"""The network in JAX: embeddings, two layers of LSTM in both directions, a linear-chain CRF on top. For training only.

``firsthand.annotate.tagger.network`` runs the same network in numpy. After Lample et al. 2016 (BiLSTM-CRF), with
features of our own in place of characters.
"""

from typing import Any

import jax
import jax.numpy as jnp
from jax import lax

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.tags import TAGS

Params = dict[str, Any]
SIZES = {"word": 64, "suffix": 24, "shape": 8, "quote": 8, "cue": 12, "place": 4, "rule": 8}


def init(key: Any, counts: dict[str, int], hidden: int) -> Params:
    """Return random weights; ``counts`` says how many values each column of the features has."""
    keys = iter(jax.random.split(key, 64))
    params: Params = {f"E_{n}": 0.1 * jax.random.normal(next(keys), (counts[n], SIZES[n])) for n in features.COLUMNS}
    size = sum(SIZES[n] for n in features.COLUMNS)
    for layer in range(2):
        inner = size if layer == 0 else 2 * hidden
        for way in ("f", "b"):
            bound = (1.0 / hidden) ** 0.5
            name = f"{layer}{way}"
            params[f"W_{name}"] = jax.random.uniform(next(keys), (inner, 4 * hidden), minval=-bound, maxval=bound)
            params[f"U_{name}"] = jax.random.uniform(next(keys), (hidden, 4 * hidden), minval=-bound, maxval=bound)
            params[f"B_{name}"] = jnp.zeros(4 * hidden).at[hidden : 2 * hidden].set(1.0)
    params["W_out"] = 0.1 * jax.random.normal(next(keys), (2 * hidden, TAGS))
    params["B_out"] = jnp.zeros(TAGS)
    params["T"] = jnp.zeros((TAGS, TAGS))
    return params


def emissions(params: Params, x: Any, mask: Any, key: Any = None, drop: float = 0.0) -> Any:
    """Return the scores of the tags, shape ``(batch, time, TAGS)``, for features ``(batch, time, columns)``."""
    h = jnp.concatenate([params[f"E_{n}"][x[..., k]] for k, n in enumerate(features.COLUMNS)], axis=-1)
    for layer in range(2):
        if key is not None:
            key, one = jax.random.split(key)
            # The same units are dropped at all times of a sequence (Gal and Ghahramani 2016).
            keep = jax.random.bernoulli(one, 1 - drop, (h.shape[0], 1, h.shape[2]))
            h = h * keep / (1 - drop)
        h = _both(params, h, mask, layer)
    if key is not None:
        keep = jax.random.bernoulli(key, 1 - drop, (h.shape[0], 1, h.shape[2]))
        h = h * keep / (1 - drop)
    return h @ params["W_out"] + params["B_out"]


def _both(params: Params, h: Any, mask: Any, layer: int) -> Any:
    ahead = _lstm(params, f"{layer}f", h, mask, reverse=False)
    back = _lstm(params, f"{layer}b", h, mask, reverse=True)
    return jnp.concatenate([ahead, back], axis=-1)


def _lstm(params: Params, name: str, h: Any, mask: Any, *, reverse: bool) -> Any:
    gates = jnp.swapaxes(h @ params[f"W_{name}"] + params[f"B_{name}"], 0, 1)
    u = params[f"U_{name}"]
    size = u.shape[0]
    zero = jnp.zeros((h.shape[0], size))

    def step(state: Any, inputs: Any) -> Any:
        cell, out = state
        gate, keep = inputs
        i, f, g, o = jnp.split(gate + out @ u, 4, axis=-1)
        cell_new = jax.nn.sigmoid(f) * cell + jax.nn.sigmoid(i) * jnp.tanh(g)
        out_new = jax.nn.sigmoid(o) * jnp.tanh(cell_new)
        keep = keep[:, None]
        cell, out = keep * cell_new + (1 - keep) * cell, keep * out_new + (1 - keep) * out
        return (cell, out), out

    _, outs = lax.scan(step, (zero, zero), (gates, jnp.swapaxes(mask, 0, 1)), reverse=reverse)
    return jnp.swapaxes(outs, 0, 1)


def loss(params: Params, x: Any, y: Any, mask: Any, key: Any, drop: float) -> Any:
    """Return the mean negative log-likelihood of the tags ``y``, over tokens."""
    return crf_loss(emissions(params, x, mask, key, drop), params["T"], y, mask)


def crf_loss(e: Any, t: Any, y: Any, mask: Any) -> Any:
    """Return the mean negative log-likelihood of the tags ``y`` for emissions ``e`` and moves ``t``, over tokens."""
    gold = jnp.take_along_axis(e, y[..., None], axis=-1)[..., 0]
    moves = t[y[:, :-1], y[:, 1:]]
    score = (gold * mask).sum(1) + (moves * mask[:, 1:]).sum(1)

    def step(alpha: Any, inputs: Any) -> Any:
        emit, keep = inputs
        new = jax.nn.logsumexp(alpha[:, :, None] + t[None], axis=1) + emit
        keep = keep[:, None]
        return keep * new + (1 - keep) * alpha, None

    alpha, _ = lax.scan(step, e[:, 0], (jnp.swapaxes(e[:, 1:], 0, 1), jnp.swapaxes(mask[:, 1:], 0, 1)))
    return (jax.nn.logsumexp(alpha, axis=-1) - score).sum() / mask.sum()
