"""Comment threads in the shape that crawl corpora have: a list whose nesting is its indentation.

      • Author

        The comment's words.

        • Another author

          A reply.

The list's mark may be a bullet or a number, and the author line may say more ("Author says:", a time) or be missing.
A list in an article looks alike, so a list is a thread only where enough speaks for it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from firsthand.clean import authors
from firsthand.clean.lines import Line

Style = Literal["sure", "named", "unnamed"] | None

_BULLET = re.compile(r"[•◦▪‣·*][ \t\u00a0]+(?=\S)|[•◦▪‣]\s{0,2}$|\d{1,4}[.)](?:[ \t\u00a0]+(?=\S)|$)")
_INNER = re.compile(r"[-–+o#@]\s{1,3}(?=\S)")  # marks of inner lists: Markdown and lynx change them with the depth
_PINGBACK = re.compile(r"(?:pingback|trackback|ping)\b\s?:", re.IGNORECASE)
_TALK = re.compile(r"\b(?:I|you|your|my|me|thanks|lol)\b|@\w|[!?]{2}")  # how readers write, and reports hardly do
_ENOUGH = 2  # evidence that makes a list a thread, see _evidence
_STYLE_SHARE = 0.34  # of the heads: from here on their way of naming authors is the thread's
_NAMED_SHARE = 0.4
_CLOSE_HEADING = 5  # lines between it and a thread whose entries name no author
_HEADING_REACH = 12  # lines between a heading ("3 comments") and its thread


@dataclass(slots=True)
class Item:
    """One entry of a list: the line with its mark, the lines under it, and the entry it is nested in.

    ``author`` and ``below`` (the lines under the head without times and buttons at both ends) are read once the
    entry's lines are known.
    """

    head: Line
    marker: int
    parent: "Item | None"
    content: list[Line] = field(default_factory=list)
    author: authors.Author | None = None
    below: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The head line without its mark."""
        return self.head.text[self.marker :]


@dataclass(frozen=True, slots=True)
class Entry:
    """A comment of a thread: ``lines`` are its own lines' numbers, ``parent`` the index of the entry it answers.

    ``stamp`` is the line that tells when it was written, if any does.
    """

    parent: int | None
    depth: int
    author: str | None
    start: int
    end: int
    lines: tuple[int, ...]
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread found in lines ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def marker(line: Line) -> int:
    """Return the length of the bullet or number that a thread's entry starts with, 0 where there is none."""
    found = _BULLET.match(line.text)
    return found.end() if found else 0


def find(lines: Sequence[Line], is_heading: Sequence[bool], is_furniture: Sequence[bool]) -> list[Thread]:
    """Return the threads among ``lines``; ``is_heading`` marks lines that announce comments. Linear in the lines.

    Of several lists under headings only the last is announced: the count at the top of a page announces nothing.
    """
    runs = [run for run in _runs(lines, is_heading) if not _is_menu(run, is_furniture)]
    announced, reach = _announced(runs, is_heading)
    threads = (_thread(run, reach if n == announced else None) for n, run in enumerate(runs))
    return [thread for thread in threads if thread is not None]


def _announced(runs: Sequence[Sequence[Line]], is_heading: Sequence[bool]) -> tuple[int, int]:
    """Return which list the last heading announces (-1 for none), and how many lines lie between the two."""
    before = 0
    announced, reach = -1, 0
    for n, run in enumerate(runs):
        first = run[0].number
        near = next((h for h in range(first - 1, max(before, first - _HEADING_REACH) - 1, -1) if is_heading[h]), None)
        if near is not None:
            announced, reach = n, first - near
        before = run[-1].number
    return announced, reach


def _runs(lines: Sequence[Line], is_heading: Sequence[bool]) -> Iterator[Sequence[Line]]:
    """Yield the lists among ``lines``, each with the lines that are indented under its entries."""
    at = 0
    while at < len(lines):
        if marker(lines[at]):
            stop = _run_end(lines, at, is_heading)
            yield lines[at:stop]
            at = stop
        else:
            at += 1


