"""The words that the catalog's index knows a text by, and where they stand.

The index is given normal forms, not texts, so that what it finds and what a page marks are the same words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.text import plain

# Scripts that write no blanks between words: each character is a word, and a word of them a phrase.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ACCENTS = "\u0300-\u036f"
_WORD = re.compile(rf"[{_ALONE}]|(?:[^\W_{_ALONE}]|(?<=\w)[{_ACCENTS}])+")
# Ours: no word is longer; what is (a data URL, a row of letters) is known by its beginning.
LONGEST = 64


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place in code points, and its normal form."""

    start: int
    end: int
    norm: str


def norms(text: str) -> list[str]:
    """Return the normal forms of the words of ``text``: no case, no accents, parted at apostrophes and hyphens."""
    if text.isascii():
        return [w[:LONGEST] for w in _WORD.findall(text.lower())]
    return [norm for w in _WORD.findall(text) if (norm := _norm(w))]


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of ``text[start:end]``, with offsets into ``text``."""
    for m in _WORD.finditer(text, start, len(text) if end is None else end):
        if norm := _norm(m.group()):
            yield Word(m.start(), m.end(), norm)


def _norm(word: str) -> str:
    """Return a word's normal form, of word characters only, so that the index does not part it again."""
    found = word.lower() if word.isascii() else "".join(c for c in plain(word) if c.isalnum())
    return found[:LONGEST]
