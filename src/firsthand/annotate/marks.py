"""Quotation marks: which open, which close, and what they enclose within one paragraph.

Direction comes from the shape of the mark and from what stands beside it, since real pages mix curly, straight and
wrong marks. Apostrophes are not marks. Time and space are linear in the length of the paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Span

_DOUBLE = re.compile(r"[\"“”„‟«»＂″]|``|''|‘‘|’’")
_SINGLE = re.compile(r"(?<![\w])[‘'‚‹](?=[^\W_]|\[|…)|(?<=[\w.,!?…;\])%-])['’›](?![\w])")
_CURLY = re.compile("[“”]")
_FAR = 400  # characters in which a curly mark is looked for that closes words with inches in them
_OPENS_SINGLE = re.compile(r"(?<![\w])[‘'‚‹](?=[^\W_]|\[|…)")
_OPENING = frozenset({"“", "„", "«", "``", "‘‘", "‟"})
_CLOSING = frozenset({"”", "»", "’’"})
_BEFORE_OPEN = frozenset(" \t\n\u00a0([{-–—:/'‘,…\u2009\u202f")
_AFTER_CLOSE = frozenset(" \t\n\u00a0)]}-–—:;,.!?/'’…\u2009\u202f")


@dataclass(frozen=True, slots=True)
class Region:
    """Marked words. ``start``/``end`` take the marks in, ``inner_start``/``inner_end`` leave them and blanks out.

    ``opened`` and ``closed`` say which of the two marks is there; the missing end is the paragraph's, until the
    reporting clause beside it tells better.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    straight: bool


def words(text: str, region: Region) -> Span:
    """Return the words of a region; the comma with which the sentence around them goes on is none of theirs."""
    end = region.inner_end
    while end > region.inner_start and (text[end - 1] == "," or text[end - 1].isspace()):
        end -= 1
    return Span(region.inner_start, end)


def regions(text: str, start: int, end: int) -> list[Region]:
    """Return what the quotation marks of ``text[start:end]`` enclose, outermost only, in order.

    Double marks come first; single ones count where no double mark stands around them.
    """
    found = _pair(text, start, end, _double_marks(text, start, end))
    if _OPENS_SINGLE.search(text, start, end) is None:
        return found
    found = _outer(_singles(text, start, end), found, text) if found else found
    out: list[Region] = []
    cursor = start
    for region in found:
        out += _singles(text, cursor, region.start)
        out.append(region)
        cursor = region.end
    return out + _singles(text, cursor, end)


def _outer(singles: Sequence[Region], doubles: Sequence[Region], text: str) -> list[Region]:
    """Return the double regions, those that single marks enclose replaced by these: ‘The “old” bridge,’ he said."""
    out: list[Region] = []
    waiting = iter(doubles)
    region = next(waiting, None)
    for single in singles:
        while region is not None and region.end <= single.start:
            out.append(region)
            region = next(waiting, None)
        held = region is not None and single.start < region.start and region.end < single.end
        while held and region is not None and region.end < single.end:
            region = next(waiting, None)
        if held and (region is None or region.start >= single.end) and text[single.inner_end - 1] in ",.!?":
            out.append(single)
    return out + [r for r in (region, *waiting) if r is not None]


def _double_marks(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    depth = 0
    for m in _DOUBLE.finditer(text, start, end):
        before = text[m.start() - 1] if m.start() > start else " "
        after = text[m.end()] if m.end() < end else " "
        if m.group() in '"″' and before.isdigit() and (not depth or _within_curly(text, m.end(), end, marks[-1])):
            continue  # inches
        opens = _opens(m.group(), before, after, inside=depth > 0)
        depth = depth + 1 if opens else max(0, depth - 1)
        marks.append(_Mark(m.start(), m.end(), opens, m.group() in '"＂″'))
    return marks


def _within_curly(text: str, at: int, end: int, opened: _Mark) -> bool:
    """Tell whether a curly mark after ``at`` closes words that one opened, so that a straight one there is none."""
    closing = _CURLY.search(text, at, min(end, at + _FAR))
    return opened.opens and text[opened.start] == "“" and closing is not None and closing.group() == "”"


def _opens(mark: str, before: str, after: str, *, inside: bool) -> bool:
    free_left, free_right = before in _BEFORE_OPEN or before in '"“”', after in _AFTER_CLOSE or after in '"“”'
    if mark in _OPENING:
        return not (free_right and not before.isspace() and inside)
    if mark in _CLOSING:
        return before.isspace() and not free_right and not inside
    if before.isspace() and not after.isspace():
        return not (inside and after in ".,;!?")
    if free_right and not free_left:
        return False
    if free_left and not free_right:
        return not inside or before in "([{"
    return not inside


def _pair(text: str, start: int, end: int, marks: list[_Mark]) -> list[Region]:
    """Match marks from the left. An opening mark inside a region nests only if two closing marks follow it."""
    out: list[Region] = []
    open_mark: _Mark | None = None
    depth = 0
    for n, mark in enumerate(marks):
        if mark.opens and open_mark is None:
            open_mark, depth = mark, 1
        elif mark.opens:
            assert open_mark is not None
            if _nests(marks, n):
                depth += 1
            else:
                out.append(_region(text, open_mark.start, mark.start, open_mark.end, mark.start, closed=False))
                open_mark, depth = mark, 1
        elif open_mark is None:
            left = out[-1].end if out else start
            out.append(_region(text, left, mark.end, left, mark.start, opened=False))
        else:
            depth -= 1
            if depth == 0:
                out.append(_region(text, open_mark.start, mark.end, open_mark.end, mark.start))
                open_mark = None
    if open_mark is not None:
        out.append(_region(text, open_mark.start, end, open_mark.end, end, closed=False))
    return out


def _nests(marks: list[_Mark], n: int) -> bool:
    following = marks[n + 1 : n + 3]
    return len(following) == 2 and not following[0].opens and not following[1].opens


def _region(
    text: str, start: int, end: int, inner_start: int, inner_end: int, *, opened: bool = True, closed: bool = True
) -> Region:
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Region(start, end, inner_start, inner_end, opened, closed)


def _singles(text: str, start: int, end: int) -> list[Region]:
    """Return what single marks enclose: an opener counts only with a closer that is no apostrophe of a plural."""
    if end - start < 3:
        return []
    out: list[Region] = []
    opener: re.Match[str] | None = None
    pending: re.Match[str] | None = None
    for m in _SINGLE.finditer(text, start, end):
        after_word = m.start() > start and not text[m.start() - 1].isspace() and text[m.start() - 1] not in "([-–—/"
        if after_word and opener is None:
            continue
        if not after_word:
            if opener is not None and pending is not None:
                out.append(_region(text, opener.start(), pending.end(), opener.end(), pending.start()))
            opener, pending = m, None
        elif opener is not None and text[m.start() - 1] in "sS" and _plural(text, m.end(), end):
            pending = m  # "forces' troops": closes only if nothing better follows
        elif opener is not None:
            out.append(_region(text, opener.start(), m.end(), opener.end(), m.start()))
            opener, pending = None, None
    if opener is not None and pending is not None:
        out.append(_region(text, opener.start(), pending.end(), opener.end(), pending.start()))
    return [r for r in out if r.inner_end - r.inner_start > 2]


def _plural(text: str, after: int, end: int) -> bool:
    return after + 1 < end and text[after] == " " and text[after + 1].islower()
