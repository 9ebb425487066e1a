"""Threads that a page's markup names: which elements are comments, and what each of them answers.

What a comment answers is told by what it says itself (an id of its parent, "Reply to Ann"), else by nesting: comments
in comments, lists of replies in or beside them, a stated depth (``depth-2``), an indentation. All of these make a
number that grows with depth, so that one stack finds every parent.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from lxml import etree
from lxml.html import HtmlElement

from firsthand.clean import page_thread_names as names
from firsthand.clean import page_thread_parts as parts
from firsthand.clean.markup import classes, opening, remove, words_of
from firsthand.clean.page_thread_parts import Parts
from firsthand.model import Precision

DEEPEST = 500  # levels of replies; what is nested deeper answers the last comment above that. The bound.
_WRAPPERS = 8  # elements named like comments that are none, one in the other, at most: each is read with all within it
_FEW_POSTS = 2  # fewer posts of a forum are no thread
_TAGS = frozenset(
    ("li", "div", "article", "section", "dd", "tr", "table", "blockquote", "shreddit-comment", "dst-posting")
)
_DEPTH = re.compile(r"(?:[a-z]{1,12}[-_]){0,3}(?:depth|level|indent)-(\d{1,4})")
_DEPTH_KEYS = ("data-depth", "data-level", "depth", "aria-level", "indent")
_INDENTED = re.compile(r"(?:margin|padding)-left\s{0,3}:\s{0,3}(\d{1,4})(?:\.\d{1,9})?\s?(px|em|rem|%)")
_PARENT_KEYS = ("data-parent", "data-parent-id", "data-parent-comment-id", "parentid", "data-parentpostingid",
                "data-in-reply-to")  # fmt: skip
_ID_KEYS = ("id", "data-id", "data-comment-id", "thingid", "data-postingid", "data-fullname")
_PROSE = 80  # characters of a paragraph that a page has beside a forum's posts if it has an article
_REPLY_WORDS = classes(
    "comment--indented comment--reply comment--response comment--child is-reply comment-reply comment--nested"
)


@dataclass(slots=True)
class Entry:
    """A comment: ``parent`` is the place of the comment that it answers, ``paragraphs`` its words (empty if gone).

    ``published`` is ISO 8601, as precise as ``published_precision`` says.
    """

    author: str | None
    paragraphs: tuple[str, ...]
    parent: int | None = None
    depth: int = 0
    published: str | None = None
    published_precision: Precision | None = None


@dataclass(slots=True)
class _Place:
    """Where a candidate stands: in which candidate, and below how many lists of replies within that."""

    element: HtmlElement
    holder: int | None
    steps: int


def read(
    tree: HtmlElement, marked: Sequence[HtmlElement], holders: Set[HtmlElement], fetched: str | None
) -> list[Entry]:
    """Return the comments that the markup names, in page order, and remove them from ``tree``. Linear in its elements.

    ``marked`` are the elements that may be comments by their names; ``holders`` hold the article and are none.
    """
    blocks = [e for e in marked if e.tag in _TAGS and e not in holders]
    return entries(tree, [e for e in blocks if names.is_comment(e)] or _forum_posts(tree, blocks), fetched)


class Reader(Protocol):
    """Reads the parts of one comment, None where an element is none."""

    def __call__(self, element: HtmlElement, *, has_replies: bool, fetched: str | None) -> Parts | None:
        """Read ``element``, whose replies are out of the tree."""


def entries(
    tree: HtmlElement, wanted: Sequence[HtmlElement], fetched: str | None, read: Reader = parts.read
) -> list[Entry]:
    """Return those of the elements that are comments, nested, and remove them from ``tree``."""
    if not wanted:
        return []
    places = _places(tree, frozenset(wanted))
    marks = [_marks(place.element) for place in places]
    found: dict[int, Parts] = {}
    answered: set[int | None] = set()
    wrapped: dict[int, int] = {}  # how many that are no comment lie in each other within a candidate
    for n in reversed(range(len(places))):  # replies first: what then is left in a comment is its own
        hollow = wrapped.get(n, 0) >= _WRAPPERS
        part = None if hollow else read(places[n].element, has_replies=n in answered, fetched=fetched)
        holder = places[n].holder
        if part is None and holder is not None:
            wrapped[holder] = max(wrapped.get(holder, 0), wrapped.get(n, 0) + 1)
        if part is not None:
            found[n] = part
            take_out(places[n].element)
            answered.add(holder)
    return _nested(found, places, marks)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a candidate says of its place: its ids, its parent's id, and a number that grows with its depth."""

    ids: tuple[str, ...]
    parent: str | None
    stated: int | None


