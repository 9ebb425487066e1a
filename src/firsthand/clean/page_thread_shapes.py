"""Threads of unknown markup: elements of one shape that repeat, each with an author, a time and words.

Looked for only where the page itself announces comments, by a heading ("3 comments") or an element's name, and only
below it. Teasers, search results, entries of a live blog and product reviews repeat too: they have headings that lead
elsewhere, one author for all, no author beside a time, or a rating. Ours; after the data records of repeated subtrees
that Liu, Grossman and Zhai (2003, "Mining data records in web pages") look for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from firsthand.clean import authors, comments, dates, page_threads
from firsthand.clean.markup import paragraphs_of, short_paragraphs, short_text, words_of
from firsthand.clean.page_thread_pairs import runs, wrap
from firsthand.clean.page_thread_parts import Parts, is_review, is_teaser, own_time
from firsthand.clean.page_threads import Entry
from firsthand.text import squeeze

_HINT = re.compile(
    r"(?:.{0,24}[-_])?(?:(?:user|reader|leser)?(?:comments?|kommentare?n?|commentaires?|comentarios|commenti|reacties|"
    r"komentar\w{0,4})|discussions?|diskussion|talkback|guestbook|leserbriefe|disqus|forum|responses)(?:[-_].{0,24})?"
)
_NO_HINT = re.compile(r".{0,40}(?:count|link|button|recent|latest|popular|most|widget|form|icon|review|respond).{0,40}")
_ANNOUNCERS = ("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "legend", "th", "caption", "dt")
_SCOPES = ("div", "section", "ol", "ul", "table", "tbody", "td", "dl", "article")
_REACH = 3  # levels up from a heading to what stands beside its thread
_MOST_SCOPES = 40
_MOST_NEIGHBOURS = 60_000  # elements of all scopes together: more than a page may have
_MOST_PARENTS = 2_000  # elements of a scope whose children are looked at
_SAMPLE = 8  # elements of a shape that are looked at before all of them are
_WORDS = 3  # words of a line that says something
_PLAIN = ("p", "div", "tr", "td", "dd", "blockquote", "ul", "ol", "hr", "br")
_LONGEST = 20_000  # characters of a comment
_LONGEST_HEADING = 200
_HEADING_PIECES = 12
_MOST_WORK = 100_000  # elements read; lists in lists are read once a level
_ITEMS = 2  # comments that make a thread of unknown markup
_VALID = 0.75  # of the elements of one shape must read like comments …
_PEOPLE = 0.4  # … by so many different authors: a live blog's entries are signed by few
_LINKED = 0.4  # of the letters in links: from here on a teaser
_HEAD_LINES = 4
_FOOT_LINES = 2
_RATING = re.compile(r"(?:.{0,24}[-_])?(?:stars?|rating)(?:[-_].{0,24})?")
_VARIANT = re.compile(r"\d|^(?:odd|even|alt|first|last|new|old|depth|level)$")

Shape = tuple[str, frozenset[str]]


@dataclass(slots=True)
class _Search:
    """The parents whose children were looked at (no other scope looks again), and how many elements were read."""

    seen: set[HtmlElement] = field(default_factory=set)
    work: int = 0


def read(
    tree: HtmlElement, marked: Iterable[HtmlElement], holders: Set[HtmlElement], fetched: str | None
) -> list[Entry]:
    """Return the comments of a thread of unknown markup in page order, and remove them from ``tree``."""
    search = _Search()
    size = 0
    for scope in islice(_scopes(tree, marked, holders), _MOST_SCOPES):
        size += len(scope)
        if size > _MOST_NEIGHBOURS:
            break
        items = _repeated(scope, holders, search)
        if items:
            return page_threads.entries(tree, items, fetched, read=_parts)
    return []


def _scopes(tree: HtmlElement, marked: Iterable[HtmlElement], holders: Set[HtmlElement]) -> Iterator[list[HtmlElement]]:
    """Yield the neighbours among which a thread may be: in an element of a telling name, or below a heading."""
    for element in marked:
        if element.tag in _SCOPES and element not in holders and _is_hint(words_of(element)):
            yield [*element.iterchildren()]
    for element in [*tree.iter(*_ANNOUNCERS)]:
        above: HtmlElement | None = element if _announces(element) else None
        for _ in range(_REACH):
            if above is not None and above.tag != "body":
                yield [*above.itersiblings()]
                above = above.getparent()


def _announces(element: HtmlElement) -> bool:
    text = squeeze("".join(islice(element.itertext(), _HEADING_PIECES)))
    return 0 < len(text) <= _LONGEST_HEADING and comments.is_heading_text(text)


@lru_cache(maxsize=8192)
def _is_hint(words: frozenset[str]) -> bool:
    return any(_HINT.fullmatch(word) and not _NO_HINT.fullmatch(word) for word in words if len(word) <= 60)


def _repeated(scope: list[HtmlElement], holders: Set[HtmlElement], search: _Search) -> list[HtmlElement]:
    """Return the comments among the elements of a scope: all of the first shape of neighbours that read like them."""
    parents = (e for root in scope for e in root.iter(*_SCOPES) if e not in search.seen)
    for parent in (None, *islice(parents, _MOST_PARENTS)):
        children = scope if parent is None else [*parent.iterchildren()]
        if parent is not None:
            search.seen.add(parent)
        for shape, group in _groups(children).items():
            if len(group) < _ITEMS:
                continue
            search.work += sum(1 for item in group[:_SAMPLE] for _ in item.iter())
            if search.work > _MOST_WORK:
                return []
            if _are_comments(group[:_SAMPLE]):
                items = [e for root in scope for e in root.iter(shape[0]) if _shape(e) == shape and e not in holders]
                return items if _are_comments(items) else []
        parted = runs(children, _is_head_line, _is_words)
        if len(parted) >= _ITEMS and _are_blocks([_lines_of(run) for run in parted]):
            return [wrap(run) for run in parted]
    return []


def _groups(children: Iterable[HtmlElement]) -> dict[Shape, list[HtmlElement]]:
    groups: dict[Shape, list[HtmlElement]] = defaultdict(list)
    for child in children:
        if isinstance(child.tag, str) and len(child):
            groups[_shape(child)].append(child)
    return groups


def _shape(element: HtmlElement) -> Shape:
    """Return an element's tag and the names of its classes, without numbers and what tells odd from even."""
    words = frozenset((element.get("class") or "").lower().split())
    return element.tag, _plain(words)


