"""The body of a page: trafilatura's choice of paragraphs, with subheadings, and the captions where they stand.

Of trafilatura's two ways the one by its own rules alone is the better on html_articles and html_news_by_country
(``python benchmarks/clean/pages.py``), in two thirds of the time; where it finds little prose, its vote with two
other extractors is asked. trafilatura leaves captions out: they are found in the tree here, and put back before the
paragraph that follows them in the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring
from trafilatura import bare_extraction
from trafilatura.metadata import Document

from firsthand.clean import page_prune
from firsthand.clean.markup import classes, opening, paragraphs_of, short_text, words_of
from firsthand.model import SegmentKind
from firsthand.text import squeeze, words

_CAPTION = classes(
    """
    caption wp-caption-text image-caption image__caption photo-caption figure-caption figure__caption media-caption
    media__caption caption-text caption__text img-caption picture-caption article-image-caption caption-container
    """
)
_MIN_CAPTION, _MAX_CAPTION = 12, 1_000  # characters
_MAX_SUBHEADING = 200
_KEY = 60  # characters that tell a paragraph
_FOLLOWING = 3
_HEADINGS = ("h2", "h3", "h4")
_FLOW = frozenset(("p", *_HEADINGS))
# trafilatura's elements that begin and end a paragraph.
_BORDERS = frozenset(("p", "quote", "code", "head", "item", "list", "row", "table", "ab", "lb", "div"))
# JSON-LD's text is taken where the page shows less than this share of it: behind a paywall, or put in by a script.
MIN_SHOWN = 0.5
# A body of fewer characters in paragraphs, or of less of it in paragraphs, is doubted. Ours; the pages of html_articles
# and html_news_by_country that their own rules of extraction fail on have less (``benchmarks/clean/pages.py``).
MIN_PROSE = 400
MIN_PROSE_SHARE = 0.4
MOST_MERGED = 200  # captions: a page of more is no gallery
MERGED = 0.5  # of a block's characters in captions make it a row of captions
# The vote takes the square of the number of paragraphs (justext's neighbours): 0.9 s for 5,000 elements, half a minute
# for 30,000 (``python -m benchmarks.hostile.run tables``).
MOST_VOTED = 10_000
_LEAST_PROSE = 60  # characters of a paragraph
_LONGEST_SENTENCE = 500
_STOP = re.compile(r"[.!?…。！？؟।۔:]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the rendering."""

    kind: SegmentKind
    text: str


def blocks(tree: HtmlElement, described: str | None) -> list[Block]:
    """Return the page's paragraphs, subheadings and captions in order, none where there is no body.

    ``described`` is the text that JSON-LD gives. ``tree`` is changed by extraction: use it no more.
    """
    captions = _captions(tree)
    page_prune.prepare(tree)
    body = _extracted(tree)
    known = {_key(text) for text, _ in captions}
    body = [part for b in body if _key(b.text) not in known for part in _unmerged(b, captions)]
    told = _described(described)
    if _size(body) < MIN_SHOWN * _size(told):
        body = told
    return _with_captions(body, captions)


def _extracted(tree: HtmlElement) -> list[Block]:
    """Return trafilatura's paragraphs: by its own rules, or by its vote of three where these find little prose.

    The vote takes half as long again, and more often takes in what stands around the report.
    """
    body = list(_by_trafilatura(tree, fast=True))
    prose = _prose(body)
    if prose >= MIN_PROSE and prose >= MIN_PROSE_SHARE * _size(body):
        return body
    if next(islice(tree.iter(), MOST_VOTED, None), None) is not None:
        return body
    return list(_by_trafilatura(tree, fast=False)) or body


def _by_trafilatura(tree: HtmlElement, *, fast: bool) -> Iterator[Block]:
    page = bare_extraction(tree, include_comments=False, fast=fast, with_metadata=False)
    if isinstance(page, Document) and page.body is not None:
        yield from _paragraphs(page.body)


def _prose(body: Sequence[Block]) -> int:
    """Return the characters in paragraphs of sentences: a page put into one string has hardly a full stop."""
    return sum(
        len(b.text)
        for b in body
        if len(b.text) >= _LEAST_PROSE and len(_STOP.findall(b.text)) * _LONGEST_SENTENCE >= len(b.text)
    )


def _paragraphs(body: Any) -> Iterator[Block]:
    """Yield the text of trafilatura's elements, split where its block elements begin and end, and at line breaks."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BORDERS:
            yield from _block(element.tag if event == "end" else "", pieces)
            pieces = []
        elif element.tag == "cell":
            pieces.append(" ")
        pieces.append((element.text if event == "start" else element.tail) or "")
    yield from _block("", pieces)


def _block(closed: str, pieces: list[str]) -> Iterator[Block]:
    text = squeeze("".join(pieces))
    if text:
        yield Block("subheading" if closed == "head" and len(text) <= _MAX_SUBHEADING else "body", text)


def _described(text: str | None) -> list[Block]:
    """Return the paragraphs of JSON-LD's text; some pages put markup in it."""
    if not text:
        return []
    lines = paragraphs_of(fragment_fromstring(text, create_parent="div")) if "<" in text else text.splitlines()
    return [Block("body", line) for part in lines if (line := squeeze(part))]


def _captions(tree: HtmlElement) -> list[tuple[str, list[str]]]:
    """Return the captions in page order, each with the keys of the paragraphs that follow it."""
    out: list[tuple[str, list[str]]] = []
    seen: set[str] = set()
    for element in tree.iter("figcaption", "p", "div", "span", "dd", *_HEADINGS):
        if element.tag == "figcaption" or _CAPTION & words_of(element):
            text = short_text(element, _MAX_CAPTION) or ""
            if len(text) >= _MIN_CAPTION and _key(text) not in seen:
                seen.add(_key(text))
                out.append((text, []))
        elif element.tag in _FLOW and out:
            _note(out, opening(element, _KEY))
    return out


def _note(captions: list[tuple[str, list[str]]], text: str) -> None:
    """Add a paragraph to those that follow the last captions; three tell the place, since some are not body."""
    for _, following in reversed(captions):
        if len(following) >= _FOLLOWING:
            return
        following.append(_key(text))


def _unmerged(block: Block, captions: Sequence[tuple[str, list[str]]]) -> list[Block]:
    """Return the captions of which a block is made up: a page of pictures has no other words."""
    inside = [text for text, _ in captions if text in block.text] if 1 < len(captions) <= MOST_MERGED else []
    is_merged = len(inside) > 1 and sum(map(len, inside)) >= MERGED * len(block.text)
    return [Block("caption", text) for text in inside] if is_merged else [block]


def _with_captions(body: Sequence[Block], captions: Sequence[tuple[str, list[str]]]) -> list[Block]:
    """Put each caption before the first paragraph of the body that follows it in the page."""
    place = {_key(block.text): n for n, block in reversed(list(enumerate(body)))}
    before: dict[int, list[Block]] = {}
    for text, following in captions:
        at = next((place[key] for key in following if key in place), None)
        if at is not None:
            before.setdefault(at, []).append(Block("caption", text))
    return [b for n, block in enumerate(body) for b in (*before.get(n, ()), block)]


def _key(text: str) -> str:
    return "".join(words(text[:_KEY]))


def _size(body: Sequence[Block]) -> int:
    return sum(len(block.text) for block in body)
