"""Measure the statement score on quotations told twice, beside plain TF-IDF, and print a table.

    python benchmarks/variants/run.py [--data ../shared/data/variants]

Translated pairs: each quotation of one side against all of the other (R@1), and how many true pairs are found where 99
of 100 found are true (R@P99). Judged pairs: the area under the curve; for the invented ones with weights fitted without
their topic, and the accuracy at the threshold in use. The peer is the cosine of character 3- to 5-gram TF-IDF fitted
on the same texts, its accuracy at the threshold that suits it best.
"""

import argparse
import hashlib
import json
import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from firsthand.link.statements.group import LIKELY
from firsthand.link.statements.similarity import Weights, features, probabilities
from firsthand.link.statements.wording import wording

HERE = Path(__file__).parent
TRANSLATED = ("wmt_quotes_dedup.jsonl", "wmt_indirect.jsonl")
JUDGED = "mrpc_quotes.jsonl"
Scores = npt.NDArray[np.float64]
Scorer = Callable[[Sequence[str], Sequence[str]], Scores]


def ours(a: Sequence[str], b: Sequence[str]) -> Scores:
    """Score each ``(a[k], b[k])`` with firsthand's weights, all texts together being the corpus."""
    known = {text: wording(text) for text in (*a, *b)}
    return probabilities([(known[x], known[y]) for x, y in zip(a, b, strict=True)], Weights(known.values()))


def tfidf(a: Sequence[str], b: Sequence[str]) -> Scores:
    """Score each ``(a[k], b[k])`` by the cosine of character TF-IDF."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit([*a, *b])
    texts = {text: n for n, text in enumerate(dict.fromkeys((*a, *b)))}
    rows = vectors.transform(list(texts))
    left, right = rows[[texts[x] for x in a]], rows[[texts[y] for y in b]]
    return np.asarray(left.multiply(right).sum(axis=1)).ravel()


def ranked(rows: Sequence[dict[str, Any]], score: Scorer) -> tuple[float, float]:
    """Return R@1 and R@P99 of all pairings of two sides, row k of one with row k of the other being the true ones."""
    n = len(rows)
    a = [row["a"] for row in rows for _ in range(n)]
    b = [row["b"] for _ in range(n) for row in rows]
    scores = score(a, b)
    first = float(np.mean(scores.reshape(n, n).argmax(axis=1) == np.arange(n)))
    precision, recall, _ = precision_recall_curve(np.eye(n).ravel(), scores)
    return first, float(recall[precision >= 0.99].max())


def judged(rows: Sequence[dict[str, Any]], label: str, score: Scorer) -> float:
    """Return the area under the curve of pairs judged alike or not."""
    return float(roc_auc_score([row[label] for row in rows], score([r["a"] for r in rows], [r["b"] for r in rows])))


def held_out(rows: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Return area and accuracy on our own pairs, each scored by weights fitted without its topic."""
    known = {text: wording(text) for row in rows for text in (row["a"], row["b"])}
    x = features([(known[row["a"]], known[row["b"]]) for row in rows], Weights(known.values()))
    y, topics = np.array([row["same"] for row in rows]), [row["topic"] for row in rows]
    model = LogisticRegression(max_iter=5_000)
    scores = cross_val_predict(model, x, y, groups=topics, cv=GroupKFold(13), method="predict_proba")[:, 1]
    return float(roc_auc_score(y, scores)), float(np.mean((scores >= LIKELY) == y))


def read(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE.parents[1] / ".." / "shared" / "data" / "variants")
    data = parser.parse_args().data
    write = sys.stdout.write
    versions = ", ".join(f"{name} {version(name)}" for name in ("firsthand", "numpy", "rapidfuzz", "scikit-learn"))
    write(f"{platform.machine()}, Python {platform.python_version()}, {versions}\n\n")
    write(f"{'data':26}{'sha256':>10}{'pairs':>7}{'figure':>10}{'firsthand':>11}{'TF-IDF':>9}\n")
    for path in (*(data / name for name in (*TRANSLATED, JUDGED)), HERE / "pairs.jsonl"):
        if not path.exists():
            write(f"{path.stem:26}  not here\n")
            continue
        rows = read(path)
        head = f"{path.stem:26}{hashlib.sha256(path.read_bytes()).hexdigest()[:8]:>10}{len(rows):>7}"
        for figure, one, other in figures(path.name, rows):
            write(f"{head}{figure:>10}{one:>11.3f}{other:>9.3f}\n")


def figures(name: str, rows: Sequence[dict[str, Any]]) -> list[tuple[str, float, float]]:
    """Return the lines of one data set: the figure's name, firsthand's and the peer's."""
    if name in TRANSLATED:
        (one, one_sure), (other, other_sure) = ranked(rows, ours), ranked(rows, tfidf)
        return [("R@1", one, other), ("R@P99", one_sure, other_sure)]
    if name == JUDGED:
        return [("AUC", judged(rows, "label", ours), judged(rows, "label", tfidf))]
    area, accuracy = held_out(rows)
    same = np.array([row["same"] for row in rows])
    cosines = tfidf([row["a"] for row in rows], [row["b"] for row in rows])
    best = max(float(np.mean((cosines >= threshold) == same)) for threshold in np.arange(0.0, 1.0, 0.01))
    return [("AUC", area, float(roc_auc_score(same, cosines))), ("accuracy", accuracy, best)]


if __name__ == "__main__":
    main()
