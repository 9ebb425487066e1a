"""The figures of an article that somebody could write down with two digits swapped."""

import re
from collections.abc import Iterator

from firsthand.text import plain, tokens
from firsthand.trace.evidence.own_words import Figure
from firsthand.trace.evidence.tellings import Telling

# Figures of three to nine digits, before a word of so many letters that is no measure, are looked at. Ours.
# A word of digits, and one mark before a word of letters.
_FIGURE = re.compile(r"(?<![^\W_])(?<![^\W_][’'ʼ])\d{3,9}(?=[\W_][^\W\d_])(?![’'ʼ])")
_LONGEST = 60  # characters of the word after a figure. Ours.
_LETTERS = 4
_MEASURES = frozenset(
    {"million", "billion", "trillion", "thousand", "hundred", "percent", "dollars", "euros", "pounds"}
)
_POINTS = (".", ",")  # the figure is a part of one


def figures(telling: Telling) -> Iterator[Figure]:
    """Yield each figure of an article's body with the word after it."""
    text = telling.article.text
    for part in telling.article.parts("body"):
        for found in _FIGURE.finditer(text, part.start, part.end):
            number = plain(found.group())
            noun = next(iter(tokens(text, found.end() + 1, min(part.end, found.end() + 1 + _LONGEST))), None)
            counts = noun is not None and number.isascii() and noun.norm.isalpha() and len(noun.norm) >= _LETTERS
            if (
                noun
                and counts
                and noun.norm not in _MEASURES
                and text[found.start() - 1 : found.start()] not in _POINTS
            ):
                yield Figure(number, noun.norm, found.start(), noun.end)
