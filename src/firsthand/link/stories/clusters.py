"""Average-link clustering on a sparse graph: no matrix of all pairs, no chains of single links.

Average link (UPGMA, Sokal and Michener 1958) merges the two clusters whose members are on average most alike. Pairs
that are no candidates count as strangers. A first round over the documents may leave a large story in pieces, because
each document has only so many candidate neighbours; later rounds compare large pieces by their central members.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from firsthand.link.stories.candidates import NEIGHBOURS
from firsthand.link.stories.evidence import STRANGERS
from firsthand.link.stories.vectors import Floats, Ints

# The average affinity two clusters must reach, and how much more for each doubling of the smaller, up to three times:
# the more pairs an average is of, the surer it is, and two large stories that were one would be nearer. From 0 to 0.05
# more brings 0.02 BCubed on ecbplus and 0.01 on fnc, and takes nothing (python -m training.stories).
TOGETHER, MORE, DOUBLINGS = 0.33, 0.05, 3.0
# Members of a cluster from which on its candidate pairs with another may be too few to go by. For smaller ones the
# average over all pairs is the better judge: comparing them again loses 0.01 BCubed on fnc.
LARGE = NEIGHBOURS // 2
# Short texts: the affinity that two clusters must reach falls with the number of pairs between them, to this power.
# Two headlines of one event may share nothing, so an average over all pairs would keep every great event in pieces.
# From 0 to 0.2 titles_multilingual gains 0.03 BCubed, to 0.3 no more (benchmarks/stories/run.py).
CROWD = 0.2
# A document left alone joins the cluster that it is near to, if that is clear: by its so many greatest affinities to
# members, two at least, summed and divided by their number, at least so much, and so much more than to the next
# cluster. An average over a large story keeps out the one sentence, or the late summary, that shares much with some of
# it and little with the rest. On two folds over stories fnc gains 0.011 and 0.008 BCubed, incidents 0.002 and 0.001;
# ecbplus moves by 0.008 and -0.001, lineage, whose pages are all on one matter, by -0.001 and -0.007.
CLOSEST, NEAR, CLEAR = 4, 0.2, 0.15
SPOKESMEN = 6  # members that speak for a cluster in later rounds
ROUNDS = 4

Affinity = Callable[[Ints, Ints], Floats]


def cluster(
    documents: int,
    left: Ints,
    right: Ints,
    affinity: Affinity,
    brief: Sequence[bool] = (),
    reprinted: Sequence[bool] = (),
) -> list[list[int]]:
    """Return the clusters of ``0..documents - 1``, each sorted, in order of their first members.

    ``left``/``right`` are the candidate pairs; ``affinity`` gives the affinities of any pairs; ``brief`` tells which
    documents are short texts, ``reprinted`` which stand for several articles: none where they are empty.
    """
    values = affinity(left, right)
    clusters = average_link([1] * documents, left, right, values, None, brief)
    groups = [sorted(c) for c in clusters]
    for _ in range(ROUNDS):
        merged = _merge_groups(groups, left, right, values, affinity, brief)
        if len(merged) == len(groups):
            break
        groups = merged
    return sorted(_taken_in(groups, left, right, values, reprinted))


def _taken_in(
    groups: list[list[int]], left: Ints, right: Ints, values: Floats, reprinted: Sequence[bool]
) -> list[list[int]]:
    """Return the groups with each document left alone in the one that it is clearly near to, if any is.

    What was reprinted is not alone: it is a story that several tell.
    """
    of = np.empty(sum(map(len, groups)), dtype=np.int64)
    for g, members in enumerate(groups):
        of[members] = g
    alone = np.array([len(g) == 1 and not (reprinted and reprinted[g[0]]) for g in groups], dtype=bool)
    told = np.array([len(g) > 1 for g in groups], dtype=bool)
    near: defaultdict[int, defaultdict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one, other in ((left, right), (right, left)):
        likely = alone[of[one]] & told[of[other]] & (values > 0)
        for i, g, value in zip(one[likely].tolist(), of[other[likely]].tolist(), values[likely].tolist(), strict=True):
            near[i][g].append(value)
    out = [list(g) for g in groups]
    for i, found in near.items():
        ranked = sorted((round(sum(sorted(v)[-CLOSEST:]) / CLOSEST, 9), -g) for g, v in found.items() if len(v) > 1)
        (second, _), (first, g) = [(0.0, 0), (0.0, 0), *ranked][-2:]
        if first >= NEAR and first - second >= CLEAR:
            out[-g].append(i)
            out[int(of[i])] = []
    return [sorted(g) for g in out if g]


def _merge_groups(
    groups: list[list[int]], left: Ints, right: Ints, values: Floats, affinity: Affinity, brief: Sequence[bool]
) -> list[list[int]]:
    """Return the groups after average link over their spokesmen, comparing large ones that a likely pair connects."""
    of = np.empty(sum(map(len, groups)), dtype=np.int64)
    for g, members in enumerate(groups):
        of[members] = g
    inside = of[left] == of[right]
    across = ~inside & (values > 0)
    speak = _spokesmen(groups, of, left[inside], right[inside], values[inside])
    links = np.unique(np.sort(np.stack([of[left[across]], of[right[across]]], axis=1), axis=1), axis=0)
    short = [bool(brief) and all(brief[i] for i in g) for g in groups]
    large = np.array([len(g) >= LARGE for g in groups])
    links = links[large[links].any(axis=1)] if len(links) else links
    if not len(links):
        return groups
    pairs = [(k, i, j) for k, (a, b) in enumerate(links.tolist()) for i in speak[a] for j in speak[b]]
    at, i, j = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
    mean = np.bincount(at, affinity(np.minimum(i, j), np.maximum(i, j))) / np.bincount(at)
    sizes = [len(g) for g in groups]
    merged = average_link(sizes, links[:, 0], links[:, 1], mean, sizes, short)
    return [sorted(i for g in clump for i in groups[g]) for clump in merged]


def _spokesmen(groups: list[list[int]], of: Ints, left: Ints, right: Ints, values: Floats) -> list[list[int]]:
    """Return the most central members of each group, at most ``SPOKESMEN``."""
    total = np.bincount(left, values, len(of)) + np.bincount(right, values, len(of))
    return [sorted(g, key=lambda i: (-round(float(total[i]), 9), i))[:SPOKESMEN] for g in groups]


def average_link(
    sizes: Sequence[int],
    left: Ints,
    right: Ints,
    values: Floats,
    weights: Sequence[int] | None,
    brief: Sequence[bool] = (),
) -> list[list[int]]:
    """Return the clusters of nodes of the given sizes; ``values`` are average affinities of connected nodes.

    With ``weights`` each value stands for all pairs of the two nodes' members, else for one.
    """
    size = dict(enumerate(sizes))
    short = {node for node in size if brief and brief[node]}
    members = {node: [node] for node in size}
    near: dict[int, dict[int, float]] = defaultdict(dict)  # sums over known pairs of (affinity - STRANGERS)
    for i, j, value in zip(left.tolist(), right.tolist(), values.tolist(), strict=True):
        pairs = sizes[i] * sizes[j] if weights else 1
        near[i][j] = near[j][i] = (value - _stranger(short, i, j)) * pairs
    heap = [(-_nearness(size, near, short, i, j), i, j) for i in sorted(near) for j in near[i] if i < j]
    heap = [entry for entry in heap if -entry[0] >= TOGETHER]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in size or j not in size or j not in near[i] or -_nearness(size, near, short, i, j) != negative:
            continue
        _join(i, j, size, members, near)
        short -= {j} if short >= {i, j} else {i, j}
        for other in near[i]:
            nearness = _nearness(size, near, short, i, other)
            if nearness >= TOGETHER:
                heapq.heappush(heap, (-nearness, min(i, other), max(i, other)))
    return [sorted(m) for m in members.values()]


def demand(smaller: int) -> float:
    """Return the average affinity that two clusters must reach, by the size of the smaller."""
    return TOGETHER + MORE * min(DOUBLINGS, math.log2(smaller))


def crowd(pairs: int) -> float:
    """Return by what the average affinity of two clusters of short texts is to be multiplied, by their pairs."""
    return float(pairs**CROWD)


def _nearness(size: dict[int, int], near: dict[int, dict[int, float]], short: set[int], i: int, j: int) -> float:
    """Return the average affinity of two clusters, less what it must have beyond that of single documents."""
    average = near[i][j] / (size[i] * size[j]) + _stranger(short, i, j)
    if i in short and j in short:
        return average * crowd(size[i] * size[j])
    return average - (demand(min(size[i], size[j])) - TOGETHER)


def _stranger(short: set[int], i: int, j: int) -> float:
    """Return what a pair counts that is no candidate."""
    return 0.0 if i in short and j in short else STRANGERS


def _join(
    i: int, j: int, size: dict[int, int], members: dict[int, list[int]], near: dict[int, dict[int, float]]
) -> None:
    """Make ``j`` part of ``i``."""
    for other, total in near.pop(j).items():
        del near[other][j]
        if other != i:
            near[i][other] = near[other][i] = near[i].get(other, 0.0) + total
    size[i] += size.pop(j)
    members[i] += members.pop(j)
