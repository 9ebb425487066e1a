"""Readers' comments in a page: who wrote them, what they answer, and out of the tree with them.

Threads are told by what blog and forum software writes: elements of the class ``comment`` (WordPress and most others,
``depth-N`` or nesting gives the depth), schema.org's ``Comment``, Disqus' ``li.post``, Blogger's ``dt.comment-author``
with ``dd.comment-body``. A candidate without an author or without words is part of another comment, or none at all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml.html import HtmlElement

from firsthand.clean import authors, jsonld
from firsthand.clean.markup import classes, opening, paragraphs_of, remove, short_text, words_of
from firsthand.text import squeeze

_TAGS = ("li", "div", "article", "section", "dd", "tr", "table", "blockquote")
_COMMENT = classes(
    """
    comment comment-item comment__item commentitem comment-container comment-wrapper comment-wrap comment-entry
    user-comment reader-comment single-comment commentwrapper js-comment comment-thread__item d-comment
    """
)
_THREADS = classes(
    """
    comments disqus_thread respond commentlist comment-list comments-area comment-respond comments-section
    comments-list commentform comment-form fb-comments comments-wrapper commentsection comments-container
    comment-section
    """
)
_REPLIES = classes(
    """
    children replies comment-replies comment__replies comment-children thread-children
    """
)
# From the most telling to the least.
_AUTHOR = (
    "fn", "comment-author-name", "comment__author-name", "author-name", "username", "user-name", "comment-author",
    "comment__author", "comment_author", "commentauthor", "commenter", "comment-user", "comment-name", "nickname",
    "author", "user", "name",
)  # fmt: skip
_WORDS = (
    "comment-content", "comment__content", "comment_content", "commentcontent", "comment-text", "comment__text",
    "comment_text", "commenttext", "comment-message", "post-message", "comment__message", "comment-copy",
    "comment-body", "comment__body", "comment_body", "commentbody", "comment-entry", "body", "text", "message",
    "content",
)  # fmt: skip
_META = classes(
    """
    comment-meta comment__meta commentmetadata comment-metadata comment-footer comment-date comment__date
    comment-time reply comment-reply-link comment-actions comment__actions comment-awaiting-moderation says avatar
    vote votes comment-tools
    """
)
_DEPTH = re.compile(r"depth-(\d{1,4})$")
_LONGEST_NAME = 80
_LONGEST_AUTHOR = 240  # characters of an author line
_MOST_NESTED = 60  # levels; deeper replies are part of what they answer
_MOST_MARKS = 100

Above = tuple[int | None, bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """A comment: ``parent`` is the place of the comment that it answers, ``paragraphs`` its words (empty if gone)."""

    author: str | None
    paragraphs: tuple[str, ...]
    parent: int | None = None
    depth: int = 0


def take(tree: HtmlElement, described: Sequence[jsonld.Object], limit: int) -> list[Entry]:
    """Return the page's comments in page order, at most ``limit``, and remove all threads from ``tree``.

    ``described`` are the comments in the page's JSON-LD, for pages that show none.
    """
    holders = _article_holders(tree)
    entries = _threads(tree, holders)[:limit] or _definitions(tree)[:limit] or _described(described, limit)
    for element in [e for e in tree.iter("aside", "div", "form", "ol", "section", "ul") if _THREADS & words_of(e)]:
        if element not in holders:
            remove(element)
    return entries


def _article_holders(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that hold a headline or an article's body: none of them is a thread."""
    marks = [
        *islice(tree.iter("h1"), _MOST_MARKS),
        *islice(tree.iterfind(".//*[@itemprop='articleBody']"), _MOST_MARKS),
    ]
    return frozenset(a for mark in marks for a in (mark, *mark.iterancestors())) | {tree, *tree.iterchildren("body")}


def _threads(tree: HtmlElement, holders: frozenset[HtmlElement]) -> list[Entry]:
    candidates, above = _candidates(tree, holders)
    depths = [_stated_depth(element) for element in candidates]
    found: dict[int, Entry] = {}
    answered: set[int | None] = set()
    for n in reversed(range(len(candidates))):  # replies first: what then is left in a comment is its own
        entry = _entry(candidates[n], has_replies=n in answered)
        if entry is not None:
            found[n] = entry
            answered.add(above[n][0])
            remove(candidates[n])
    return _nested(found, above, depths)


def _candidates(tree: HtmlElement, holders: frozenset[HtmlElement]) -> tuple[list[HtmlElement], list[Above]]:
    """Return the elements that may be comments in page order, with what each stands in."""
    candidates: list[HtmlElement] = []
    above: list[Above] = []
    place: dict[HtmlElement, int] = {}
    nesting: list[int] = []
    for element in tree.iter(*_TAGS):
        if _is_candidate(element) and element not in holders:
            holder, in_replies = _above(element, place)
            level = 0 if holder is None else nesting[holder] + 1
            if level <= _MOST_NESTED:
                place[element] = len(candidates)
                candidates.append(element)
                above.append((holder, in_replies))
                nesting.append(level)
    return candidates, above


def _is_candidate(element: HtmlElement) -> bool:
    words = words_of(element)
    if _COMMENT & words or element.get("itemtype", "").endswith("schema.org/Comment"):
        return True
    if element.tag != "li" or "post" not in words:
        return False
    return any("post-list" in words_of(a) for a in islice(element.iterancestors("ul"), _MOST_NESTED))


