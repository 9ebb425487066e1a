"""Names of people: when two are spellings of one, and the key under which they meet in the whole corpus."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from firsthand.data import given_names, nickname_groups, spelling_groups, surname_groups
from firsthand.link.statements.speakers.letters import (
    REMEMBERED,
    SHORT,
    arabic,
    bare,
    latin,
    skeleton,
    sounds,
    spellings,
    word_set,
)
from firsthand.text import fold

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_SPELT_SUFFIXES = frozenset({"junior", "senior"})  # with a single word before them they are a name's own
# The younger is whom news writes of, with the suffix and without: only the other suffixes part people of two stories.
_USUAL_SUFFIX = "jr"
_HONORIFICS = word_set("mr mrs ms miss dr prof st saint sir dame lord lady rev sheikh shaikh sheik hajji")
# Small words inside a name that some writers leave out, join or change; no part of what is compared.
_PARTICLES = word_set(
    "al el ul as ash ar an ad az at bin ibn ben bint von van de der den del della di da do dos das du la le los las "
    "ter ten zu zum zur y e af av"
)
_ARABIC_ARTICLE = re.compile(r"\b(?:a[lsrndzt]|ash|el|ul)[-'](?=\w{2})")
_SERVANT = re.compile(r"\b(?:abd[aeuo]l|abd (?:a[lsrndzt]|el|ul))[ -]?(?=\w{2})")  # "Abdel Fattah", "Abd al-Fattah"
_PIECE = re.compile(r"[^\W_]+")
# So many consonants, not counting vowels, must be the same in two scripts before two names are one (ours).
_SURE_SKELETON = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: its words in small letters without particles and honorifics, and "jr", "sr", "ii" … or ""."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Whether it is more than a surname."""
        return len(self.words) > 1


@lru_cache(REMEMBERED)
def parse(text: str) -> Name:
    """Return the name that a text is: "Dr. Yusuf al-Hadri Jr." → (yusuf, hadri), "jr"."""
    small = latin(unicodedata.normalize("NFC", fold(text)).lower())
    joined = _joined(re.sub(r"'s\b", "", small))
    words = [piece for part in joined.replace(".", " ").replace(",", " ").split() if (piece := _piece(part))]
    enough = len(words) > (2 if words and words[-1] in _SPELT_SUFFIXES else 1)
    suffix = _SUFFIXES.get(words[-1], "") if enough else ""
    words = words[:-1] if suffix else words
    words = words[1:] if len(words) > 1 and words[0] in _HONORIFICS | {"the"} else words
    if words and words[0] not in _surname_of():  # "Kim Do Yun" has no particle
        first = 0 if text[:1].isupper() and words[0].capitalize() in given_names() else -1  # "Ben Okoro", "van Dorn"
        words = [w for n, w in enumerate(words) if n in (first, len(words) - 1) or w not in _PARTICLES]
    return Name(tuple(words), suffix)


def _joined(small: str) -> str:
    """Return a text without Arabic articles, compounds of "servant of" joined ("abd al-karim" → "abdalkarim")."""
    return _ARABIC_ARTICLE.sub("", _SERVANT.sub("abdal", small))


def _piece(part: str) -> str:
    """Return the letters of one word, hyphens and apostrophes closed up ("jong-un" → "jongun")."""
    return "".join(_PIECE.findall(part))


@lru_cache(REMEMBERED)
def one_person(a: Name, b: Name) -> bool:
    """Tell whether two full names in one story can be one person's: spellings, initials, nicknames, left out middles.

    Different given names, middle names that contradict and different suffixes are two people.
    """
    if a == b:
        return True
    if not (a.full and b.full) or (a.suffix and b.suffix and a.suffix != b.suffix):
        return False
    if any(map(arabic, a.words + b.words)):
        return _one_skeleton(a, b)
    return _alike("".join(a.words), "".join(b.words)) or _turned_round(a, b) or _agree(a.words, b.words)


def spelt_alike(a: Name, b: Name) -> bool:
    """Tell whether two full names are one but for their letters: marks, romanisation, script; no word more or less."""
    if not (a.full and b.full) or a.suffix != b.suffix:
        return False
    if any(map(arabic, a.words + b.words)):
        return _one_skeleton(a, b)
    return everywhere(a) == everywhere(b) or _alike("".join(a.words), "".join(b.words))


def shortens(short: Name, full: Name) -> bool:
    """Tell whether a name is the end of a longer one: the surname, with what belongs to it ("van Dorn")."""
    n = len(short.words)
    if not n or n >= len(full.words):
        return False
    if n == 1 and full.words[0] in _surname_of() and _same_surname(short.words[0], full.words[0]):
        return True  # surname first: "Kim" of "Kim Do-yun"
    return all(_same_surname(s, f) for s, f in zip(short.words, full.words[-n:], strict=True))


