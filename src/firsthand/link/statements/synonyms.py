"""What a word comes down to: its stem, and one stem for words that news uses for one another.

Two translations of a sentence seldom choose the same words. A cluster holds such as may stand in each other's place in
most sentences of news; words with a second sense as frequent are left out, and so are opposites (by hand, ours).
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from firsthand.link.statements.lexicon import CLUSTERS, FORMS, PHRASES, WHOLE

_SUFFIXES = (
    *(
        "ations",
        "ation",
        "ators",
        "ator",
        "ating",
        "ated",
        "ates",
        "ate",
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
    ),
    *("edly", "ed", "ies", "es", "ly", "ers", "er", "ors", "or", "s", "y", "e"),
)
STEM_LETTERS = 6
# Endings that may leave three letters only: "paying", "cars".
_SHORT = frozenset({"ing", "ings", "ed", "es", "e", "s"})


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the word's first letters without its ending ("operating", "operations" → "operat")."""
    word = word.removesuffix("'s")
    word = FORMS.get(word, word)
    if not word.isalpha() or word in WHOLE:
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (3 if suffix in _SHORT else 4):
            return _undoubled(word[: -len(suffix)])[:STEM_LETTERS]
    return word[:STEM_LETTERS]


def _undoubled(word: str) -> str:
    """Return the word with one letter where an ending doubled it: "shutt" of "shutting"."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt" else word


@lru_cache(maxsize=200_000)
def sense(word: str) -> str:
    """Return what stands for the word's cluster, or its stem ("accords", "treaty" → "~treaty")."""
    own = stem(word)
    return _clusters().get(word) or _clusters().get(own, own)


@cache
def _clusters() -> dict[str, str]:
    """Return the first stem of each cluster by word and by stem; a word goes before a stem ("grower" but "grows")."""
    rows = [(word, f"~{stem(line.split()[0])}") for line in CLUSTERS for word in line.split()]
    out: dict[str, str] = {}
    for word, first in rows:
        out.setdefault(stem(word), first)
    return out | dict(rows)


def one_word_verbs(norms: Sequence[str]) -> list[str]:
    """Return the words with each verb of two words as the one that tells the same ("stepped down" → "resign")."""
    out: list[str] = []
    place = 0
    while place < len(norms):
        told = _phrases().get((stem(norms[place]), norms[place + 1])) if place + 1 < len(norms) else None
        out.append(norms[place] if told is None else told)
        place += 1 if told is None else 2
    return out


@cache
def _phrases() -> dict[tuple[str, str], str]:
    return {(stem(verb), then): word for (verb, then), word in PHRASES.items()}
