"""What extraction takes in beside a page's report: notices, what the head says again, lists of other reports.

Notices and bylines stay, as what they are: they may name whose text it is.
"""

import re
from collections.abc import Sequence

from firsthand.clean import bylines, captions, dates, furniture, lines
from firsthand.clean.page_body import Block
from firsthand.text import words

_HEAD_BLOCKS = 6  # blocks at the top of a body that may be date, byline or headline
_HEAD_WORDS = 12
_KICKER_WORDS = 6  # words that stand before the headline in one block with it
_PROSE = 60  # characters of a sentence that is no teaser
_CLOSED = re.compile(r"[.!?…。！？][\]\"'”’»)]*$")


def trim(body: Sequence[Block], headline: str | None, authors: Sequence[str]) -> list[Block]:
    """Return the body without what stands around the report; all of it where nothing else would be left."""
    kept = _without_head(body, words(headline or ""), authors)
    kept = _without_tail([_named(b) for b in kept])
    return kept if any(b.kind == "body" for b in kept) else list(body)


def authors(body: Sequence[Block]) -> tuple[str, ...]:
    """Return the names in the first byline among the short lines at the top, for pages that mark none."""
    short = (b.text for b in body[:_HEAD_BLOCKS] if b.kind != "caption" and len(words(b.text)) <= _HEAD_WORDS)
    return next((names for text in short if (names := bylines.read(text))), ())


def _without_head(body: Sequence[Block], title: Sequence[str], authors: Sequence[str]) -> list[Block]:
    """Leave out headline (perhaps behind a kicker), time and known authors above the first paragraph."""
    names = [" ".join(words(name)) for name in authors]
    lead = next((n for n, b in enumerate(body) if b.kind == "body" and _is_prose(b.text, title)), len(body))
    top = min(lead, _HEAD_BLOCKS)
    head = [_as_byline(b, names) for b in body[:top] if not _repeats_title(b, title)]
    return [b for b in head if b is not None] + list(body[top:])


def _is_prose(text: str, title: Sequence[str]) -> bool:
    count = len(words(text))
    return count > _HEAD_WORDS + len(title) or (count > _HEAD_WORDS and bool(_CLOSED.search(text)))


def _repeats_title(block: Block, title: Sequence[str]) -> bool:
    norms = words(block.text)
    return bool(title) and norms[-len(title) :] == list(title) and len(norms) <= len(title) + _KICKER_WORDS


def _as_byline(block: Block, names: Sequence[str]) -> Block | None:
    """Return a short line above the report as byline where it is one, None where it says nothing new."""
    norms = words(block.text)
    if len(norms) > _HEAD_WORDS or _CLOSED.search(block.text):
        return block
    said = " ".join(norms)
    read = bylines.read(block.text)
    if read and not all(" ".join(words(name)) in names for name in read):
        return Block("byline", block.text)
    is_known = bool(read) or (block.kind != "caption" and any(name in said for name in names))
    return None if is_known or (block.kind == "body" and dates.is_line(block.text)) else block


def _named(block: Block) -> Block:
    """Return a paragraph as what it is: a notice, a picture's credit that no markup tells apart, or itself."""
    if _is_notice(block):
        return Block("boilerplate", block.text)
    is_credit = block.kind == "body" and captions.is_picture_credit(block.text, len(block.text.split()))
    return Block("caption", block.text) if is_credit else block


def _is_notice(block: Block) -> bool:
    """Tell whether a paragraph is a notice; what looks like markup is none here, where markup has been read."""
    if block.kind not in ("body", "subheading") or "<" in block.text:
        return False
    return any(furniture.is_furniture(line) for line in lines.split(block.text)[:1])


def _without_tail(body: Sequence[Block]) -> list[Block]:
    """Cut the list of other reports that ends a body: from its heading on, where no paragraph of prose follows it."""
    last = next((n for n in reversed(range(len(body))) if _ends_prose(body[n])), -1)
    start = next((n for n in range(last + 1, len(body)) if _opens_list(body[n])), len(body))
    return list(body[:start])


def _ends_prose(block: Block) -> bool:
    return bool(_CLOSED.search(block.text)) and len(block.text) >= _PROSE


def _opens_list(block: Block) -> bool:
    return any(furniture.opens_list(line) for line in lines.split(block.text)[:1])
