"""The sets of pages with what is true of them, and what a cleaner answers about a page."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement, document_fromstring

from firsthand.read.encoding import decode_html
from firsthand.text import words

DATA = Path(__file__).resolve().parents[2] / "../shared/data/cleaning"
# What marks a reader's comment beyond doubt, whoever reads the page: the element of its words in WordPress, Blogger,
# Disqus and most others, and schema.org's.
COMMENTS = (
    "//*[" + " or ".join(
        f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
        for name in ("comment-content", "comment-body", "comment-text", "comment__content", "comment__text",
                     "commenttext", "post-message")
    ) + " or (@itemprop='text' and ancestor::*[contains(@itemtype, 'schema.org/Comment')])]"
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page and what is true of it; None for what its truth does not say."""

    name: str
    markup: bytes
    url: str | None
    fetched: str | None
    body: str
    headline: str | None = None
    authors: frozenset[str] | None = None
    days: frozenset[str] | None = None
    dek: str | None = None
    captions: frozenset[str] | None = None
    subheadings: frozenset[str] | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a cleaner makes of a page."""

    body: str = ""
    headline: str = ""
    authors: frozenset[str] = frozenset()
    day: str = ""
    dek: str = ""
    captions: frozenset[str] = frozenset()
    subheadings: frozenset[str] = frozenset()


def fold(text: str | None) -> str:
    """Return the words of a text as one string."""
    return " ".join(words(text or ""))


def folded(texts: Iterable[str]) -> frozenset[str]:
    """Return the texts folded, blank ones left out."""
    return frozenset(f for text in texts if (f := fold(text)))


def articles(root: Path) -> Iterator[Page]:
    """Yield the pages of html_articles: bodies only."""
    truth = json.loads((root / "ground-truth.json").read_text())
    for name in sorted(truth):
        markup = gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, markup, truth[name]["url"], None, truth[name]["articleBody"], comments=comments(markup))


def news(root: Path) -> Iterator[Page]:
    """Yield the pages of html_news_by_country; versions and pages of a publisher pair up in order of time."""
    for truth in sorted(root.glob("*/*.json")):
        carried = json.loads((truth.parent / "meta.info").read_text())
        versions = sorted(json.loads(truth.read_text()).values(), key=lambda v: v["publishing_date"])
        pages = sorted(truth.parent.glob(f"{truth.stem}_*.html.gz"), key=lambda p: carried[p.name]["crawl_date"])
        for page, known in zip(pages, versions, strict=True):
            yield _news_page(page, known, carried[page.name])


def _news_page(path: Path, known: dict[str, Any], carried: dict[str, str]) -> Page:
    sections = known["body"]["sections"]
    subheadings = [h for s in sections for h in s["headline"]]
    paragraphs = [p for s in sections for p in (*s["headline"], *s["paragraphs"])]
    captions = [c for i in known.get("images", []) if (c := i.get("caption"))]
    markup = gzip.decompress(path.read_bytes())
    return Page(
        name=f"{path.parent.name}/{path.name}",
        markup=markup,
        url=carried["url"],
        fetched=carried["crawl_date"][:19].replace(" ", "T"),
        body="\n".join(paragraphs),
        headline=fold(known["title"]),
        authors=folded(known.get("authors", [])),
        days=frozenset((known["publishing_date"][:10],)),
        dek=fold(" ".join(known["body"]["summary"])),
        captions=folded(captions),
        subheadings=folded(subheadings),
        comments=comments(markup),
    )


def comments(markup: bytes) -> tuple[str, ...]:
    """Return the texts of the readers' comments that a page's markup marks beyond doubt."""
    if b"omment" not in markup and b"post-message" not in markup:
        return ()
    tree = document_fromstring(decode_html(markup) or "<p>")
    marked: list[HtmlElement] = tree.xpath(COMMENTS)
    outer = [e for e in marked if not any(a in marked for a in e.iterancestors())]
    return tuple(e.text_content() for e in outer)


def digest(pages: Iterable[Page]) -> str:
    """Return a short hash of the pages, to tell which data a table is of."""
    total = hashlib.sha256()
    for page in pages:
        total.update(page.markup)
    return total.hexdigest()[:12]


def corpora(data: Path) -> Iterator[tuple[str, list[Page]]]:
    """Yield both sets of pages with their names."""
    yield "html_articles", list(articles(data / "html_articles"))
    yield "html_news_by_country", list(news(data / "html_news_by_country"))
