"""Countries, their people and their capitals under one name, as news uses them: Moscow, the Russians, Russia."""

from functools import cache

from firsthand.data import countries
from firsthand.text import Token, plain, tokens, words

# Small words inside a country's name, which no writer capitalises.
_SMALL = frozenset({"of", "and", "the"})


def with_places(text: str) -> list[str]:
    """Return the words of ``text`` as ``text.words`` does, but each name of a country as one word, "=" before it.

    Names count only as written in news: with capitals, and short forms in capitals only ("US" but not "us").
    """
    found = tokens(text)
    out: list[str] = []
    place = 0
    while place < len(found):
        length, name = _name_at(text, found, place)
        out.append(name)
        place += length
    return out


def _name_at(text: str, found: list[Token], place: int) -> tuple[int, str]:
    """Return how many words from ``place`` on are one name or word, and what stands for them."""
    norm = found[place].norm.removesuffix("'s")
    for length in _lengths().get(norm, ()):
        window = found[place : place + length]
        key = " ".join(token.norm for token in window).removesuffix("'s")
        country = _names().get(key)
        if country and all(_as_name(text[token.start : token.end], key) for token in window):
            return length, f"={country}"
    return 1, found[place].norm


def _as_name(word: str, key: str) -> bool:
    if key in _acronyms():
        return word.removesuffix("'s").removesuffix("’s").isupper()
    return word[0].isupper() or word in _SMALL


@cache
def _names() -> dict[str, str]:
    """Return the country of each name; where two have it, as a name or alias goes before a people or capital."""
    rows = [(c, name) for c in countries() for name in (c.name, *c.aliases)]
    rows += [(c, name) for c in countries() for name in (*c.demonyms, c.capital)]
    out: dict[str, str] = {}
    for country, name in rows:
        if key := " ".join(words(name)):
            out.setdefault(key, plain(country.name))
    return out


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(" ".join(words(alias)) for c in countries() for alias in c.aliases if alias.isupper())


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return for each first word of a name how many words the names have that begin so, the longest first."""
    out: dict[str, set[int]] = {}
    for key in _names():
        first, *rest = key.split(" ")
        out.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in out.items()}
