"""Average link on a sparse graph, and the candidates that it starts from."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from firsthand.link.stories.candidates import RUN, candidates
from firsthand.link.stories.clusters import LARGE, cluster
from firsthand.link.stories.evidence import affinity
from firsthand.link.stories.vectors import Floats, Ints

AFFINITY = {True: 0.95, False: -0.4}


def blocks(size: int) -> object:
    """Return an affinity by which documents ``k`` with one ``k // size`` belong together."""

    def of(left: Ints, right: Ints) -> Floats:
        return np.where(left // size == right // size, 0.95, -0.4)

    return of


def pairs(*edges: tuple[int, int]) -> tuple[Ints, Ints]:
    array = np.array(edges, dtype=np.int64).reshape(-1, 2)
    return array[:, 0], array[:, 1]


def test_a_chain_of_single_links_is_not_one_cluster() -> None:
    """a-b, b-c, c-d, d-e alike and all else not: no cluster of five."""
    alike = {(0, 1), (1, 2), (2, 3), (3, 4)}

    def of(left: Ints, right: Ints) -> Floats:
        return np.array([AFFINITY[(i, j) in alike] for i, j in zip(left.tolist(), right.tolist(), strict=True)])

    found = cluster(5, *pairs(*sorted(alike)), of)
    assert max(map(len, found)) <= 2


def test_pieces_of_a_large_cluster_are_joined_by_their_spokesmen() -> None:
    """Two cliques that only one candidate pair connects are compared again, and joined if they belong together."""
    half = LARGE
    edges = [(i, j) for a in (0, half) for i in range(a, a + half) for j in range(i + 1, a + half)] + [(0, half)]
    assert cluster(2 * half, *pairs(*sorted(edges)), blocks(2 * half)) == [list(range(2 * half))]  # type: ignore[arg-type]
    apart = cluster(2 * half, *pairs(*sorted(edges)), blocks(half))  # type: ignore[arg-type]
    assert apart == [list(range(half)), list(range(half, 2 * half))]


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 12), st.data())
def test_clusters_partition_the_documents(documents: int, data: st.DataObject) -> None:
    """Every document is in one cluster, whatever the graph."""
    edges = [(i, j) for i in range(documents) for j in range(i + 1, documents)]
    chosen = sorted(data.draw(st.sets(st.sampled_from(edges)))) if edges else []
    values = {edge: data.draw(st.floats(-0.4, 1.0)) for edge in edges}

    def of(left: Ints, right: Ints) -> Floats:
        return np.array([values[i, j] for i, j in zip(left.tolist(), right.tolist(), strict=True)])

    found = cluster(documents, *pairs(*chosen), of)
    assert sorted(i for group in found for i in group) == list(range(documents))


def test_candidates_of_a_common_term_grow_linearly() -> None:
    """A term that all documents share brings each together with a bounded number of others, near in order."""
    documents = 10 * RUN
    found = candidates(sparse.csr_matrix(np.ones((documents, 1))))
    left, right = found
    assert (left < right).all() and len(np.unique(np.stack(found, axis=1), axis=0)) == len(left)
    assert len(left) <= 60 * documents
    assert (right - left).max() < RUN
    assert set(left.tolist()) | set(right.tolist()) == set(range(documents))


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_affinity_grows_with_the_odds(a: float, b: float) -> None:
    """More evidence never counts less, and the ends are strangers (-0.4) and certainty (1)."""
    low, high = affinity(np.array(sorted((a, b))))
    assert -0.4 <= low <= high <= 1.0


def test_pages_of_a_corpus_on_one_matter_are_compared() -> None:
    """What all share are not their rarest terms: pages with many rare terms of their own are still candidates."""
    pages, own = 40, 60
    rows = np.zeros((pages, 30 + own * pages))
    rows[:, :30] = 0.5
    for page in range(pages):
        rows[page, 30 + own * page : 30 + own * (page + 1)] = 1.0
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    left, _ = candidates(sparse.csr_matrix(rows))
    assert len(left) == pages * (pages - 1) // 2


def near_to_some(known: dict[tuple[int, int], float]) -> object:
    """Return an affinity by which the first five are one story and the next five another, and else what is known."""

    def of(left: Ints, right: Ints) -> Floats:
        return np.array(
            [known.get((i, j), 0.9 if i // 5 == j // 5 and j < 10 else -0.4) for i, j in zip(left, right, strict=True)]
        )

    return of


STORIES = [(i, j) for start in (0, 5) for i in range(start, start + 5) for j in range(i + 1, start + 5)]


def found(known: dict[tuple[int, int], float], reprinted: tuple[int, ...] = ()) -> list[list[int]]:
    """Return the clusters of two stories of five and of document 10, of which some affinities are known."""
    edges = pairs(*sorted([*STORIES, *known]))
    return cluster(11, *edges, near_to_some(known), (), [k in reprinted for k in range(11)])  # type: ignore[arg-type]


def test_what_is_left_alone_joins_the_story_that_it_is_clearly_near_to() -> None:
    """One sentence shares much with two of five articles: too little on average, and more than with any other story."""
    assert found({(0, 10): 0.6, (1, 10): 0.5}) == [[0, 1, 2, 3, 4, 10], [5, 6, 7, 8, 9]]


def test_what_is_as_near_to_two_stories_stays_alone() -> None:
    assert [10] in found({(0, 10): 0.6, (1, 10): 0.5, (5, 10): 0.5, (6, 10): 0.5})


def test_near_to_one_article_is_not_near_to_its_story() -> None:
    assert [10] in found({(0, 10): 0.85})


def test_what_was_reprinted_is_not_alone() -> None:
    """It is a story that several tell."""
    assert [10] in found({(0, 10): 0.6, (1, 10): 0.5}, reprinted=(10,))
