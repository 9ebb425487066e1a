"""Addresses of lists are asked for by the watch's rules."""

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.read import Unfetched
from firsthand.watch.fetch import Limits
from firsthand.watch.listed import Pages
from tests.watch.server import Page, Site

HERE = Limits(gap=0.0, private=True, bytes=1_000, seconds=5.0)
BODY = b"<p>The ferry stayed.</p>"


def test_a_page_is_had_with_its_charset(site: Site) -> None:
    site.pages["/a"] = Page(BODY, headers={"Content-Type": "text/html; charset=iso-8859-1"})
    answer = Pages(HERE)(f"{site.address}/a")
    assert (answer.body, answer.charset, answer.url) == (BODY, "iso-8859-1", f"{site.address}/a")


def test_robots_txt_is_asked_first_and_kept_to(site: Site) -> None:
    """Once a site."""
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /private\n")
    site.pages["/a"] = Page(BODY)
    pages = Pages(HERE)
    pages(f"{site.address}/a")
    with pytest.raises(Unfetched, match=r"robots\.txt") as e:
        pages(f"{site.address}/private/b")
    assert e.value.reason == "refused"
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/a", "http://[::1]/a", "http://10.0.0.1/a", "http://169.254.169.254/a", "ftp://a.example/", "x"],
)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    """Before anything is asked."""
    with pytest.raises(Unfetched) as e:
        Pages()(address)
    assert e.value.reason == "refused"


def test_a_redirect_is_checked_like_the_first_address(site: Site) -> None:
    """To a scheme that is not asked, and round and round."""
    site.pages["/out"] = Page(status=302, headers={"Location": "file:///etc/hostname"})
    site.pages["/round"] = Page(status=302, headers={"Location": "/round"})
    for path, reason in (("/out", "refused"), ("/round", "not-fetched")):
        with pytest.raises(Unfetched) as e:
            Pages(HERE)(f"{site.address}{path}")
        assert e.value.reason == reason


@pytest.mark.parametrize(("page", "reason"), [(Page(status=404), "http-status"), (Page(b"x" * 2_000), "not-fetched")])
def test_what_is_no_answer_says_why(site: Site, page: Page, reason: str) -> None:
    site.pages["/a"] = page
    with pytest.raises(Unfetched) as e:
        Pages(HERE)(f"{site.address}/a")
    assert e.value.reason == reason


def test_a_list_becomes_articles_and_what_gave_none_is_kept(site: Site, tmp_path: Path) -> None:
    """Under the addresses of the list, with what it says of them; the same list again asks again and adds nothing."""
    page = "<!doctype html><html><body><article><h1>Page</h1>" + "".join(
        f"<p>The ferry to Orrin stayed in the harbour on day {n}, the harbour office said.</p>" for n in range(4)
    )
    site.pages["/ferry"] = Page(page.encode(), headers={"Content-Type": "text/html"})
    rows = f"title,url,publish_date,media_name\nFerry stays,{site.address}/ferry,2031-03-03,Halden Courier\n"
    (tmp_path / "list.csv").write_text(rows + f"Gone,{site.address}/gone,2031-03-03,Halden Courier\n")
    corpus = Corpus(tmp_path / "c")
    added = corpus.add([tmp_path / "list.csv"], fetch=Pages(replace(HERE, bytes=100_000)))
    assert (added.stored, added.rejected) == (1, 1)
    (article,), (gone,) = corpus.tables().articles, corpus.tables().rejected
    assert (article.url, article.headline) == (f"{site.address}/ferry", "Ferry stays")
    assert (article.published, article.publisher) == ("2031-03-03", "Halden Courier")
    assert (gone.reason, gone.input) == ("http-status", f"{tmp_path / 'list.csv'}:3")
    again = corpus.add([tmp_path / "list.csv"], fetch=Pages(replace(HERE, bytes=100_000)))
    assert (again.stored, again.unchanged) == (0, 1)
