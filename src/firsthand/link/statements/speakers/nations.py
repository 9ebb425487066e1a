"""Countries in a phrase, by name or by people: a capital is none, as "the Ottawa police" are no country's."""

from functools import cache

from firsthand.data import countries
from firsthand.text import plain, tokens, words

# Names in capitals as long as this count in capitals only: "us" is not the US.
_SHORT = 4


def with_nations(text: str) -> list[str]:
    """Return the words of ``text`` without possessive endings, each country as one word, "=" before it."""
    found = [(text[t.start : t.end], t.norm.removesuffix("'s").removesuffix("'")) for t in tokens(text)]
    out: list[str] = []
    place = 0
    while place < len(found):
        length = next((n for n in _lengths().get(found[place][1], ()) if _nation(found[place : place + n])), 0)
        out.append(f"={_nation(found[place : place + length])}" if length else found[place][1])
        place += length or 1
    return out


def _nation(window: list[tuple[str, str]]) -> str | None:
    """Return the country that some words in a row are, if they are written as a name."""
    as_name = all(word[0].isupper() or word in ("of", "and", "the") for word, _ in window)
    country = _names().get(" ".join(norm for _, norm in window)) if as_name else None
    letters = "".join(norm for _, norm in window)
    if country and len(letters) < _SHORT and not all(word.removesuffix("’s").isupper() for word, _ in window):
        return None
    return country


@cache
def _names() -> dict[str, str]:
    out: dict[str, str] = {}
    for c in countries():
        for name in (c.name, *c.aliases, *c.demonyms):
            out.setdefault(" ".join(words(name)), plain(c.name))
    return out


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return for each first word of a name how many words such names have, the most first."""
    out: dict[str, set[int]] = {}
    for name in _names():
        out.setdefault(name.split(" ")[0], set()).add(name.count(" ") + 1)
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in out.items()}
