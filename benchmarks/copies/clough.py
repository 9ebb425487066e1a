"""Short answers, copied or not: ``python -m benchmarks.copies.clough FILE``.

FILE is the corpus of Clough and Stevenson, "Developing a corpus of plagiarised short answers", LRE 2011, as JSON Lines
(id, task, label, source, text): 95 answers to five tasks, written from memory (non) or with the task's text at hand:
cut, light and heavy revision.

Copied or not is told by the detector's own runs: the share of an answer's words that stand in runs of three and more
words that its task's text has too, against one threshold. The threshold was chosen on these answers; the accuracy with
each answer left out of the choice is printed beside it. The four ways are told apart by nearest neighbours over three
figures (that share, the share in passages, the longest run), each answer left out in turn.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.copies.background import articles
from firsthand.link.copies.align import align
from firsthand.link.copies.body import Body, body
from firsthand.link.copies.chains import words
from firsthand.link.copies.runs import runs

LABELS = ("cut", "light", "heavy", "non")
NEIGHBOURS = 5
# The share of an answer's words in shared runs beyond which it is copied. Chosen on these answers.
COPIED_SHARE = 0.165

Features = tuple[float, ...]


def main(arguments: Sequence[str]) -> int:
    """Print both accuracies and the table of the four ways."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    rows = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    bodies = {article.id: body(article) for article in articles({row["id"]: row["text"] for row in rows})}
    answers = [row for row in rows if row["label"] in LABELS]
    labels = [row["label"] for row in answers]
    figures = [features(bodies[row["source"]], bodies[row["id"]]) for row in answers]
    copied = [label != "non" for label in labels]
    right = _right([f[0] for f in figures], copied, COPIED_SHARE)
    print(f"copied or not   {right / len(labels):.3f}   ({right} of {len(labels)}, threshold {COPIED_SHARE})")
    blind = sum(left_out([f[0] for f in figures], copied, k) for k in range(len(labels)))
    print(f"                {blind / len(labels):.3f}   (threshold chosen without the answer)")
    told = [nearest(figures, labels, k) for k in range(len(labels))]
    same = sum(a == b for a, b in zip(told, labels, strict=True))
    print(f"four ways       {same / len(labels):.3f}   ({same} of {len(labels)}, leave-one-out)")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for label, answer in zip(labels, told, strict=True):
        table[label][answer] += 1
    print(f"{'':8s}" + "".join(f"{label:>8s}" for label in LABELS))
    for label in LABELS:
        print(f"{label:8s}" + "".join(f"{table[label][other]:8d}" for other in LABELS))
    return 0


def features(text: Body, answer: Body) -> Features:
    """Return the shares of the answer's words in shared runs and in passages, and that of the longest run as a root."""
    count = max(1, len(answer.norms))
    shared = runs(text, answer)
    return (
        words(shared) / count,
        sum(map(words, align(text, answer).chains)) / count,
        math.sqrt(max((run.size for run in shared), default=0) / count),
    )


def left_out(shares: Sequence[float], copied: Sequence[bool], k: int) -> bool:
    """Tell whether answer ``k`` is judged right by the threshold that judges the most others right, the middle such."""
    others, known = [*shares[:k], *shares[k + 1 :]], [*copied[:k], *copied[k + 1 :]]
    cuts = [(low + high) / 2 for low, high in pairwise(sorted(set(others)))]
    most = max(_right(others, known, cut) for cut in cuts)
    best = [cut for cut in cuts if _right(others, known, cut) == most]
    return (shares[k] > best[len(best) // 2]) == copied[k]


def _right(shares: Sequence[float], copied: Sequence[bool], threshold: float) -> int:
    return sum((share > threshold) == true for share, true in zip(shares, copied, strict=True))


def nearest(figures: Sequence[Features], labels: Sequence[str], out: int) -> str:
    """Return the label that most of the nearest others have, those at the distance of the last of them included."""
    others = [(math.dist(figures[k], figures[out]), labels[k]) for k in range(len(labels)) if k != out]
    reach = sorted(distance for distance, _ in others)[NEIGHBOURS - 1]
    return Counter(label for distance, label in others if distance <= reach).most_common(1)[0][0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
