"""Shared errors: names and words that exactly two texts misspell in the same way, figures whose digits they swap alike.

A person's name of two words or more that differs by one letter from a name that many texts have, or a figure of a story
with two digits swapped, is a slip that nobody makes twice; a misspelt word is one that two may make.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from firsthand.model import Passage
from firsthand.text import words
from firsthand.trace.origins.view import View

# So many texts write the name, or have the figure, in another way. Ours.
MANY_TEXTS = 4
# Shorter words differ by a letter too easily. Ours.
_WORD = 5
_BUCKET = 50
SLIP, WORD = "shared-error", "shared-misspelling"

Name = tuple[str, ...]
Places = dict[str, Passage]


@dataclass(frozen=True, slots=True)
class Shared:
    """What exactly two texts have: where, in an article of each, by which rule, and what is to be added to that."""

    rule: str
    places: tuple[Passage, Passage]
    note: str = ""


def misspelt_names(view: View) -> Iterator[Shared]:
    """Yield the names that exactly two texts misspell alike."""
    places: dict[Name, Places] = defaultdict(dict)
    for key in _in_time(view):
        for mention in view.tellings[key].annotation.mentions:
            name = tuple(words(mention.name))
            if mention.kind == "person" and len(name) > 1:
                places[name].setdefault(view.text_of(key), Passage(key, mention.start, mention.end))
    frequent = _by_gap(name for name, texts in places.items() if len(texts) >= MANY_TEXTS)
    for name in sorted(n for n, texts in places.items() if len(texts) == 2):
        right = next((r for gap in _gaps(name) for r in frequent.get(gap, ()) if _one_letter(name, r)), None)
        if right is not None:
            yield _shared(SLIP, places[name], f"; {len(places[right])} others have “{' '.join(right).title()}”")


def misspelt_words(view: View) -> Iterator[Shared]:
    """Yield the words that exactly two texts misspell alike. It may be chance."""
    places: dict[str, Places] = defaultdict(dict)
    for key in _in_time(view):
        for slip in view.tellings[key].own.slips:
            places[slip.word].setdefault(view.text_of(key), Passage(key, slip.start, slip.end))
    meant = {slip.word: slip.right for telling in view.tellings.values() for slip in telling.own.slips}
    for word in sorted(w for w, texts in places.items() if len(texts) == 2):
        yield _shared(WORD, places[word], f"; the word is spelt “{meant[word]}”")


def swapped_numbers(view: View, story_of: Mapping[str, str]) -> Iterator[Shared]:
    """Yield the figures that exactly two texts of a story have with two digits swapped, and many the right way."""
    places: dict[tuple[str, str], dict[str, Places]] = defaultdict(lambda: defaultdict(dict))
    for key in _in_time(view):
        for figure in view.tellings[key].own.figures:
            passage = Passage(key, figure.start, figure.end)
            places[story_of[key], figure.noun][figure.number].setdefault(view.text_of(key), passage)
    for about in sorted(places):
        figures = places[about]
        for digits in sorted(n for n, texts in figures.items() if len(texts) == 2):
            for right in _swapped(digits):
                texts = figures.get(right, {})
                if len(texts) >= MANY_TEXTS and not texts.keys() & figures[digits].keys():
                    yield _shared(SLIP, figures[digits], f"; {len(texts)} others have “{right} {about[1]}”")


def _in_time(view: View) -> list[str]:
    return sorted(view.tellings, key=view.clocks.order)


def _shared(rule: str, places: Places, note: str) -> Shared:
    first, second = places.values()
    return Shared(rule, (first, second), note)


def _swapped(number: str) -> Iterator[str]:
    """Yield a figure with each two neighbouring digits swapped that differ."""
    for at, (a, b) in enumerate(pairwise(number)):
        if a != b:
            yield number[:at] + b + a + number[at + 2 :]


def _by_gap(names: Iterator[Name]) -> dict[Name, list[Name]]:
    out: dict[Name, list[Name]] = defaultdict(list)
    for name in names:
        for gap in _gaps(name):
            if len(out[gap]) < _BUCKET:
                out[gap].append(name)
    return out


def _gaps(name: Name) -> list[Name]:
    """Return a name with each of its longer words left out in turn."""
    return [(*name[:k], "", *name[k + 1 :]) for k, word in enumerate(name) if len(word) >= _WORD - 1]


def _one_letter(a: Name, b: Name) -> bool:
    """Tell whether two names that differ in one word differ by one letter put in, left out, changed or swapped."""
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1 or max(map(len, differing[0])) < _WORD:
        return False
    short, long = sorted(differing[0], key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((k for k, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[:start] + short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long
