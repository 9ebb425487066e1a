"""Shared errors: a name that exactly two texts misspell in the same way was had by one of them from the other.

Two texts that share no long passage may still share a slip. Only names are looked at: a person's name of two words or
more that stands in two texts of the corpus, and differs by one letter from a name that many texts have.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.model import Mention, Passage, Reason
from firsthand.text import words
from firsthand.trace.origins.view import View

# So many texts write the name in another way. Ours.
MANY_TEXTS = 4
# Shorter words differ by a letter too easily. Ours.
_WORD = 5
_BUCKET = 50

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedError:
    """Two articles, by time, that misspell a name alike, and what is to be said of it."""

    earlier: str
    later: str
    reason: Reason


def shared_errors(view: View) -> Iterator[SharedError]:
    """Yield the errors that exactly two texts share, where the clocks tell which text was first."""
    places: dict[Name, dict[str, tuple[str, Mention]]] = defaultdict(dict)
    for key in sorted(view.tellings, key=view.clocks.order):
        for mention in view.tellings[key].annotation.mentions:
            name = tuple(words(mention.name))
            if mention.kind == "person" and len(name) > 1:
                places[name].setdefault(view.text_of(key), (key, mention))
    frequent = _by_gap(name for name, texts in places.items() if len(texts) >= MANY_TEXTS)
    for name in sorted(n for n, texts in places.items() if len(texts) == 2):
        right = next((r for gap in _gaps(name) for r in frequent.get(gap, ()) if _one_letter(name, r)), None)
        (first, here), (second, there) = places[name].values()
        if right is None or not view.clocks.before(first, second):
            continue
        text = (
            f"“{here.name}” stands in this text and in that of {view.tellings[first].label} alone; "
            f"{len(places[right])} others have “{' '.join(right).title()}”"
        )
        passages = (Passage(second, there.start, there.end), Passage(first, here.start, here.end))
        yield SharedError(first, second, Reason("shared-error", text, passages))


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