@lru_cache(maxsize=8192)
def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not _VARIANT.search(word))


def _are_comments(items: Sequence[HtmlElement]) -> bool:
    """Tell whether elements of one shape are comments: most have author, time and words, and lead nowhere."""
    if not items or any(map(_is_other, items[:_SAMPLE])):
        return False
    return _are_blocks([short_paragraphs(item, _LONGEST) or [] for item in items], [*map(_has_time, items)])


def _are_blocks(several: Sequence[Sequence[str]], timed: Sequence[bool] = ()) -> bool:
    blocks = [_block(lines, timed=n < len(timed) and timed[n]) for n, lines in enumerate(several)]
    valid = [block for block in blocks if block]
    people = len({block.author for block in valid})
    return len(valid) >= max(_ITEMS, _VALID * len(blocks)) and people >= _PEOPLE * len(valid)


def _is_other(item: HtmlElement) -> bool:
    """Tell whether an element is a teaser, a review, or any other thing that leads elsewhere."""
    if is_review(item) or is_teaser(item) or any(_RATING.fullmatch(w) for e in item.iter() for w in words_of(e)):
        return True
    text = "".join(short_paragraphs(item, _LONGEST) or ())
    linked = sum(len(short_text(link, _LONGEST) or "") for link in islice(item.iter("a"), 50))
    return linked > _LINKED * len(text)


def _has_time(item: HtmlElement) -> bool:
    return next(item.iter("time", "abbr"), None) is not None


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a comment: its author, the line that its time stands on, and which lines are its words."""

    author: str
    stamp: str | None
    first: int
    last: int


def _block(lines: Sequence[str], *, timed: bool = False) -> _Block | None:
    """Read lines as a comment: an author line above or below the words, and a time; ``timed`` if an element has one."""
    head = _head(lines, timed) or _foot(lines)
    if head is None:
        return None
    first, last = head.first, head.last
    while first < last and authors.is_meta(lines[first]):
        first += 1
    while last > first and authors.is_meta(lines[last - 1]):
        last -= 1
    said = any(len(line.split()) >= _WORDS for line in lines[first:last])
    return replace(head, first=first, last=last) if said else None


def _head(lines: Sequence[str], timed: bool) -> _Block | None:
    for n, line in enumerate(lines[:_HEAD_LINES]):
        found = authors.author(line) if len(line) <= _LONGEST_HEADING else None
        if found is None:
            if authors.is_meta(line):
                continue
            return None
        if found.timed:
            return _Block(found.name, line, n + 1, len(lines))
        stamp = next((near for near in (*lines[n + 1 : n + 3], *lines[:n]) if authors.is_stamp(near)), None)
        if (stamp or timed) and (found.sure or authors.is_likely_name(found.name)):
            return _Block(found.name, stamp, n + 1, len(lines))
    return None


def _foot(lines: Sequence[str]) -> _Block | None:
    for n in range(len(lines) - 1, max(0, len(lines) - 1 - _FOOT_LINES), -1):
        found = authors.author(lines[n]) if len(lines[n]) <= _LONGEST_HEADING else None
        if found and found.timed:
            return _Block(found.name, lines[n], 0, n)
    return None


def _parts(element: HtmlElement, *, has_replies: bool, fetched: str | None) -> Parts | None:
    """Read an element of a thread's shape; ``has_replies`` makes no difference here."""
    del has_replies
    published = own_time(element, fetched)
    lines = paragraphs_of(element)
    block = _block(lines, timed=_has_time(element))
    if block is None:
        return None
    published = published or (dates.find(block.stamp, fetched) if block.stamp else None)
    words = (line for line in lines[block.first : block.last] if not authors.is_button(line))
    return Parts(block.author, tuple(words), published)


def _is_head_line(element: HtmlElement) -> bool:
    text = short_text(element, _LONGEST_HEADING)
    found = authors.author(text) if text else None
    return found is not None and found.timed


def _is_words(element: HtmlElement) -> bool:
    return element.tag in _PLAIN and not _is_head_line(element)


def _lines_of(run: Iterable[HtmlElement]) -> list[str]:
    return [line for part in run for line in short_paragraphs(part, _LONGEST) or ()]
