"""The report opens from disk, trusts no document and is the same for the same corpus."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from firsthand.model import Passage, Reason
from firsthand.present.report import write_report
from firsthand.present.tables import Tables
from tests.present.invented import HARBOUR, hostile, reprints, tables
from tests.present.paired import paired

PAGES = ("index.html", f"stories/{HARBOUR}.html", "lists/stories-1.html", "lists/statements-1.html")


class Elements(HTMLParser):
    """All start tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the invented corpus."""
    return write_report(tables(), tmp_path_factory.mktemp("site")).parent


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a corpus that attacks it."""
    return write_report(hostile(), tmp_path_factory.mktemp("attacked")).parent


def pages(site: Path) -> Iterator[tuple[Path, str]]:
    """All pages of a report."""
    for path in sorted(site.rglob("*.html")):
        yield path, path.read_text(encoding="utf-8")


def test_a_story_page_says_it_all(site: Path) -> None:
    """The line, the sentence, wordings with their differences, the matrix, the lineage, the reasons, the caveat."""
    page = (site / "stories" / f"{HARBOUR}.html").read_text(encoding="utf-8")
    for part in (
        "8 articles · 8 outlets · 2–3 independent origins",
        '<span class="change" title="changed words"><del>a single</del> <ins>any</ins></span>',
        'title="changed tense"><del>has been</del> <ins>was</ins> <small>tense</small></span>',
        '<span class="tag translated">other translation</span> <span class="soft">not compared word by word',
        '<span class="tag translated">in FR</span>',
        '<td class="v">verbatim</td>',
        "Says “Norwire reported”.",
        "Five articles carry Norwire’s text or name it.",
        "Independent does not mean true",
        'rel="noreferrer nofollow"',
    ):
        assert part in page, part


def test_links_within_the_report_lead_somewhere(site: Path) -> None:
    """Every relative link names a file, every fragment an element of it."""
    ids = {p: {a["id"] for _, a in Elements(text).found if "id" in a} for p, text in pages(site)}
    seen = 0
    for path, text in pages(site):
        for tag, attributes in Elements(text).found:
            address = attributes.get("href") or attributes.get("src")
            if not address or address.startswith("https://"):
                continue
            name, _, fragment = address.partition("#")
            name = name.partition("?")[0]
            target = (path.parent / name).resolve() if name else path
            assert target.exists(), (path, tag, address)
            assert not fragment or fragment in ids[target], (path, address)
            seen += 1
    assert seen > 50


def test_no_two_elements_of_a_page_share_an_id(site: Path, attacked: Path) -> None:
    """A link leads to one place."""
    for path, text in [*pages(site), *pages(attacked)]:
        ids = [a["id"] for _, a in Elements(text).found if "id" in a]
        assert len(ids) == len(set(ids)), path


