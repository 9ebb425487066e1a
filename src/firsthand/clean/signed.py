"""Comment threads without list marks: blocks that an author line opens or closes.

    Author says:                     The comment's words.
    The comment's words.             Posted by: Author | December 13, 2007 at 11:25 AM

Without a list's shape little tells a thread from an article, so one is looked for only under a heading that announces
comments, or where several author lines carry a cue or the age of the comment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.clean import authors, furniture
from firsthand.clean.calendars import word_set
from firsthand.clean.lines import Line
from firsthand.clean.threads import Entry, Thread, marker

_CUED = 3  # author lines that say so themselves make a thread without a heading above them …
_PEOPLE = 0.5  # … if this share of them names different people: the entries of a live blog are signed too, but by few
_WORDED = 0.6  # of the author lines must have words beside them: a list of dated links has none
_SIGNATURES = 3  # "Name, Town" lines under paragraphs that make a thread without a heading
_SIGNED_LINES = 5  # lines a signature, at most: paragraphs in between that nobody signed are an article's
_NO_NAME = word_set("a an the in of from at on for with and to by as is was")
_NAMES = 3  # bare names over paragraphs that make a thread under a heading
_HEADING_REACH = 15  # lines between a heading and the first author line
_LAST_LINES = 12  # lines that the last comment may have: no author line tells where it ends
_QUOTES = re.compile(r"(?:>\s?){1,40}")
_GAP_LINES = 60  # a longer stretch without an author line ends the thread


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An author line: the lines that it takes up (``first`` to ``last``), and whom it names."""

    first: int
    last: int
    name: str
    indent: int
    opens: bool
    cued: bool = False


def find(lines: Sequence[Line], is_heading: Sequence[bool], taken: Sequence[bool], body_end: int) -> list[Thread]:
    """Return the threads in the lines from ``body_end`` on that no list took."""
    out: list[Thread] = []
    for group in _groups(_anchors(lines, [t or h for t, h in zip(taken, is_heading, strict=True)], body_end)):
        heading = _heading_above(is_heading, group[0].first, body_end)
        if _is_thread(lines, group, headed=heading is not None):
            out.append(_thread(lines, group, None if heading is None else heading + 1))
    if out:
        return out
    signatures = _signatures(lines, taken, body_end)
    if len(signatures) >= _SIGNATURES:
        return [_thread(lines, signatures, None)]
    names = _names(lines, is_heading, taken, body_end)
    return [_thread(lines, names, names[0].first)] if len(names) >= _NAMES else []


def _groups(anchors: Sequence[_Anchor]) -> list[list[_Anchor]]:
    """Split author lines where a long stretch without any tells that another part of the page began."""
    groups: list[list[_Anchor]] = []
    for anchor in anchors:
        if groups and anchor.first - groups[-1][-1].last <= _GAP_LINES:
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    return groups


def _heading_above(is_heading: Sequence[bool], first: int, body_end: int) -> int | None:
    near = range(max(body_end, first - _HEADING_REACH), first)
    return next((n for n in reversed(near) if is_heading[n]), None)


def _is_thread(lines: Sequence[Line], group: Sequence[_Anchor], *, headed: bool) -> bool:
    """Tell whether author lines are a thread's: under a heading, or of many people and saying so themselves."""
    worded = sum(_has_words(lines, anchor) for anchor in group)
    if worded < _WORDED * len(group):
        return False
    if headed:
        return True
    cued = [anchor for anchor in group if anchor.cued]
    return len(cued) >= _CUED and len({anchor.name for anchor in cued}) >= _PEOPLE * len(cued)


def _has_words(lines: Sequence[Line], anchor: _Anchor) -> bool:
    """Tell whether words stand beside an author line, a line of buttons in between left aside."""
    beside = [n for n in (anchor.first - 1, anchor.last + 1, anchor.last + 2) if 0 <= n < len(lines)]
    return any(_is_words(lines[n]) for n in beside)


def _names(lines: Sequence[Line], is_heading: Sequence[bool], taken: Sequence[bool], body_end: int) -> list[_Anchor]:
    """Return bare names that stand over paragraphs right under a heading that announces comments."""
    heading = next((n for n in range(body_end, len(lines)) if is_heading[n] and not taken[n]), len(lines))
    out: list[_Anchor] = []
    for n in range(heading + 1, len(lines) - 1):
        if n > (out[-1].last if out else heading) + _LAST_LINES or (out and furniture.is_furniture(lines[n])):
            break
        if not taken[n] and _is_bare_name(lines[n]) and _is_words(lines[n + 1]):
            out.append(_Anchor(n, n, authors.plain(lines[n].text), lines[n].indent, opens=True))
    return out


