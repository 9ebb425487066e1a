"""Readers' comments in a page: who wrote them, when, what they answer, and out of the tree with them.

Threads are told by what blog and forum software names its elements (``page_threads``), by pairs of a heading and its
words (``page_thread_pairs``), by elements of one shape that repeat below a heading such as "3 comments"
(``page_thread_shapes``), and where the page shows none, by its JSON-LD. The first of these that finds any is taken.
"""

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from firsthand.clean import jsonld, page_thread_names, page_thread_pairs, page_thread_shapes, page_threads
from firsthand.clean.page_thread_parts import time_of
from firsthand.clean.page_threads import DEEPEST, Entry, take_out
from firsthand.text import squeeze

__all__ = ["Entry", "take"]

_MOST_MARKS = 100
_HOLDERS = ("aside", "div", "form", "ol", "section", "ul")


def take(tree: HtmlElement, described: Sequence[jsonld.Object], limit: int, fetched: str | None = None) -> list[Entry]:
    """Return the page's comments in page order, at most ``limit``, and remove all threads from ``tree``.

    ``described`` are the comments in the page's JSON-LD, for pages that show none; ``fetched`` (ISO 8601) gives the
    year to times that name none. Linear in the page's elements.
    """
    holders = _article_holders(tree)
    marked = page_thread_names.marked(tree)
    entries = (
        page_threads.read(tree, marked, holders, fetched)
        or page_thread_pairs.read(tree, marked, holders, fetched)
        or page_thread_shapes.read(tree, marked, holders, fetched)
    )
    shown = entries[:limit] or _described(described, limit, fetched)
    for element in [e for e in marked if e.tag in _HOLDERS and page_thread_names.is_thread(e) and e not in holders]:
        take_out(element)
    return shown


def _article_holders(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that hold a headline or an article's body: none of them is a thread."""
    marks = [
        *islice(tree.iter("h1"), _MOST_MARKS),
        *islice(tree.iterfind(".//*[@itemprop='articleBody']"), _MOST_MARKS),
    ]
    return frozenset(a for mark in marks for a in (mark, *mark.iterancestors())) | {tree, *tree.iterchildren("body")}


def _described(comments: Sequence[jsonld.Object], limit: int, fetched: str | None) -> list[Entry]:
    """Return the comments that JSON-LD describes, replies behind what they answer."""
    out: list[Entry] = []
    waiting: list[tuple[jsonld.Object, int | None]] = [(c, None) for c in reversed(comments)]
    while waiting and len(out) < limit:
        data, parent = waiting.pop()
        text = data.get("text") or data.get("description") or data.get("commentText")
        number = parent
        if isinstance(text, str) and text.strip():
            number = len(out)
            out.append(_described_entry(data, text, parent, out, fetched))
        replies = data.get("comment")
        listed = replies if isinstance(replies, list) else [replies]
        waiting += [(reply, number) for reply in reversed(listed) if isinstance(reply, dict)]
    return out


def _described_entry(
    data: jsonld.Object, text: str, parent: int | None, before: Sequence[Entry], fetched: str | None
) -> Entry:
    stated = next((v for key in ("dateCreated", "datePublished") if isinstance(v := data.get(key), str)), None)
    time, precision = time_of(stated, fetched) or (None, None)
    if parent is not None and before[parent].depth >= DEEPEST:
        parent = before[parent].parent
    depth = 0 if parent is None else before[parent].depth + 1
    paragraphs = tuple(line for part in text.splitlines() if (line := squeeze(part)))
    return Entry(jsonld.first(data.get("author") or data.get("creator")), paragraphs, parent, depth, time, precision)
