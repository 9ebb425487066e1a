"""Words of names as their sounds: romanisations meet, in Latin, Cyrillic and Arabic letters.

Tables are ours, after the common romanisations (BGN/PCGN and the looser ones of news). A word has several keys where
its marks may be left out or spelled out ("ü" as "u" or "ue"); two words are spelled alike if they share one.
"""

import re
import unicodedata
from functools import lru_cache

from firsthand.text import plain

REMEMBERED = 50_000  # words kept: a corpus repeats its names
# Words so short are too easily like one another: they are equal or they are not (ours).
SHORT = 3


def word_set(line: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(line.split())


def _pairs(line: str) -> dict[str, str]:
    """Return the first of every two words as keys of the second; "-" stands for nothing."""
    parts = [part.replace("-", "") for part in line.split()]
    return dict(zip(parts[::2], parts[1::2], strict=True))


_CYRILLIC = _pairs(
    "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch "
    "ъ - ы y ь - э e ю yu я ya ё yo і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ ch ђ dj џ dzh"
)
_UKRAINIAN = {**_CYRILLIC, "г": "h", "и": "y"}
_ONLY_UKRAINIAN = frozenset("іїєґ")
# Letters that lose no mark by decomposition as they are written without one; letters as they are spelled out.
_BARE = str.maketrans(_pairs("ø o ł l đ d ð d þ th ı i æ ae œ oe ə a"))
_SPELLED_OUT = str.maketrans(
    _pairs(
        "ä ae ö oe ü ue ø oe å aa æ ae œ oe ß ss ñ ny č ch ć ch ç ch š sh ş sh ș sh ś sh ž zh ż zh ź zh đ dj ț ts ţ ts "
        "ë yo"
    )
)
# Where romanisations part ways, the longer spelling first, then what stands for all: 4 is "ch", 6 "sh", 7 "zh".
_ROMAN = (
    *(("schtsch", "6"), ("shch", "6"), ("tsch", "4"), ("tch", "4"), ("sch", "6"), ("sh", "6"), ("chr", "kr")),
    *(("cz", "4"), ("ch", "4"), ("kh", "h"), ("dzh", "j"), ("dj", "j"), ("zh", "7"), ("gh", "g"), ("dh", "d")),
    *(("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("tz", "z"), ("ts", "z")),
    *(("4o", "4e"), ("6o", "6e"), ("ou", "u"), ("oo", "u"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("ee", "i")),
    *(("ei", "i"), ("ey", "i"), ("ai", "i"), ("ay", "i"), ("y", "i"), ("j", "i")),
)
_SOFT_E = re.compile(r"(?:^|(?<=[bcdfghklmnpqrstvwxz]))[yj]e|(?<=[bcdfghklmnpqrstvwxz46])[yj]o")
_ENDING = re.compile(r"(?<=[oe])(?:ff?|w)$")  # Malkoff, Malkow
_TWICE = re.compile(r"(.)\1+")
# Vowels, what opens a word as one, and "j", which is "i" in Latin keys; then the consonants.
_ARABIC = {
    **dict.fromkeys("اأإآٱىئؤءعيیوجة", "a"),
    **_pairs(
        "ب b ت t ث t ح h خ h د d ذ d ر r ز z س s ش 6 ص s ض d ط t ظ z غ g ف f ق k ك k ک k ل l م m ن n ه h پ p چ 4 ژ 7 "
        "گ g"
    ),
}
_ARTICLE = "ال"


def latin(text: str) -> str:
    """Return small letters with Cyrillic ones romanised; other letters stay."""
    table = _UKRAINIAN if not _ONLY_UKRAINIAN.isdisjoint(text) else _CYRILLIC
    return "".join(table.get(c, c) for c in text)


def bare(word: str) -> str:
    """Return a word without case and marks, every letter one or two of the alphabet: "Łukašenko" → "lukasenko"."""
    return plain(word).translate(_BARE)


def arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters."""
    return any(c in _ARABIC for c in text)


@lru_cache(REMEMBERED)
def sounds(word: str) -> frozenset[str]:
    """Return the keys of a word in small Latin letters: its sounds without its marks, and with them spelled out."""
    return frozenset(map(_sound, spellings(word)))


def spellings(word: str) -> tuple[str, str]:
    """Return a word in small letters without its marks, and with them spelled out."""
    composed = unicodedata.normalize("NFC", word)
    return bare(composed), bare(composed.translate(_SPELLED_OUT))


@lru_cache(REMEMBERED)
def skeleton(word: str) -> str:
    """Return a word's consonants, the same for its Arabic and its Latin spelling: "محمد" and "Muhammad" → "mhmd"."""
    if arabic(word):
        kept = word.removeprefix(_ARTICLE)
        key = "".join("v" if c == "و" and n == 0 else _ARABIC.get(c, "") for n, c in enumerate(kept))
    else:
        key = _sound(bare(word))
    inner = re.sub(r"[aeiouv]", "", key[1:])
    return _TWICE.sub(r"\1", re.sub(r"^[aeiou]", "a", key[:1]) + (inner[:-1] if inner.endswith("h") else inner))


def _sound(word: str) -> str:
    out = _SOFT_E.sub("e", _ENDING.sub("v", word))
    for spelling, one in _ROMAN:
        out = out.replace(spelling, one)
    out = _TWICE.sub(r"\1", out.replace("w", "v"))
    out = out[:-1] if out.endswith("h") and len(out) > SHORT else out
    return out if len(out) > 1 else word
