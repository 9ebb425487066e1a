"""One comment's own elements: who wrote it, when, whom it answers, and its words without author line and buttons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from firsthand.clean import authors, dates
from firsthand.clean.dates import Published
from firsthand.clean.markup import opening, paragraphs_of, remove, short_text
from firsthand.clean.page_thread_names import LINE, NO_ROLE, Role, is_numbered, role
from firsthand.text import squeeze

_LONGEST_NAME = 80
_LONGEST_AUTHOR = 240  # characters of an author line
_LONGEST_TIME = 100
_SOME = 50  # characters, markup in between not counted, that show whether an element says anything
_CLOSE = 12  # levels between a quotation within a comment and what it quotes
_NAMED_BY = ("data-author", "data-comment-author", "data-username", "data-author-name", "author")
_TIMED_BY = ("data-comment-timestamp", "data-timestamp", "data-created", "data-created-at", "created-timestamp",
             "data-comment-date")  # fmt: skip
_TIMES_OF = ("datetime", "content", "data-utime", "data-timestamp", "data-time", "title")
_TIME_PROPERTIES = ("datePublished", "dateCreated", "commentTime")
_MACHINE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}|\d{10}$|\d{13}$")
_LABEL = re.compile(r"comment (?:by|from) (?P<name>[^,]{1,80})", re.IGNORECASE)
_BARE_CUE = re.compile(r"(?:says?|said|wrote|commented|replied|by|from|posted by)\s?[:.]{0,3}$", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_JUDGED = ("reviewRating", "ratingValue", "reviewBody")
_ON_COMMENTS = ("#", "comment", "user", "member", "profile", "author")  # in the addresses of a comment or its author


@dataclass(frozen=True, slots=True)
class Parts:
    """What a comment says of itself; ``answers`` is the name of whom it says that it answers."""

    author: str | None
    paragraphs: tuple[str, ...]
    published: Published | None = None
    answers: str | None = None


@dataclass(slots=True)
class _Scan:
    """The elements of a comment that its names give away, found in one walk."""

    named: HtmlElement | None = None
    rank: int = 99
    author: str | None = None
    words: HtmlElement | None = None
    answers: str | None = None


def read(element: HtmlElement, *, has_replies: bool, fetched: str | None) -> Parts | None:
    """Return the parts of a comment whose replies are out of the tree, None where the element is no comment.

    A comment has an author and words; one of the two is enough where replies or the element's own number or depth show
    that it is a comment. Takes what is not the comment's words out of ``element``. Linear in its elements.
    """
    for form in [form for form in element.iter("form") if next(form.iter("textarea"), None) is not None]:
        remove(form)
    own = [(inner, role(inner)) for inner in element.iterdescendants() if isinstance(inner.tag, str)]
    tags = {inner.tag for inner in element.iter()}
    if is_review(element) or (not tags.isdisjoint(_HEADINGS) and is_teaser(element)):
        return None
    if "textarea" in tags:
        for form in [form for form in element.iter("form") if next(form.iter("textarea"), None) is not None]:
            remove(form)
    own = [(inner, role(inner)) for inner in element.iterdescendants()]
    scan = _scan(own, element)
    holds_all = scan.words is not None and scan.words in _above(scan.named, element)
    published = _published(element, own, None if holds_all else scan.words, fetched)
    author = scan.author or _stated_author(element)
    lines = None
    if author is None:
        lines = paragraphs_of(element)
        line = next(_signed(lines), None)
        author, signed_at = (line[0].name, line[1]) if line else (None, None)
        published = published or (dates.find(signed_at, fetched) if signed_at else None)
    paragraphs = tuple(_paragraphs(element, own, scan, author))
    numbered = is_numbered(element)
    if author is None and not (numbered and scan.words is not None and paragraphs and (published or has_replies)):
        return None
    if not paragraphs and not (has_replies or (numbered and published)):
        return None
    return Parts(author, paragraphs, published, scan.answers)


def _scan(own: list[tuple[HtmlElement, Role]], element: HtmlElement) -> _Scan:
    scan = _Scan()
    marked: list[tuple[int, HtmlElement]] = []
    for inner, found in own:
        if found is NO_ROLE and not inner.get("itemprop") and inner.tag != "cite":
            continue
        if found.is_reference and scan.answers is None:
            text = short_text(inner, _LONGEST_AUTHOR) or ""
            scan.answers = authors.answered(text) or text or None
            continue
        _note_author(scan, inner, found)
        rank = 0 if inner.get("itemprop") in ("text", "commentText") else found.words
        if rank is not None:
            marked.append((rank, inner))
    beside = [i for i, part in own if i.tag == "time" or part.is_time or (part.author is not None and part.author <= 1)]
    # What is named like the words and holds an author or a time holds more than the words.
    around = (
        {holder for inner in (scan.named, *beside) for holder in _above(inner, element)} if len(marked) > 1 else set()
    )
    marked.sort(key=lambda mark: (mark[1] in around, mark[0]))
    scan.words = next((inner for _, inner in marked if opening(inner, _SOME)), None)
    return scan


def _note_author(scan: _Scan, inner: HtmlElement, found: Role) -> None:
    rank = _author_rank(inner, found)
    if rank is None or rank >= scan.rank or _is_quoted(inner):
        return
    text = inner.get("content") or _shown(inner)
    name = _signed_name(text) if rank == LINE else name_of(text)
    if name:
        scan.named, scan.rank, scan.author = inner, rank, name


def _shown(inner: HtmlElement) -> str:
    """Return what an element says; a button's words count here, for a name may be one."""
    if inner.tag == "button":
        return squeeze("".join(islice(inner.itertext(), _CLOSE)))
    return short_text(inner, _LONGEST_AUTHOR) or ""


