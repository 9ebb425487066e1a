"""Front page, speakers, outlets and pairs of articles in a real browser: opened, clicked, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.present.report import write_report
from tests.browsing import IN_BROWSER, listening
from tests.present.paired import WIRE_AND_BLOG, WIRE_AND_COAST, attacked, paired

PHONE, SCREEN = 360, 1600
PAIR, CHANGED = ("compare/{}~{}.html".format(*pair) for pair in (WIRE_AND_COAST, WIRE_AND_BLOG))
pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the invented corpus."""
    return write_report(paired(), tmp_path_factory.mktemp("site")).parent


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a corpus that attacks its readers."""
    return write_report(attacked(), tmp_path_factory.mktemp("hostile")).parent


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A page that notes every request that is not for a file, and every message."""
    context = browser.new_context(viewport={"width": SCREEN, "height": 900}, offline=True, reduced_motion="reduce")
    page = context.new_page()
    listening(page, requests=True)
    yield page
    context.close()


def every_view(site: Path) -> list[Path]:
    """The front page, and each page of speakers, outlets and pairs."""
    found = [
        site / "index.html",
        *(p for f in ("speakers", "outlets", "compare") for p in sorted((site / f).iterdir())),
    ]
    assert len(found) > 3
    return found


def opened(tab: Any, path: Path, width: int, fragment: str = "") -> None:
    """Open a page at a width, everything that folds away unfolded."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(path.as_uri() + fragment)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def until(tab: Any, true: str) -> None:
    """Wait for an expression to be true; the page's policy does not let the browser's own waiting evaluate text."""
    for _ in range(100):
        if tab.evaluate(true):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never true: {true}")


@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_no_view_scrolls_sideways_or_complains(tab: Any, site: Path, width: int) -> None:
    """Style sheets and scripts load under the policy, and nothing else is asked for."""
    for path in every_view(site):
        opened(tab, path, width)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
        assert tab.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert tab.heard == []


@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_no_script_of_a_document_runs(tab: Any, hostile: Path, width: int) -> None:
    """In no view, also where a passage is shown, passed over and clicked: the attack is read as text."""
    for path in every_view(hostile):
        opened(tab, path, width)
        for mark in tab.locator(".shared, .number").all():
            mark.dispatch_event("click")
        tab.wait_for_timeout(30)
        assert tab.evaluate("window.attacked") is None, path
        assert "<script>window.attacked=1</script>" in tab.locator("main").inner_text(), path
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
    assert tab.heard == []


def test_the_front_page_leads_on(tab: Any, site: Path) -> None:
    """From the most repeated statement to its reasons, its speaker, and back by the navigation."""
    tab.goto((site / "index.html").as_uri())
    tab.locator("#statements .because").first.click()
    tab.locator("details.why[open]").first.wait_for(state="visible")
    tab.goto((site / "index.html").as_uri())
    tab.get_by_role("link", name="Tessa Varga").first.click()
    assert tab.locator("h1").inner_text() == "Tessa Varga"
    tab.get_by_role("navigation", name="Places").get_by_role("link", name="Outlets").click()
    tab.locator("#outlets a", has_text="Norwire").click()
    assert tab.locator("h1").inner_text() == "Norwire"


def test_the_search_box_leads_to_the_search(tab: Any, site: Path) -> None:
    """With what was typed, by the keyboard."""
    tab.goto((site / "index.html").as_uri())
    tab.get_by_role("searchbox").first.focus()
    tab.keyboard.type("quay")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search.html?q=quay")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(tab: Any, site: Path) -> None:
    """On every view."""
    for path in every_view(site):
        tab.goto(path.as_uri())
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "main"


def test_all_that_can_be_clicked_can_be_reached_by_the_keyboard(tab: Any, site: Path) -> None:
    """In the order of the page, and it can be seen where one is."""
    for path in (site / PAIR, next((site / "speakers").iterdir()), site / "index.html"):
        tab.goto(path.as_uri())
        reachable = "[...document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]')]"
        tab.evaluate(f"window.all = {reachable}.filter(e => e.checkVisibility())")
        for n in range(tab.evaluate("all.length")):
            tab.keyboard.press("Tab")
            assert tab.evaluate(f"document.activeElement === all[{n}]"), (path.name, n)
            assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def long_pair(folder: Path) -> Path:
    """The page of two texts that do not fit beside each other without scrolling."""
    from dataclasses import replace

    from tests.present.invented import Made
    from tests.present.paired import passage

    made, body = Made(), [f"Paragraph {n} tells of quay {n} and of the ships that wait there." for n in range(80)]
    for number, name in enumerate(("First", "Second")):
        made.article(name, name, f"2031-03-0{number + 1}", f"Headline of {name}", "\n\n".join(body[20 * number :]))
    one, other = made.articles.values()
    said = "\n\n".join(body[30:50]), "\n\n".join(body[60:70])
    tables = replace(made.tables(), copies=[passage(one, other, words, words, "prose") for words in said])
    for key in made.articles:
        made.trace(key, "57a0e1c2b3d4f510", "own", "independent")
    made.story("57a0e1c2b3d4f510", "Ships wait", *made.articles)
    write_report(replace(tables, stories=made.stories, lineages=made.lineages), folder)
    return folder / f"compare/{one.id}~{other.id}.html"


def test_enter_on_a_passage_brings_its_partner_level(tab: Any, tmp_path: Path) -> None:
    """The other text scrolls to the same place, the address names the passage, both are marked."""
    opened(tab, long_pair(tmp_path), SCREEN)
    top = "e => Math.round(e.getBoundingClientRect().top)"
    tab.locator("#b2").focus()
    tab.keyboard.press("Enter")
    until(tab, "location.hash === '#p2'")
    assert abs(tab.locator("#a2").evaluate(top) - tab.locator("#b2").evaluate(top)) < 40
    assert tab.locator(".shared.active[data-passage='2']").count() >= 2
    assert tab.locator(".shared.active[data-passage='1']").count() == 0
    assert tab.locator(".stepper output").inner_text() == "Passage 2 of 2"


def test_a_click_within_a_passage_leads_to_the_same_place_of_the_other(tab: Any, tmp_path: Path) -> None:
    """Not to the passage's beginning only."""
    opened(tab, long_pair(tmp_path), SCREEN)
    here, there = (f"#{side} .shared[data-passage='1'][data-piece='12']" for side in "ba")
    tab.locator(here).scroll_into_view_if_needed()
    tab.locator(here).click()
    until(tab, "location.hash === '#p1'")
    tops = [tab.locator(e).evaluate("e => e.getBoundingClientRect().top") for e in (here, there)]
    assert abs(tops[0] - tops[1]) < 5
    assert tab.locator(here).inner_text() == tab.locator(there).inner_text()