def _marks(element: HtmlElement) -> _Marks:
    ids = tuple(value for key in _ID_KEYS if (value := element.get(key)))
    parent = next((value for key in _PARENT_KEYS if (value := element.get(key))), None)
    return _Marks(ids, parent, _stated_depth(element))


def _stated_depth(element: HtmlElement) -> int | None:
    """Return a number that grows with the depth: a class ``depth-N``, an attribute, a margin, the width of a spacer."""
    words = words_of(element)
    found = next((m for word in words if (m := _DEPTH.fullmatch(word))), None)
    if found:
        return int(found[1])
    stated = next((value for key in _DEPTH_KEYS if (value := element.get(key, "")).isdecimal()), None)
    if stated:
        return int(stated[:4])
    margin = _INDENTED.search(element.get("style", "")[:500])
    if margin:
        return int(margin[1])
    if element.tag in ("tr", "table"):
        spacer = next((cell for cell in element.iter("td") if "ind" in words_of(cell)), None)
        width = (
            next((w for e in spacer.iter("td", "img") if (w := e.get("width", "")).isdecimal()), "")
            if spacer is not None
            else ""
        )
        return int(width[:4]) if width else None
    return 1 if _REPLY_WORDS & words else None


def _forum_posts(tree: HtmlElement, blocks: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return a forum's posts as comments; the first of them is the article where the page has none beside them."""
    posts = [e for e in blocks if names.is_forum_post(e)]
    if len(posts) < _FEW_POSTS:
        return []
    inside = {p for post in posts for p in post.iter("p")}
    has_article = any(len(opening(p, _PROSE)) >= _PROSE for p in tree.iter("p") if p not in inside)
    return posts if has_article else posts[1:]


def _places(tree: HtmlElement, wanted: frozenset[HtmlElement]) -> list[_Place]:
    """Return where each wanted element stands, in page order, in one walk over the tree."""
    out: list[_Place] = []
    open_: list[tuple[int, int]] = []  # candidates around the walk, with the steps that led to each
    steps = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        opens = event == "start"
        if element in wanted and opens:
            out.append(_Place(element, open_[-1][0] if open_ else None, steps))
            open_.append((len(out) - 1, steps))
            steps = 0
        elif element in wanted:
            steps = open_.pop()[1]
        elif names.opens_replies(element) or (open_ and element.tag in ("ol", "ul")):
            steps += 1 if opens else -1
    return out


def _nested(found: dict[int, Parts], places: Sequence[_Place], marks: Sequence[_Marks]) -> list[Entry]:
    """Return the comments in page order with their parents and depths."""
    indents = _indents(found, places, marks)
    numbers: dict[str, int] = {}
    latest: dict[str, int] = {}  # the last comment of each author
    out: list[Entry] = []
    stack: list[tuple[int, int]] = []
    for n in sorted(found):
        part = found[n]
        while stack and stack[-1][0] >= indents[n]:
            stack.pop()
        parent = stack[-1][1] if stack else None
        if parent is None:
            named = latest.get(part.answers.casefold()) if part.answers else None
            parent = _referred(marks[n].parent, numbers) if marks[n].parent is not None else named
        stack.append((indents[n], len(out)))
        numbers.update({key: len(out) for key in marks[n].ids})
        if part.author:
            latest[part.author.casefold()] = len(out)
        out.append(_entry(part, parent, out))
    return out


def _indents(found: dict[int, Parts], places: Sequence[_Place], marks: Sequence[_Marks]) -> list[int]:
    """Return a number for each candidate that is greater for a reply than for what it answers."""
    out: list[int] = []
    headed: set[int] = set()  # wrappers whose first comment was seen: wrappers in them are replies to it
    for n, (place, mark) in enumerate(zip(places, marks, strict=True)):
        holder = place.holder
        base = place.steps
        if holder is not None:
            base += out[holder] + (holder in found or (n not in found and holder in headed))
            if n in found and not place.steps:
                headed.add(holder)
        out.append(base if mark.stated is None or holder in found else mark.stated)
    return out


def _referred(parent: str | None, numbers: dict[str, int]) -> int | None:
    """Return the comment of an id; ids are written with or without what stands before the number."""
    return next((numbers[key] for key in (parent, f"comment-{parent}", f"c{parent}") if key in numbers), None)


def _entry(part: Parts, parent: int | None, before: Sequence[Entry]) -> Entry:
    while parent is not None and before[parent].depth >= DEEPEST:
        parent = before[parent].parent
    depth = 0 if parent is None else before[parent].depth + 1
    time, precision = part.published or (None, None)
    return Entry(part.author, part.paragraphs, parent, depth, time, precision)


def take_out(element: HtmlElement) -> None:
    """Take a block out of its tree. Blanks behind it go too: thousands of them would be joined again and again."""
    if element.tail and not element.tail.strip():
        element.tail = None
    remove(element)