def _author_rank(inner: HtmlElement, found: Role) -> int | None:
    if inner.get("itemprop") in ("author", "creator"):
        return 1
    if found.author is None or found.author == LINE:
        return 2 if inner.tag == "cite" else found.author
    return found.author


def _is_quoted(inner: HtmlElement) -> bool:
    return any(a.tag in ("blockquote", "q") and a.get("class") is None for a in islice(inner.iterancestors(), _CLOSE))


def name_of(text: str) -> str | None:
    """Return the name in the text of an element that names a comment's author."""
    found = authors.author(text)
    name = found.name if found else squeeze(text).strip(" ,:|•·–—-")
    bare = not name or authors.is_stamp(name) or authors.is_button(name) or bool(_BARE_CUE.fullmatch(name))
    return None if bare or len(name) > _LONGEST_NAME else name


def _signed_name(text: str) -> str | None:
    found = authors.author(text)
    return found.name if found and found.sure else None


def _stated_author(element: HtmlElement) -> str | None:
    """Return the author in the element's own attributes."""
    label = _LABEL.match(element.get("aria-label", ""))
    stated = label["name"] if label else next((v for key in _NAMED_BY if (v := element.get(key))), None)
    return name_of(stated) if stated and not stated.isdigit() else None


def _signed(lines: list[str]) -> Iterator[tuple[authors.Author, str]]:
    """Yield the lines at both ends of a comment that name who wrote it."""
    for line in (*lines[:2], *lines[:1:-1][:2]):
        found = authors.author(line) if len(line) <= _LONGEST_AUTHOR else None
        if found and found.sure:
            yield found, line


def own_time(element: HtmlElement, fetched: str | None) -> Published | None:
    """Return the time that an element's markup gives a comment."""
    own = [(inner, role(inner)) for inner in element.iterdescendants()]
    return _published(element, own, None, fetched)


def _published(
    element: HtmlElement, own: list[tuple[HtmlElement, Role]], words: HtmlElement | None, fetched: str | None
) -> Published | None:
    """Return when a comment was written: from the elements that tell a time, the most exact value of each first."""
    for key in _TIMED_BY:
        if (found := time_of(element.get(key), fetched)) is not None:
            return found
    inside = set(words.iterdescendants()) if words is not None else set()
    for inner, part in own:
        timed = inner.tag in ("time", "abbr") or part.is_time or inner.get("itemprop") in _TIME_PROPERTIES
        if timed and inner not in inside:
            values = (*(inner.get(key) for key in _TIMES_OF), short_text(inner, _LONGEST_TIME))
            found = next((found for value in values if (found := time_of(value, fetched))), None)
            if found is not None:
                return found
    beside = (inner for inner, part in own if (part.is_meta or part.author is not None) and inner not in inside)
    lines = (short_text(inner, _LONGEST_AUTHOR) for inner in beside)
    return next((found for line in lines if line and (found := dates.find(line, fetched))), None)


def time_of(value: str | None, fetched: str | None) -> Published | None:
    """Return a time as a machine or a person wrote it; an age ("2 hours ago") is none, and nothing is guessed."""
    if not value or len(value) > _LONGEST_TIME:
        return None
    value = value.strip()
    return dates.parse(value) if _MACHINE_TIME.match(value) else dates.find(value, fetched)


def _paragraphs(
    element: HtmlElement, own: list[tuple[HtmlElement, Role]], scan: _Scan, author: str | None
) -> Iterator[str]:
    kept = _above(scan.named if scan.words is None else scan.words, element)
    if scan.words is not None:
        kept.add(scan.words)
    for inner, found in own:
        if (inner is scan.named or found.is_meta or found.is_reference) and inner not in kept:
            remove(inner)
    lines = paragraphs_of(element if scan.words is None else scan.words)
    first, last = 0, len(lines)
    while first < last and _is_around(lines[first], author):
        first += 1
    while last > first and _is_around(lines[last - 1], author):
        last -= 1
    for line in lines[first:last]:
        if scan.words is not None or not authors.is_meta(line):
            yield line


def _above(inner: HtmlElement | None, element: HtmlElement) -> set[HtmlElement]:
    """Return what holds ``inner`` within ``element``."""
    out = {element}
    above = inner.getparent() if inner is not None and inner is not element else None
    while above is not None and above is not element:
        out.add(above)
        above = above.getparent()
    return out


def _is_around(line: str, author: str | None) -> bool:
    """Tell whether a line at either end of a comment is none of its words: a time, a button, the author again."""
    if authors.is_meta(line) or _BARE_CUE.fullmatch(line):
        return True
    found = authors.author(line) if author and author in line and len(line) <= _LONGEST_AUTHOR else None
    return found is not None and found.name == author


def is_review(element: HtmlElement) -> bool:
    """Tell whether an element judges a product: it gives a rating."""
    if element.get("itemtype", "").endswith("/Review"):
        return True
    return any(inner.get("itemprop") in _JUDGED for inner in element.iterdescendants())


def is_teaser(element: HtmlElement) -> bool:
    """Tell whether an element of the class ``comment`` is a column's teaser: its heading leads to another page."""
    for heading in element.iter(*_HEADINGS):
        link = next(heading.iter("a"), None)
        if link is None or role(heading).author is not None or role(link).author is not None:
            continue
        target = link.get("href", "")
        if target.startswith(("/", "http")) and not any(key in target for key in _ON_COMMENTS):
            return True
    return False
