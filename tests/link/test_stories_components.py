"""Clustering part by part comes to what clustering all at once comes to."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.stories.clusters import cluster
from firsthand.link.stories.components import cluster_by_parts
from firsthand.link.stories.vectors import Floats, Ints

DOCUMENTS = 40


def matters(chance: np.random.Generator) -> Floats:
    """Return affinities of documents of a few matters: high within one, and next to nothing between two."""
    of = chance.integers(0, 6, DOCUMENTS)
    likely = chance.uniform(-0.2, 1.0, (DOCUMENTS, DOCUMENTS))
    return np.where(of[:, None] == of[None, :], likely, chance.uniform(-0.4, 0.02, likely.shape))


@given(seed=st.integers(0, 10_000), most=st.integers(1, DOCUMENTS), short=st.booleans())
@settings(max_examples=60, deadline=None)
def test_parts_come_to_the_same(seed: int, most: int, short: bool) -> None:
    """Whatever the size of a part, and whether texts are short or long."""
    chance = np.random.default_rng(seed)
    values = matters(chance)
    left, right = (side.astype(np.int64) for side in np.triu_indices(DOCUMENTS, 1))
    kept = chance.random(len(left)) < 0.7
    brief = (chance.random(DOCUMENTS) < (0.5 if short else 0.0)).tolist()
    reprinted = (chance.random(DOCUMENTS) < 0.2).tolist()

    def affinity(i: Ints, j: Ints) -> Floats:
        return np.asarray(values[i, j])

    pairs = left[kept], right[kept]
    whole = cluster(DOCUMENTS, *pairs, affinity, brief, reprinted)
    assert cluster_by_parts(DOCUMENTS, *pairs, affinity, brief, reprinted, most) == whole


@pytest.mark.parametrize("documents", [0, 1, 7])
def test_without_pairs_each_is_alone(documents: int) -> None:
    """No pair, no story of two."""
    nothing = np.empty(0, dtype=np.int64)
    found = cluster_by_parts(
        documents, nothing, nothing, lambda i, _: np.zeros(len(i)), [False] * documents, [False] * documents, 2
    )
    assert found == [[d] for d in range(documents)]
