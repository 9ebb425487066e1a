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


def test_a_day_behind_a_line_break_below_a_name() -> None:
    """Old pages set byline and day in one element."""
    line = "<font>By Jane Roe, Post Staff Writer<br>Tuesday, March 3, 1998</font>"
    assert published(f"<title>Ferry stops in May</title><b>Ferry stops in May</b>{line}{BODY}") == ("1998-03-03", "day")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ('<header><time datetime="2019-06-01">1 June 2019</time></header>', ""),
        ("", '<aside><time datetime="2019-05-20T08:00">20 May</time><a href="/x">Tram saved</a></aside>'),
    ],
)
def test_times_of_the_sites_head_and_of_other_reports_do_not_count(above: str, below: str) -> None:
    """The report's own is the one that stands with it; the head of an article may hold it."""
    title = "<h1>Ferry stops in May</h1>"
    assert published(f"{above}{title}<p>March 3, 2019</p>{BODY}{below}") == ("2019-03-03", "day")
    own = '<header><time datetime="2019-03-03T10:00">today</time></header>'
    assert published(f"{above}<article>{own}{title}{BODY}</article>{below}") == ("2019-03-03T10:00", "minute")


def test_a_chinese_line_of_day_and_source() -> None:
    """The agency behind it is no reason to leave it."""
    line = "<div>2019年03月03日 14:20 来源：新华社</div>"
    assert published(f"<h1>Ferry stops in May</h1>{line}{BODY}") == ("2019-03-03T14:20", "minute")
