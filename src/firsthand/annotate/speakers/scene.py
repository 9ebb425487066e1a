"""The scene of an article: its sentences, what stands in quotation marks, which words it writes small."""

import re
from bisect import bisect_right
from functools import cached_property

from firsthand.annotate.tokens import NEVER_FINAL

_BORDER = re.compile(r"\n+|(?<=[.!?…])[\"”’'»)\]]*\s+(?=[\"“‘'«(\[]{0,2}[^\W_a-z])")
_LAST_WORD = re.compile(r"\S+$")
_SMALL = re.compile(r"(?<![^\s(“\"‘])[^\W\d_A-Z][\w’'-]*(?![\w/@]|\.\w)")
_MARK = re.compile(r"[\"“”„«»\n]|(?<!\w)[‘'](?=[^\W_])")
_SINGLE_CLOSE = re.compile(r"[.,!?…][’'](?!\w)")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:, [^.\n–—-]{1,30})?(?: \([^)\n]{1,30}\))? ?(?:--?|–|—) ")


class Scene:
    """Sentences and quotation marks of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._marks = _mark_spans(text)
        found = (m.end() for m in _BORDER.finditer(text) if not _abbreviated(text, m.start()))
        # What goes on within marks is one sentence with its reporting clause.
        self.starts = [0, *(start for start in found if start and not (self.quoted(start) and self.quoted(start - 1)))]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text writes small somewhere."""
        return frozenset(_SMALL.findall(self.text))

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that ``at`` is in."""
        return bisect_right(self.starts, at) - 1

    def quoted(self, at: int) -> bool:
        """Tell whether ``at`` is within quotation marks."""
        return bisect_right(self._marks, at) % 2 == 1

    def opening(self, sentence: int, width: int) -> tuple[int, int]:
        """Return the first ``width`` characters of a sentence as a span, or all of it; a dateline is left out."""
        start = self.starts[sentence]
        dateline = _DATELINE.match(self.text, start)
        start = dateline.end() if dateline else start
        end = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.text)
        return start, min(end, start + width)


def _abbreviated(text: str, end: int) -> bool:
    """Tell whether the full stop before ``end`` belongs to a title or an initial."""
    if text[end : end + 1] == "\n" or text[end - 1] != ".":
        return False
    last = _LAST_WORD.search(text, max(0, end - 12), end)
    word = last.group().lstrip("(“\"'‘") if last else ""
    if word.lower() == "no.":
        return text[end : end + 4].lstrip()[:1].isdigit()
    return word.lower() in NEVER_FINAL or (len(word) == 2 and word[0].isupper())


def _mark_spans(text: str) -> list[int]:
    """Return the places at which quoted text begins and ends, by turns; a line's end closes what is open."""
    out: list[int] = []
    for m in _MARK.finditer(text):
        inside = len(out) % 2 == 1
        mark = m.group()
        if out and m.start() < out[-1]:
            continue  # within single marks
        if mark in "‘'":
            if not inside:
                out += _single(text, m.start())
        elif inside and mark in '\n"”»':
            out.append(m.start() if mark == "\n" else m.end())
        elif not inside and mark not in "\n”»":
            out.append(m.start())
    return out


def _single(text: str, start: int) -> list[int]:
    """Return where single marks begin and end; nothing where no closing mark follows in the line."""
    line = text.find("\n", start)
    found = _SINGLE_CLOSE.search(text, start, len(text) if line < 0 else line)
    return [start, found.end()] if found else []
