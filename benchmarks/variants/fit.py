"""Fit the weights of ``link/statements/similarity.py`` on the invented pairs beside this file.

    python benchmarks/variants/fit.py [--encoder accurate]

First what makes alike, on all pairs but those that were written to differ in little (``contrast``); then, with that
held, what speaks against one utterance, on all pairs. Likenesses can only speak for it, contrasts only against: else
the many pairs that are nearly the same words and mean another thing would teach that the same words speak against it.

Prints the constants to write there, and the scores of a cross-validation that holds topics out whole.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from firsthand.link.statements.encoder import Encoder, load
from firsthand.link.statements.judge import CONTRARY
from firsthand.link.statements.meanings import Meanings
from firsthand.link.statements.similarity import CONTRASTS, FEATURES, Weights, features
from firsthand.link.statements.similarity import contrast as contrast_of
from firsthand.link.statements.wording import Wording, wording

Array = npt.NDArray[np.float64]
PAIRS = Path(__file__).parent / "pairs.jsonl"
FOLDS = 15
# Weight of the ridge that holds coefficients small.
RIDGE = 1.0


def main() -> None:
    """Fit, cross-validate, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", default="", help="fit the weights that go with an encoder")
    encoder = load(parser.parse_args().encoder)
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    x, y, contrast = table(rows, encoder)
    topics = [row["topic"] for row in rows]
    scores = held_out(x, y, contrast, topics)
    coefficients = fitted(x, y, contrast)
    out = sys.stdout.write
    out(f"{len(rows)} pairs, {y.sum()} alike, {contrast.sum()} contrasts, {len(set(topics))} topics\n")
    for name, some in (("all", np.ones_like(y)), ("without contrasts", ~contrast)):
        area, average = roc_auc_score(y[some], scores[some]), average_precision_score(y[some], scores[some])
        out(f"held-out topics, {name}: AUC {area:.3f}, AP {average:.3f}\n")
    for threshold in np.arange(0.2, 0.75, 0.05):
        said, plain = scores >= threshold, (scores >= threshold) & ~contrast
        out(f"  from {threshold:.2f}: recall {said[y].mean():.3f}, precision {y[said].mean():.3f}, ")
        out(f"without contrasts {y[plain].mean():.3f}\n")
    vetoed = contrasts(rows) >= CONTRARY
    out(f"a contrast from {CONTRARY} on: {vetoed[y].sum()} of the alike, {vetoed[~y].sum()} of the others\n")
    for name, weight in zip((*(["near"] if encoder else []), *FEATURES), coefficients, strict=False):
        out(f"  {name:22} {weight:6.2f}\n")
    out(f"COEFFICIENTS = ({', '.join(f'{w:.2f}' for w in coefficients[:-1])})\nINTERCEPT = {coefficients[-1]:.2f}\n")


def table(
    rows: Sequence[dict[str, Any]], encoder: Encoder | None = None
) -> tuple[Array, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return features, whether alike, and whether written as a contrast, for each pair; the first feature is how near
    they are in meaning, where there is an encoder.
    """
    known: dict[str, Wording] = {}
    pairs = [tuple(known.setdefault(t, wording(t)) for t in (row["a"], row["b"])) for row in rows]
    x = features(pairs, Weights(known.values()))
    x = x if encoder is None else np.column_stack([Meanings(encoder).near(pairs), x])
    return x, np.array([row["same"] for row in rows]), np.array([row.get("contrast", False) for row in rows])


def contrasts(rows: Sequence[dict[str, Any]]) -> Array:
    """Return how strong a contrast each pair has."""
    known = {text: wording(text) for row in rows for text in (row["a"], row["b"])}
    weights = Weights(known.values())
    return np.array([contrast_of(known[row["a"]], known[row["b"]], weights) for row in rows])


def fitted(x: Array, y: npt.NDArray[np.bool_], contrast: npt.NDArray[np.bool_]) -> Array:
    """Return the coefficients of all features and the intercept; see the module for the two steps."""
    n = x.shape[1] - len(CONTRASTS)
    alike = _logistic(x[~contrast, :n], y[~contrast], (0.0, None), np.zeros((~contrast).sum()))
    against = _logistic(x[:, n:], y, (None, 0.0), x[:, :n] @ alike[:-1] + alike[-1], free=False)
    return np.concatenate([alike[:-1], against[:-1], alike[-1:]])


def _logistic(
    x: Array,
    y: npt.NDArray[np.bool_],
    bounds: tuple[float | None, float | None],
    offset: Array,
    *,
    free: bool = True,
) -> Array:
    """Return coefficients within ``bounds`` and an intercept, 0 if it is not ``free``, of a ridge-held logistic
    regression beside ``offset``.
    """
    sign = np.where(y, 1.0, -1.0)

    def loss(b: Array) -> tuple[float, Array]:
        margin = (x @ b[:-1] + b[-1] + offset) * sign
        slope = -sign / (1 + np.exp(margin))
        ridge = RIDGE * b[:-1]
        value = np.logaddexp(0, -margin).sum() + 0.5 * ridge @ b[:-1]
        return float(value), np.append(x.T @ slope + ridge, slope.sum())

    own = (None, None) if free else (0.0, 0.0)
    start = np.zeros(x.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[bounds] * x.shape[1] + [own])
    return np.asarray(found.x)


def held_out(x: Array, y: npt.NDArray[np.bool_], contrast: npt.NDArray[np.bool_], topics: Sequence[str]) -> Array:
    """Return for each pair how likely it is alike by weights fitted without its topic."""
    out = np.empty(len(y))
    for train, test in GroupKFold(FOLDS).split(x, y, topics):
        b = fitted(x[train], y[train], contrast[train])
        out[test] = 1 / (1 + np.exp(-(x[test] @ b[:-1] + b[-1])))
    return out


if __name__ == "__main__":
    main()