def test_the_address_of_a_passage_shows_it(tab: Any, tmp_path: Path) -> None:
    """On a screen in both texts, on a phone where it is read passage by passage."""
    path = long_pair(tmp_path)
    opened(tab, path, SCREEN, "#p2")
    tab.wait_for_selector(".shared.active")
    for place in ("#a2", "#b2"):
        assert tab.locator(place).evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.top > 0 && r.top < innerHeight }"
        )
    opened(tab, path, PHONE)
    tab.goto(path.as_uri() + "#p2")
    until(tab, "Math.abs(document.querySelector('#p2').getBoundingClientRect().top) < 60")


def test_lines_join_the_passages_over_the_gap(tab: Any, site: Path) -> None:
    """As many as there are, of their kinds; on a phone, where there is no gap, the list comes first."""
    opened(tab, site / PAIR, SCREEN)
    tab.wait_for_selector(".gap .ribbon[d]")
    kinds = tab.eval_on_selector_all(".gap .ribbon", "all => all.map(e => e.classList[1])")
    assert kinds == ["prose", "quotation", "public"]
    drawn = tab.eval_on_selector_all(".gap .ribbon", "all => all.map(e => e.getBBox().width)")
    assert all(width > 40 for width in drawn)
    assert tab.locator(".map .view").count() == 2
    first = "e => e.compareDocumentPosition(document.querySelector('.side')) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert not tab.locator("#passages").evaluate(first)
    tab.set_viewport_size({"width": PHONE, "height": 900})
    until(tab, f"({first})(document.querySelector('#passages'))")
    assert not tab.locator(".gap").is_visible() and not tab.locator(".map").first.is_visible()


def test_a_map_leads_into_its_text(tab: Any, tmp_path: Path) -> None:
    """A click far down in it shows the end of that text."""
    opened(tab, long_pair(tmp_path), SCREEN)
    box = tab.locator("[data-map=a]").bounding_box()
    tab.locator("[data-map=a] .track").click(position={"x": 1, "y": box["height"] - 4})
    assert tab.locator("#a .pane-text").evaluate("e => e.scrollTop") > 500
    assert tab.locator("#b .pane-text").evaluate("e => e.scrollTop") == 0


def test_buttons_go_from_passage_to_passage(tab: Any, site: Path) -> None:
    """By the keyboard, round and round."""
    opened(tab, site / PAIR, SCREEN)
    tab.get_by_role("button", name="Next passage").focus()
    told = []
    for _ in range(4):
        tab.keyboard.press("Enter")
        told.append(tab.locator(".stepper output").inner_text())
    assert [words.split()[1] for words in told] == ["1", "2", "3", "1"]


def test_a_pair_is_whole_without_scripts(browser: Any, site: Path) -> None:
    """Both texts, the passages, the changes; a number leads to the other text."""
    context = browser.new_context(viewport={"width": SCREEN, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / CHANGED).as_uri())
    assert page.locator(".differs").all_inner_texts() == ["word", "a single", "any"]
    assert page.locator("#passages del", has_text="a single").count() == 1
    page.locator("#a1").click()
    assert page.url.endswith("#b1")
    context.close()


def test_print_shows_both_texts_whole(tab: Any, site: Path) -> None:
    """Nothing that scrolls is cut, and what cannot be clicked on paper is gone."""
    opened(tab, site / PAIR, SCREEN)
    tab.emulate_media(media="print")
    for pane in tab.locator(".pane-text").all():
        assert pane.evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    assert not tab.locator(".places").is_visible() and not tab.locator(".stepper").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_axe_finds_nothing_serious(browser: Any, site: Path, width: int, scheme: str) -> None:
    """Contrast, names, roles, order of headings: axe-core, from its package, in the page."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed: uv sync --group dev"
    )
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True)
    page, found = context.new_page(), []
    speaker, outlet = (next(iter(sorted((site / f).iterdir()))) for f in ("speakers", "outlets"))
    for path in (site / "index.html", speaker, outlet, site / PAIR, site / CHANGED):
        opened(page, path, width)
        told = axe.Axe().run(page).response["violations"]
        found += [
            (path.parent.name, v["id"], v["nodes"][0]["html"][:160])
            for v in told
            if v["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []
