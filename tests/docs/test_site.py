"""The site is built by one command, without a network, and loads nothing from elsewhere."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.docs.blocks import DOCS

pytest.importorskip("sphinx", reason="the docs' packages are not installed: python3 dev.py test installs them")


class Page(HTMLParser):
    """What a page loads, what it links to, and which anchors it has."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := given.get(name))}
        if tag == "a" and (to := given.get("href")):
            self.links.append(to)
        elif tag in ("script", "img", "iframe", "source") and (loaded := given.get("src")):
            self.loads.append(loaded)
        elif tag == "link" and given.get("rel") not in ("index", "search", "next", "prev", "canonical"):
            self.loads.append(given.get("href") or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as ``dev.py docs`` builds it; what sphinx has to say of the pages is a failure."""
    made = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--builder", "html"]
    done = subprocess.run(
        [*command, "--doctree-dir", str(made / "trees"), str(DOCS), str(made / "html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return made / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def test_every_page_of_the_docs_is_on_it(site: Path) -> None:
    """Under its own name."""
    written = {p.relative_to(DOCS).with_suffix("") for p in DOCS.rglob("*.md") if p.parent.name != "images"}
    assert written <= {p.relative_to(site).with_suffix("") for p in site.rglob("*.html")}


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    """No font, script, style or picture of another host, in pages or in styles."""
    outside = {to for page in pages.values() for to in page.loads if urlsplit(to).netloc}
    assert outside == set()
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style.name


def test_links_lead_to_pages_and_headings(site: Path, pages: dict[Path, Page]) -> None:
    """All but those that leave the site."""
    faults = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not to.exists():
                faults.append(f"{path.relative_to(site)}: {link}: no such file")
            elif parts.fragment and to in pages and unquote(parts.fragment) not in pages[to].anchors:
                faults.append(f"{path.relative_to(site)}: {link}: no such heading")
    assert faults == []
