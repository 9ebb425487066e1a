"""Normal forms, tokens and shingles: the one place where text is made comparable.

``fold`` keeps every character at its place, so offsets into the folded text are offsets into the original.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

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

# The characters that are folded by a table: Latin, Greek, Cyrillic, punctuation and their neighbours.
_TABLED = 0x2200
_IN_WORD, _APOSTROPHE, _LONG_WAY = 1, 2, 3
_NEWLINE = 10
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


class Token(NamedTuple):
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


def host(address: str) -> str:
    """Return the host of an address with or without a scheme, in lower case; "" where it has none."""
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # not an address, whatever else it is
        return ""


def address_parts(address: str | None) -> tuple[str, str, str, str]:
    """Return host without "www.", path without its last slash, query and fragment; all "" for what is no address."""
    try:
        parts = urlsplit(address or "")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", "", "", ""
    return host, parts.path.rstrip("/"), parts.query, parts.fragment


def squeeze(text: str) -> str:
    """Return ``text`` on one line, every run of white space as one blank."""
    return " ".join(text.split())


def shingles(norms: Sequence[str], n: int) -> npt.NDArray[np.uint64]:
    """Return a 64-bit hash for each run of ``n`` words, shape ``(max(0, len(norms) - n + 1),)``.

    The same run hashes alike in every process and on every machine.
    """
    return runs_of(norm_hashes(norms), n)


def norm_hashes(norms: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Return a 64-bit hash for each word in its normal form."""
    codes = _codes("\n".join((*norms, "")))
    ends = np.flatnonzero(codes == _NEWLINE)
    return _polynomials(np.where(codes == _NEWLINE, 0, codes), np.concatenate([[0], ends[:-1] + 1])[: len(ends)])


def runs_of(hashes: npt.NDArray[np.uint64], n: int) -> npt.NDArray[np.uint64]:
    """Return a hash for each run of ``n`` hashed words, shape ``(max(0, len(hashes) - n + 1),)``."""
    count = max(0, len(hashes) - n + 1)
    out = np.zeros(count, dtype=np.uint64)
    for k in range(n):
        out *= _FACTOR
        out += hashes[k : k + count]
    return _mixed(out)


def word_hashes(texts: Sequence[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Return the hashes of all words of the texts, one text after the other, and how many each has.

    What ``norm_hashes`` gives for their ``words``, without making the words: characters are folded by a table, and
    words are found in the array of all of them. A text with characters that are not in it goes the long way.
    """
    regular, hashes = [], []
    for text in texts:
        is_regular = text.isascii() or not _irregular(text)
        regular.append(text if is_regular else "")
        hashes.append(None if is_regular else norm_hashes(words(text)))
    found, owners = _folded("\n".join(regular), np.cumsum([len(text) + 1 for text in regular]))
    counts = np.bincount(owners, minlength=len(regular)).astype(np.int64)
    if all(own is None for own in hashes):
        return found, counts
    parts = np.split(found, np.cumsum(counts)[:-1])
    merged = [part if own is None else own for own, part in zip(hashes, parts, strict=True)]
    return np.concatenate(merged), np.array([len(part) for part in merged], dtype=np.int64)


def _folded(text: str, ends: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Return the hashes of the words of a text, and in which of the pieces that end at ``ends`` each starts."""
    kinds, folds = _folding()
    codes = _codes(text)
    kind = kinds[codes]
    inside = kind == _IN_WORD
    joined = kind[1:-1] == _APOSTROPHE
    joined &= inside[:-2] & inside[2:]
    inside[1:-1] |= joined
    starts = np.flatnonzero(inside & ~np.concatenate([[False], inside[:-1]]))
    values = np.where(inside, folds[codes], 0)
    return _polynomials(values, starts), np.searchsorted(ends, starts, side="right")


def _polynomials(values: npt.NDArray[np.int64], starts: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """Return for each stretch of values, from one start to the next, a polynomial in them modulo 2**64, its bits mixed.

    Zeros at the end of a stretch add nothing.
    """
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    sizes = np.diff(starts, append=len(values))
    places = np.arange(starts[0], len(values)) - np.repeat(starts, sizes)
    powers = np.cumprod(np.full(int(sizes.max()), _FACTOR))
    terms = values[starts[0] :].astype(np.uint64) * powers[places]
    return _mixed(np.add.reduceat(terms, starts - starts[0]))


def _mixed(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return each hash with its bits mixed: the last steps of splitmix64 (Steele, Lea and Flood 2014)."""
    out = hashes ^ (hashes >> np.uint64(30))
    out *= np.uint64(0xBF58476D1CE4E5B9)
    out ^= out >> np.uint64(27)
    out *= np.uint64(0x94D049BB133111EB)
    out ^= out >> np.uint64(31)
    return out


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _irregular(text: str) -> bool:
    codes = _codes(text)
    return bool(codes.max(initial=0) >= _TABLED) or bool((_folding()[0][codes] == _LONG_WAY).any())


@cache
def _folding() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """Return for each character of the table what it is in a word, and what it folds to."""
    kinds = np.zeros(_TABLED, dtype=np.uint8)
    folds = np.zeros(_TABLED, dtype=np.uint32)
    for code in range(_TABLED):
        if chr(code) in "’'":
            kinds[code], folds[code] = _APOSTROPHE, ord("'")
        elif _WORD.fullmatch(chr(code)):
            folded = plain.__wrapped__(chr(code))
            kinds[code], folds[code] = (_IN_WORD, ord(folded)) if len(folded) == 1 else (_LONG_WAY, 0)
    return kinds, folds


def short_hash(*parts: str) -> str:
    """Return 16 hex digits that depend on all parts and their borders: the form of every id in a corpus."""
    h = xxhash.xxh3_128()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        h.update(len(data).to_bytes(8, "little"))
        h.update(data)
    return h.hexdigest()[:16]
