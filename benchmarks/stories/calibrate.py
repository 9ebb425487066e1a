"""Fit the weights of firsthand.link.stories.evidence and say how they hold: python benchmarks/stories/calibrate.py

Pairs come from the sets with text, whole and in small samples of adjacent stories (what a small corpus looks like).
Each set weighs alike, but for the lineage pages. Prints the weights, and BCubed F1 of each set with weights fitted
without it. Needs scikit-learn.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from firsthand.link.stories.candidates import candidates
from firsthand.link.stories.clusters import cluster
from firsthand.link.stories.evidence import SIGNS, UNFITTED, affinity, signs
from firsthand.link.stories.profiles import Profile, profile
from firsthand.link.stories.vectors import vectors

NAMES = ("ecbplus", "triplets", "fnc", "incidents", "lineage")
SET_WEIGHTS = {"lineage": 0.5}  # pages with the boilerplate still tangled in
SAMPLES, STORIES = 40, (2, 4, 8, 16)


class Corpus:
    """The pairs of one corpus, their signs, and whether they are of one story."""

    def __init__(self, profiles: Sequence[Profile], stories: Sequence[str]) -> None:
        order = sorted(range(len(profiles)), key=lambda i: (profiles[i].day is None, profiles[i].day or 0, i))
        self.gold = np.array([stories[i] for i in order])
        self.vectors = vectors(profiles[i] for i in order)
        self.left, self.right = candidates(self.vectors.words)
        self.x = signs(self.vectors, self.left, self.right)
        self.y = self.gold[self.left] == self.gold[self.right]

    def bcubed(self, model: LogisticRegression) -> float:
        def pair_affinity(left: Any, right: Any) -> Any:
            return affinity(log_odds(model, signs(self.vectors, left, right)) if len(left) else np.zeros(0))

        found = np.empty(len(self.gold), dtype=int)
        for k, group in enumerate(cluster(len(self.gold), self.left, self.right, pair_affinity)):
            found[group] = k
        return bcubed(self.gold, found)


def log_odds(model: LogisticRegression, x: Any) -> Any:
    """Return the log odds of pairs: the fitted signs, and the others with the weights they have."""
    fitted = len(SIGNS)
    return model.decision_function(x[:, :fitted]) + x[:, fitted:] @ np.array(UNFITTED)


def bcubed(gold: Any, found: Any) -> float:
    """Return BCubed F1."""
    same_gold, same_found = gold[:, None] == gold[None, :], found[:, None] == found[None, :]
    both = (same_gold & same_found).sum(1)
    p, r = (both / same_found.sum(1)).mean(), (both / same_gold.sum(1)).mean()
    return float(2 * p * r / (p + r))


def samples(profiles: Sequence[Profile], stories: Sequence[str], rng: np.random.Generator) -> list[Corpus]:
    """Return small corpora of neighbouring stories."""
    names = list(dict.fromkeys(stories))
    out = []
    for k in range(SAMPLES):
        size = STORIES[k % len(STORIES)]
        start = int(rng.integers(0, len(names) - size))
        taken = set(names[start : start + size])
        at = [i for i, s in enumerate(stories) if s in taken]
        if len(at) > 2:
            out.append(Corpus([profiles[i] for i in at], [stories[i] for i in at]))
    return out


def fit(corpora: dict[str, list[list[Corpus]]], names: Sequence[str]) -> LogisticRegression:
    """Return the model fitted on the named sets; the whole of a set and its samples weigh alike."""
    x, y, weight = [], [], []
    for name, parts in ((n, part) for n in names for part in corpora[n]):
        total = sum(len(c.y) for c in parts)
        for c in parts:
            x.append(c.x[:, : len(SIGNS)]), y.append(c.y)
            weight.append(np.full(len(c.y), SET_WEIGHTS.get(name, 1.0) * 1e4 / total))
    return LogisticRegression(C=10, max_iter=3000).fit(np.concatenate(x), np.concatenate(y), np.concatenate(weight))


def load() -> dict[str, list[list[Corpus]]]:
    """Return for each set the whole of it and its samples."""
    from common import annotated, rows

    rng = np.random.default_rng(0)
    corpora = {}
    for name in NAMES:
        records = rows(name)
        profiles, stories = [profile(*annotated(r)) for r in records], [r["story"] for r in records]
        corpora[name] = [[Corpus(profiles, stories)], samples(profiles, stories, rng)]
    return corpora


def main() -> None:
    corpora = load()
    for name in NAMES:
        model = fit(corpora, [n for n in NAMES if n != name])
        figures = [np.mean([c.bcubed(model) for c in part]) for part in corpora[name]]
        print(f"left out: {name:10} BCubed {figures[0]:.3f}  small samples {figures[1]:.3f}", flush=True)
    model = fit(corpora, NAMES)
    for name in NAMES:
        figures = [np.mean([c.bcubed(model) for c in part]) for part in corpora[name]]
        print(f"fitted:   {name:10} BCubed {figures[0]:.3f}  small samples {figures[1]:.3f}", flush=True)
    for sign, weight in zip(SIGNS, model.coef_[0], strict=True):
        print(f"{sign:16} {weight:.2f}")
    print(f"intercept        {model.intercept_[0]:.2f}")


if __name__ == "__main__":
    main()
