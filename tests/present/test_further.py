"""Further pages of a story: every statement is shown somewhere, and links lead there."""

import re
from pathlib import Path

import pytest

from firsthand.present import limits
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.limits import PART
from firsthand.present.report import write_report
from firsthand.present.report.environment import rendered
from firsthand.present.report.filters import further_path, statement_page
from firsthand.present.report.pages import numbered, page
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import HARBOUR, tables
from tests.present.test_story_page import crowded

STORY = "5700000000000008"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A story of 300 articles with 660 statements, 600 of them in one article only."""
    return catalog_with(crowded(300), tmp_path_factory.mktemp("crowded"))


def html(catalog: Catalog, path: str) -> str:
    """The HTML of a page, empty where there is none."""
    found = page(catalog, path)
    return rendered(found, path) if found else ""


def test_a_link_to_any_statement_lands_where_it_is_shown(catalog: Catalog) -> None:
    """On the story's page, or on the further page that its row names; no page shows one twice."""
    rows = catalog.statements(story=STORY, limit=1_000)
    assert len(rows) == 660 and {row.part for row in rows} == {0, 1, 2, 3, 4}
    made = {part: html(catalog, further_path(STORY, part)) for part in range(5)}
    for row in rows:
        anchor = statement_page(row.id, STORY, row.part).partition("#")[2]
        assert [n for n, shown in made.items() if f'id="{anchor}"' in shown] == [row.part]


def test_a_further_page_says_what_it_shows_and_leads_on(catalog: Catalog) -> None:
    """Which statements of how many, the page before and after, and the story."""
    second = html(catalog, f"stories/{STORY}~2.html")
    assert f"Page 2 of 4. Numbers {PART + 1} to {2 * PART} of 372 statements" in second
    assert f'href="../stories/{STORY}~1.html">← Page 1' in second
    assert f'href="../stories/{STORY}~3.html">Page 3 →' in second
    assert f'<a href="../stories/{STORY}.html">← The story</a>' in second
    assert re.search(rf'href="../stories/{STORY}.html#a-[0-9a-f]+"', second)


@pytest.mark.parametrize("name", ["~0", "~5", "~01", "~-1", "~x", "~999999999", "~1~1"])
def test_there_are_no_other_pages(catalog: Catalog, name: str) -> None:
    """A number that no page has is no address."""
    assert html(catalog, f"stories/{STORY}{name}.html") == ""


def test_every_link_to_a_statement_has_its_target(catalog: Catalog) -> None:
    """From lists, speakers and the story itself, its matrix included: the page is there, and the anchor in it."""
    stories = [f"stories/{STORY}.html", *(f"stories/{STORY}~{n}.html" for n in range(1, 5))]
    lists = [path for path in numbered(catalog) if path.startswith("lists/statements")]
    speakers = [f"speakers/{key}.html" for key in list(catalog.ids("speaker"))[::20]]
    pages = {path: html(catalog, path) for path in ("index.html", *stories, *lists, *speakers)}
    anchors = {name: set(re.findall(r'id="(statement-[0-9a-f]+)"', text)) for name, text in pages.items()}
    links = 0
    for name, text in pages.items():
        for path, anchor in re.findall(r'href="(?:\.\./)?([a-z0-9/~.-]*)#(statement-[0-9a-f]+)"', text):
            links += 1
            assert anchor in anchors[path or name], (name, path, anchor)
    assert links > 600


def test_a_report_has_the_further_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And takes away those that are none any more."""
    monkeypatch.setattr("firsthand.present.limits._PLAIN", {**limits.most_of(0, 0), "statements": 1, "hidden": 0})
    monkeypatch.setattr("firsthand.present.catalog.catalog.FEWEST", 1)
    monkeypatch.setattr("firsthand.present.catalog.summing.FEWEST", 1)
    write_report(tables(), tmp_path)
    (made,) = (tmp_path / "stories").glob("*~*")
    assert made.name == f"{HARBOUR}~1.html" and "Further statements" in made.read_text(encoding="utf-8")
    monkeypatch.undo()
    write_report(tables(), tmp_path)
    assert not list((tmp_path / "stories").glob("*~*"))
