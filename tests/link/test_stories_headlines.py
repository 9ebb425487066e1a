"""The headline a story goes by. All news here is invented."""

from dataclasses import replace

import pytest

from firsthand.link.stories.headlines import central_headline, is_report
from firsthand.model import Article
from tests.factories import article

FERRY = "Ferry runs aground off Tolvik, all 212 brought ashore"


def page(number: int, headline: str | None) -> Article:
    return article(f"{number:03}", "A ferry ran aground off Tolvik on Monday.", headline=headline)


def test_the_headline_that_most_share_wins_over_an_odd_page_at_the_centre() -> None:
    """Of 512 articles 500 share one headline; the pages nearest to the centre have others."""
    odd = [page(n, f"Harbour talk number {n}: what our readers ask") for n in range(12)]
    assert central_headline([*odd, *(page(n, FERRY) for n in range(12, 512))]) == FERRY


def test_of_headlines_that_say_the_same_the_most_central_articles_is_taken() -> None:
    """Centre decides where the headlines agree."""
    told = [page(1, "Ferry aground off Tolvik, all brought ashore"), page(2, FERRY), page(3, FERRY)]
    assert central_headline(told) == "Ferry aground off Tolvik, all brought ashore"


@pytest.mark.parametrize(
    "headline",
    [
        "Morning briefing: ferry aground, mayor resigns",
        "News in brief",
        "Photos: ferry aground off Tolvik",
        "Ferry aground off Tolvik – in pictures",
        "Ferry aground; mayor resigns; rain ahead",
        "Live updates: ferry aground",
        "5 things to know today",
        "Breaking news",
        "404",
    ],
)
def test_a_roundup_a_gallery_a_log_or_a_section_heads_no_event(headline: str) -> None:
    """Not even from the very centre."""
    assert not is_report(page(1, headline))
    assert central_headline([page(1, headline), page(2, FERRY)]) == FERRY


@pytest.mark.parametrize(
    "headline", [FERRY, "Briefing of crew came too late", "Live shells found in harbour", "渡轮搁浅全员获救"]
)
def test_a_report_is_one_in_any_script(headline: str) -> None:
    """Words of roundups may stand in a report's headline."""
    assert is_report(page(1, headline))


def test_pages_of_another_kind_lend_their_headline_only_where_there_is_no_report() -> None:
    """A live log and an index page are no reports."""
    log = replace(page(1, "Tolvik ferry: the night as it went"), page="liveblog")
    assert central_headline([log, page(2, FERRY)]) == FERRY
    assert central_headline([log]) == "Tolvik ferry: the night as it went"


def test_without_headlines_the_first_words_stand_in() -> None:
    """And nothing at all where there are none."""
    assert central_headline([page(1, None)]) == "A ferry ran aground off Tolvik on Monday."
    assert central_headline([]) == ""
