"""The words of a URL stand in for a text that lacks. All news here is invented."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.stories.profiles import profile
from firsthand.link.stories.slugs import slug
from tests.factories import article


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://courier.example/2031/03/14/ferry-runs-aground-off-tolvik", "ferry runs aground off tolvik"),
        ("https://courier.example/news/ferry-runs-aground-off-tolvik-20310314.html", "ferry runs aground off tolvik"),
        ("https://courier.example/ferry_runs_aground_off_tolvik/a1b2c3d4e5", "ferry runs aground off tolvik"),
        ("https://courier.example/4-hurt-as-ferry-runs-aground?utm=x#top", "4 hurt as ferry runs aground"),
        ("https://courier.example/f%C3%A4hre-l%C3%A4uft-vor-tolvik-auf", "fähre läuft vor tolvik auf"),
        ("https://courier.example/world-news/99127", ""),
        ("https://courier.example/", ""),
        ("http://[bad", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_headline_in_the_address(url: str | None, words: str) -> None:
    """The part of the path that has four words or more, without the numbers of the page."""
    assert slug(url) == words


def test_it_stands_in_for_a_text_that_says_nothing() -> None:
    """And is not read beside one that does."""
    stub = replace(article("a", "Photos"), url="https://courier.example/ferry-aground-off-tolvik")
    text = replace(article("b", "Helicopters took the crew off a stranded vessel before dusk."), url=stub.url)
    assert profile(stub, None).words.keys() == {"ferry", "aground", "tolvik"}
    assert "tolvik" not in profile(text, None).words


@given(st.text(max_size=400))
def test_any_address_is_taken(url: str) -> None:
    assert len(slug(url)) <= 300 * 3
