"""Threads whose comments have no element of their own: an author's element, then one with the words, side by side.

    <dt class="comment-author">Ann said…</dt> <dd class="comment-body">…</dd> <dd class="comment-footer">…</dd>

Old Blogger and Thesis write so, and other old systems with ``div`` and ``p``. Each such run of neighbours is put into
an element of its own, which then is read like any comment.
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache

from lxml.html import Element, HtmlElement

from firsthand.clean import page_threads
from firsthand.clean.markup import words_of
from firsthand.clean.page_thread_names import role
from firsthand.clean.page_threads import Entry

WRAPPER = "comment"  # the class of what a run is put into
_HEAD = re.compile(r".{0,24}comments?[-_]?(?:author|user|head|header|poster|name|by|info)")
_BODY = re.compile(r".{0,24}comments?[-_]?(?:body|text|content|message|entry|copy)")
_TAGS = ("dt", "div", "p", "h3", "h4", "h5", "tr")
_MOST_PARTS = 12  # neighbours of an author's element that can be its comment's


def read(
    tree: HtmlElement, marked: Iterable[HtmlElement], holders: Set[HtmlElement], fetched: str | None
) -> list[Entry]:
    """Return the comments that stand as named neighbours, in page order, and remove them from ``tree``."""
    heads = [e for e in marked if e.tag in _TAGS and _is_head(e) and e not in holders]
    parents = dict.fromkeys(parent for head in heads if (parent := head.getparent()) is not None)
    wrappers = [wrap(run) for parent in parents for run in runs([*parent.iterchildren()], _is_head, _is_part)]
    return page_threads.entries(tree, wrappers, fetched)


def runs(
    children: Iterable[HtmlElement],
    is_head: Callable[[HtmlElement], bool],
    is_part: Callable[[HtmlElement], bool],
) -> list[list[HtmlElement]]:
    """Return each of the neighbours that ``is_head`` with the parts behind it; heads without parts are left out."""
    out: list[list[HtmlElement]] = []
    for child in children:
        if is_head(child):
            out.append([child])
        elif out and is_part(child) and len(out[-1]) < _MOST_PARTS and out[-1][-1].getnext() is child:
            out[-1].append(child)
    return [run for run in out if len(run) > 1]


def wrap(run: Sequence[HtmlElement]) -> HtmlElement:
    """Put neighbours into a new element in their place, and return it."""
    wrapper: HtmlElement = Element("div", {"class": WRAPPER})
    run[0].addprevious(wrapper)
    tail, run[-1].tail = run[-1].tail, None
    for part in run:
        wrapper.append(part)
    wrapper.tail = tail
    return wrapper


def _is_head(element: HtmlElement) -> bool:
    words = words_of(element)
    return (bool(words) and _matches(words, _HEAD)) or (element.tag == "dt" and WRAPPER in words)


def _is_part(element: HtmlElement) -> bool:
    words = words_of(element)
    found = role(element)
    return (
        (bool(words) and _matches(words, _BODY))
        or (element.tag == "dd" and WRAPPER in words)
        or found.is_meta
        or found.is_time
        or (element.tag in ("dd", "h3", "h4") and any("comment" in word for word in words))
    )


@lru_cache(maxsize=8192)
def _matches(words: frozenset[str], pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(word) for word in words if len(word) <= 60)
