"""When a page was published, where it says so to readers only."""

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document

BODY = "<p>" + "The ferry to Hillford will stop, the harbour office said on 1 May 2018 at 10:00. " * 6 + "</p>"


def published(markup: str, **fields: str) -> tuple[str | None, str | None]:
    """Time and precision of a page."""
    article = Clean().clean(Document("page", "html", markup, **fields))  # type: ignore[arg-type]
    assert isinstance(article, Article)
    return article.published, article.published_precision


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("<span>3 March 1998 14:05</span>", ("1998-03-03T14:05", "minute")),
        ("<div><i>By Jane Roe</i><br><font size=-1>March 3, 1998</font></div>", ("1998-03-03", "day")),
        ("<p class=x>Posted on 3.3.2019</p>", ("2019-03-03", "day")),
    ],
)
def test_the_date_in_the_lines_below_the_headline_counts(line: str, time: tuple[str, str]) -> None:
    """Old pages state it nowhere else; with its time of day where one is shown."""
    assert published(f"<title>Ferry to stop in May</title><h1>Ferry to stop in May</h1>{line}{BODY}") == time


def test_the_date_above_the_headline_is_the_day_of_the_crawl() -> None:
    """Mastheads show it."""
    markup = (
        "<title>Ferry to stop in May</title><div>March 9, 2020</div><h1>Ferry to stop in May</h1><p>March 3, 2020</p>"
        + BODY
    )
    assert published(markup) == ("2020-03-03", "day")


def test_what_the_page_states_to_machines_goes_first() -> None:
    """It has a zone, and no reader's format."""
    head = "<meta property='article:published_time' content='2020-03-03T10:00:00Z'>"
    markup = f"<head><title>x</title>{head}</head><h1>Ferry to stop</h1><p>March 5, 2020</p>{BODY}"
    assert published(markup) == ("2020-03-03T10:00:00+00:00", "second")


def test_a_date_in_the_report_is_not_when_it_was_published() -> None:
    """A sentence says more than a date."""
    time, _ = published(f"<title>Ferry to stop in May</title><h1>Ferry to stop in May</h1>{BODY}")
    assert time is None or not time.startswith("2018-05-01T10")


def test_the_last_change_is_read_off_the_same_lines() -> None:
    """Where the page states no time to machines."""
    line = "<p>Published March 3, 2019 | Updated: March 4, 2019 9:12am</p>"
    article = Clean().clean(Document("page", "html", f"<title>Ferry to stop</title><h1>Ferry to stop</h1>{line}{BODY}"))
    assert isinstance(article, Article)
    assert (article.published, article.updated) == ("2019-03-03", "2019-03-04T09:12")
    assert article.updated_precision == "minute"
