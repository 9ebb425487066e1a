"""Links in a page: gathered from the tree with the words around them, and found again in the rendering.

Extraction takes links for decoration and drops them, so that they are noted before it and put back after it, by the
paragraph that they stand in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from firsthand.clean.links import MOST_LINKS, outward
from firsthand.clean.markup import classes, short_text
from firsthand.model import Link, Segment

_PARAGRAPHS = classes("p li h1 h2 h3 h4 h5 h6 blockquote figcaption td dd dt pre div section article address main body")
_MOST_NESTED = 12  # levels between a link and its paragraph
_LONGEST_ANCHOR = 300
_LONGEST_PARAGRAPH = 4_000
_MOST_SOUGHT = 100  # links whose paragraph is no paragraph of the rendering and that are sought in all of them
_SHORTEST_PIECE = 20  # characters of a rendered paragraph that is taken for a piece of a longer one in the page


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its words, the paragraph that it stands in, and where in that it starts."""

    words: str
    target: str
    around: str
    start: int


def anchors(tree: HtmlElement, own: Sequence[str | None]) -> list[Anchor]:
    """Return the links to other sites in page order, at most ``MOST_LINKS``; ``own`` are addresses of the page."""
    out: list[Anchor] = []
    texts: dict[HtmlElement, str | None] = {}
    last: dict[HtmlElement, int] = {}
    for link in tree.iter("a"):
        address = link.get("href") or "#"
        if address[0] == "#" or (address[0] == "/" and address[1:2] != "/"):  # most links of a page
            continue
        target = outward(address, own)
        words = short_text(link, _LONGEST_ANCHOR) if target else None
        holder = _holder(link) if words else None
        if target is None or not words or holder is None:
            continue
        if holder not in texts:
            texts[holder] = short_text(holder, _LONGEST_PARAGRAPH)
        around = texts[holder] or ""
        start = around.find(words, last.get(holder, 0))
        if start >= 0:
            last[holder] = start + len(words)
            out.append(Anchor(words, target, around, start))
            if len(out) == MOST_LINKS:
                break
    return out


def placed(found: Sequence[Anchor], text: str, segments: Sequence[Segment]) -> Iterator[Link]:
    """Yield the links whose words stand in the rendering's segments, comments and furniture left out."""
    own = [s for s in segments if s.kind not in ("comment", "boilerplate")]
    starts: dict[str, int] = {}
    for start, end in _paragraphs(own):
        starts.setdefault(text[start:end], start)
    sought = _MOST_SOUGHT
    for anchor in found:
        whole = starts.get(anchor.around)
        at = None if whole is None else whole + anchor.start
        if at is None and sought:
            at, sought = _in_piece(anchor, starts), sought - 1
        if at is not None:
            yield Link(at, at + len(anchor.words), anchor.target)


def _holder(link: HtmlElement) -> HtmlElement | None:
    return next((e for e in islice(link.iterancestors(), _MOST_NESTED) if e.tag in _PARAGRAPHS), None)


def _paragraphs(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Yield the span of each paragraph: a dateline and what follows it are one."""
    start = None
    for segment in segments:
        begin = segment.start if start is None else start
        start = begin if segment.kind == "dateline" else None
        if start is None:
            yield begin, segment.end


def _in_piece(anchor: Anchor, starts: dict[str, int]) -> int | None:
    """Return where the anchor stands in a paragraph that is part of its own in the page, or that holds all of it."""
    for paragraph, start in starts.items():
        if len(paragraph) < _SHORTEST_PIECE:
            continue
        inner = anchor.around.find(paragraph)
        if inner >= 0 and inner <= anchor.start and anchor.start + len(anchor.words) <= inner + len(paragraph):
            return start + anchor.start - inner
        outer = paragraph.find(anchor.around) if len(anchor.around) >= _SHORTEST_PIECE else -1
        if outer >= 0:
            return start + outer + anchor.start
    return None
