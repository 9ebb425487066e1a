"""What extraction takes in beside a page's report: notices, what its head says again, lists of other reports behind it."""

import re
from collections.abc import Iterator, Sequence

from firsthand.clean import bylines, dates, furniture, lines
from firsthand.clean.page_body import Block
from firsthand.text import words

_HEAD_BLOCKS = 6  # blocks at the top of a body that may be date, byline or headline
_HEAD_WORDS = 12
_KICKER_WORDS = 6  # words that stand before the headline in one block with it
_CLOSED = re.compile(r"[.!?…。！？][\]\"'”’»)]*$")


def trim(body: Sequence[Block], headline: str | None, authors: Sequence[str]) -> list[Block]:
    """Return the body without what stands around the report; all of it where nothing else would be left."""
    kept = list(_without_head(body, words(headline or ""), authors))
    kept = _without_tail([b for b in kept if b.kind == "caption" or not _is_notice(b)])
    return kept if any(b.kind == "body" for b in kept) else list(body)


def authors(body: Sequence[Block]) -> tuple[str, ...]:
    """Return the names in the first byline among the short lines at the top, for pages that mark none."""
    short = (b.text for b in body[:_HEAD_BLOCKS] if b.kind != "caption" and len(words(b.text)) <= _HEAD_WORDS)
    return next((names for text in short if (names := bylines.read(text))), ())


def _without_head(body: Sequence[Block], title: Sequence[str], authors: Sequence[str]) -> Iterator[Block]:
    """Leave out headline (perhaps behind a kicker), byline and time of publication above the first paragraph."""
    names = [" ".join(words(name)) for name in authors]
    above = True
    for n, block in enumerate(body):
        above = above and n < _HEAD_BLOCKS and not (block.kind == "body" and _is_prose(block.text, title))
        if not above or not _is_head(block, title, names):
            yield block


def _is_prose(text: str, title: Sequence[str]) -> bool:
    return len(words(text)) > _HEAD_WORDS + len(title) or bool(_CLOSED.search(text) and len(words(text)) > _HEAD_WORDS)


def _is_head(block: Block, title: Sequence[str], names: Sequence[str]) -> bool:
    norms = words(block.text)
    if title and norms[-len(title) :] == list(title) and len(norms) <= len(title) + _KICKER_WORDS:
        return True
    if len(norms) > _HEAD_WORDS:
        return False
    if block.kind == "body" and (dates.is_line(block.text) or bylines.read(block.text)):
        return not _CLOSED.search(block.text)
    said = " ".join(norms)
    return any(name in said for name in names) and not _CLOSED.search(block.text)


def _is_notice(block: Block) -> bool:
    """Tell whether a paragraph is a notice; what looks like markup is none here, where markup has been read."""
    return "<" not in block.text and any(furniture.is_furniture(line) for line in lines.split(block.text)[:1])


def _without_tail(body: Sequence[Block]) -> list[Block]:
    """Cut the list of other reports that ends a body: from its heading on, where no paragraph of prose follows it."""
    last = next((n for n in reversed(range(len(body))) if _ends_prose(body[n])), -1)
    start = next((n for n in range(last + 1, len(body)) if _opens_list(body[n])), len(body))
    return list(body[:start])


def _ends_prose(block: Block) -> bool:
    return bool(_CLOSED.search(block.text)) and len(block.text) >= 60


def _opens_list(block: Block) -> bool:
    return any(furniture.opens_list(line) for line in lines.split(block.text)[:1])
