"""The lines of a markup-less text, each with the few surface features that the rules of this room look at.

Every feature is read from a bounded part of the line, so that a line of 50 MB costs no more than one of 600 characters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LOOK = 600  # characters of a line that features are read from: more tells nothing new
_TAIL = 24
_SENTENCE_END = frozenset(".!?…。！？؟।۔")
_CLOSERS = "\"'”’»)]} \t\u00a0*"
_NO_LETTER = re.compile(r"[\W_]+")
_WORD_START = re.compile(r"([^\W_])[^\W_]*")
_MARKER = re.compile(r"(?:[•◦▪‣·*–-]|\(?\d{1,4}[.)])[ \t\u00a0]+(?=\S)")

# A line is prose when it reads like at least one full sentence. Calibrated on news_lines by benchmarks/clean/plain.py.
_SENTENCE_WORDS = 6  # a closed line of this many words …
_SENTENCE_LOWER = 0.4  # … of which this share starts in lower case (title case is for headlines and menus)
_LONG_WORDS = 22  # a line this long is prose even if its full stop is missing
_LONG_LOWER = 0.5

# A text set in a column. Ours, set on wire texts of the eighties (65 columns) and on pages that are not (news_lines).
_WRAP_LOOK = 400  # lines looked at
_WRAP_LEAST, _WRAP_MOST = 45, 100  # characters of a full line
_WRAP_EXCEPT = 0.05  # of the lines may be longer: addresses do not break
_WRAP_LINES = 2
_WRAP_BROKEN = 0.4  # of the full lines break off in mid-sentence, and the next right below starts in lower case


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its span without outer blanks, its indentation, and the blank lines above it.

    ``text`` is at most the first ``LOOK`` characters. ``words`` counts words in that part, ``lower`` is the share of
    them that does not start with a capital, ``closed`` tells whether the line ends like a sentence.
    """

    number: int
    start: int
    end: int
    indent: int
    gap: int
    text: str
    words: int
    lower: float
    closed: bool

    @property
    def size(self) -> int:
        """The line's length in characters."""
        return self.end - self.start

    @property
    def prose(self) -> bool:
        """Tell whether the line reads like running text."""
        if self.closed and self.words >= _SENTENCE_WORDS and self.lower >= _SENTENCE_LOWER:
            return True
        return self.words >= _LONG_WORDS and self.lower >= _LONG_LOWER

    @property
    def marker(self) -> int:
        """The length of the list marker (``•``, ``-``, ``3.``) that the line starts with, 0 without one."""
        return marker(self.text)


def marker(text: str) -> int:
    """Return the length of the list marker that a line starts with, 0 without one."""
    found = _MARKER.match(text)
    return found.end() if found else 0


def split(text: str) -> list[Line]:
    """Return the non-blank lines of ``text`` in order; line ends are LF, CRLF, or CR where there is no LF.

    In a text whose lines were broken to fit a column, the lines of a paragraph are returned as one.
    """
    lines = list(_lines(text, "\n" if "\n" in text else "\r"))
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether a text was set in a column: no line is long, and many full ones break off in mid-sentence."""
    looked = lines[:_WRAP_LOOK]
    full = [n for n, line in enumerate(looked) if line.size >= _WRAP_LEAST]
    if len(full) < _WRAP_LINES or sum(line.size > _WRAP_MOST for line in looked) > _WRAP_EXCEPT * len(looked):
        return False
    pairs = [(looked[n], looked[n + 1]) for n in full if n + 1 < len(looked)]
    broken = sum(not line.closed and _goes_on(line, after) and not after.text[0].isupper() for line, after in pairs)
    return broken >= _WRAP_BROKEN * len(full)


def _goes_on(line: Line, after: Line) -> bool:
    """Tell whether ``after`` may be the next line of one paragraph: no blank line, no indent, no list mark."""
    return not after.gap and after.indent <= line.indent and not after.marker


def _unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    out: list[Line] = []
    first = 0
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else None
        if following and line.size >= _WRAP_LEAST and _goes_on(line, following):
            continue
        head = lines[first]
        out.append(_line(text, len(out), head.start, line.end, head.indent, head.gap))
        first = n + 1
    return out


def _lines(text: str, newline: str) -> Iterator[Line]:
    start, gap, number = 0, 0, 0
    while start <= len(text):
        stop = text.find(newline, start)
        stop = len(text) if stop < 0 else stop
        raw = text[start:stop]
        kept = raw.lstrip()
        if kept:
            begin = start + len(raw) - len(kept)
            end = begin + len(kept.rstrip())
            yield _line(text, number, begin, end, begin - start, gap)
            number, gap = number + 1, 0
        else:
            gap += 1
        start = stop + 1


def _line(text: str, number: int, start: int, end: int, indent: int, gap: int) -> Line:
    head = text[start : min(end, start + LOOK)]
    starts = _WORD_START.findall(head)
    words = max(len(starts), _unspaced(head))
    capitals = sum(map(str.isupper, starts))
    lower = 1 - capitals / len(starts) if starts else 0.0
    return Line(number, start, end, indent, gap, head, words, lower, ends_sentence(text[max(start, end - _TAIL) : end]))


def _unspaced(head: str) -> int:
    """Return an estimate of the words in a line whose script puts no blanks between them (two characters a word)."""
    if head.isascii() or head.count(" ") * 12 > len(head):
        return 0
    return sum(c >= "\u0e00" and c.isalpha() for c in head) // 2


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends in a full stop, question or exclamation mark, closing marks aside."""
    kept = text.rstrip(_CLOSERS)
    return bool(kept) and kept[-1] in _SENTENCE_END


def same(text: str) -> str:
    """Return the form in which two lines are compared: letters and digits only, without case."""
    return _NO_LETTER.sub("", text.casefold())
