"""Whether two names, as they stand in a text, are one."""

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from firsthand.data import spelling_groups
from firsthand.link.statements.places import with_places
from firsthand.link.statements.speakers.letters import SHORT, sounds
from firsthand.text import plain, words

_VOWELS = re.compile("[aeiouy]")
# A name of fewer letters is not seen to be what another is made of (ours).
STEM = 5


def same_spelling(left: str, right: str) -> bool:
    """Tell whether two names are romanisations of one ("Sergei", "Sergey"; "Abdel Nassim", "Abdelnassim")."""
    return _alike("".join(_words(left)), "".join(_words(right)))


def same_bearer(left: str, right: str) -> bool:
    """Tell whether two names may be of one bearer: one is a part of the other, made of it ("Europe", "European"), a
    slip of it ("Malkov", "Malkav"), its initials, or both are of one country ("Moscow", "the Russians").
    """
    one, other = sorted((_words(left), _words(right)), key=len)
    if all(any(_alike(x, y) or _derived(x, y) for y in other) for x in one):
        return True
    return _country(left) == _country(right) or _initials(left, right) or _initials(right, left)


def _words(name: str) -> list[str]:
    return [w.removesuffix("'s").replace("'", "") for w in words(name)]


def _alike(one: str, other: str) -> bool:
    return _given(one) == _given(other) or (
        min(len(one), len(other)) > SHORT and not sounds(one).isdisjoint(sounds(other))
    )


def _derived(one: str, other: str) -> bool:
    """Tell whether one word is the other with an ending, or with one vowel too few, too many or another."""
    shorter = min(len(one), len(other))
    if shorter < STEM:
        return False
    slip = Levenshtein.distance(one, other, score_cutoff=1) == 1 and _consonants(one) == _consonants(other)
    return slip or one[: max(shorter - 1, STEM)] == other[: max(shorter - 1, STEM)]


def _consonants(word: str) -> str:
    return _VOWELS.sub("", word).replace("z", "s")  # "Organisation", "Organization"


def _given(word: str) -> str:
    return _spellings().get(word, word)


@cache
def _spellings() -> dict[str, str]:
    """Return for each given name with several usual spellings the one that stands for all."""
    return {plain(name): plain(group[0]) for group in spelling_groups() for name in group}


def _country(name: str) -> str:
    """Return the country that a name is of, else the name itself, so that two that are of none differ."""
    found = with_places(name)
    return found[0] if len(found) == 1 and found[0].startswith("=") else name


def _initials(short: str, name: str) -> bool:
    letters = short.replace(".", "")
    parts = [w for w in name.replace("-", " ").split() if w[:1].isupper()]
    return len(parts) > 1 and letters.isupper() and letters == "".join(w[0] for w in parts)
