"""Small random taggers for tests."""

import numpy as np

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.features import COLUMNS, Vocabulary
from firsthand.annotate.tagger.network import Floats
from firsthand.annotate.tagger.tags import TAGS

VOCABULARY = Vocabulary({"said": 1, "the": 2, "ferry": 3}, {"aid": 1, "rry": 2})


def weights(seed: int = 0, hidden: int = 5, size: int = 3) -> dict[str, Floats]:
    """Weights of a network that has learned nothing."""
    rng = np.random.default_rng(seed)
    rows = features.sizes(VOCABULARY)
    shapes: dict[str, tuple[int, ...]] = {f"E_{name}": (rows[name], size) for name in COLUMNS}
    for layer, inner in ((0, size * len(COLUMNS)), (1, 2 * hidden)):
        for way in "fb":
            shapes[f"W_{layer}{way}"] = (inner, 4 * hidden)
            shapes[f"U_{layer}{way}"] = (hidden, 4 * hidden)
            shapes[f"B_{layer}{way}"] = (4 * hidden,)
    shapes |= {"W_out": (2 * hidden, TAGS), "B_out": (TAGS,), "T": (TAGS, TAGS)}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
