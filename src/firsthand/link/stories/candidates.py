"""Pairs of documents worth comparing, found by the rare terms that they share.

Each document is looked up by its heaviest terms only, and a term's postings are cut into overlapping runs of bounded
length, in order of time. So the work grows with the number of documents, however common a term is, and a story of any
size still hangs together by the overlaps.
"""

import numpy as np
from scipy import sparse

from firsthand.link.stories.vectors import Ints

# With 160 terms and 60 neighbours 98% of the same-story pairs of incidents and 99% of fnc and ecbplus are found, and
# 65% of lineage, whose pages are all on one matter: the words of a corpus's greatest event are not its rarest (with 40
# terms: 26%).
TERMS, NEIGHBOURS = 160, 60
RUN = 240
# Below this share of a term product two documents have no more in common than any two.
LEAST_PRODUCT = 0.02


def candidates(words: sparse.csr_matrix, batch: int = 2_000) -> tuple[Ints, Ints]:
    """Return the pairs ``(left[k], right[k])``, ``left < right``, each once, sorted.

    ``words`` has rows of length 1 in order of time. Time and memory are linear in its rows.
    """
    lookup = _in_runs(_heaviest(words))
    columns = lookup.T.tocsr()
    found = [_nearest(lookup[start : start + batch] @ columns, start) for start in range(0, lookup.shape[0], batch)]
    pairs = np.unique(np.concatenate([np.empty((0, 2), dtype=np.int64), *found]), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _heaviest(words: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the matrix with the ``TERMS`` greatest values of each row only (ties by column)."""
    rows = np.repeat(np.arange(words.shape[0]), np.diff(words.indptr))
    order = np.lexsort((words.indices, -words.data, rows))
    rank = np.arange(len(order)) - words.indptr[rows[order]]
    kept = order[rank < TERMS]
    return sparse.csr_matrix((words.data[kept], (rows[kept], words.indices[kept])), shape=words.shape)


def _in_runs(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the matrix with each column of more than ``RUN`` entries cut into runs that overlap by half.

    Each entry of such a column stands in two runs. Documents that are next to each other in time may share both, and
    the common term then counts doubly for them, which is as it should be.
    """
    columns = matrix.tocsc()
    columns.sort_indices()
    sizes = np.diff(columns.indptr)
    column = np.repeat(np.arange(columns.shape[1]), sizes)
    position = np.arange(len(column)) - columns.indptr[column]
    half = RUN // 2
    runs = position // half
    long = sizes[column] > RUN
    first = np.concatenate([[0], np.cumsum(np.where(sizes > RUN, sizes // half + 2, 1))])
    home = first[column] + np.where(long, runs + 1, 0)
    again = np.flatnonzero(long)
    data = np.concatenate([columns.data, columns.data[again]])
    at = (np.concatenate([columns.indices, columns.indices[again]]), np.concatenate([home, home[again] - 1]))
    return sparse.csr_matrix((data, at), shape=(matrix.shape[0], int(first[-1])))


def _nearest(products: sparse.csr_matrix, start: int) -> Ints:
    """Return the pairs of each row with its ``NEIGHBOURS`` greatest products; row 0 is the document ``start``."""
    products = products.tocsr()
    rows = np.repeat(np.arange(products.shape[0]), np.diff(products.indptr))
    keep = (products.indices != rows + start) & (products.data > LEAST_PRODUCT)
    rows, others, values = rows[keep], products.indices[keep], products.data[keep]
    order = np.lexsort((others, -values, rows))
    rows, others = rows[order], others[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    near = rank < NEIGHBOURS
    pairs = np.stack([rows[near] + start, others[near]], axis=1).astype(np.int64)
    return np.sort(pairs, axis=1)
