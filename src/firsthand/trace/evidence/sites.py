"""Outlets known by their address only, and the names by which articles call them.

A crawl says "tarnvalleytimes.example"; another paper writes "the Tarn Valley Times reported". The words of the name,
run together, are the address, so the corpus's own articles tell what the outlet is called.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from firsthand.model import Article
from firsthand.text import host, plain

# Words with capitals that follow each other, as names do; the small words may stand between them.
_NAME_RUN = re.compile(r"[^\W\d_a-zà-ÿ][\w’'&]*(?:[ -](?:[^\W_a-zà-ÿ][\w’'&]*|of|the|and|de|la|&)(?![\w’'])){0,6}")
_WORD = re.compile(r"[\w’'&]+")
_POSSESSIVE = re.compile(r"[’']s?$")
# Words of a name at most, and letters of an address at least: shorter ones are ordinary words.
_MOST_WORDS, _FEWEST_LETTERS = 6, 4
# Parts of an address before the outlet's own, and parts after it that many share.
_FIRST_PARTS = ("www", "m", "amp", "mobile", "edition", "news", "en")
_SHARED_ENDINGS = ("co", "com", "org", "net", "gov", "ac")
# Words that an outlet's name and its address may have one without the other: "Kestrel" at kestrelnews.example. Ours.
GENERIC = ("newsagency", "newspaper", "newspapers", "agency", "news", "press", "online", "media", "wire", "tv", "daily")


def site_names(articles: Iterable[Article], addresses: Iterable[str]) -> dict[str, str]:
    """Return the written name of each address that some article names, by address; linear in the text.

    Where articles write it in several ways the most frequent one stands, of equals the longest. The rule is ours.
    """
    stems = {stem(address): address for address in sorted(addresses)}
    stems = {key: address for key, address in stems.items() if len(key) >= _FEWEST_LETTERS}
    if not stems:
        return {}
    openings = {key.removeprefix("the")[:n] for key in stems for n in range(1, len(key) + 1)}
    openings |= {key[:n] for key in stems for n in range(1, len(key) + 1)}
    written: dict[str, Counter[str]] = {}
    for article in articles:
        for name, key in _named(article.text, stems, openings):
            written.setdefault(key, Counter())[name] += 1
    return {stems[key]: max(sorted(names), key=lambda n: (names[n], len(n))) for key, names in written.items()}


def stem(address: str) -> str:
    """Return the letters and digits of an address that are the outlet's: ``www.the-echo.co.uk`` → ``"theecho"``."""
    parts = [p for p in host(address).split(".") if p]
    while len(parts) > 2 and parts[0] in _FIRST_PARTS:
        parts = parts[1:]
    parts = parts[:-1]
    if len(parts) > 1 and parts[-1] in _SHARED_ENDINGS:
        parts = parts[:-1]
    return _letters(parts[-1]) if parts else ""


def names_address(name: str, address: str) -> bool:
    """Tell whether a name is that of the outlet at an address, with or without a word such as "News"."""
    if "." not in address:
        return False
    own, told = stem(address), _letters(name).removeprefix("the")
    if len(told) < _FEWEST_LETTERS or len(own) < _FEWEST_LETTERS:
        return False
    own = own.removeprefix("the")
    return told == own or any(told + word == own or own + word == told for word in GENERIC)


def _named(text: str, stems: Mapping[str, str], openings: Container[str]) -> Iterable[tuple[str, str]]:
    for run in _NAME_RUN.finditer(text):
        words = [(m.start(), m.end()) for m in _WORD.finditer(text, run.start(), run.end())]
        for first in range(len(words)):
            letters = ""
            for number, (start, end) in enumerate(words[first : first + _MOST_WORDS], start=first + 1):
                letters += _letters(_POSSESSIVE.sub("", text[start:end]))
                if letters not in openings:
                    break
                key = letters if letters in stems else f"the{letters}"
                if key in stems:
                    name = _POSSESSIVE.sub("", text[words[first][0] : _with_generic(text, words, number, end)])
                    if not _is_ordinary(name):
                        yield name, key


def _with_generic(text: str, words: Sequence[tuple[int, int]], number: int, end: int) -> int:
    """Return where a name ends that goes on with words which its address leaves out: "Kestrel News" *Agency*."""
    for start, stop in words[number:]:
        if _letters(_POSSESSIVE.sub("", text[start:stop])) not in GENERIC:
            break
        end = stop
    return end


def _is_ordinary(name: str) -> bool:
    """Tell whether a name is one word like any other, that may open a sentence: no capital behind its first letter."""
    return " " not in name and "-" not in name and name[1:] == name[1:].lower()


def _letters(name: str) -> str:
    return "".join(c for c in plain(name) if c.isalnum())
