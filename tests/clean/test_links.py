"""Links out of an article's own words: which addresses count, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.clean.links import MOST_LINKS, in_order, outward, written
from firsthand.model import Link, Segment

OWN = ("https://www.harbourpost.example.com/a/1", None)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://tribune.example.org/x", "https://tribune.example.org/x"),
        ("  http://tribune.example.org/x ", "http://tribune.example.org/x"),
        ("//tribune.example.org/x", "https://tribune.example.org/x"),
        ("https://sport.harbourpost.example.com/x", None),
        ("/politics/2", None),
        ("#top", None),
        ("mailto:desk@tribune.example.org", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://localhost/x", None),
        ("http://[::1", None),
        ("https://tribune.example.org/a b", None),
        ("https://tribune.example.org/" + "x" * 3000, None),
        ("", None),
    ],
)
def test_only_an_address_on_another_site_is_outward(address: str, target: str | None) -> None:
    """Own pages, other schemes, broken and endless addresses are no links to other outlets."""
    # example.com and example.org are two sites, whatever stands before them.
    assert outward(address, OWN) == target


def test_without_an_address_of_its_own_every_whole_address_counts() -> None:
    """A document that was found without address has no own site."""
    assert outward("https://tribune.example.org/x", (None, None)) == "https://tribune.example.org/x"
    assert outward("//tribune.example.org/x", (None, None)) is None


def test_an_address_in_the_text_is_a_link_without_the_marks_that_close_the_sentence() -> None:
    """Brackets, full stops and quotation marks around an address are the sentence's."""
    text = "The paper (https://tribune.example.org/a_1?b=2) had it first; see https://other.example.net/c."
    found = list(written(text, [Segment("body", 0, len(text))], OWN))
    assert [text[k.start : k.end] for k in found] == [k.target for k in found]
    assert [k.target for k in found] == ["https://tribune.example.org/a_1?b=2", "https://other.example.net/c"]


def test_markdown_links_have_their_words_as_anchor() -> None:
    """The address within one is not found a second time."""
    text = "As the [Hillford Tribune](https://tribune.example.org/a) reported, the ferry stays."
    (link,) = written(text, [Segment("body", 0, len(text))], OWN)
    assert text[link.start : link.end] == "Hillford Tribune"
    assert link.target == "https://tribune.example.org/a"


@pytest.mark.parametrize("kind", ["comment", "boilerplate"])
def test_links_of_comments_and_furniture_are_left_out(kind: str) -> None:
    """They say nothing of where the report comes from."""
    text = "Look here: https://tribune.example.org/a"
    assert not list(written(text, [Segment(kind, 0, len(text))], OWN))  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 9)), max_size=50))
def test_links_come_in_text_order_and_once(places: list[tuple[int, int]]) -> None:
    """Whatever order they were found in."""
    links = [Link(start, start + size, "https://tribune.example.org/") for start, size in places]
    ordered = in_order([*links, *links])
    assert list(ordered) == sorted(set(links), key=lambda k: (k.start, k.end))


def test_the_number_of_links_is_bounded() -> None:
    """A page of nothing but links is cut."""
    assert len(in_order(Link(n, n + 1, "https://tribune.example.org/") for n in range(3 * MOST_LINKS))) == MOST_LINKS
