"""Fit the model of pairs: python -m training.stories [OUT]

Prints BCubed F1 of each set by a model that has not seen the stories it is measured on (two folds over stories), and
by one that has not seen the set; then fits on all and writes ``src/firsthand/link/stories/pairs.json``, or ``OUT``.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from firsthand.link.stories.evidence import SIGNS, Model
from training.stories.examples import TEXTS, Corpus, load
from training.stories.model import Pairs, fit

OUT = Path(__file__).resolve().parents[2] / "src/firsthand/link/stories/pairs.json"
# The pages of lineage have their boilerplate still tangled in; headlines and small samples are there to be known too.
WEIGHTS = {"lineage": 0.5}
HEADLINES, SMALL = 0.1, 0.1
DIGITS = 4


def pairs(corpora: Mapping[str, Sequence[Corpus]], fold: int | None = None, but: str = "") -> list[Pairs]:
    """Return the pairs of all corpora without those of one fold, or of one set in all its shapes."""
    out = []
    for name, parts in corpora.items():
        plain, _, shape = name.partition(" ")
        share = WEIGHTS.get(plain, 1.0) * {"headlines": HEADLINES, "small": SMALL}.get(shape, 1.0)
        if plain != but:
            x, vetoed, y, weight = (np.concatenate(lot) for lot in zip(*(c.pairs(fold) for c in parts), strict=True))
            out.append((x, vetoed, y, weight * share / weight.sum()))
    return out


def show(
    title: str, corpora: Mapping[str, Sequence[Corpus]], models: Mapping[str, Sequence[tuple[int | None, Model]]]
) -> None:
    """Print BCubed F1 of each set, the mean over its corpora and the folds of its models."""
    figures = {
        n: np.mean([c.bcubed(m, f) for f, m in models[n] for c in parts]) for n, parts in corpora.items() if n in models
    }
    print(title, "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items()), flush=True)


def main() -> None:
    corpora = load()
    by_fold = [(k, fit(pairs(corpora, fold=k))) for k in (0, 1)]
    show("other stories:", corpora, {n: by_fold for n in corpora if n in TEXTS})
    show("other sets:   ", corpora, {n: [(None, fit(pairs(corpora, but=n)))] for n in TEXTS})
    model = fit(pairs(corpora))
    show("fitted:       ", corpora, {n: [(None, model)] for n in corpora if not n.endswith("headlines")})
    out = {name: np.round(getattr(model, name), DIGITS).tolist() for name in Model.__slots__}
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    path.write_text(json.dumps({"signs": SIGNS, **out}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
