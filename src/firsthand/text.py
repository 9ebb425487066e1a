"""Normal forms, tokens and shingles: the one place where text is made comparable.

``fold`` keeps every character at its place, so offsets into the folded text are offsets into the original.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import xxhash

_CURLY = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys((*map(chr, range(0x2000, 0x200B)), "\u00a0", "\u1680", "\u202f", "\u205f", "\u3000", "\t"), " "),
}
_FOLD = str.maketrans(_CURLY)
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*|[^\W_]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands, and its normal form (no case, no accents, straight apostrophe)."""

    start: int
    end: int
    norm: str


def fold(text: str) -> str:
    """Return ``text`` with quotation marks, apostrophes, dashes and blanks in one form each, character for character.

    Newlines stay. The result has the same length, so spans of one are spans of the other.
    """
    return text.translate(_FOLD)


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Return a word without case and accents, for comparing: ``"Élysée’s"`` → ``"elysee's"``."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(_FOLD))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of ``text[start:end]`` with offsets into ``text``; punctuation is left out."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), plain(m.group())) for m in _WORD.finditer(text, start, stop)]


def words(text: str) -> list[str]:
    """Return the normal forms of the words of ``text``."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [w.lower() if w.isascii() else plain(w) for w in _WORD.findall(text)]


def squeeze(text: str) -> str:
    """Return ``text`` on one line, every run of white space as one blank."""
    return " ".join(text.split())


def shingles(norms: Sequence[str], n: int) -> npt.NDArray[np.uint64]:
    """Return a 64-bit hash for each run of ``n`` words, shape ``(max(0, len(norms) - n + 1),)``.

    A polynomial over xxh3 hashes of the words: the same run hashes alike in every process and on every machine.
    """
    count = len(norms) - n + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    hashes = np.fromiter(
        (xxhash.xxh3_64_intdigest(w.encode("utf-8", "surrogatepass")) for w in norms), dtype=np.uint64, count=len(norms)
    )
    out = np.zeros(count, dtype=np.uint64)
    factor = np.uint64(0x9E3779B97F4A7C15)
    with np.errstate(over="ignore"):
        for k in range(n):
            out = out * factor + hashes[k : k + count]
        out ^= out >> np.uint64(29)
        out *= np.uint64(0xBF58476D1CE4E5B9)
        out ^= out >> np.uint64(32)
    return out


def short_hash(*parts: str) -> str:
    """Return 16 hex digits that depend on all parts and their borders: the form of every id in a corpus."""
    h = xxhash.xxh3_128()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        h.update(len(data).to_bytes(8, "little"))
        h.update(data)
    return h.hexdigest()[:16]