def _is_bare_name(line: Line) -> bool:
    found = None if line.closed or line.words > 5 or line.size > 40 else authors.author(line.text)
    return found is not None and not found.sure and not furniture.is_furniture(line)


def _anchors(lines: Sequence[Line], taken: Sequence[bool], first: int) -> list[_Anchor]:
    out: list[_Anchor] = []
    at = first
    while at < len(lines):
        line = lines[at]
        is_short = not taken[at] and line.words <= 20 and line.size <= 200
        # An author line says so or has a time, or the line below it has one.
        found = _anchor(lines, at) if is_short and any(authors.may_tell(x.text) for x in lines[at : at + 2]) else None
        if found:
            out.append(found)
        at = found.last + 1 if found else at + 1
    return out


def _anchor(lines: Sequence[Line], at: int) -> _Anchor | None:
    line = lines[at]
    author = authors.author(line.text[marker(line) :])
    if author is None:
        return None
    indent = line.indent + _quoted(line)
    if author.sure:
        opens = not author.timed or _opens(lines, at)
        return _Anchor(at, at, author.name, indent, opens=opens, cued=author.cued)
    if at + 1 < len(lines) and lines[at + 1].gap <= 1 and authors.is_stamp(lines[at + 1].text):
        ago = "ago" in lines[at + 1].text and authors.is_likely_name(author.name) and not line.text.endswith(":")
        return _Anchor(at, at + 1, author.name, indent, opens=True, cued=ago)
    return None


def _quoted(line: Line) -> int:
    """Return how deep ``>`` marks quote a line."""
    marks = _QUOTES.match(line.text)
    return marks[0].count(">") if marks else 0


def _opens(lines: Sequence[Line], at: int) -> bool:
    """Tell whether an author line stands above its comment: words follow it before the next author line."""
    return at + 1 < len(lines) and lines[at + 1].gap <= lines[at].gap


def _signatures(lines: Sequence[Line], taken: Sequence[bool], first: int) -> list[_Anchor]:
    """Return ``Name, Town, Country`` lines that close paragraphs, where most paragraphs of a stretch are so signed."""
    out: list[_Anchor] = []
    for number in range(max(1, first), len(lines)):
        if taken[number] or not _is_signature(lines[number]) or not _is_words(lines[number - 1]):
            continue
        if out and number - out[-1].last > _LAST_LINES and len(out) < _SIGNATURES:
            out = []
        name = lines[number].text.split(",")[0].strip(" -–—")
        out.append(_Anchor(number, number, name, lines[number].indent, opens=False))
    dense = len(out) >= _SIGNATURES and out[-1].last - out[0].first <= _SIGNED_LINES * len(out)
    return out if dense and len({anchor.name for anchor in out}) * 5 >= len(out) * 4 else []


def _is_signature(line: Line) -> bool:
    name, comma, place = line.text.lstrip("-–— ").partition(",")
    if not comma or line.words > 8 or line.closed or line.size > 70 or any(c.isdigit() or c == ":" for c in line.text):
        return False
    if not name[:1].isalpha() or _NO_NAME & set(name.casefold().split()) or not 0 < len(name.split()) <= 4:
        return False
    return 0 < len(place.split()) <= 5 and not furniture.is_furniture(line)


def _is_words(line: Line) -> bool:
    return (line.closed and line.words > 2) or line.prose


def _thread(lines: Sequence[Line], anchors: Sequence[_Anchor], start: int | None) -> Thread:
    """Cut the lines at the anchors; ``start`` is the first line that may belong to a thread signed at its ends."""
    opening = sum(a.opens for a in anchors) * 2 >= len(anchors) and not _closes(lines, anchors, start)
    blocks = _opened(lines, anchors) if opening else _closed(anchors, start)
    entries = _nested(lines, anchors, blocks)
    return Thread(entries[0].lines[0], entries[-1].lines[-1], tuple(entries))


def _closes(lines: Sequence[Line], anchors: Sequence[_Anchor], start: int | None) -> bool:
    """Tell whether author lines close their comments: words stand before the first and none after the last.

    Without a heading the words before may be the article's, and a lone author line tells nothing.
    """
    if start is None and anchors[0].opens and len(anchors) < _CUED:
        return False
    first = max(start or 0, anchors[0].first - _LAST_LINES)
    before = any(_is_words(line) for line in lines[first : anchors[0].first])
    after = anchors[-1].last + 1
    return before and not (after < len(lines) and _is_words(lines[after]))


