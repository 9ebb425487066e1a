"""Keys under which spellings of one name meet."""

from functools import cache, lru_cache

from firsthand.data import spelling_groups
from firsthand.text import fold, plain, words

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Where romanisations of one name part ways; the longer spelling first, then what stands for both (ours).
_ROMAN = (
    *(("tsch", "c"), ("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("kh", "h"), ("dh", "d"), ("gh", "g")),
    *(("zh", "j"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("ff", "v"), ("x", "ks")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ai", "i"), ("ay", "i"), ("y", "i")),
    *(("j", "i"), ("tz", "z"), ("ts", "z")),
)


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words that make a name: no article, no "Jr", no middle initial, no accents or case."""
    parts = [w.removesuffix("'s") for w in words(fold(name).replace(".", " "))]
    parts = [w for w in parts[parts[:1] == ["the"] :] if w not in _SUFFIXES]
    return tuple(w for n, w in enumerate(parts) if n == 0 or len(w) > 1 or len(parts) == 2)


def same_name_key(name: str) -> tuple[str, ...]:
    """Return what is equal for a name whose given name has several usual spellings: first name's group and the rest."""
    first, *rest = name.split(" ")
    return _group(first), *rest


def spelling_key(name: str) -> tuple[str, ...]:
    """Return what is equal for romanisations of one name: each word's sounds, the first by its group of spellings."""
    first, *rest = name.split(" ")
    return sounds(_group(first)), *map(sounds, rest)


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """Return a word with one letter for what romanisations write in several ways ("khaddafy", "haddafi")."""
    for spelling, one in _ROMAN:
        word = word.replace(spelling, one)
    out = "".join(c for n, c in enumerate(word) if n == 0 or c != word[n - 1])
    return out if len(out) > 1 else word


def _group(first: str) -> str:
    return _groups().get(first, first)


@cache
def _groups() -> dict[str, str]:
    """Return for each given name with several usual spellings the one that stands for all."""
    out: dict[str, str] = {}
    for group in spelling_groups():
        for name in group:
            out.setdefault(plain(name), plain(group[0]))
    return out
