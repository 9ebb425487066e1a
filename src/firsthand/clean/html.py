"""HTML pages: firsthand's rendering, and what each part of it is.

The text is headline, dek, byline, the body's paragraphs with subheadings and captions in place, and the readers'
comments, a blank line between any two. What else the page holds (menus, teasers, notices) is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from firsthand.clean import (
    datelines,
    dates,
    metadata,
    page_body,
    page_comments,
    page_dek,
    page_elsewhere,
    page_facts,
    page_links,
    page_prune,
    page_trim,
)
from firsthand.clean.markup import Unusable, paragraphs_of, parse
from firsthand.clean.page_body import Block
from firsthand.clean.page_comments import Entry
from firsthand.clean.rendered import Rendered
from firsthand.config import CleanConfig
from firsthand.model import Comment, Document, Rejected, Segment, SegmentKind
from firsthand.text import squeeze, words

_GAP = "\n\n"
_DATELINE_REACH = 5  # paragraphs of which one may open with the dateline, as in text
_HEAD_BLOCKS = 6  # blocks at the top of the body that may repeat headline, dek or byline


def render(document: Document, config: CleanConfig) -> Rendered | Rejected:
    """Return the rendering of a page, or why there is none: what ``parse`` raises, ``redirect`` or ``frames``.

    The fields are what the page says; nothing is fetched and no script runs.
    """
    try:
        tree = _parsed(document, config)
        page_elsewhere.check(tree, document.url)
        return _rendered(tree, document, config)
    except Unusable as e:
        return Rejected(document.input, "clean", e.reason, squeeze(str(e))[:200])


def _parsed(document: Document, config: CleanConfig) -> HtmlElement:
    return parse(document.content, config.max_html_depth, config.max_characters)


def _rendered(tree: HtmlElement, document: Document, config: CleanConfig) -> Rendered:
    alive = list(tree.iter())  # lxml makes an element anew, at some cost, whenever nobody holds it
    page = metadata.read(tree, document.url, document.fetched)
    page_prune.strip(tree)
    headline = squeeze(document.title or "") or page.headline
    entries = page_comments.take(tree, page.comments, config.max_comments, document.fetched)
    deks = page_dek.candidates(tree, headline)
    anchors = page_links.anchors(tree, (document.url, page.url))
    body = page_body.blocks(tree, page.body) or _all_shown(document, config)
    if not body:
        raise page_elsewhere.nothing(_parsed(document, config), document.url)
    authors = page.authors or page_trim.authors(body) or page.signed
    byline = _byline(page.bylines, authors)
    body = page_trim.trim(body, headline, authors)
    dek = page_dek.choose(deks, [b.text for b in body if b.kind == "body"], page.descriptions)
    body = _without_head(body, [headline, dek, byline])
    writer = _Writer()
    writer.add("headline", headline or "")
    writer.add("dek", dek or "")
    writer.add("byline", byline or "")
    dateline = writer.add_body(body)
    published = page.published or (dateline and dates.find(dateline, document.fetched)) or None
    writer.add_comments(entries)
    del alive
    text = _GAP.join(writer.parts)
    return Rendered(
        text=text,
        segments=tuple(writer.segments),
        comments=tuple(writer.comments),
        headline=headline,
        dek=dek,
        bylines=authors,
        dateline=dateline,
        published=published[0] if published else None,
        published_precision=published[1] if published else None,
        publisher=page.publisher,
        url=page.url,
        language=page.language,
        page=page.page,
        updated=page.updated[0] if page.updated else None,
        updated_precision=page.updated[1] if page.updated else None,
        section=page.section,
        paywalled=True if page_facts.ends_closed(block.text for block in body) else page.paywalled,
        links=tuple(page_links.placed(anchors, text, writer.segments)),
    )


def _all_shown(document: Document, config: CleanConfig) -> list[Block]:
    """Return all that a page shows but its comments, from its markup anew: looking for its body took links out."""
    tree = _parsed(document, config)
    page_comments.take(tree, (), config.max_comments, document.fetched)
    return [Block("body", line) for line in paragraphs_of(tree)]


@dataclass(slots=True)
class _Writer:
    """Puts the rendering together and notes where its parts stand."""

    parts: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    _end: int = -len(_GAP)

    def add(self, kind: SegmentKind, text: str) -> int:
        """Write a paragraph and return where it starts; nothing where it is empty."""
        start = self._end + len(_GAP)
        if text:
            self.parts.append(text)
            self._end = start + len(text)
            self.segments.append(Segment(kind, start, self._end))
        return start

    def add_body(self, body: Sequence[Block]) -> str | None:
        """Write the body, and return the place and date of the dateline that opens one of its first paragraphs."""
        first, dateline = _opening([block for block in body if block.kind == "body"][:_DATELINE_REACH])
        for block in body:
            start = self.add(block.kind, block.text)
            if block is first and dateline and dateline.end < len(block.text):
                last = self.segments.pop()
                self.segments += [
                    Segment("dateline", start, start + dateline.end),
                    Segment("body", start + dateline.end, last.end),
                ]
        return dateline.words if dateline else None

    def add_comments(self, entries: Sequence[Entry]) -> None:
        """Write the comments, each with its author's name above it, as one segment each."""
        for number, entry in enumerate(entries):
            begin = self._end + len(_GAP)
            before = len(self.segments)
            self.add("comment", entry.author or "")
            start = self.add("comment", _GAP.join(entry.paragraphs))
            end = max(self._end, begin)
            start = start if entry.paragraphs else end
            del self.segments[before:]
            self.segments += [Segment("comment", begin, end)] if end > begin else []
            time = (entry.published, entry.published_precision)
            self.comments.append(Comment(number, entry.parent, entry.depth, entry.author, start, end, *time))


def _opening(paragraphs: Sequence[Block]) -> tuple[Block | None, datelines.Dateline | None]:
    """Return the first paragraph that a dateline opens, and that: a press release names its contacts above it."""
    found = ((block, dateline) for block in paragraphs if (dateline := datelines.read(block.text)))
    return next(found, (None, None))


def _byline(marked: Sequence[str], authors: Sequence[str]) -> str | None:
    """Return the byline as the page shows it, the authors' names where it shows none."""
    if not authors:
        return None
    names = [name.casefold() for name in authors]
    shown = [text for text in marked if all(name in text.casefold() for name in names)]
    return min(shown, key=len, default=None) or ", ".join(authors)


def _without_head(body: Sequence[Block], head: Sequence[str | None]) -> list[Block]:
    """Leave out the blocks at the top that repeat what the head of the rendering says, unless nothing else is there."""
    kept = [
        block
        for n, block in enumerate(body)
        if n >= _HEAD_BLOCKS or not any(text and _same(block.text, text) for text in head)
    ]
    return kept or list(body)


def _same(one: str, other: str | None) -> bool:
    return other is not None and words(one) == words(other)
