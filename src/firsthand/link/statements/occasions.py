"""Whether two quotations were spoken on two occasions: what the articles say of when, where and to whom, and the days.

An occasion is told in part only: "told reporters" and "at the summit in Tarn" may be one. So other words alone part
nothing; days that differ do, and so do other words where the articles lie days apart as well.
"""

from dataclasses import dataclass
from functools import lru_cache

from firsthand.link.statements.lexicon import VALUES, WEEKDAYS
from firsthand.link.statements.wording import is_content, numbers
from firsthand.text import fold, tokens, words

# So many days apart are articles whose occasions have no word in common of two occasions; one day apart a morning paper
# tells what was said the evening before (ours).
DAYS = 2
# Words that tell of no occasion in particular: nearly any may be told so.
_ANY = """
    told telling reporter reporters journalist journalists news press conference media statement remarks comments
    comment public publicly spoke speaking talking asked
"""
ANY = frozenset(_ANY.split())


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an article's words for an occasion come down to: days of the week, dates and numbers, other words, and
    which of these are names."""

    weekdays: frozenset[str]
    dates: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=20_000)
def occasion(text: str | None) -> Occasion | None:
    """Return an occasion as it is compared, None where none is told."""
    if text is None:
        return None
    norms = frozenset(words(fold(text)))
    told = frozenset(w for w in norms if is_content(w) and w not in VALUES and w not in ANY and not w.isdecimal())
    names = frozenset(w.norm for w in tokens(fold(text)) if w.norm in told and text[w.start].isupper())
    return Occasion(norms & frozenset(WEEKDAYS), numbers(text) | (norms & VALUES - frozenset(WEEKDAYS)), told, names)


def apart(one: Occasion | None, other: Occasion | None, days: int) -> bool:
    """Tell whether what is told of two occasions shows them to be two; ``days`` lie between the articles at least."""
    if one is None or other is None:
        return False
    if one.weekdays and other.weekdays and not any(_near(a, b) for a in one.weekdays for b in other.weekdays):
        return True
    if one.dates and other.dates and one.dates.isdisjoint(other.dates):
        return True
    if days < DAYS or not one.words or not other.words:
        return False
    elsewhere = bool(one.names) and bool(other.names) and one.names.isdisjoint(other.names)
    return elsewhere or one.words.isdisjoint(other.words)


def _near(a: str, b: str) -> bool:
    """Tell whether two days of the week follow one another: late on Monday here is Tuesday elsewhere."""
    return (WEEKDAYS.index(a) - WEEKDAYS.index(b)) % 7 in (0, 1, 6)
