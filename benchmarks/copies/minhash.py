"""What firsthand's candidates are compared with: MinHash and locality-sensitive hashing, as their packages show it.

All get the same n-grams of words that firsthand compares, 128 permutations, and the threshold that pairs are wanted at.
Each function takes texts and a threshold and returns candidate pairs of positions.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.copies.containment import Pair, verified
from firsthand.link.copies.fingerprints import GRAM

PERMUTATIONS = 128
# Of rensa's matrix of bands; datasketch chooses its own by the threshold.
BANDS = 32
_WORD = re.compile(r"\w+")

Find = Callable[[Sequence[str], float], set[Pair]]


def shingles(text: str) -> list[str]:
    """Return the n-grams of a text."""
    words = _WORD.findall(text.lower())
    return [" ".join(words[k : k + GRAM]) for k in range(len(words) - GRAM + 1)]


def datasketch(texts: Sequence[str], threshold: float) -> set[Pair]:
    """datasketch as its documentation begins: ``update`` for each n-gram, then ``MinHashLSH``."""

    def sketch(text: str) -> Any:
        from datasketch import MinHash

        minhash = MinHash(num_perm=PERMUTATIONS)
        for shingle in shingles(text):
            minhash.update(shingle.encode("utf8"))
        return minhash

    return _datasketch(texts, threshold, sketch)


def datasketch_batch(texts: Sequence[str], threshold: float) -> set[Pair]:
    """datasketch with ``update_batch``."""

    def sketch(text: str) -> Any:
        from datasketch import MinHash

        minhash = MinHash(num_perm=PERMUTATIONS)
        minhash.update_batch([shingle.encode("utf8") for shingle in shingles(text)])
        return minhash

    return _datasketch(texts, threshold, sketch)


def datasketch_verified(texts: Sequence[str], threshold: float) -> set[Pair]:
    """A pipeline: ``datasketch_batch`` at half the threshold, then exact containment."""
    return set(verified(texts, datasketch_batch(texts, threshold / 2), threshold))


def rensa(texts: Sequence[str], threshold: float) -> set[Pair]:
    """rensa's full-set R-MinHash and ``RMinHashLSH``."""
    from rensa import RMinHash, RMinHashLSH

    minhashes = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=PERMUTATIONS, seed=42)
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=BANDS)
    index.insert_many(minhashes)
    return {(other, k) for k, near in enumerate(index.query_all(minhashes)) for other in near if other < k}


def rensa_verified(texts: Sequence[str], threshold: float) -> set[Pair]:
    """A pipeline: ``rensa``, then exact containment."""
    return set(verified(texts, rensa(texts, threshold), threshold))


def _datasketch(texts: Sequence[str], threshold: float, sketch: Callable[[str], Any]) -> set[Pair]:
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    found: set[Pair] = set()
    for k, text in enumerate(texts):
        minhash = sketch(text)
        found.update((other, k) for other in index.query(minhash))
        index.insert(k, minhash)
    return found