def everywhere(name: Name) -> tuple[str, ...]:
    """Return the key of a name in the whole corpus, where no story helps: marks and spellings of one given name only.

    Middle initials are left out, nicknames and like sounds are not one name.
    """
    first, *rest = name.words or ("",)
    kept = [w for n, w in enumerate(rest) if len(w) > 1 or n == len(rest) - 1]
    suffix = [name.suffix] if name.suffix not in ("", _USUAL_SUFFIX) else []
    return (_spelling_of().get(bare(first), bare(first)), *(_unmarked(w) for w in kept), *suffix)


def buckets(name: Name) -> frozenset[str]:
    """Return keys of which two names of one person share at least one: bounds what is compared."""
    ends = (name.words[0], name.words[-1]) if name.words else ()
    return frozenset(skeleton(spelling) for word in ends for spelling in (word, *spellings(word)))


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Compare surname, given name and what is between; the shorter may lack its end ("Ana Ruiz" of "Ana Ruiz Sol")."""
    if len(a) < len(b):
        a, b = b, a
    shorter = len(a) > len(b) and bare(a[0]).capitalize() in given_names()
    if shorter and all(_alike(x, y) for x, y in zip(a, b, strict=False)):
        return True
    if _one_group(a[0], b[0], _surname_of()) and _alike("".join(a[1:]), "".join(b[1:])):
        return True  # surname first
    if not _same_surname(a[-1], b[-1]):
        return False
    given_a, given_b = a[:-1], b[:-1]
    if _alike("".join(given_a), "".join(given_b)):
        return True
    return _same_given(given_a[0], given_b[0]) and all(map(_middle, given_a[1:], given_b[1:]))


def _same_given(a: str, b: str) -> bool:
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    known = _spelling_of()
    one, other = (known.get(bare(name), bare(name)) for name in (a, b))
    if one == other or _one_group(one, other, _nicknames()):
        return True
    # Two names of the table are told apart there; "Hamid" and "Hamad" sound less alike than they look.
    return not (bare(a) in known and bare(b) in known) and _alike(a, b)


def _middle(a: str, b: str) -> bool:
    return a[0] == b[0] if min(len(a), len(b)) == 1 else _same_given(a, b)


def _same_surname(a: str, b: str) -> bool:
    return _alike(a, b) or _one_group(a, b, _surname_of())


def _one_group(a: str, b: str, rows: Mapping[str, frozenset[int]]) -> bool:
    return not rows.get(a, frozenset()).isdisjoint(rows.get(b, frozenset()))


@lru_cache(REMEMBERED)
def _alike(a: str, b: str) -> bool:
    if bare(a) == bare(b):
        return True
    return min(len(a), len(b)) > SHORT and not sounds(a).isdisjoint(sounds(b))


def _turned_round(a: Name, b: Name) -> bool:
    """Tell whether one name is the other with the surname first, and it is plain which word is the given name."""
    if (
        len(a.words) != 2
        or len(b.words) != 2
        or not (_alike(a.words[0], b.words[1]) and _alike(a.words[1], b.words[0]))
    ):
        return False
    return sum(word.capitalize() in given_names() for word in map(bare, a.words)) == 1


def _one_skeleton(a: Name, b: Name) -> bool:
    bones = ["".join(map(skeleton, name.words)) for name in (a, b)]
    return bones[0] == bones[1] and len(bones[0]) >= _SURE_SKELETON


def _unmarked(word: str) -> str:
    """Return a word without marks, umlauts the same as when they are spelled out ("müller", "mueller" → "muller")."""
    return re.sub(r"(?<=[aou])e", "", bare(word)) if len(word) > SHORT else bare(word)


@cache
def _spelling_of() -> dict[str, str]:
    """Return for each given name with several usual spellings the one that stands for all."""
    out: dict[str, str] = {}
    for group in spelling_groups():
        for name in group:
            out.setdefault(_listed(name), _listed(group[0]))
    return out


def _listed(name: str) -> str:
    """Return a name of a data file as it stands in a parsed name."""
    return bare(_piece(_joined(name.lower())))


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Return for each given name, by the spelling that stands for it, the rows of short forms that it stands in."""
    return _rows_of(nickname_groups(), _spelling_of())


@cache
def _surname_of() -> dict[str, frozenset[int]]:
    """Return for each surname that stands first, or is romanised in ways of its own, the rows it stands in."""
    return _rows_of(surname_groups())


def _rows_of(
    groups: tuple[tuple[str, ...], ...], spelling: Mapping[str, str] = MappingProxyType({})
) -> dict[str, frozenset[int]]:
    out: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for name in map(_listed, group):
            key = spelling.get(name, name)
            out[key] = out.get(key, frozenset()) | {number}
    return out
