"""Pairs to learn from: sets of clustered news, whole, by their headlines alone, and in small samples."""

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from benchmarks.stories.common import annotated, rows

from firsthand.link.stories.candidates import candidates
from firsthand.link.stories.clusters import cluster
from firsthand.link.stories.evidence import VETOES, Model, affinity, signs
from firsthand.link.stories.profiles import Profile, profile
from firsthand.link.stories.vectors import vectors
from training.stories.model import Pairs

TEXTS = ("incidents", "fnc", "ecbplus", "triplets", "lineage")
HEADED = ("incidents", "fnc", "ecbplus", "triplets")
THINNED = 3
SAMPLES, STORIES = 40, (2, 4, 8, 16)


class Corpus:
    """The pairs of one corpus, their signs, and whether they are of one story."""

    def __init__(self, profiles: Sequence[Profile], stories: Sequence[str]) -> None:
        order = sorted(range(len(profiles)), key=lambda i: (profiles[i].day is None, profiles[i].day or 0, i))
        self.gold = np.array([stories[i] for i in order])
        self.vectors = vectors(profiles[i] for i in order)
        self.left, self.right = candidates(self.vectors.words)
        self.x, vetoes = signs(self.vectors, self.left, self.right)
        self.vetoed = vetoes @ np.array(VETOES)
        self.y = self.gold[self.left] == self.gold[self.right]
        self.fold = np.array([fold(story) for story in self.gold])

    def pairs(self, without: int | None) -> Pairs:
        """Return signs, vetoes, truth and weights of the pairs of which neither side is of the fold ``without``.

        Of the pairs of two stories one in ``THINNED`` is kept, and weighs as much as all.
        """
        kept = (self.fold[self.left] != without) & (self.fold[self.right] != without)
        kept &= self.y | (np.arange(len(self.y)) % THINNED == 0)
        return self.x[kept], self.vetoed[kept], self.y[kept], np.where(self.y[kept], 1.0, THINNED)

    def bcubed(self, model: Model, of: int | None = None) -> float:
        """Return BCubed F1 of the documents of one fold, or of all, where all are clustered together."""

        def pair_affinity(left: Any, right: Any) -> Any:
            if not len(left):
                return np.zeros(0)
            fitted, vetoes = signs(self.vectors, left, right)
            return affinity(model(fitted) + vetoes @ np.array(VETOES))

        found = np.empty(len(self.gold), dtype=int)
        for k, group in enumerate(cluster(len(self.gold), self.left, self.right, pair_affinity)):
            found[group] = k
        kept = np.ones(len(self.gold), dtype=bool) if of is None else self.fold == of
        return bcubed(self.gold[kept], found[kept])


def fold(story: str, folds: int = 2) -> int:
    """Return the fold of a story; the two look-alike stories of a topic of ecbplus are in one."""
    return (zlib.crc32(story.split("_ecb")[0].encode()) >> 3) % folds


def bcubed(gold: Any, found: Any) -> float:
    """Return BCubed F1."""
    same_gold, same_found = gold[:, None] == gold[None, :], found[:, None] == found[None, :]
    both = (same_gold & same_found).sum(1)
    p, r = (both / same_found.sum(1)).mean(), (both / same_gold.sum(1)).mean()
    return float(2 * p * r / (p + r))


def load() -> dict[str, list[Corpus]]:
    """Return for each set the whole of it, its headlines, and its small samples."""
    rng = np.random.default_rng(0)
    corpora: dict[str, list[Corpus]] = {}
    for name in TEXTS:
        records = rows(name)
        profiles, stories = [profile(*annotated(r)) for r in records], [r["story"] for r in records]
        corpora[name] = [Corpus(profiles, stories)]
        corpora[name + " small"] = list(_samples(profiles, stories, rng))
        if name in HEADED:
            corpora[name + " headlines"] = [Corpus([profile(*annotated(_headline(name, r))) for r in records], stories)]
    return corpora


def _samples(profiles: Sequence[Profile], stories: Sequence[str], rng: np.random.Generator) -> Iterator[Corpus]:
    """Yield small corpora of neighbouring stories."""
    names = list(dict.fromkeys(stories))
    for k in range(SAMPLES):
        size = STORIES[k % len(STORIES)]
        start = int(rng.integers(0, len(names) - size))
        taken = set(names[start : start + size])
        at = [i for i, s in enumerate(stories) if s in taken]
        if len(at) > 2:
            yield Corpus([profiles[i] for i in at], [stories[i] for i in at])


def _headline(name: str, r: dict[str, Any]) -> dict[str, Any]:
    """Return a record with nothing but a headline, which is the first sentence where the set has none."""
    if name == "fnc":
        stances = r["headlines_stance"]
        title = (json.loads(stances) if isinstance(stances, str) else stances)[0][0]
    else:
        title = (
            re.split(r" [|–-] ", r["title"])[0] if name != "ecbplus" else re.split(r"[.!?]\s|\n", r["text"])[0][:140]
        )
    return {"id": r["id"], "title": title, "date": r.get("date")}
