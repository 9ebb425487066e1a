"""Which address leads to which page, and what the static folder holds."""

import re
from pathlib import Path

import pytest

from firsthand.present.catalog.catalog import Catalog
from firsthand.present.report import pages
from firsthand.present.report.environment import Served, rendered
from firsthand.present.report.pages import numbered, page
from firsthand.present.report.site import write_report
from firsthand.present.safe import slug
from tests.present.catalog.conftest import catalog as catalog
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import HARBOUR, hostile, reprints, tables


def test_every_kind_of_page_has_its_path(catalog: Catalog) -> None:
    """On disk as served."""
    ids = {a.external_id: a.id for a in tables().articles}
    expected = {
        "index.html": "index.html",
        f"stories/{HARBOUR}.html": "story.html",
        f"compare/{ids['wire']}~{ids['post']}.html": "compare.html",
        f"speakers/{catalog.speakers()[0].key}.html": "speaker.html",
        f"outlets/{catalog.outlets()[0].key}.html": "outlet.html",
        "lists/stories-1.html": "list.html",
        "lists/one-origin-1.html": "list.html",
        "search.html": "search.html",
    }
    for path, template in expected.items():
        found = page(catalog, path)
        assert found is not None and found.template == template, path
        assert rendered(found, path).startswith("<!doctype html>"), path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "stories.html",
        "stories/.html",
        "stories/0000000000000000.html",
        "stories/../index.html",
        "lists/stories-0.html",
        "lists/stories-2.html",
        "lists/stories-99999999999999999999.html",
        "lists/nothing-1.html",
        "lists/stories.html",
        f"compare/{HARBOUR}.html",
        "compare/a~b.html",
        "compare/a~b~c.html",
        "speakers/%2e.html",
        "outlets/x'.html",
        "check.html",
        "index.html\n",
        "assets/site.css",
    ],
)
def test_other_addresses_lead_nowhere(catalog: Catalog, path: str) -> None:
    """No error, and no file is opened for them."""
    assert page(catalog, path) is None


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "²", "9" * 30, "1"])
def test_a_page_of_a_search_may_be_asked_for_anyhow(catalog: Catalog, number: str) -> None:
    """What is no number is the first page; a page too far has no hits."""
    found = page(catalog, "search.html", {"q": "harbour", "page": number})
    assert found is not None and found.values["number"] == 1
    far = page(catalog, "search.html", {"q": "harbour", "page": "77"})
    assert far is not None and not far.values["found"].hits and far.values["found"].total  # type: ignore[attr-defined]


def test_a_served_search_needs_no_script(catalog: Catalog) -> None:
    """The hits stand in the page, their words marked; what narrows them is a link that asks for more."""
    found = page(catalog, "search.html", {"q": "cranes speaker:brandt"})
    assert found is not None
    html = rendered(found, "search.html", Served("token", may_fetch=False, may_correct=True))
    assert "<mark>cranes</mark>" in html and "search-data.js" not in html
    assert "search.html?q=cranes+speaker%3Abrandt+outlet%3A%22Norwire%22" in html or "q=cranes%20speaker" in html


def test_a_search_is_shown_as_text(tmp_path: Path) -> None:
    """The question itself, and what is found."""
    catalog = catalog_with(hostile(), tmp_path)
    found = page(catalog, "search.html", {"q": 'script "><script>alert(1)</script>'})
    assert found is not None
    html = rendered(found, "search.html", Served("token", may_fetch=False, may_correct=False))
    assert len(re.findall(r"<script", html)) == 1 and "&lt;script&gt;alert(1)" in html


def test_lists_go_on_over_numbered_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has its rows once; pages lead to the next and the one before."""
    monkeypatch.setattr(pages, "ROWS", 2)
    catalog = catalog_with(tables(), tmp_path)
    assert [p for p in numbered(catalog) if "/stories-" in p] == ["lists/stories-1.html", "lists/stories-2.html"]
    first, second = (page(catalog, f"lists/stories-{n}.html") for n in (1, 2))
    assert first and second
    assert 'href="stories-2.html"' in rendered(first, "lists/stories-1.html")
    assert 'href="stories-1.html"' in rendered(second, "lists/stories-2.html")


def test_the_folder_has_what_its_pages_link_to(tmp_path: Path) -> None:
    """Pairs of articles are written where a page leads to them, and only then."""
    made = reprints(12, 3)
    write_report(made, tmp_path)
    linked = set()
    for path in tmp_path.rglob("*.html"):
        linked |= set(re.findall(r'href="(?:\.\./)?(compare/[^"#]+)"', path.read_text(encoding="utf-8")))
    assert linked == {f"compare/{p.name}" for p in (tmp_path / "compare").iterdir()}
    stories = {f"{slug(s.id)}.html" for s in made.stories}
    assert stories == {p.name for p in (tmp_path / "stories").iterdir()}


def test_pages_of_an_earlier_report_go(tmp_path: Path) -> None:
    """Of all folders; files of the user stay."""
    for name in ("compare", "speakers", "outlets", "lists", "stories"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "0123456789abcdef.html").write_text("x", encoding="utf-8")
        (tmp_path / name / "notes.html").write_text("x", encoding="utf-8")
    write_report(tables(), tmp_path)
    for name in ("compare", "speakers", "outlets", "lists", "stories"):
        assert not (tmp_path / name / "0123456789abcdef.html").exists()
        assert (tmp_path / name / "notes.html").exists()