def test_every_page_forbids_what_it_does_not_need(attacked: Path) -> None:
    """A strict policy; no inline script, style or event handler; only our own scripts; a form leads to the search."""
    for path, text in pages(attacked):
        elements = Elements(text).found
        policy = [a["content"] for t, a in elements if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
        assert policy and policy[0] and policy[0].startswith("default-src 'none'; ") and "unsafe" not in policy[0]
        scripts = [str(a.get("src")) for t, a in elements if t == "script"]
        assert all(re.fullmatch(r"(?:\.\./)?assets/[a-z-]+\.js", s) for s in scripts) and scripts, path
        assert not [t for t, _ in elements if t in ("style", "iframe", "object", "img", "base")]
        assert all((a["method"], a["action"]) == ("get", "search.html") for t, a in elements if t == "form")
        assert not [k for _, a in elements for k in a if k == "style" or k.startswith("on")]


def test_documents_are_shown_as_text(attacked: Path) -> None:
    """Headlines, names, quotations, reasons, rejected inputs: escaped, without controls and direction marks."""
    for path, text in pages(attacked):
        # Without a question the search shows no document.
        assert "&lt;script&gt;" in text or path.name == "search.html"
        assert "<script>" not in text and text.count("<script") == text.count('<script src="')
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_differences_are_shown_as_text(attacked: Path) -> None:
    """What an outlet left out and put in is a document's text like any other."""
    (page,) = (text for path, text in pages(attacked) if path.parent.name == "stories")
    script = "&lt;script&gt;window.attacked=1&lt;/script&gt;"
    assert f'title="changed name"><del>{script}</del> <ins>{script}</ins> <small>name</small></span>' in page


def test_only_web_addresses_are_links(attacked: Path, site: Path) -> None:
    """An address that would run something, or that breaks out of its attribute, is text."""
    for _, text in [*pages(attacked), *pages(site)]:
        links = [str(a["href"]) for t, a in Elements(text).found if t == "a"]
        assert all(
            re.match(
                r"https://[a-z]+\.example/|[.a-z0-9/~-]+(?:#[a-z0-9-]+)?$|#|\.\./search\.html\?q=[A-Za-z0-9%+.-]+$",
                link,
            )
            for link in links
        ), links
    assert any("javascript:window.attacked=1" in text for _, text in pages(attacked))


def test_file_names_come_from_ids_only(attacked: Path) -> None:
    """No document can choose where a page is written."""
    for path in attacked.rglob("*"):
        ours = r"[0-9a-f]{16}(~[0-9a-f]{16})?\.html|(index|search|[a-z-]+-1)\.html|[a-z-]+\.(css|js)|[a-z]+"
        assert re.fullmatch(ours, path.name)


def test_nothing_is_loaded_from_elsewhere() -> None:
    """Style sheet, script and templates name no address."""
    report = files("firsthand.present.report")
    for name in ("assets/site.css", "assets/site.js", "templates/base.html"):
        text = report.joinpath(name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|//[a-z]|@import|url\(", re.sub(r"^\s*//.*$", "", text, flags=re.M)), name


def test_the_same_corpus_gives_the_same_report(site: Path, tmp_path: Path) -> None:
    """Byte for byte, whatever was there before."""
    write_report(reprints(3, 2), tmp_path)
    write_report(tables(), tmp_path)
    ours, theirs = ({p.relative_to(s): p.read_bytes() for p in s.rglob("*.*")} for s in (site, tmp_path))
    assert ours == theirs


def test_files_of_the_user_stay(tmp_path: Path) -> None:
    """Only pages of an earlier report are removed."""
    (tmp_path / "stories").mkdir()
    for name in ("0123456789abcdef.html", "notes.html"):
        (tmp_path / "stories" / name).write_text("x", encoding="utf-8")
    write_report(tables(), tmp_path)
    assert (tmp_path / "stories" / "notes.html").exists()
    assert not (tmp_path / "stories" / "0123456789abcdef.html").exists()


def test_a_story_of_500_articles_stays_light(tmp_path: Path) -> None:
    """1.5 MB at most, and every article is on the page."""
    made = reprints(500)
    write_report(made, tmp_path)
    (page,) = (tmp_path / "stories").iterdir()
    assert page.stat().st_size <= 1_500_000
    text = page.read_text(encoding="utf-8")
    assert all(f'id="a-{a.id}"' in text for a in made.articles)


def test_the_outlets_of_a_wording_stay_beside_it(tmp_path: Path) -> None:
    """What folds away cannot stand in a paragraph: a browser would end it there, and the words slip down."""
    write_report(reprints(500), tmp_path)
    pages = "".join(page.read_text(encoding="utf-8") for page in tmp_path.rglob("*.html"))
    assert '<details class="inline"><summary>and ' in pages
    assert not re.search(r"<p\b[^>]*>(?:(?!</p>).)*<details\b", pages, re.DOTALL)


def test_an_empty_corpus_has_a_front_page(tmp_path: Path) -> None:
    """It says that there is nothing."""
    assert "has no articles yet" in write_report(Tables(), tmp_path).read_text(encoding="utf-8")


def test_a_reason_that_cites_whole_articles_quotes_nothing(tmp_path: Path) -> None:
    """Its words name them; an empty quotation beside them would look like lost text."""
    made = tables()
    whole = Reason("origin", "Norwire: 2 articles rest on it", tuple(Passage(a.id, 0, 0) for a in made.articles[:9]))
    write_report(replace(made, counts=[replace(c, reasons=(whole, *c.reasons)) for c in made.counts]), tmp_path)
    page = (tmp_path / "stories" / f"{HARBOUR}.html").read_text(encoding="utf-8")
    assert whole.text in page and '<q class="seen"' in page
    assert not re.search(r'<q class="seen"[^>]*>\s*</q>', page)


def test_of_many_pairs_those_of_the_largest_stories_have_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page links to another, and the first page says what is left out."""
    write_report(paired(), tmp_path / "whole")
    every = list((tmp_path / "whole" / "compare").iterdir())
    assert len(every) == 2 and "side by side" not in (tmp_path / "whole" / "index.html").read_text(encoding="utf-8")
    monkeypatch.setattr("firsthand.present.report.site.PAIRS", 1)
    write_report(paired(), tmp_path / "some")
    (kept,) = (tmp_path / "some" / "compare").iterdir()
    linked = set()
    for made in (tmp_path / "some").rglob("*.html"):
        linked |= set(re.findall(r"compare/[0-9a-f~]+\.html", made.read_text(encoding="utf-8")))
    assert linked == {f"compare/{kept.name}"}
    first = (tmp_path / "some" / "index.html").read_text(encoding="utf-8")
    assert "This report has 1 pair of articles side by side" in first
