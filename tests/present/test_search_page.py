"""Searching a folder on disk: what the data hold, and that the script finds what the catalog finds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.query import parse
from firsthand.present.report import search_data
from firsthand.present.report.search_data import bounds
from firsthand.present.report.site import write_report
from tests.browsing import NEEDS_CHROMIUM, listening
from tests.present.catalog.conftest import catalog as catalog
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import Made, hostile, tables


def data(catalog: Catalog) -> dict[str, Any]:
    """Return the search data as a browser reads them."""
    script = b"".join(search_data.search_data(catalog)).decode()
    head, _, body = script.partition("globalThis.firsthandSearch=")
    assert head == '"use strict";\n' and body.endswith(";\n")
    found: dict[str, Any] = json.loads(body[:-2])
    return found


def test_the_data_have_a_row_for_each_article(catalog: Catalog) -> None:
    """The newest first, with what a hit shows and what it is found by."""
    found = data(catalog)
    assert len(found["rows"]) == 12
    headline, text, path, outlet, origin, language, day, when, speakers = found["rows"][0]
    assert headline == "Forty ships wait outside Ellmar" and text.startswith("Ellmar’s crane drivers")
    assert path.startswith("stories/57a0e1c2b3d4f507.html#a-")
    assert found["names"]["outlet"][outlet] == "Radio Lakeland" and found["names"]["origin"][origin] == "own reporting"
    assert (language, day, when, speakers) == ("en", "2031-03-05", "5 March 2031, 08:30 UTC", [])


def test_the_data_are_bounded_and_the_page_says_what_is_left_out(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest articles, their texts as long as together they may be."""
    assert bounds(catalog).whole
    monkeypatch.setattr(search_data, "ARTICLES", 5)
    monkeypatch.setattr(search_data, "CHARACTERS", 700)
    found = bounds(catalog)
    rows = data(catalog)["rows"]
    assert len(rows) == found.kept == 5 and sum(len(row[1]) for row in rows) <= 700 + 5 * len(" …")
    assert found.cut == sum(row[1].endswith(" …") for row in rows) > 0
    write_report(tables(), tmp_path)
    html = (tmp_path / "search.html").read_text(encoding="utf-8")
    assert "Only the newest 5 articles of 12" in html and f"{found.length} characters" in html


def test_a_text_ends_neither_its_string_nor_the_script(tmp_path: Path) -> None:
    """Data only, whatever a document holds."""
    catalog = catalog_with(hostile(), tmp_path)
    script = b"".join(search_data.search_data(catalog)).decode()
    assert not set("<>&\u2028\u2029\u202e\x1b") & set(script)
    assert any("<script>" in row[0] for row in data(catalog)["rows"])


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A tab 360 px wide that notes every message and every request that is not for a file."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, offline=True)
    tab = context.new_page()
    listening(tab, requests=True)
    yield tab
    context.close()


@pytest.mark.browser
@NEEDS_CHROMIUM
def test_the_script_finds_what_the_catalog_finds(tab: Any, tmp_path: Path, catalog: Catalog) -> None:
    """The same articles for the same question, with the same sentences and marks."""
    write_report(tables(), tmp_path)
    for question in (
        "harbour",
        '"any hour" speaker:holt',
        "crane* -",
        "décharge*",
        'outlet:"coastal daily" outlet:times after:2031-03-03',
        "day:2031-03 origin:norwire language:EN",
        "before:2031-03-04 varga",
        "after:soon eels",
        "zeppelin",
    ):
        tab.goto(f"{(tmp_path / 'search.html').as_uri()}?{urlencode({'q': question})}")
        expected = catalog.search(parse(question, limit=20))
        total = tab.inner_text("#results .total")
        assert total.split()[0] == str(expected.total), question
        assert set(tab.locator(".hit h2").all_inner_texts()) == {h.article.headline for h in expected.hits}
        marked = {mark for h in expected.hits for a, b in h.marks for mark in [h.sentence[a:b]]}
        assert set(tab.locator(".hit mark").all_inner_texts()) == marked, question
        shown = {h.sentence for h in expected.hits if h.marks}
        assert shown <= set(tab.locator(".hit .found").all_inner_texts()), question
    assert tab.heard == []


@pytest.mark.browser
@NEEDS_CHROMIUM
def test_searching_by_keyboard_on_a_phone(tab: Any, tmp_path: Path) -> None:
    """Typing shows hits, what narrows them are links, and nothing needs more width."""
    write_report(tables(), tmp_path)
    tab.goto((tmp_path / "search.html").as_uri())
    assert tab.locator("#results").is_hidden()
    tab.focus("#q")
    tab.keyboard.type("cranes")
    assert tab.inner_text("#results .total") == "4 articles"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**q=cranes")
    tab.get_by_role("region", name="Outlet").get_by_role("link", name="Valdoria Today").click()
    tab.wait_for_url("**outlet**")
    assert tab.inner_text("#results .total") == "1 article"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.locator(".hit h2 a").click()
    tab.wait_for_url("**/stories/**")
    assert tab.heard == []


@pytest.mark.browser
@NEEDS_CHROMIUM
def test_no_script_of_a_document_runs_in_a_search(tab: Any, tmp_path: Path) -> None:
    """Neither of the data nor of the question."""
    write_report(hostile(), tmp_path)
    question = "window <img src=x onerror=window.attacked=1>"
    tab.goto(f"{(tmp_path / 'search.html').as_uri()}?{urlencode({'q': 'attacked'})}")
    assert tab.locator(".hit").count() > 0
    tab.goto(f"{(tmp_path / 'search.html').as_uri()}?{urlencode({'q': question})}")
    assert tab.evaluate("window.attacked") is None
    assert tab.heard == []


def test_a_sentence_ends_with_its_line(tmp_path: Path) -> None:
    """A caption is not read into the text below it: lines stay apart in the data."""
    made = Made()
    made.article("a", "The Lantern", "2031-03-05", "Head", "Photograph: Ole Varga\n\nThe quay is open.")
    (row,) = data(catalog_with(made.tables(), tmp_path))["rows"]
    assert row[1] == "Photograph: Ole Varga\n\nThe quay is open."
