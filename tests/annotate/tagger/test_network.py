"""The network in numpy: the best path, and batches that change nothing."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.features import COLUMNS, Ints
from firsthand.annotate.tagger.network import Floats, Network, best_paths
from firsthand.annotate.tagger.tags import TAGS
from tests.annotate.tagger.made import VOCABULARY, weights

NETWORK = Network(weights())


def rows(seed: int, length: int) -> Ints:
    """Features of a paragraph that nobody wrote."""
    rng = np.random.default_rng(seed)
    most = features.sizes(VOCABULARY)
    return np.stack([rng.integers(0, most[name], length) for name in COLUMNS], axis=1).astype(np.int32)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 12)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_a_paragraph_has_the_same_tags_alone_and_among_others(made: list[tuple[int, int]]) -> None:
    """Padding reaches nobody, and the order is kept."""
    sequences = [rows(seed, length) for seed, length in made]
    assert NETWORK.tag(sequences) == [NETWORK.tag([sequence])[0] for sequence in sequences]
    assert [len(tags) for tags in NETWORK.tag(sequences)] == [length for _, length in made]


def test_the_tags_are_the_best_path_of_all() -> None:
    """Viterbi finds what trying all paths finds, of a sequence of four and one of two side by side."""
    first, second = (
        np.random.default_rng(seed).normal(size=(n, TAGS)).astype(np.float32) for seed, n in ((3, 4), (4, 2))
    )
    moves = weights()["T"]
    packed = np.stack([first[0], second[0], first[1], second[1], first[2], first[3]])
    found = best_paths(packed, moves, [2, 2, 1, 1])

    def best(scores: Floats) -> tuple[int, ...]:
        def worth(path: tuple[int, ...]) -> float:
            steps = sum(moves[a, b] for a, b in pairwise(path))
            return float(steps + sum(scores[n, tag] for n, tag in enumerate(path)))

        return max(product(range(TAGS), repeat=len(scores)), key=worth)

    assert tuple(found[:, 0].tolist()) == best(first)
    assert tuple(found[:2, 1].tolist()) == best(second)


def test_both_directions_are_read() -> None:
    """The last token changes what the first one is, and the other way round, for some weights."""

    def changed(at: int, asked: int) -> bool:
        for seed in range(40):
            network, one = Network(weights(seed)), rows(seed, 3)
            other = one.copy()
            other[at] = rows(seed + 1, 3)[at]
            if network.tag([one])[0][asked] != network.tag([other])[0][asked]:
                return True
        return False

    assert changed(2, 0) and changed(0, 2)