def _above(element: HtmlElement, place: dict[HtmlElement, int]) -> Above:
    """Return the candidate that holds ``element``, and whether a list of replies stands between them."""
    in_replies = False
    for ancestor in islice(element.iterancestors(), _MOST_NESTED):
        if ancestor in place:
            return place[ancestor], in_replies
        in_replies = in_replies or ancestor.tag in ("ol", "ul") or bool(_REPLIES & words_of(ancestor))
    return None, False


def _stated_depth(element: HtmlElement) -> int | None:
    """Return the depth in a class ``depth-N`` (from 1), as depth from 0."""
    found = next((m for word in words_of(element) if (m := _DEPTH.match(word))), None)
    return max(0, int(found[1]) - 1) if found else None


def _nested(found: dict[int, Entry], above: Sequence[Above], depths: Sequence[int | None]) -> list[Entry]:
    """Return the comments in page order with their parents: by nesting, or by stated depth where they lie flat."""
    order = sorted(found)
    number = {n: k for k, n in enumerate(order)}
    # A candidate that is no comment may wrap one, the first in it, beside a list of the replies to it.
    heads = {above[n][0]: n for n in reversed(order) if not above[n][1]}
    out: list[Entry] = []
    open_at: dict[int, int] = {}  # the latest comment of each depth
    for n in order:
        parent = _parent(n, found, above, heads)
        up = number[parent] if parent is not None else open_at.get((depths[n] or 0) - 1)
        depth = out[up].depth + 1 if up is not None else 0
        open_at[depth] = len(out)
        out.append(replace(found[n], parent=up, depth=depth))
    return out


def _parent(n: int, found: dict[int, Entry], above: Sequence[Above], heads: dict[int | None, int]) -> int | None:
    holder, in_replies = above[n]
    while holder is not None:
        if holder in found:
            return holder
        if in_replies and heads.get(holder, n) < n:
            return heads[holder]
        holder, in_replies = above[holder]
    return None


def _entry(element: HtmlElement, *, has_replies: bool) -> Entry | None:
    named = _first(element, _AUTHOR)
    if named is None:
        named = next(element.iter("cite"), None)
    author = _name(short_text(named, _LONGEST_AUTHOR) or "") if named is not None else None
    if author is None:
        return None
    paragraphs = _paragraphs(element, named)
    return Entry(author, tuple(paragraphs)) if paragraphs or has_replies else None


def _first(element: HtmlElement, classes: Sequence[str]) -> HtmlElement | None:
    """Return the element within ``element`` that has the most telling of ``classes`` and some text."""
    wanted = frozenset(classes)
    marked = [(words, e) for e in element.iterdescendants() if (words := wanted & words_of(e))]
    for name in classes:
        for words, inner in marked:
            if name in words and opening(inner, 1):
                return inner
    return None


def _name(text: str) -> str | None:
    found = authors.author(text)
    name = found.name if found else squeeze(text)
    return name if 0 < len(name) <= _LONGEST_NAME else None


def _paragraphs(element: HtmlElement, named: HtmlElement | None) -> list[str]:
    """Return the comment's words: what is in the element marked as such, without author, time and buttons."""
    for inner in [e for e in element.iterdescendants() if e is named or _META & words_of(e)]:
        if inner is named or named is None or named not in inner.iterdescendants():
            remove(inner)
    body = _first(element, _WORDS)
    lines = paragraphs_of(element if body is None else body)
    return [line for line in lines if not authors.is_stamp(line) and not authors.is_button(line)]


def _definitions(tree: HtmlElement) -> list[Entry]:
    """Read Blogger's old threads: a ``dt`` for the author, a ``dd`` for the words."""
    out: list[Entry] = []
    for term in [e for e in tree.iter("dt") if "comment-author" in words_of(e)]:
        body = next((e for e in term.itersiblings("dd") if "comment-body" in words_of(e)), None)
        author = _name(short_text(term, _LONGEST_AUTHOR) or "")
        if author and body is not None:
            out.append(Entry(author, tuple(paragraphs_of(body))))
    for block in [e for e in tree.iter("dl") if any("comment-author" in words_of(t) for t in e.iterchildren("dt"))]:
        remove(block)
    return out


def _described(comments: Iterable[jsonld.Object], limit: int) -> list[Entry]:
    """Return the comments that JSON-LD describes, replies behind what they answer."""
    out: list[Entry] = []
    waiting: list[tuple[jsonld.Object, int | None]] = [(c, None) for c in reversed(list(comments))]
    while waiting and len(out) < limit:
        data, parent = waiting.pop()
        text = data.get("text") or data.get("description")
        if not isinstance(text, str) or not text.strip():
            continue
        paragraphs = tuple(line for part in text.splitlines() if (line := squeeze(part)))
        depth = 0 if parent is None else out[parent].depth + 1
        out.append(Entry(jsonld.first(data.get("author")), paragraphs, parent, depth))
        replies = data.get("comment")
        waiting += [
            (r, len(out) - 1)
            for r in reversed(replies if isinstance(replies, list) else [replies])
            if isinstance(r, dict)
        ]
    return out
