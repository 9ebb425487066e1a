"""Articles that are read in portions come to the matrices of all read one by one. All news here is invented."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from firsthand.link.stories.candidates import RUN, candidates, distinct
from firsthand.link.stories.profiles import Profile, profile
from firsthand.link.stories.rows import FIELDS, Numbering, matrix, row, sheet, whole
from firsthand.link.stories.vectors import assemble, joined, numbered, rarity
from tests.factories import article

TEXT = "Tolvik mayor Ragna Oster said on Monday 14 dockers aged 34 left the harbour “as soon as the tide was high”"
WORDS = TEXT.split()
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), min_size=1, max_size=9)


def profiles(found: list[str]) -> list[Profile]:
    return [profile(article(f"a{k}", text), None) for k, text in enumerate(found)]


@given(texts, st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_portions_come_to_the_numbers_of_the_whole(found: list[str], size: int) -> None:
    """Sheets with numbers of their own, put together, are the sheet of all rows, column by column."""
    told = profiles(found)
    one = Numbering()
    straight = sheet([row(p, one) for p in told])
    other = Numbering()
    parts = [numbered(told[k : k + size]) for k in range(0, len(told), size)]
    dealt = whole([other.renumbered(*part) for part in parts])
    assert other.terms() == one.terms()
    for field in FIELDS:
        assert (matrix(dealt, field) != matrix(straight, field)).nnz == 0
    assert np.array_equal(dealt.utterances, straight.utterances)
    assert np.array_equal(dealt.language, straight.language)


@given(texts)
@settings(max_examples=20, deadline=None)
def test_vectors_do_not_depend_on_the_portions(found: list[str]) -> None:
    """Bit for bit, so that no number of workers makes another story."""
    told = profiles(found)
    by_one = joined([numbered([p]) for p in told], 7.0)
    number = Numbering()
    at_once = assemble([row(p, number) for p in told], rarity, 7.0)
    for name in ("words", "names", "lead", "speech", "lead_shares", "named"):
        mine, theirs = getattr(by_one, name), getattr(at_once, name)
        assert np.array_equal(mine.indices, theirs.indices)
        assert np.array_equal(mine.data, theirs.data)
    assert np.array_equal(by_one.spoken, at_once.spoken)


@given(st.integers(0, 1_000), st.integers(1, 3 * RUN), st.integers(1, 400))
@settings(max_examples=15, deadline=None)
def test_candidates_do_not_depend_on_how_many_are_looked_up_at_once(seed: int, documents: int, batch: int) -> None:
    """Nor are they other ones: who is near is a matter of the products alone."""
    chance = np.random.default_rng(seed)
    words = sparse.csr_matrix(chance.random((documents, 12)) * (chance.random((documents, 12)) < 0.4))
    few, many = candidates(words, batch), candidates(words, documents)
    assert np.array_equal(few, many)
    assert (few[0] < few[1]).all()


def test_pairs_are_distinct_and_sorted() -> None:
    """By the left side, then the right."""
    left, right = distinct((np.array([3, 0, 3]), np.array([4, 2, 4])), (np.array([0, 1]), np.array([1, 2])))
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2), (3, 4)]
    assert distinct((np.empty(0, np.int64), np.empty(0, np.int64)))[0].size == 0
