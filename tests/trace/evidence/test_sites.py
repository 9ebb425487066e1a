"""Outlets known by their address only get the name that articles write."""

import pytest

from firsthand.trace.evidence.sites import names_address, site_names, stem
from tests.factories import article

TEXTS = {
    "papers": "The road was closed, the Tarn Valley Times reported. Its rival, the Quarry-Post, did not say.",
    "again": "“No comment,” she told the Tarn Valley Times’ reporter. The Tarn Valley opened at noon.",
    "agency": "The minister spoke to Kestrel News Agency. “Thank you,” the Kestrel News Agency’s editor said.",
    "station": "ODDA (KQVX) — Snow fell all night.",
}


def names(*addresses: str) -> dict[str, str]:
    return site_names([article(key, text) for key, text in TEXTS.items()], addresses)


def test_an_address_gets_the_name_whose_words_it_is_made_of() -> None:
    assert names("tarnvalleytimes.example", "www.quarrypost.co.uk") == {
        "tarnvalleytimes.example": "Tarn Valley Times",
        "www.quarrypost.co.uk": "Quarry-Post",
    }


def test_an_article_before_the_name_may_stand_in_the_address() -> None:
    assert names("thetarnvalleytimes.example") == {"thetarnvalleytimes.example": "Tarn Valley Times"}


def test_letters_of_a_station_are_a_name() -> None:
    assert names("kqvx.example") == {"kqvx.example": "KQVX"}


def test_a_name_goes_on_with_words_that_the_address_leaves_out() -> None:
    assert names("kestrelnews.example") == {"kestrelnews.example": "Kestrel News Agency"}


def test_part_of_an_address_is_no_name() -> None:
    assert names("tarnvalleytimesonline.example", "timesreporter.example") == {}


def test_a_single_word_like_any_other_is_no_name() -> None:
    assert names("tarn.example", "snow.example") == {}


@pytest.mark.parametrize(
    ("address", "letters"),
    [
        ("tarntimes.example", "tarntimes"),
        ("www.the-echo.co.uk", "theecho"),
        ("https://m.echo.com.au/news/1", "echo"),
        ("echo.example/news", "echo"),
        ("", ""),
        ("localhost", ""),
    ],
)
def test_the_outlets_part_of_an_address(address: str, letters: str) -> None:
    assert stem(address) == letters


@pytest.mark.parametrize(
    ("name", "address", "same"),
    [
        ("Kestrel", "kestrelnews.example", True),
        ("Kestrel News", "kestrel.example", True),
        ("KQVX", "kqvx.example", True),
        ("The Echo", "echo.example", True),
        ("Kestrel", "kestrelvalley.example", False),
        ("AP", "ap.example", False),
    ],
)
def test_a_name_with_or_without_a_word_for_news_is_the_outlets(name: str, address: str, same: bool) -> None:
    assert names_address(name, address) is same
