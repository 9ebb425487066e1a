"""Which words of an article are facts: names, numbers and dates, told by the look of the words alone."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from firsthand.model import SegmentKind
from firsthand.text import Token

# Where more of the words than this are capitals, as in tables and in German, only figures are facts.
MOST_CAPITALS = 0.4

_NUMERALS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
NUMERALS = {word: str(number) for number, word in enumerate(_NUMERALS.split())}
_OPENING = ".!?:…|*•\n"  # what stands before a word that is a capital for its place alone
_MARKS = " \t\"'“”‘’«»„()[]"
_REACH = 4  # characters before a word in which that is looked for


def facts(text: str, parts: Iterable[tuple[SegmentKind, Sequence[Token]]]) -> npt.NDArray[np.bool_]:
    """Return for each word of a text's parts whether it is a name, a number or a part of a date, shape (n,).

    Numbers are digits and English numerals; names, and with them weekdays and months, are capitals within a sentence,
    so scripts without capitals have figures only. Headlines have none: each outlet writes its own.
    """
    own = [(word, kind != "headline") for kind, words in parts for word in words]
    figure = np.array([counts and _is_figure(word.norm) for word, counts in own], dtype=np.bool_)
    name = np.array([counts and _is_name(text, word.start) for word, counts in own], dtype=np.bool_)
    return figure if name.sum() > MOST_CAPITALS * len(own) else figure | name


@lru_cache(maxsize=65_536)
def _is_figure(norm: str) -> bool:
    return norm in NUMERALS or any(c.isdigit() for c in norm)


def _is_name(text: str, start: int) -> bool:
    if not text[start].isupper():
        return False
    before = text[max(0, start - _REACH) : start].rstrip(_MARKS)
    return bool(before) and before[-1] not in _OPENING
