"""Copies as columns are the copies that they were made of."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Copy, CopyKind
from firsthand.model.copies import Copies

NAMES = st.sampled_from(["b", "a", "ä", "d"])
NUMBERS = st.integers(0, 2**31 - 1)
SHARES = st.floats(0, 1)
KINDS: Sequence[CopyKind] = ("prose", "quotation", "public", "form")
COPIES = st.lists(
    st.builds(
        Copy, NAMES, NUMBERS, NUMBERS, NAMES, NUMBERS, NUMBERS, NUMBERS, st.sampled_from(KINDS), NUMBERS, NUMBERS,
        SHARES, SHARES, st.sampled_from([None, *KINDS]),
    )
)  # fmt: skip


def copy(earlier: str, later: str, kind: CopyKind = "prose", start: int = 0) -> Copy:
    return Copy(earlier, start, start + 5, later, start, start + 5, 5, kind)


@given(COPIES)
def test_they_come_back_as_they_were(copies: list[Copy]) -> None:
    """In their order, one by one, from either end, and as a part."""
    found = Copies.of(copies)
    assert list(found) == copies
    assert len(found) == len(copies)
    assert found == copies
    assert [found[k] for k in range(-len(copies), len(copies))] == copies * 2
    assert list(found[1:3]) == copies[1:3]
    assert Copies.of(found) is found


@given(COPIES)
def test_in_order_is_by_articles_and_then_by_place(copies: list[Copy]) -> None:
    """Those that are equal in these stay as they were."""
    expected = sorted(copies, key=lambda c: (c.earlier, c.later, c.later_start, c.earlier_start))
    assert list(Copies.of(copies).in_order()) == expected


@given(COPIES)
def test_an_article_has_those_that_it_takes_part_in(copies: list[Copy]) -> None:
    """In the order of all."""
    found = Copies.of(copies)
    for name in ("a", "b", "none"):
        shared = [c for c in copies if name in (c.earlier, c.later) and c.earlier != c.later]
        mine = [c for c in found.shared_by(name) if c.earlier != c.later]
        assert mine == shared
        assert list(found.where(found.beside([name]))) == [c for c in copies if name in (c.earlier, c.later)]


def test_the_copies_of_an_article_are_a_sequence() -> None:
    """They have a length, and places."""
    found = Copies.of([copy("a", "b"), copy("a", "c"), copy("b", "c")]).shared_by("b")
    assert (len(found), found[1], list(found[:1])) == (2, copy("b", "c"), [copy("a", "b")])


def test_kinds_change_and_are_known_still() -> None:
    """What a copy is by its two articles alone comes back."""
    copies = [copy("a", "b"), copy("a", "c", "quotation"), copy("b", "c", "public")]
    found = Copies.of(copies)
    made = found.made("public", [0, 1])
    assert [(c.kind, c.alone) for c in made] == [("public", "prose"), ("public", "quotation"), ("public", None)]
    assert made.alone() == found == copies
    assert made.kinds("public", "form").tolist() == [True] * 3
    assert found.kinds("public", "form").tolist() == [False, False, True]


@pytest.mark.parametrize("other", [[], [copy("a", "b")], "ab"])
def test_others_are_not_equal(other: Sequence[object]) -> None:
    """Neither fewer, nor others."""
    assert Copies.of([copy("a", "b", "form"), copy("b", "c")]) != other


def test_they_say_how_many_they_are() -> None:
    """Not what they are: that would be a million lines."""
    assert repr(Copies.of([copy("a", "b")] * 1_000)) == "<Copies 1,000 of 2 articles>"


@given(COPIES)
def test_by_pairs_they_are_what_each_pair_has(copies: list[Copy]) -> None:
    """Each pair once, in order, its copies in the order that they have here."""
    found = list(Copies.of(copies).by_pair())
    pairs = [(c.earlier, c.later) for c in copies]
    assert [pair for pair, _ in found] == sorted(set(pairs))
    assert dict(found) == {pair: [c for c in copies if (c.earlier, c.later) == pair] for pair in pairs}


def test_where_all_are_wanted_nothing_is_made_again() -> None:
    found = Copies.of([copy("a", "b"), copy("a", "c")])
    assert found.where(~found.kinds("form")) is found
