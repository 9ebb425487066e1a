"""Pairs of documents worth comparing, found by the rare terms that they share.

Each document is looked up by its heaviest terms only, and a term's postings are cut into overlapping runs of bounded
length, in order of time. So the work grows with the number of documents, however common a term is, and a story of any
size still hangs together by the overlaps.
"""

import numpy as np
from scipy import sparse

from firsthand.link.stories.vectors import Floats, Ints

# With 160 terms and 60 neighbours 98% of the same-story pairs of incidents and 99% of fnc and ecbplus are found, and
# 65% of lineage, whose pages are all on one matter: the words of a corpus's greatest event are not its rarest (with 40
# terms: 26%).
TERMS, NEIGHBOURS = 160, 60
RUN = 240
# Documents that are looked up at once: each meets some ten thousand others. Ours.
BATCH = 100
# Rows, or runs, that are worked on at once: what bounds memory. Ours.
BLOCK = 10_000
# Below this share of a term product two documents have no more in common than any two.
LEAST_PRODUCT = 0.02


def candidates(words: sparse.csr_matrix, batch: int = BATCH, first: int | None = None) -> tuple[Ints, Ints]:
    """Return the pairs ``(left[k], right[k])``, ``left < right``, each once, sorted.

    ``words`` has rows of length 1 in order of time. Time and memory are linear in its rows; ``batch`` of them are
    looked up at once, of all or of the ``first`` so many.
    """
    runs = _in_runs(_heaviest(words))
    columns = runs.T
    end = runs.shape[0] if first is None else min(first, runs.shape[0])
    rows = max(1, runs.shape[0])
    found = []
    for block in range(0, end, BLOCK):
        lookup = runs[block : min(block + BLOCK, end)].tocsr()  # not of all at once: that would be as much memory again
        parts = (slice(start, start + batch) for start in range(0, lookup.shape[0], batch))
        found += [_codes(*_nearest(lookup[part] @ columns, block + part.start), rows) for part in parts]
    del runs, columns
    return _each_once(found, rows)


def distinct(*pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Return all pairs of rows each once, sorted by both."""
    rows = 1 + max(int(right.max(initial=0)) for _, right in pairs)
    return _each_once([_codes(left, right, rows) for left, right in pairs], rows)


def _codes(left: Ints, right: Ints, rows: int) -> Ints:
    """Return pairs as one number each, of half the memory, which sorts as they do."""
    codes = np.multiply(left, rows, dtype=np.int64)
    codes += right
    return codes


def _each_once(codes: list[Ints], rows: int) -> tuple[Ints, Ints]:
    """Return the pairs that some codes stand for, each once and sorted; the list is emptied."""
    every = np.concatenate([np.empty(0, dtype=np.int64), *codes])
    codes.clear()
    every.sort()
    every = every[np.append(True, every[1:] != every[:-1])] if len(every) else every
    return every // rows, every % rows


def _heaviest(words: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the matrix with the ``TERMS`` greatest values of each row only (ties by column)."""
    values, columns = [words.data[:0]], [words.indices[:0]]
    for start in range(0, words.shape[0], BLOCK):
        part = words[start : start + BLOCK]
        rows = np.repeat(np.arange(part.shape[0]), np.diff(part.indptr))
        order = np.lexsort((part.indices, -part.data, rows))
        rank = np.arange(len(order)) - part.indptr[rows[order]]
        kept = np.sort(order[rank < TERMS])
        values.append(part.data[kept])
        columns.append(part.indices[kept])
    ends = np.concatenate([[0], np.cumsum(np.minimum(np.diff(words.indptr), TERMS), dtype=np.int64)])
    return sparse.csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=words.shape)


def _in_runs(matrix: sparse.csr_matrix) -> sparse.csc_matrix:
    """Return the matrix with each column of more than ``RUN`` entries cut into runs that overlap by half.

    Each entry of such a column stands in two runs. Documents that are next to each other in time may share both, and
    the common term then counts doubly for them, which is as it should be.
    """
    columns = matrix.tocsc()
    del matrix  # it is the caller's no more
    columns.sort_indices()
    sizes, half = np.diff(columns.indptr), RUN // 2
    runs = np.where(sizes > RUN, sizes // half + 2, 1)
    of = np.repeat(np.arange(len(sizes)), runs)
    number = np.arange(len(of)) - np.repeat(np.cumsum(runs) - runs, runs)
    long = sizes[of] > RUN
    first = np.where(long, np.clip((number - 1) * half, 0, sizes[of]), 0)
    last = np.where(long, np.clip((number + 1) * half, 0, sizes[of]), sizes[of])
    ends = np.concatenate([[0], np.cumsum(last - first)])
    values, rows = np.empty(ends[-1]), np.empty(ends[-1], dtype=columns.indices.dtype)
    for k in range(0, len(of), BLOCK):
        part = slice(k, k + BLOCK)
        begin, end = ends[k], ends[min(k + BLOCK, len(of))]
        at = np.repeat((columns.indptr[of[part]] + first[part]) - ends[:-1][part], (last - first)[part])
        at += np.arange(begin, end)
        values[begin:end], rows[begin:end] = columns.data[at], columns.indices[at]
    return sparse.csc_matrix((values, rows, ends), shape=(columns.shape[0], len(of)))


def _nearest(products: sparse.csr_matrix, start: int) -> tuple[Ints, Ints]:
    """Return the pairs of each row with its ``NEIGHBOURS`` greatest products; row 0 is the document ``start``."""
    products = products.tocsr()
    enough = products.data > LEAST_PRODUCT
    ends = np.concatenate([[0], np.cumsum(enough)])[products.indptr]
    others, values = products.indices[enough], products.data[enough]
    rows = np.repeat(np.arange(products.shape[0]), np.diff(ends))
    keep = (values >= _least(values, ends)[rows]) & (others != rows + start)
    rows, others, values = rows[keep], others[keep], values[keep]
    order = np.lexsort((others, -values, rows))
    rows, others = rows[order], others[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    near = rank < NEIGHBOURS
    one, other = rows[near] + start, others[near].astype(np.int64)
    return np.minimum(one, other), np.maximum(one, other)


def _least(values: Floats, ends: Ints) -> Floats:
    """Return for each row a value that no more than its ``NEIGHBOURS`` and itself are above: fewer are to be sorted."""
    least = np.zeros(len(ends) - 1)
    for row in np.flatnonzero(np.diff(ends) > NEIGHBOURS + 1).tolist():
        last = ends[row + 1] - ends[row] - NEIGHBOURS - 1
        least[row] = np.partition(values[ends[row] : ends[row + 1]], last)[last]
    return least
