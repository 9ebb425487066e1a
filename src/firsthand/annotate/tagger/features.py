"""What the tagger sees of a paragraph: for each token its word, its ending, its shape, its quotation state, its cue.

Training and tagging read the same features from here; ``VERSION`` changes with any of them, and a model says which
version it was trained on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from firsthand.annotate.tokens import Token, tokenize
from firsthand.data import cues, given_names

VERSION = 1
# Columns of a row's features. ``word`` and ``suffix`` count in the model's vocabulary, the others in those below.
COLUMNS = ("word", "suffix", "shape", "quote", "cue", "place", "rule")
OUTSIDE, INSIDE, OPENING, CLOSING, SINGLE = range(5)
QUOTE_STATES = 5
PLACES = 8
RULES = 4  # none, content, source, cue: what the rules say of the token
SUFFIX = 3
LONGEST = 220  # tokens that are tagged at once, in training too
UNKNOWN = 0
_SHAPES = 16
_OPENERS, _CLOSERS = "“„«", "”»"
_ENDS = frozenset((".", "!", "?", "…", ":"))

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and endings that a model knows, numbered from 1; 0 stands for all others."""

    words: Mapping[str, int]
    suffixes: Mapping[str, int]


def features(tokens: Sequence[Token], rules: Sequence[int], vocabulary: Vocabulary, *, is_first: bool) -> Ints:
    """Return the features of a paragraph's tokens, shape ``(tokens, len(COLUMNS))``.

    ``rules`` has what the rule system says of each token, ``is_first`` tells the headline.
    """
    quote = quote_states(tokens)
    known = _cue_classes()
    rows = [
        (
            vocabulary.words.get(word_form(t.norm), UNKNOWN),
            vocabulary.suffixes.get(t.norm[-SUFFIX:], UNKNOWN),
            shape(t.text),
            quote[n],
            known.get(t.norm, 0),
            _place(tokens, n, is_first=is_first),
            rules[n],
        )
        for n, t in enumerate(tokens)
    ]
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(COLUMNS))


def word_form(norm: str) -> str:
    """Return the form of a word that the vocabulary counts: digits are alike."""
    return "0" * min(len(norm), 4) if norm[0].isdigit() else norm


def pieces(text: str, start: int, end: int) -> Iterator[Sequence[Token]]:
    """Yield the tokens of a paragraph, cut where it is longer than what is tagged at once."""
    tokens = tokenize(text, start, end)
    yield from (tokens[at : at + LONGEST] for at in range(0, len(tokens), LONGEST))


def quote_states(tokens: Sequence[Token]) -> list[int]:
    """Return for each token whether it opens, closes or stands within quotation marks.

    Straight double marks open and close in turn; two single ones make a double one; a mark left open runs to the end.
    """
    out: list[int] = []
    is_open = False
    for n, token in enumerate(tokens):
        text = token.text
        double = text in ('"', "“", "”", "„", "«", "»") or text in ("''", "``")
        if not double and text in ("'", "’", "‘") and n + 1 < len(tokens) and tokens[n + 1].text == text:
            double = tokens[n + 1].start == token.end
        if double:
            opens = text in _OPENERS or (text not in _CLOSERS and not is_open)
            is_open = opens
            out.append(OPENING if opens else CLOSING)
        elif text in ("'", "‘", "’"):
            out.append(SINGLE)
        else:
            out.append(INSIDE if is_open else OUTSIDE)
    return out


def shape(text: str) -> int:
    """Return a small number for how a token is written: capitals, digits, marks."""
    first = text[0]
    if first.isdigit():
        return 1
    if not (first.isalpha() or first in "@#"):
        return {",": 2, ".": 3, ":": 4, ";": 5, "-": 6, "—": 6, "–": 6, "(": 7, ")": 7, "?": 8, "!": 8}.get(first, 9)
    if first in "@#":
        return 10
    if text.isupper():
        return 11 if len(text) > 1 else 12
    if first.isupper():
        return 13 if text.title() not in _given() else 14
    return 15 if "-" in text else 0


@cache
def _given() -> frozenset[str]:
    return frozenset(name for name, ambiguous in given_names().items() if not ambiguous)


@cache
def _cue_classes() -> dict[str, int]:
    """Return the class of each single word of the cue lexicon: its kind and strength."""
    kinds: dict[tuple[str, str], int] = {}
    out: dict[str, int] = {}
    for cue in cues():
        number = kinds.setdefault((cue.kind, cue.strength), len(kinds) + 1)
        for form in cue.forms:
            if " " not in form:
                out.setdefault(form.lower(), number)
    return out


def sizes(vocabulary: Vocabulary) -> dict[str, int]:
    """Return how many values each column of the features may have."""
    return {
        "word": len(vocabulary.words) + 1,
        "suffix": len(vocabulary.suffixes) + 1,
        "shape": _SHAPES,
        "quote": QUOTE_STATES,
        "cue": max(_cue_classes().values()) + 1,
        "place": PLACES,
        "rule": RULES,
    }


def _place(tokens: Sequence[Token], n: int, *, is_first: bool) -> int:
    starts = n == 0 or tokens[n - 1].text in _ENDS
    return (2 if n < 2 else 1 if starts else 0) + (4 if is_first else 0)
