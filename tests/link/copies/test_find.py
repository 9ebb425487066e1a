"""A copy says how much of each article it is, and what was changed."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.copies.body import body, own_parts
from firsthand.link.copies.passages import copies_of
from firsthand.model import Copy
from tests.link.copies.bodies import OTHER, PASSAGE, THIRD, article


def copies(first: str, second: str) -> list[Copy]:
    return copies_of(body(article(first, "a")), body(article(second, "b")))


def test_a_whole_article_is_shared_wholly() -> None:
    """The shares are of each article's own words."""
    (copy,) = copies(PASSAGE, f"{PASSAGE} {PASSAGE.upper()[:0]}{OTHER}")
    assert copy.earlier_share == 1
    assert 0.5 < copy.later_share < 1
    assert copy.verbatim


def test_changed_words_are_counted_and_not_shared() -> None:
    """On the side where they are more."""
    (copy,) = copies(PASSAGE, PASSAGE.replace("two cranes", "three of the cranes"))
    assert copy.words == len(PASSAGE.split()) - 1
    assert copy.changed == 3
    assert not copy.verbatim
    assert copy.earlier_share < 1


TEXTS = st.lists(st.sampled_from([*PASSAGE.split(". "), OTHER, THIRD, "It rained."]), max_size=6).map(". ".join)


@given(TEXTS, TEXTS)
def test_figures_fit_each_other(first: str, second: str) -> None:
    """For all texts: spans are within bounds, shares within 0 and 1, and all shares of a side are one at most."""
    found = copies(first, second)
    for copy in found:
        assert 0 <= copy.earlier_start < copy.earlier_end <= len(first)
        assert 0 <= copy.later_start < copy.later_end <= len(second)
        assert 0 < copy.characters <= copy.later_end - copy.later_start
        assert copy.words > 0
        assert copy.changed >= 0
    assert sum(copy.earlier_share for copy in found) <= 1 + 1e-9
    assert sum(copy.later_share for copy in found) <= 1 + 1e-9


def test_captions_are_compared_only_where_they_are_the_page() -> None:
    """A picture's caption comes with the picture; a page of captions has no other text."""
    shown = article(f"{OTHER}\n\n{PASSAGE}", kinds=("body", "caption"))
    assert [part.kind for part in own_parts(shown)] == ["body"]
    gallery = article(f"Pictures of the day\n\n{PASSAGE}", kinds=("body", "caption"))
    assert [part.kind for part in own_parts(gallery)] == ["body", "caption"]
