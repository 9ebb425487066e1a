"""The model of pairs: one small hidden layer beside a straight line, fitted by L-BFGS on weighted log loss."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from firsthand.link.stories.evidence import Model

HIDDEN, SEEDS = 8, 4  # units of one network, and networks whose log odds are averaged
PENALTY, LINE_PENALTY = 5e-4, 1e-4
STEPS = 300

# Signs of pairs, the log odds that the vetoes add, whether each is of one story, and what each weighs.
Pairs = tuple[Any, Any, Any, Any]


def fit(data: Sequence[Pairs]) -> Model:
    """Return the mean of ``SEEDS`` networks, as one network of all their units."""
    x = np.concatenate([x for x, _, _, _ in data])
    y = np.concatenate([y for _, _, y, _ in data]).astype(float)
    weight = np.concatenate([weight for _, _, _, weight in data])
    vetoed = np.concatenate([vetoed for _, vetoed, _, _ in data])
    weight /= weight.sum()
    centre = weight @ x
    scale = np.sqrt(weight @ (x - centre) ** 2) + 1e-6
    z = (x - centre) / scale
    parts = [_network(z, vetoed, y, weight, seed) for seed in range(SEEDS)]
    hidden, bias, out, line, intercept = zip(*parts, strict=True)
    return Model(
        centre=centre,
        scale=scale,
        hidden=np.concatenate(hidden, axis=1),
        bias=np.concatenate(bias),
        out=np.concatenate(out) / SEEDS,
        line=np.mean(line, axis=0),
        intercept=float(np.mean(intercept)),
    )


def _network(z: Any, vetoed: Any, y: Any, weight: Any, seed: int) -> tuple[Any, Any, Any, Any, float]:
    columns, h = z.shape[1], HIDDEN
    rng = np.random.default_rng(seed)
    start = np.concatenate(
        [
            rng.normal(0, 0.6 / np.sqrt(columns), columns * h),
            np.zeros(h),
            rng.normal(0, 0.3, h),
            np.zeros(columns),
            [-3],
        ]
    )
    cuts = np.cumsum([columns * h, h, h, columns])

    def loss(theta: Any) -> tuple[float, Any]:
        flat, bias, out, line, intercept = np.split(theta, cuts)
        hidden = flat.reshape(columns, h)
        active = np.tanh(z @ hidden + bias)
        odds = active @ out + z @ line + intercept[0] + vetoed
        value = weight @ (np.logaddexp(0, odds) - y * odds)
        value += PENALTY * ((flat**2).sum() + (out**2).sum()) + LINE_PENALTY * (line**2).sum()
        error = weight * (1 / (1 + np.exp(-odds)) - y)
        back = error[:, None] * out * (1 - active**2)
        slope = [
            (z.T @ back + 2 * PENALTY * hidden).ravel(),
            back.sum(axis=0),
            active.T @ error + 2 * PENALTY * out,
            z.T @ error + 2 * LINE_PENALTY * line,
            [error.sum()],
        ]
        return float(value), np.concatenate(slope)

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    flat, bias, out, line, intercept = np.split(found, cuts)
    return flat.reshape(columns, h), bias, out, line, float(intercept[0])