def _opened(lines: Sequence[Line], anchors: Sequence[_Anchor]) -> list[tuple[int, int]]:
    ends = [anchor.first - _has_initials(lines, anchor) for anchor in anchors[1:]] + [
        _last_end(lines, anchors[-1].last + 1)
    ]
    return [(anchor.first, end) for anchor, end in zip(anchors, ends, strict=True)]


def _has_initials(lines: Sequence[Line], anchor: _Anchor) -> bool:
    """Tell whether the line above a name is its initials, which stand for a picture of the author."""
    above = lines[anchor.first - 1].text if anchor.first else ""
    initials = "".join(word[0] for word in anchor.name.split())
    return 0 < len(above) <= 3 and initials.casefold().startswith(above.casefold())


def _closed(anchors: Sequence[_Anchor], start: int | None) -> list[tuple[int, int]]:
    first = anchors[0].first - 1 if start is None else start
    starts = [max(first, anchors[0].first - _LAST_LINES)] + [anchor.last + 1 for anchor in anchors[:-1]]
    return [(begin, anchor.last + 1) for begin, anchor in zip(starts, anchors, strict=True)]


def _last_end(lines: Sequence[Line], first: int) -> int:
    """Return where the last comment ends: at furniture, a list, or a second short line after its words."""
    short = 0
    for number in range(first, min(len(lines), first + _LAST_LINES)):
        line = lines[number]
        if not authors.plain(line.text):
            continue
        alien = furniture.is_furniture(line) and not authors.is_meta(line.text)
        if alien or furniture.opens_list(line) or marker(line):
            return number
        short = 0 if _is_words(line) else short + 1
        if short == 2 and number - 1 > first:
            return number - 1
    return min(len(lines), first + _LAST_LINES)


def _nested(lines: Sequence[Line], anchors: Sequence[_Anchor], blocks: Sequence[tuple[int, int]]) -> list[Entry]:
    """Make entries of the blocks, nested by whom they say they answer, else by their author lines' indentation."""
    entries: list[Entry] = []
    stack: list[tuple[int, int]] = []
    latest: dict[str, int] = {}
    for anchor, (first, stop) in zip(anchors, blocks, strict=True):
        while stack and stack[-1][0] >= anchor.indent:
            stack.pop()
        parent = _answered(lines, anchor, latest)
        if parent is None and stack:
            parent = stack[-1][1]
        start, end = _words(lines, anchor, first, stop)
        stamp = _stamp(lines, anchor, start, stop)
        taken = tuple(range(first, max(stop, anchor.last + 1)))
        depth = 0 if parent is None else entries[parent].depth + 1
        latest[anchor.name.casefold()] = len(entries)
        stack.append((anchor.indent, len(entries)))
        entries.append(Entry(parent, depth, anchor.name, start, end, taken, stamp))
    return entries


def _stamp(lines: Sequence[Line], anchor: _Anchor, start: int, stop: int) -> str | None:
    """Return the author line that tells the time, or the line below it that does, above the comment's words."""
    below = (n for n in range(anchor.last + 1, stop) if lines[n].start < start and authors.is_stamp(lines[n].text))
    near = (*range(anchor.first, anchor.last + 1), *below)
    return next((lines[n].text for n in near if authors.tells_time(lines[n].text)), None)


def _answered(lines: Sequence[Line], anchor: _Anchor, latest: dict[str, int]) -> int | None:
    """Return the last comment of whom the line beside the author line says is answered."""
    for n in (anchor.first, anchor.last + 1):
        name = authors.answered(lines[n].text) if n < len(lines) and lines[n].size < 80 else None
        if name and name.casefold() in latest:
            return latest[name.casefold()]
    return None


def _words(lines: Sequence[Line], anchor: _Anchor, first: int, stop: int) -> tuple[int, int]:
    own = [n for n in range(first, stop) if not anchor.first <= n <= anchor.last]
    while own and authors.is_meta(lines[own[0]].text):
        own = own[1:]
    while own and authors.is_meta(lines[own[-1]].text):
        own = own[:-1]
    if not own:
        return lines[anchor.last].end, lines[anchor.last].end
    return lines[own[0]].start, lines[own[-1]].end
