"""Containment of texts in each other, exactly: the share of the shorter text's word n-grams that the longer has."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from scipy import sparse

from firsthand.link.copies.fingerprints import Grams, grams

Pair = tuple[int, int]
# Pairs that are compared at once.
AT_ONCE = 10_000


def containments(texts: Sequence[str], pairs: Sequence[Pair]) -> list[float]:
    """Return the containment of each pair of texts, given by their positions."""
    if not pairs:
        return []
    both = np.array(pairs)
    wanted, places = np.unique(both, return_inverse=True)
    found = grams([texts[k] for k in wanted])
    sizes = np.bincount(found.owners, minlength=len(wanted))
    # The hash is the column: rows are sorted, and those of a pair are multiplied by merging them.
    columns = (found.hashes >> np.uint64(1)).astype(np.int64)
    ones = np.ones(len(columns), dtype=np.int32)
    rows = sparse.csr_matrix((ones, columns, np.append(0, np.cumsum(sizes))), shape=(len(wanted), 2**63 - 1))
    out: list[float] = []
    for part in np.array_split(places.reshape(both.shape), 1 + len(pairs) // AT_ONCE):
        first, second = part.T
        common = np.asarray(rows[first].multiply(rows[second]).sum(axis=1)).ravel()
        out.extend((common / np.maximum(1, np.minimum(sizes[first], sizes[second]))).tolist())
    return out


def true_pairs(texts: Sequence[str], share: float, fewest: int) -> set[Pair]:
    """Return all pairs of texts with a containment of ``share`` and ``fewest`` n-grams in common.

    Nothing is sampled or capped: the n-grams of each text are multiplied with those of all others.
    """
    found = grams(texts)
    sizes = np.bincount(found.owners, minlength=len(texts))
    matrix = _matrix(found, len(texts))
    out: set[Pair] = set()
    for start in range(0, len(texts), 2_000):
        common = sparse.coo_matrix(matrix[start : start + 2_000] @ matrix.T)
        first, second = common.row + start, common.col
        kept = (first < second) & (common.data >= fewest)
        kept &= common.data >= share * np.minimum(sizes[first], sizes[second])
        out.update(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
    return out


def _matrix(found: Grams, count: int) -> sparse.csr_matrix:
    _, columns = np.unique(found.hashes, return_inverse=True)
    return sparse.csr_matrix(
        (np.ones(len(columns), dtype=np.int32), (found.owners, columns)), shape=(count, columns.max() + 1)
    )


def verified(texts: Sequence[str], pairs: Iterable[Pair], share: float) -> Iterator[Pair]:
    """Yield the pairs with a containment of ``share``."""
    pairs = list(pairs)
    yield from (pair for pair, part in zip(pairs, containments(texts, pairs), strict=True) if part >= share)