def _is_menu(run: Sequence[Line], is_furniture: Sequence[bool]) -> bool:
    """Tell whether a list is a share bar or menu: most of its entries are furniture."""
    heads = [line for line in run if line.indent == run[0].indent]
    return sum(is_furniture[line.number] for line in heads) * 2 > len(heads)


def _run_end(lines: Sequence[Line], first: int, is_heading: Sequence[bool]) -> int:
    """Return the number after the last line of the list that starts at ``first``.

    It goes on over times and buttons at the margin, and ends where other marks begin: another list.
    """
    base, numbered, stop = lines[first].indent, lines[first].text[0].isdigit(), first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        entry = line.indent == base and marker(line) and line.text[0].isdigit() == numbered
        if is_heading[number] or not (line.indent > base or entry or authors.is_meta(line.text)):
            break
        if line.indent > base or entry:
            stop = number + 1
    return stop


def _thread(run: Sequence[Line], reach: int | None) -> Thread | None:
    """Return the list as a thread if it is one; ``reach`` is the distance to the heading that announces it, if any."""
    items = [item for item in _items(run) if not _PINGBACK.match(item.words)]
    if not any(item.below or item.author is None or not item.author.sure for item in items):
        return None  # author lines alone: their words stand at the margin, for ``signed`` to find
    style = _style(items, may_lack_authors=reach is not None and reach <= _CLOSE_HEADING)
    if not items or _evidence(items, style, headed=reach is not None) < _ENOUGH:
        return None
    numbers: dict[int, int] = {}
    entries: list[Entry] = []
    for number, item in enumerate(items):
        parent = numbers.get(id(item.parent)) if item.parent else None
        depth = 0 if parent is None else entries[parent].depth + 1
        entries.append(_entry(item, style, parent, depth))
        numbers[id(item)] = number
    return Thread(run[0].number, run[-1].number, tuple(entries))


def _items(run: Sequence[Line]) -> list[Item]:
    """Nest the entries of a list by indentation, with a stack: depth costs no recursion."""
    items: list[Item] = []
    stack: list[Item] = []
    for n, line in enumerate(run):
        mark = marker(line) or _inner_marker(run, n)
        if mark and _is_entry(line, mark, stack):
            while stack and stack[-1].head.indent >= line.indent:
                stack.pop()
            items.append(Item(line, mark, stack[-1] if stack else None))
            stack.append(items[-1])
        elif stack:
            stack[-1].content.append(line)
    for item in items:
        item.author = _head_author(item)
        item.below = _without_meta(item.content)
    return items


def _inner_marker(run: Sequence[Line], n: int) -> int:
    """Return the length of an inner list's mark, where an author with a cue or a time right below stands behind it."""
    line = run[n]
    found = _INNER.match(line.text) if line.indent > run[0].indent else None
    author = authors.author(line.text[found.end() :]) if found else None
    if found is None or author is None:
        return 0
    stamped = n + 1 < len(run) and authors.is_stamp(run[n + 1].text)
    return found.end() if author.sure or stamped else 0


def _is_entry(line: Line, mark: int, stack: Sequence[Item]) -> bool:
    """Tell whether a marked line starts an entry, or is a list inside the words of the entry above it."""
    if not stack or line.gap or line.indent <= stack[0].head.indent:
        return True
    named = authors.author(line.text[mark:])
    return named is not None and (named.sure or _INNER.match(line.text) is not None)


def _head_author(item: Item) -> authors.Author | None:
    """Return the author named on the entry's first line, or on its second where the first is a counter.

    A time right under the name, or the name again with a time, makes sure of it.
    """
    second = item.content[0].text if item.content else ""
    if item.words.isdigit() or not item.words:
        return authors.author(second) if second else None
    found = authors.author(item.words)
    if found and not found.sure and second and (authors.is_stamp(second) or _names(second, found.name)):
        return authors.Author(found.name, True, True)
    return found


