"""Which English words are seldom used, and which are slips of others: read from the word list of pyspellchecker.

The list counts some 160,000 words in subtitles. It has few British spellings, so a word that it does not know is never
called rare, and a slip only where no difference between British and American spelling explains it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# Words used less often than this in a million are rare. Set on the lineage development pages: phrases around such words
# are in 5 of 542 pairs of pages with one origin and no common passage, and in 14 of 12,834 pairs with other origins
# (`python -m benchmarks.lineage.oddities SHARED`); up to 6 in a million they are as many with other origins within one
# story as without.
RARE_PER_MILLION = 2.4
# Shorter words differ from each other by a letter too easily. Ours.
_SLIP_LETTERS = 7
# A slip stands inside a word: at its end it is another form of it, and a different first letter is another word. Ours.
_INSIDE = (1, -2)
# Letters in which British and American spelling differ, either way.
_VARIANTS = (
    ("our", "or"),
    ("re", "er"),
    ("s", "z"),
    ("c", "s"),
    ("c", "k"),
    ("l", "ll"),
    ("ae", "e"),
    ("oe", "e"),
    ("ium", "um"),
    ("ou", "u"),
    ("mm", "m"),
    ("e", ""),
    ("i", "e"),
    ("y", "i"),
)
_WORD = re.compile(r"[a-z]+")


@cache
def rare_words() -> frozenset[str]:
    """Return the known words that are seldom used, in lower case, of four letters and more."""
    counted = _list().word_frequency
    common = _common_words()
    return frozenset(w for w in counted.keys() if len(w) > 3 and _WORD.fullmatch(w) and w not in common)  # noqa: SIM118


@cache
def _common_words() -> frozenset[str]:
    counted = _list().word_frequency
    most = RARE_PER_MILLION * counted.total_words / 1e6
    return frozenset(w for w in counted.keys() if counted[w] >= most)  # noqa: SIM118


@lru_cache(maxsize=65_536)
def slip_of(word: str) -> str | None:
    """Return the common word that an unknown one is a slip of: one letter inside it put in, left out, changed, swapped.

    None for words that are known, short, or spelt otherwise in British or American English.
    """
    counted = _list().word_frequency
    if not _SLIP_LETTERS <= len(word) <= counted.longest_word_length + 1:
        return None
    if not _WORD.fullmatch(word) or word in counted:
        return None
    near = [w for w in _common_words().intersection(_changed_inside(word)) if _is_slip(word, w)]
    return max(near, key=lambda w: (counted[w], w), default=None)


def _changed_inside(word: str) -> Iterator[str]:
    """Yield what a word may be a slip of: edits elsewhere than inside, most of the list's own, need not be made."""
    letters = _list().word_frequency.letters
    start, end = _INSIDE[0], len(word) + _INSIDE[1]
    for at in range(start, end + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in letters)
        if at < end:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in letters)
        if at < end - 1:
            yield before + after[1] + after[0] + after[2:]


def _is_slip(word: str, right: str) -> bool:
    """Tell whether two words that differ by a letter differ inside, and not as British and American spelling do."""
    first, last = _INSIDE
    if word[:first] != right[:first] or word[last:] != right[last:]:
        return False
    return not any(
        right == word[: m.start()] + b + word[m.end() :]
        for pair in _VARIANTS
        for a, b in (pair, pair[::-1])
        for m in re.finditer(a, word)
    )


@cache
def _list() -> "SpellChecker":
    # Imported here: the list takes a tenth of a second to read, and only tracing asks for it.
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)
