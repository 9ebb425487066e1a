"""The pages that lines are learned from, with what is known of them.

Two sets, both under the MIT licence; what they hold stays where it is, only weights are kept:

- ``html_articles``: scrapinghub's article-extraction-benchmark, pages with the text of their article;
- ``html_news_by_country``: the test pages of flairNLP's fundus, with title, summary, sections and captions.

What the truth of a page leaves out (byline, comments, and for the first set headline, dek, captions) is taken from
firsthand's own reading of the page's markup.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.clean import html
from firsthand.clean.rendered import Rendered
from firsthand.config import CleanConfig
from firsthand.model import Document
from firsthand.read.encoding import decode_html


@dataclass(frozen=True, slots=True)
class Truth:
    """The texts of a page's parts; a part that the page does not have is empty."""

    headline: str
    body: tuple[str, ...]
    subheadings: tuple[str, ...]
    deks: tuple[str, ...]
    captions: tuple[str, ...]
    bylines: tuple[str, ...]
    authors: tuple[str, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``site`` tells pages of one publisher, which must not be on both sides of a split."""

    site: str
    markup: str
    truth: Truth


def pages(root: Path) -> Iterator[Page]:
    """Yield all pages below ``root``, in order of their names."""
    yield from _articles(root / "html_articles")
    yield from _news(root / "html_news_by_country")


def _articles(root: Path) -> Iterator[Page]:
    known = json.loads((root / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(known):
        url = known[name]["url"]
        markup = decode_html(gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes())) or ""
        yield Page(_site(url), markup, _truth(_read(markup, url), {"body": _lines(known[name]["articleBody"])}))


def _site(url: str) -> str:
    return url.split("://")[-1].split("/")[0].removeprefix("www.")


def _news(root: Path) -> Iterator[Page]:
    for path in sorted(root.glob("*/*.json")):
        carried = json.loads((path.parent / "meta.info").read_text(encoding="utf-8"))
        versions = sorted(json.loads(path.read_text(encoding="utf-8")).values(), key=lambda v: v["publishing_date"])
        files = sorted(path.parent.glob(f"{path.stem}_*.html.gz"), key=lambda p: carried[p.name]["crawl_date"])
        for file, known in zip(files, versions, strict=True):
            markup = decode_html(gzip.decompress(file.read_bytes())) or ""
            rendered = _read(markup, carried[file.name]["url"])
            yield Page(path.stem, markup, _truth(rendered, _known(known)))


def _known(truth: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    sections = truth["body"]["sections"]
    return {
        "headline": (truth["title"],),
        "body": tuple(p for s in sections for p in s["paragraphs"]),
        "subheading": tuple(h for s in sections for h in s["headline"]),
        "dek": tuple(truth["body"]["summary"]),
        "caption": tuple(c for image in truth.get("images", []) if (c := image.get("caption"))),
        "authors": tuple(truth.get("authors", [])),
    }


def _read(markup: str, url: str) -> Rendered | None:
    found = html.render(Document("page", "html", markup, url=url), CleanConfig())
    return found if isinstance(found, Rendered) else None


def _truth(rendered: Rendered | None, known: dict[str, tuple[str, ...]]) -> Truth:
    """Return what is known of a page, and of its other parts what firsthand reads in the markup."""
    parts: dict[str, tuple[str, ...]] = {}
    for segment in rendered.segments if rendered else ():
        lines = _lines(rendered.text[segment.start : segment.end]) if rendered else ()
        parts[segment.kind] = parts.get(segment.kind, ()) + lines
    parts["authors"] = rendered.bylines if rendered else ()
    part = parts | known
    headline = next(iter(part.get("headline", ())), "")
    names = ("body", "subheading", "dek", "caption", "byline", "authors", "comment")
    return Truth(headline, *(part.get(name, ()) for name in names))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
