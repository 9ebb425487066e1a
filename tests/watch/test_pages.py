"""The pages behind the entries of a feed: what is asked for, when, and what stands where there is none."""

from pathlib import Path
from typing import Any

import pytest

from firsthand.store.watching import Watching
from firsthand.watch import pages
from tests.watch.server import Page, Site
from tests.watch.test_rounds import BRIDGE, FIRE, Desk

SUMMARY = "The bridge over the Lind is open."


def html(text: str, headline: str = "Bridge over the Lind opens") -> bytes:
    body = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    article = f"<article><h1>{headline}</h1>{body}</article>"
    return f"<html><head><title>{headline}</title></head><body>{article}</body></html>".encode()


def feed(site: Site, *names: str) -> Page:
    items = "".join(
        f"<item><title>News {name}</title><link>{site.address}/{name}</link><guid>{name}</guid>"
        f"<description>{SUMMARY}</description></item>"
        for name in names
    )
    return Page(f'<rss version="2.0"><channel><title>Halden Courier</title>{items}</channel></rss>'.encode())


def due_now(desk: Desk) -> None:
    """Let an hour pass for the pages."""
    with Watching(desk.corpus.path) as state:
        state._connection.execute("UPDATE watch_pages SET due = 0 WHERE due < 1e11")


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    site.pages = {"/feed": feed(site, "bridge"), "/bridge": Page(html(BRIDGE.format("nine")), headers={"ETag": '"1"'})}
    return Desk(tmp_path, f"{site.address}/feed", pages=True)


def texts(desk: Desk) -> list[str]:
    return sorted(a.text for a in desk.corpus.tables().articles)


def test_what_an_entry_links_to_is_read_and_nothing_further(site: Site, desk: Desk) -> None:
    """The page is the article, under the entry's address, time and publisher; its own links are not followed."""
    site.pages["/bridge"].body = html(BRIDGE.format("nine") + f'\nSee <a href="{site.address}/more">more</a> on tolls.')
    assert desk.round() == [("new story", "News bridge")]
    (article,) = desk.corpus.tables().articles
    assert "nine million crowns" in article.text
    assert (article.url, article.publisher) == (f"{site.address}/bridge", "Halden Courier")
    assert "/more" not in site.paths()


def test_a_page_is_asked_whether_it_changed_and_its_edit_is_told_and_not_counted(site: Site, desk: Desk) -> None:
    """Both versions are kept; the superseded one stands in no story, statement, copy or lineage."""
    desk.round()
    assert desk.round() == []  # not due
    due_now(desk)
    assert desk.round() == []
    asked = [headers.get("if-none-match") for _, path, headers, _ in site.asked if path == "/bridge"]
    assert asked == [None, '"1"']

    site.pages["/bridge"] = Page(html(BRIDGE.format("ten")), headers={"ETag": '"2"'})
    due_now(desk)
    assert desk.round() == [("edited article", "News bridge")]
    tables = desk.corpus.tables()
    assert len(tables.articles) == 2
    (superseded,) = tables.superseded
    (later,) = (a for a in tables.articles if "ten million" in a.text)
    assert superseded.by == later.id
    assert [s.articles for s in tables.stories] == [(later.id,)]
    assert [line.article for line in tables.lineages] == [later.id]
    assert tables.copies == []
    desk.corpus.link()  # the whole agrees
    assert [s.articles for s in desk.corpus.tables().stories] == [(later.id,)]


def test_an_edit_that_is_taken_back_is_the_article_again(site: Site, desk: Desk) -> None:
    for number, amount in enumerate(("nine", "ten", "nine")):
        site.pages["/bridge"] = Page(html(BRIDGE.format(amount)), headers={"ETag": f'"{number}"'})
        desk.round()
        due_now(desk)
    tables = desk.corpus.tables()
    (story,) = tables.stories
    (article,) = (a for a in tables.articles if a.id in story.articles)
    assert "nine million" in article.text
    assert [s.by for s in tables.superseded] == [article.id]


@pytest.mark.parametrize(
    ("answer", "robots"),
    [
        (Page(status=404), b""),
        (Page(html("x")), b"User-agent: *\nDisallow: /bridge"),
        (Page(b"%PDF-1.4", headers={"Content-Type": "application/pdf"}), b""),
    ],
)
def test_where_there_is_no_page_the_entry_stands_and_it_is_said(
    site: Site, desk: Desk, answer: Page, robots: bytes
) -> None:
    site.pages.update({"/bridge": answer, "/robots.txt": Page(robots)})
    assert desk.round() == [("new story", "News bridge")]
    assert SUMMARY in texts(desk)[0]
    assert len(desk.warned) == 1
    assert "read as the feed has it" in desk.warned[0]
    due_now(desk)
    desk.round()
    assert desk.warned == []


def test_a_page_that_fails_is_tried_again_before_the_entry_stands(site: Site, desk: Desk) -> None:
    site.pages["/bridge"] = Page(status=503)
    for _ in range(pages.MOST_FAILURES - 1):
        assert desk.round() == []
        due_now(desk)
    assert desk.round() == [("new story", "News bridge")]
    assert site.paths().count("/bridge") == pages.MOST_FAILURES


def test_no_more_pages_of_a_site_than_so_many_a_round(site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read in the next rounds."""
    monkeypatch.setattr(pages, "MOST_OF_SITE", 1)
    site.pages["/feed"] = feed(site, "bridge", "fire")
    site.pages["/fire"] = Page(html(FIRE, "Fire at Brekke harbour"))
    told = [desk.round() for _ in range(3)]
    assert [len(alerts) for alerts in told] == [1, 1, 0]


@pytest.mark.parametrize("place", ["visited", "stored"])
def test_a_round_cut_off_between_pages_loses_and_doubles_nothing(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    site.pages["/feed"] = feed(site, "bridge", "fire")
    site.pages["/fire"] = Page(html(FIRE, "Fire at Brekke harbour"))
    real, calls = getattr(Watching, place), []

    def cut(*given: Any, **named: Any) -> Any:
        calls.append(place)
        if len(calls) == (2 if place == "visited" else 1):
            raise KeyboardInterrupt
        return real(*given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Watching, place, cut)
        with pytest.raises(KeyboardInterrupt):
            desk.round()
    assert sorted(desk.round()) == [("new story", "News bridge"), ("new story", "News fire")]
    tables = desk.corpus.tables()
    assert len(tables.articles) == 2
    assert tables.duplicates == []
