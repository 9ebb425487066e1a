"""Words and punctuation with their places: what the rules of this room read."""

import re
from functools import lru_cache
from typing import NamedTuple

from firsthand.annotate.grammar import word_set
from firsthand.text import fold

_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Cpl|Adm|Rev|Hon|Prof|Supt|Det|St|Jr|Sr|Inc|Corp|Co|Ltd"
    r"|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Ave|Blvd|approx|a\.m|p\.m|e\.g|i\.e|Ph\.D|D-[A-Z][a-z]{1,5}|R-[A-Z][a-z]{1,5})\."
)
_TOKEN = re.compile(
    r"https?://\S+"
    r"|(?<!\w)(?:(?:[DRI]-)?(?:[A-Z]\.){2,}|" + _ABBREVIATION + r"|[A-Z]\.(?=\s?[A-Z])|No\.(?=\s?\d))"
    r"|[@#]?\w+(?:\.(?:com|org|net|gov|co|uk|edu|ru|tv|info)\b)+"
    r"|\d+(?:[.,:]\d+)*%?"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]['’][A-Z]\w+"
    r"|[@#]?[^\W_]+(?:(?:[-‐‑&]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*"
    r"|\.{2,}|--+|[^\w\s]|_+"
)

# A Mr., a general or an initial is never the end of a sentence; "Inc.", "p.m." or "U.S." may be.
NEVER_FINAL = word_set(
    "mr. mrs. ms. mx. dr. sen. rep. gov. gen. lt. col. sgt. capt. maj. cpl. adm. rev. hon. prof. supt. det. st. "
    "vs. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. e.g. i.e. no."
)


class Token(NamedTuple):
    """A word, a clitic (``'s``) or a punctuation mark: ``norm`` is its lower-case form with straight marks."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number rather than punctuation."""
        return self.text[0].isalnum() or self.text[0] in "@#"


# Names, sentences and the tagger read the same paragraphs one after the other. What is kept is bounded: a paragraph
# of this length has some 4,000 tokens.
_KEPT = 256
_LONGEST_KEPT = 20_000  # characters


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words and punctuation of ``text[start:end]`` in order, with offsets into ``text``."""
    return _kept(text, start, end) if end - start <= _LONGEST_KEPT else _read(text, start, end)


def _read(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple([Token(*m.span(), word := m.group(), _norm(word)) for m in _TOKEN.finditer(text, start, end)])


_kept = lru_cache(maxsize=_KEPT)(_read)


def _norm(word: str) -> str:
    """Return a token's norm; folding changes nothing in ASCII but the backtick, and most tokens are that."""
    return word.lower() if word.isascii() and word != "`" else fold(word).lower()
