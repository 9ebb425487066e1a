"""A log says what it is, or shows the times of its entries."""

import pytest

from firsthand.trace.evidence.logs import is_log
from tests.trace.pages import page, tellings, text


@pytest.mark.parametrize(
    "headline",
    [
        "The Latest: Keeper says lamp is lit",
        "UPDATE: The Latest: Lamp lit",
        "Lamp fails - live updates",
        "LIVE: Halden council votes",
        "Halden council votes - as it happened",
    ],
)
def test_a_headline_says_that_a_page_is_a_log(headline: str) -> None:
    """House forms of agencies and outlets."""
    assert is_log(tellings(page("p", text(1), headline=headline))["p"])


@pytest.mark.parametrize(
    "headline", ["The latest fashion of keepers", "Keepers live by the sea", "Lamp lives on", "A liver of cod"]
)
def test_words_of_a_log_in_a_headline_do_not_make_one(headline: str) -> None:
    """ "latest" and "live" are ordinary words too."""
    assert not is_log(tellings(page("p", text(1), headline=headline))["p"])


@pytest.mark.parametrize(
    "times",
    [
        ("3:45 p.m.", "2 p.m.", "11:05 a.m."),
        ("9 min ago", "1 hr 7 min ago", "2 hr ago"),
        ("14:20 GMT", "13.05", "12:00"),
    ],
)
def test_times_on_lines_of_their_own_are_a_log_s_entries(times: tuple[str, ...]) -> None:
    """Three of them; a time or two may be a program's."""
    entries = [line for k, at in enumerate(times) for line in (at, text(k))]
    assert is_log(tellings(page("log", *entries))["log"])
    assert not is_log(tellings(page("article", *entries[:4]))["article"])


def test_an_agency_s_opening_line_says_that_it_is_a_log() -> None:
    """ "The Latest on … (all times local)"."""
    opening = "HALDEN (AP) — The Latest on the storm at the cape (all times local):"
    assert is_log(tellings(page("log", opening, text(2)))["log"])
