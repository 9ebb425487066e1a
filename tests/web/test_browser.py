"""The server in a real browser: under its own policy, at both widths, by keyboard, and with a document that attacks."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.api import Corpus
from firsthand.present.catalog import catalog_of
from tests.browsing import IN_BROWSER, listening
from tests.corpora import copied
from tests.web.test_server import Server, running

SCRIPT = "<script>window.attacked=1</script><img src=x onerror='window.attacked=1'>"
pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def server(linked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own corpus, with a document whose every text is an attack."""
    folder = copied(linked, tmp_path_factory.mktemp("served") / "c")
    text = (
        "Pilots vote\n\nThe pilots of Ellmar voted on Monday for a pier of their own, which the town will pay for.\n\n"
        "“We have waited for nine years,” said Tessa Varga, who speaks for them.\n\n"
        f"The town {SCRIPT} had offered them a share of the old one, {SCRIPT} and they had said no.\n"
    )
    said = {"text": text, "publisher": SCRIPT, "title": SCRIPT, "url": f"https://x.example/?{SCRIPT}", "id": SCRIPT}
    (folder / "attack.jsonl").write_text(json.dumps(said) + "\n", encoding="utf-8")
    Corpus(folder).trace([folder / "attack.jsonl"])
    catalog_of(folder)
    with running(folder) as started:
        yield started


@pytest.fixture(params=[360, 1600])
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page that notes what its console says: a breach of the policy is said there."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    opened = context.new_page()
    listening(opened)
    yield opened
    context.close()


def text_of(server: Server) -> str:
    folder = re.search(r"Serving (.+) at ", server.said)
    assert folder
    articles = Corpus(Path(folder[1])).tables().articles
    return next(a.text for a in articles if a.external_id == "harbor-02-courier")


def test_a_text_is_pasted_and_answered(page: Any, server: Server) -> None:
    """With the keyboard alone; the page is as wide as the window, and its links lead to the story."""
    page.goto(f"http://127.0.0.1:{server.port}/check.html")
    page.get_by_label("The text of an article").focus()
    page.keyboard.insert_text(text_of(server))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Who else has it").wait_for(timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert page.url.endswith("/check.html")
    page.locator("#story a").first.click()
    assert "/stories/" in page.url
    assert page.heard == []


def test_no_script_of_a_document_runs_in_any_page(page: Any, server: Server) -> None:
    waiting = ["/", "/search.html?q=pilots", "/lists/outlets-1.html", "/corrections.html", "/check.html", "/none.html"]
    seen = set[str]()
    shown = 0
    while waiting and len(seen) < 25:
        path = waiting.pop(0)
        seen.add(path)
        page.goto(f"http://127.0.0.1:{server.port}{path}")
        assert page.evaluate("window.attacked") is None, path
        shown += "&lt;script&gt;window.attacked" in page.content()
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], path
        found = page.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.pathname || '')")
        waiting += [p for p in dict.fromkeys(found) if p not in seen and p not in waiting and p.endswith(".html")]
    assert shown and [line for line in page.heard if "404" not in line] == []


def test_a_pair_is_called_wrong_and_that_is_taken_back(browser: Any, server: Server) -> None:
    """By clicking what the pages show."""
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.port}/index.html")
    page.locator("#stories a[href^='stories/']").first.click()
    page.goto(f"http://127.0.0.1:{server.port}/" + re.findall(r"compare/[0-9a-f]+~[0-9a-f]+\.html", page.content())[0])
    page.get_by_role("button", name="Wrong").click()
    page.get_by_role("button", name="Take it back").click(timeout=90_000)
    page.get_by_role("heading", name="Taken back").wait_for(timeout=90_000)
    page.close()
