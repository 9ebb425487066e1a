"""The page of a story in a real browser: read, clicked, filtered, at the width of a phone and of a screen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firsthand.model import Copy
from firsthand.present.report import write_report
from tests.browsing import IN_BROWSER, listening
from tests.present.invented import COST, HARBOUR, reprints, tables
from tests.present.test_story_page import crowded

pytestmark = IN_BROWSER
WIDTHS = (360, 768, 1200, 1600)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the invented corpus, with a pair that shares a passage."""
    made = tables()
    one, other = (next(a.id for a in made.articles if a.external_id == key) for key in ("wire", "coast"))
    copied = Copy(one, 60, 160, other, 50, 150, 100, "prose", 20, 0, 0.3, 0.6)
    return write_report(replace(made, copies=[copied]), tmp_path_factory.mktemp("site")).parent


def opened(browser: Any, path: Path, width: int = 1200, **options: Any) -> Any:
    """A page at ``path``; a script error or a refusal of the policy fails the test."""
    page = browser.new_context(viewport={"width": width, "height": 900}, offline=True, **options).new_page()
    listening(page)
    page.goto(path.as_uri())
    assert page.heard == []
    return page


@pytest.fixture
def harbour(browser: Any, site: Path) -> Iterator[Any]:
    """The story's page on a screen."""
    page = opened(browser, site / "stories" / f"{HARBOUR}.html")
    yield page
    assert page.heard == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_names_in_the_bar_fit_it(browser: Any, site: Path, width: int) -> None:
    """Cut with an ellipsis where they do not; nothing makes the page wider than its window."""
    page = opened(browser, site / "stories" / f"{HARBOUR}.html", width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    spilt = """[...document.querySelectorAll('.bar .label')].filter((label) => {
        const box = label.closest('svg').getBoundingClientRect(), own = label.getBoundingClientRect();
        return own.right > box.right + 1 || getComputedStyle(label).textOverflow !== 'ellipsis';
    }).length"""
    assert page.locator(".bar .label").count() == 3 and page.evaluate(spilt) == 0
    page.context.close()


def test_a_click_on_an_arrow_opens_its_spans(harbour: Any) -> None:
    """Below the drawing, with the way to both articles; closed again by its button."""
    arrow = harbour.locator(".drawing a.curve", has=harbour.get_by_text("Norwire → Coastal Daily")).locator("text")
    arrow.click()
    panel = harbour.locator("#evidence")
    assert panel.is_visible()
    assert "232 characters are the same" in panel.inner_text()
    assert "The harbour of Ellmar will stay open" in panel.inner_text()
    panel.get_by_role("link", name="Both side by side").click()
    assert "/compare/" in harbour.url
    harbour.go_back()
    harbour.locator(".drawing a.box", has_text="Norwire").first.click()
    harbour.get_by_role("button", name="Close").click()
    assert not panel.is_visible()


def test_a_box_of_reprints_opens(browser: Any, tmp_path: Path) -> None:
    """Those that it stands for, by name and time."""
    write_report(reprints(30, 2), tmp_path)
    (path,) = (p for p in (tmp_path / "stories").iterdir() if "~" not in p.name)
    page = opened(browser, path)
    page.locator(".drawing a.box", has_text="+28").click()
    assert page.locator("#evidence .members li").count() == 28
    page.context.close()


def test_the_matrix_turns_to_the_rarest_and_back(harbour: Any) -> None:
    """By a button in its head, also by keyboard; who hears the page is told the order."""
    reach = "[...document.querySelectorAll('#coverage tbody:first-of-type tr')].map(r => +r.dataset.reach)"
    button = harbour.locator("#coverage [data-sort] button").first
    assert harbour.evaluate(reach) == [7, 4, 4]
    button.focus()
    harbour.keyboard.press("Enter")
    assert harbour.evaluate(reach) == [4, 4, 7]
    assert harbour.locator("#coverage [data-sort]").first.get_attribute("aria-sort") == "ascending"
    harbour.keyboard.press("Enter")
    assert harbour.evaluate(reach) == [7, 4, 4]


def shown(page: Any) -> tuple[int, int]:
    """How many articles and statements are seen."""
    count = "(s) => [...document.querySelectorAll(s)].filter(n => !n.hidden).length"
    return page.evaluate(count, "#articles li[data-when]"), page.evaluate(count, "#statements [data-when]")


def test_a_time_is_chosen_by_keyboard(harbour: Any) -> None:
    """Two ends that the arrow keys move; what is left is said, and all comes back."""
    assert shown(harbour) == (8, 3)
    end = harbour.get_by_role("slider", name="To")
    end.focus()
    harbour.keyboard.press("Home")
    assert shown(harbour) == (2, 3)
    said = harbour.get_by_role("status").inner_text()
    assert said == "3 March, 08:00 to 3 March, 09:00: 2 of 8 articles, 3 of 3 statements"
    assert end.get_attribute("aria-valuetext") == "3 March, 09:00"
    start = harbour.get_by_role("slider", name="From")
    start.focus()
    harbour.keyboard.press("End")
    assert shown(harbour) == (1, 1)
    harbour.get_by_role("button", name="Show all").click()
    assert shown(harbour) == (8, 3)


def test_a_time_is_chosen_by_dragging(harbour: Any) -> None:
    """From either side."""
    field = harbour.locator(".field")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    harbour.mouse.move(box["x"] + box["width"] * 0.12, box["y"] + 12)
    harbour.mouse.down()
    harbour.mouse.move(box["x"] + box["width"] * 0.01, box["y"] + 12)
    harbour.mouse.up()
    assert shown(harbour)[0] == 6
    assert harbour.locator(".window").is_visible()


def test_without_scripts_the_page_is_whole(browser: Any, site: Path) -> None:
    """Nothing waits for a script, and nothing is offered that only one could do."""
    page = opened(browser, site / "stories" / f"{HARBOUR}.html", java_script_enabled=False)
    assert page.get_by_text("Drag over the lanes").is_visible() is False
    assert page.locator(".dots circle").count() == 7
    page.locator(f"#statement-{COST} .wordings > summary").click()
    assert page.locator(f"#statement-{COST} .printed").first.is_visible()
    page.locator("#lineage .seen-in > summary").first.click()
    assert page.locator(".tree").get_by_text("The dateline reads “(Norwire)”.").first.is_visible()
    assert page.locator("#coverage td").first.is_visible()
    page.context.close()


def test_a_phone_has_the_list_in_place_of_the_drawing(browser: Any, site: Path) -> None:
    """The same links, and no picture that must be pushed about."""
    page = opened(browser, site / "stories" / f"{HARBOUR}.html", 360)
    assert not page.locator(".drawing").is_visible()
    assert page.locator("#lineage .tree li b").count() == 8
    page.context.close()


def test_a_filter_reaches_into_closed_lists(browser: Any, tmp_path: Path) -> None:
    """Of 80 articles 20 stand behind a click; those of the chosen time are seen."""
    write_report(reprints(80, 3), tmp_path)
    (path,) = (p for p in (tmp_path / "stories").iterdir() if "~" not in p.name)
    page = opened(browser, path)
    page.get_by_role("slider", name="From").focus()
    page.keyboard.press("End")
    (last,) = {page.evaluate("[...document.querySelectorAll('#articles li[data-when]')].filter(n => !n.hidden)[0].id")}
    assert page.locator(f"#{last}").is_visible()
    page.context.close()


def test_a_crowded_story_is_painted_before_its_end_is_read(browser: Any, tmp_path: Path) -> None:
    """Sections are laid out as they come into sight: the first paint does not wait for a script."""
    write_report(crowded(130), tmp_path)
    (path,) = (p for p in (tmp_path / "stories").iterdir() if "~" not in p.name)
    page = opened(browser, path, 360)
    assert page.evaluate("performance.getEntriesByName('first-contentful-paint').length") == 1
    assert page.evaluate("[...document.scripts].every(s => s.defer)")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing_serious(browser: Any, site: Path, width: int, scheme: str) -> None:
    """Contrast, names, roles, order of headings, with everything opened and a time chosen."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed: uv sync --group dev"
    )
    page = opened(browser, site / "stories" / f"{HARBOUR}.html", width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.get_by_role("slider", name="To").press("ArrowLeft")
    told = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in told if v["impact"] in ("serious", "critical")] == []
    page.context.close()