def _without_meta(lines: Sequence[Line]) -> list[Line]:
    first, last = 0, len(lines)
    while first < last and authors.is_meta(lines[first].text):
        first += 1
    while last > first and authors.is_meta(lines[last - 1].text):
        last -= 1
    return list(lines[first:last])


def _style(items: Sequence[Item], *, may_lack_authors: bool) -> Style:
    """Tell how the thread names authors: ``sure`` (cue or time), ``named`` (any short line of its own), or not."""
    sure = [item for item in items if item.author and item.author.sure]
    if items and len(sure) >= _STYLE_SHARE * len(items):
        links = sum(item.words.startswith("http") for item in sure)
        return "named" if links * 2 > len(sure) else "sure"
    if items and sum(bool(item.author and item.below) for item in items) >= _NAMED_SHARE * len(items):
        return "named"
    return "unnamed" if may_lack_authors else None


def _evidence(items: Sequence[Item], style: Style, *, headed: bool) -> int:
    """Weigh what speaks for a thread and against an article's list. Ours; a list needs ``_ENOUGH``.

    A heading that announces comments, or author lines with a cue, a time or a link, are enough alone. Else replies,
    and authors who come back: an article's list neither answers itself nor repeats its headings.
    """
    found = [item.author for item in items if item.author]
    if style is None:
        return 0
    if headed or sum(author.sure for author in found) * 2 >= len(items):
        return _ENOUGH
    below = [item for item in items if item.below]
    deeper = sum(item.content[0].indent > item.head.indent for item in below)
    if style != "named" or len(below) * 2 < len(items) or deeper * 2 < len(below):
        return 0
    again = any(count > 1 for count in Counter(author.name for author in found).values())
    nested = any(item.parent and item.below for item in items)
    handles = sum(authors.is_handle(author.name) for author in found) * 3 >= len(found)
    people = len(items) > 1 and all(authors.is_person(author.name) for author in found)
    talk = sum(bool(_TALK.search(line.text)) for item in below for line in item.below[:1]) * 5 >= 2 * len(below)
    return nested + again + handles + people + talk


def _entry(item: Item, style: Style, parent: int | None, depth: int) -> Entry:
    lines = (item.head.number, *(line.number for line in item.content))
    if item.author and (item.author.sure or (style == "named" and (item.below or not item.head.closed))):
        words = _after_author(item.below, item.author.name)
        start, end = (words[0].start, words[-1].end) if words else (item.head.end, item.head.end)
        return Entry(parent, depth, item.author.name, start, end, lines, _stamp(item))
    start, end = item.head.start + item.marker, item.below[-1].end if item.below else item.head.end
    signer = authors.author(item.below[-1].text) if len(item.below) > 0 else None
    if signer and signer.timed:
        end = item.below[-2].end if len(item.below) > 1 else item.head.end
        return Entry(parent, depth, signer.name, start, end, lines, item.below[-1].text)
    return Entry(parent, depth, None, start, end, lines, _stamp(item))


def _stamp(item: Item) -> str | None:
    """Return the line that tells the time: the author line, else one right below it or at the comment's end."""
    first, last = (item.below[0].number, item.below[-1].number) if item.below else (item.head.number, -1)
    around = [line for line in item.content if line.number < first or line.number > last]
    if item.author and item.author.timed:
        around = [item.head, *around, *item.content[:1]]
    return next((line.text for line in around if authors.tells_time(line.text)), None)


def _after_author(words: list[Line], name: str) -> list[Line]:
    """Leave out lines that name the author again, as a counter's second line or a picture's text does."""
    first = 0
    while first < len(words) and (authors.is_meta(words[first].text) or _names(words[first].text, name)):
        first += 1
    return words[first:]


def _names(text: str, name: str) -> bool:
    found = authors.author(text) if len(text) < 120 else None
    return found is not None and found.name == name
