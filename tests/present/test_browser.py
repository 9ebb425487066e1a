"""The report in a real browser, from disk, at the width of a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.present.report import write_report
from tests.browsing import IN_BROWSER, listening
from tests.present.invented import HARBOUR, hostile, reprints, tables

pytestmark = IN_BROWSER


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page 360 px wide that notes every request that is not for a file, and every message."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, offline=True)
    page = context.new_page()
    listening(page, requests=True)
    yield page
    context.close()


def width(page: Any) -> int:
    """How wide the page is."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("name", ["index.html", f"stories/{HARBOUR}.html", "lists/stories-1.html"])
def test_a_phone_need_not_scroll_sideways(page: Any, tmp_path: Path, name: str) -> None:
    """Also with everything opened; style sheet and script are loaded under the policy, nothing else is asked for."""
    write_report(tables(), tmp_path)
    page.goto((tmp_path / name).as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert page.get_by_role("button", name="Open all reasons").count() == name.startswith("stories")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert width(page) <= 360
    assert page.heard == []


def test_no_script_of_a_document_runs(page: Any, tmp_path: Path) -> None:
    """Neither in the story nor on the front page; the attack does not even make the page wide."""
    write_report(hostile(), tmp_path)
    for path in sorted(tmp_path.rglob("*.html")):
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.wait_for_timeout(50)
        assert page.evaluate("window.attacked") is None
        assert width(page) <= 360, path
    assert page.heard == []


def test_a_link_into_a_closed_part_opens_it(page: Any, tmp_path: Path) -> None:
    """What is collapsed can be linked to."""
    made = reprints(80, 3)
    write_report(made, tmp_path)
    (story,) = (tmp_path / "stories").iterdir()
    page.goto(f"{story.as_uri()}")
    last = page.evaluate("[...document.querySelectorAll('.rest .articles > li')].at(-1).id")
    assert not page.locator(f"#{last}").is_visible()
    page.goto(f"{story.as_uri()}#{last}")
    page.wait_for_timeout(100)
    assert page.locator(f"#{last}").is_visible()
