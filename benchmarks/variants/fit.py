"""Fit the weights of ``link/statements/similarity.py`` on the invented pairs beside this file.

    python benchmarks/variants/fit.py

Prints the two constants to write there, and the scores of a cross-validation that holds topics out whole.
"""

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from firsthand.link.statements.similarity import FEATURES, Weights, features
from firsthand.link.statements.wording import Wording, wording

PAIRS = Path(__file__).parent / "pairs.jsonl"
FOLDS = 13


def main() -> None:
    """Fit, cross-validate, print."""
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    known: dict[str, Wording] = {}
    pairs = [tuple(known.setdefault(t, wording(t)) for t in (row["a"], row["b"])) for row in rows]
    x = features(pairs, Weights(known.values()))
    y = np.array([row["same"] for row in rows])
    topics = [row["topic"] for row in rows]
    model = LogisticRegression(C=1.0, max_iter=5_000)
    held_out = cross_val_predict(model, x, y, groups=topics, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    model.fit(x, y)
    out = sys.stdout.write
    out(f"{len(rows)} pairs, {y.sum()} alike, {len(set(topics))} topics\n")
    out(f"held-out topics: AUC {roc_auc_score(y, held_out):.3f}, AP {average_precision_score(y, held_out):.3f}\n")
    for threshold in np.arange(0.2, 0.75, 0.05):
        said = held_out >= threshold
        precision, recall = y[said].mean(), said[y].mean()
        out(f"  from {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}\n")
    for name, weight in zip(FEATURES, model.coef_[0], strict=True):
        out(f"  {name:16} {weight:6.2f}\n")
    out(f"COEFFICIENTS = ({', '.join(f'{w:.2f}' for w in model.coef_[0])})\nINTERCEPT = {model.intercept_[0]:.2f}\n")


if __name__ == "__main__":
    main()
