"""The address of a page is what leads to it, not how a reader came there."""

import pytest

from firsthand.adding.addresses import place


@pytest.mark.parametrize(
    "address",
    [
        "https://lind.example/toll?utm_source=mail&utm_medium=email",
        "https://lind.example/toll/?fbclid=IwAR0x",
        "https://lind.example/toll?gclid=1&msclkid=2&mc_cid=3&mc_eid=4",
        "https://lind.example/toll?UTM_Source=x&amp;utm_campaign=y",
        "http://www.lind.example/toll#comments",
        "HTTPS://LIND.example/toll?igshid=5&_ga=2.1-2",
    ],
)
def test_what_tells_how_a_reader_came_is_left_out(address: str) -> None:
    """Campaigns, networks, schemes, jumps within the page."""
    assert place(address) == "lind.example/toll"


@pytest.mark.parametrize(
    "address",
    [
        "https://lind.example/toll?id=7",
        "https://lind.example/toll?page=2",
        "https://lind.example/toll?cid=7",
        "https://lind.example/toll?ref=7",
        "https://lind.example/toll?source=7",
        "https://lind.example/#/toll/7",
        "https://lind.example/Toll",
        "https://lind.example/?p=7",
    ],
)
def test_what_may_name_the_article_stays(address: str) -> None:
    """A parameter that is no known mark of tracking leads to another article on some site."""
    assert place(address) not in (None, "lind.example/toll")


def test_parameters_that_stay_keep_their_order() -> None:
    assert place("https://lind.example/a?b=2&utm_term=x&a=1") == "lind.example/a?b=2&a=1"


@pytest.mark.parametrize(
    "address", [None, "", "https://lind.example", "https://lind.example/?utm_source=x", "//[", "x"]
)
def test_what_is_no_address_of_one_page(address: str | None) -> None:
    """A front page shows something else every hour."""
    assert place(address) is None
