"""Places by whatever name: "Peruvian" is Peru, "Kiev" is Kyiv, and who names Lima has named Peru too."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from firsthand.data import countries, places
from firsthand.link.stories.words import stem
from firsthand.text import plain

# Shorter names in small letters are other words: "us", "or", "in".
LEAST_LETTERS = 4

Table = dict[str, frozenset[str]]


def itself(word: str) -> frozenset[str]:
    """Return the country or the large place that a stem names, as "@peru"; none if it names neither."""
    return _tables()[0].get(word, frozenset())


def wider(words: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """Return the places that stems, or names as the text writes them, name or lie in: "Lima" is "@lima" and "@peru"."""
    own, around = _tables()
    keys = {*words, *names, *(_key(n) for n in names)}
    return frozenset(place for table in (own, around) for k in keys for place in table.get(k, ()))


@cache
def _tables() -> tuple[Table, Table]:
    """Return by each name the places that it means, and those around them."""
    own, around = defaultdict(set), defaultdict(set)
    for country in countries():
        for name in (country.name, *country.aliases, *country.demonyms, *country.metonyms):
            for key in _keys(name):
                own[key].add(_mark(country.name))
        for key in _keys(country.capital):
            own[key].add(_mark(country.capital))
            around[key].add(_mark(country.name))
    for place in places():
        for name in (place.name, *place.aliases):
            for key in _keys(name):
                own[key].add(_mark(place.name))
                around[key].update({_mark(place.country)} if place.country else ())  # a plug-in's row may lack it
    return tuple({k: frozenset(v) for k, v in table.items()} for table in (own, around))  # type: ignore[return-value]


def _keys(name: str) -> set[str]:
    """Return a name as it is written, and its key where that is no other word."""
    return {name, _key(name)} if len(name) >= LEAST_LETTERS and not name.isupper() else {name} - {""}


def _key(name: str) -> str:
    """Return a name in small letters without accents, a single word as its stem."""
    return stem(plain(name))


def _mark(name: str) -> str:
    """Return the term of a place, which no word is."""
    return f"@{plain(name)}"
