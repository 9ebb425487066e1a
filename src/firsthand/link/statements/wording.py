"""A quotation's words in the forms that matching needs: one key for equal wordings, and stems sentence by sentence."""

import re
from dataclasses import dataclass

from firsthand.link.statements.lexicon import FUNCTION_WORDS, NEGATIONS, NUMERALS
from firsthand.link.statements.places import with_places
from firsthand.link.statements.synonyms import sense, stem
from firsthand.text import fold, words

# Words past this in one quotation are not compared: a hostile page may call a whole book a quotation.
MAX_WORDS = 600
MAX_SENTENCES = 8
# A sentence of fewer content words ("Six years!") is no unit of its own but part of the one before.
MIN_SENTENCE_WORDS = 3

_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]|\((?:sic|laughs|applause)\)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2}[.!?])[\"' )]{0,3} (?=[\"'(]?[A-Z0-9])")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|h\b)|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of words that is compared as one: a sentence of a wording, or all of it.

    ``stems`` are the content words in order, ``senses`` the same with synonyms as one, ``text`` its normal form for
    character n-grams.
    """

    text: str
    stems: tuple[str, ...]
    senses: tuple[str, ...]
    numbers: frozenset[str]
    negative: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, however many articles carry it. ``whole`` is all of it, ``units`` its sentences, ``pieces`` the
    normal forms of what its inner quotation marks set off: the words that a mixed quotation claims to be the speaker's.
    """

    key: str
    whole: Unit
    units: tuple[Unit, ...]
    pieces: tuple[str, ...]


def key_of(text: str) -> str:
    """Return what is equal for equal wordings: words without case, marks, and bracketed insertions."""
    return " ".join(words(unbracketed(text)))


def unbracketed(text: str) -> str:
    """Return ``text`` without the insertions an editor put in square brackets; text that is nothing else stays."""
    bare = _BRACKETS.sub(" ", text)
    return bare if words(bare) else text


def wording(text: str, cue: str | None = None) -> Wording:
    """Return the forms of a quotation's words; a cue that denies ("denied that …") makes them negative."""
    clipped = " ".join(fold(text).split(" ")[:MAX_WORDS]).replace("\n", " ")
    denied = _denies(cue)
    whole = unit(clipped, negated=denied)
    parts = sentences(clipped)
    units = tuple(unit(part, negated=denied) for part in parts) if len(parts) > 1 else (whole,)
    pieces = tuple(dict.fromkeys(piece for part in clipped.split('"') if (piece := " ".join(words(part)))))
    return Wording(key_of(text), whole, units, pieces)


def unit(text: str, *, negated: bool = False) -> Unit:
    """Return the forms of one stretch of words."""
    norms = words(text)
    content = [w for w in with_places(text) if is_content(w)] or norms
    return Unit(
        text=" ".join(norms),
        stems=tuple(stem(w) for w in content),
        senses=tuple(sense(w) for w in content),
        numbers=numbers(text),
        negative=is_negative(norms) != negated,
    )


def sentences(text: str) -> list[str]:
    """Return the sentences of a quotation, short ones joined to the one before, at most ``MAX_SENTENCES``."""
    out: list[str] = []
    for part in _SENTENCE_END.split(text):
        short = sum(map(is_content, words(part))) < MIN_SENTENCE_WORDS
        if out and (short or len(out) == MAX_SENTENCES):
            out[-1] += " " + part
        else:
            out.append(part)
    return out


def is_content(word: str) -> bool:
    """Tell whether a word carries what is said, not its grammar."""
    return word not in FUNCTION_WORDS and not word.endswith("n't")


def is_negative(norms: list[str]) -> bool:
    """Tell whether any word negates."""
    return any(w in NEGATIONS or w.endswith("n't") for w in norms)


def numbers(text: str) -> frozenset[str]:
    """Return the amounts in ``text`` as digits: "2,000" and "two" → ``{"2000", "2"}``; times of day are none, as each
    country writes them its own way.
    """
    digits = {n.replace(",", "") for n in _NUMBER.findall(_CLOCK.sub(" ", text))}
    return frozenset(digits | {NUMERALS[w] for w in words(text) if w in NUMERALS})


_DENIALS = frozenset({"deny", "denied", "denies", "denying", "reject", "rejected", "rejects", "refuted", "refute"})


def amounts_differ(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether each side has an amount that the other lacks; a side that only leaves amounts out differs in none.

    A year may be written short: "2021-22" and "the 70s" have the amounts of 2022 and 1970.
    """
    return _lacks(first, second) and _lacks(second, first)


def _lacks(first: frozenset[str], second: frozenset[str]) -> bool:
    return any(not _has(second, n) for n in first)


def _has(amounts: frozenset[str], n: str) -> bool:
    return n in amounts or any(len(x) + len(n) == 6 and (x.endswith(n) or n.endswith(x)) for x in amounts)


def _denies(cue: str | None) -> bool:
    return cue is not None and not _DENIALS.isdisjoint(words(cue))
