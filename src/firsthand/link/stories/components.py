"""Clustering part by part: what no likely pair connects never becomes one story, so that it need not be held at once.

Two clusters join where they are on average alike enough, and an average of pairs of which none counts for more than
nothing is not. So the components of the graph of pairs that count for something (``csgraph.connected_components``) are
clustered apart from each other, with the outcome of clustering all at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from firsthand.link.stories.clusters import Affinity, cluster
from firsthand.link.stories.vectors import Floats, Ints

# Documents that are clustered at once, a component more or less: what bounds memory. Ours: some tens of megabytes.
DOCUMENTS = 5_000


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The affinities of documents of a part; of pairs that were weighed before, sorted by ``codes``, as they were."""

    documents: Ints
    codes: Ints
    values: Floats
    affinity: Affinity

    def __call__(self, left: Ints, right: Ints) -> Floats:
        asked = left * len(self.documents) + right
        at = np.searchsorted(self.codes, asked).clip(max=max(0, len(self.codes) - 1))
        new = self.codes[at] != asked if len(self.codes) else np.ones(len(asked), dtype=bool)
        out = self.values[at] if len(self.codes) else np.zeros(len(asked))
        if new.any():
            out[new] = self.affinity(self.documents[left[new]], self.documents[right[new]])
        return out


def cluster_by_parts(
    documents: int,
    left: Ints,
    right: Ints,
    affinity: Affinity,
    brief: Sequence[bool],
    reprinted: Sequence[bool],
    most: int = DOCUMENTS,
) -> list[list[int]]:
    """Return what ``clusters.cluster`` returns of pairs sorted by both sides, about ``most`` documents at a time."""
    if documents <= most:
        return cluster(documents, left, right, affinity, brief, reprinted)
    values = affinity(left, right)
    part = _parts(documents, left[values > 0], right[values > 0], most)
    order = np.argsort(part, kind="stable")
    ends = np.searchsorted(part[order], np.arange(part.max() + 2))
    inside = np.flatnonzero(part[left] == part[right])
    inside = inside[np.argsort(part[left[inside]], kind="stable")]
    borders = np.searchsorted(part[left[inside]], np.arange(part.max() + 2))
    groups: list[list[int]] = []
    for k in range(len(ends) - 1):
        own, pairs = order[ends[k] : ends[k + 1]], inside[borders[k] : borders[k + 1]]
        i, j = np.searchsorted(own, left[pairs]), np.searchsorted(own, right[pairs])
        weighed = _Weighed(own, i * len(own) + j, values[pairs], affinity)
        found = cluster(len(own), i, j, weighed, [brief[d] for d in own], [reprinted[d] for d in own])
        groups += [own[group].tolist() for group in found]
    return sorted(groups)


def _parts(documents: int, left: Ints, right: Ints, most: int) -> Ints:
    """Return for each document the number of its part: whole components, as many as have about ``most`` documents."""
    graph = sparse.coo_matrix((np.ones(len(left), np.int8), (left, right)), shape=(documents, documents))
    count, component = csgraph.connected_components(graph, directed=False)
    sizes = np.bincount(component, minlength=count)
    part = (np.cumsum(sizes) - sizes) // most
    return np.asarray(np.unique(part, return_inverse=True)[1][component], dtype=np.int64)
