"""A quotation's words in the forms that matching needs: one key for equal wordings, and stems sentence by sentence."""

import re
from dataclasses import dataclass
from itertools import pairwise

from firsthand.data.stances import stance
from firsthand.link.statements.lexicon import FUNCTION_WORDS, NEGATIONS, NUMERALS, SCALES, VALUES
from firsthand.link.statements.meaning import has_to, is_mark, manner, passives
from firsthand.link.statements.places import with_places
from firsthand.link.statements.predicates import deeds, time
from firsthand.link.statements.synonyms import one_word_verbs, sense, stem
from firsthand.text import fold, words

# Words past this in one quotation are not compared: a hostile page may call a whole book a quotation.
MAX_WORDS = 600
MAX_SENTENCES = 8
# Of a longer figure only the head is read.
FIGURES = 15
# A sentence of fewer content words ("Six years!") is no unit of its own but part of the one before.
MIN_SENTENCE_WORDS = 3

_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]|\((?:sic|laughs|applause)\)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2}[.!?])[\"' )]{0,3} (?=[\"'(]?[A-Z0-9])")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|h\b)|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?|[^\W\d_]+|[^\w\s-]")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W_][^\W_]+")
_NO_NEGATION = {("not", "only"), ("not", "just"), ("not", "merely"), ("not", "simply"), ("no", "doubt")}
_HALVES = (
    (re.compile(r"\bone and a half\b"), "1.5"),
    (re.compile(r"\bhalf a (?=million|billion|thousand|dozen)"), "0.5 "),
    (re.compile(r"\bhalf\b"), "50"),
    (re.compile(r"\ba quarter\b"), "25"),
)


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
    values: frozenset[str]
    names: frozenset[str]
    manner: tuple[bool, ...]
    passive: frozenset[tuple[str, str]]
    told: frozenset[str]
    deeds: frozenset[str]
    time: int
    has_to: bool


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
    denied = stance(cue) == "denied"
    whole = unit(clipped, negated=denied)
    parts = sentences(clipped)
    units = tuple(unit(part, negated=denied) for part in parts) if len(parts) > 1 else (whole,)
    pieces = tuple(dict.fromkeys(piece for part in clipped.split('"') if (piece := " ".join(words(part)))))
    return Wording(key_of(text), whole, units, pieces)


def unit(text: str, *, negated: bool = False) -> Unit:
    """Return the forms of one stretch of words."""
    norms = words(text)
    amounts = numbers(text)
    told = [w for w in one_word_verbs(with_places(text)) if is_content(w)]
    plain = [w for w in told if not _counts(w)]
    content = plain + sorted(f"#{n}" for n in amounts) or norms
    return Unit(
        text=" ".join(norms),
        stems=tuple(stem(w) for w in content),
        senses=tuple(sense(w) for w in content),
        numbers=amounts,
        negative=is_negative(norms) != negated,
        values=amounts | VALUES.intersection(norms),
        names=frozenset(map(stem, _names(text))),
        manner=manner(norms),
        passive=passives(norms),
        told=frozenset(sense(w) for w in plain if not is_mark(w)),
        deeds=deeds(one_word_verbs(norms)),
        time=time(norms),
        has_to=has_to(norms),
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


def _names(text: str) -> list[str]:
    """Return the words that stand within a sentence with a capital, none where most words have one, as in headlines."""
    found = [w.lower() for w in _NAME.findall(text)]
    return [w for w in found if w not in VALUES] if 2 * len(found) <= text.count(" ") else []


def is_content(word: str) -> bool:
    """Tell whether a word carries what is said, not its grammar."""
    return word.partition("'")[0] not in FUNCTION_WORDS and not word.endswith("n't")


def _counts(word: str) -> bool:
    """Tell whether a word is a number or part of one: what they amount to stands for them."""
    return word[0].isdecimal() or word in NUMERALS or word in SCALES


def is_negative(norms: list[str]) -> bool:
    """Tell whether any word negates, or "anything but" does; "not only" and "no doubt" deny nothing."""
    return any(_negates(word, then) for word, then in pairwise((*norms, "")))


def _negates(word: str, then: str) -> bool:
    if word in NEGATIONS or word.endswith("n't"):
        return (word, then) not in _NO_NEGATION
    return (word, then) == ("anything", "but")


def numbers(text: str) -> frozenset[str]:
    """Return the amounts in ``text`` as digits: "2,000", "two" and "a dozen" → ``{"2000", "2", "12"}``; times of day
    are none, as each country writes them its own way.
    """
    found: list[float] = []
    value: float | None = None
    for token in _NUMBER.findall(_halves(_CLOCK.sub(" ", text).lower())):
        more = _amount(value, token)
        if value is not None and (more is None or not more[1]):
            found.append(value)
        if more is None:
            value = None
        else:
            value = more[0]
    return frozenset(_digits(v) for v in (*found, *([] if value is None else [value])))


def _halves(text: str) -> str:
    """Write out halves: "one and a half million" as 1.5 million, "half of" as 50."""
    for pattern, figure in _HALVES:
        text = pattern.sub(figure, text)
    return text


def _amount(value: float | None, token: str) -> tuple[float, bool] | None:
    """Return the number that a token makes of the one before it, and whether it goes on with that one; or None."""
    if token[0].isdecimal():
        return float(token.replace(",", "")[:FIGURES]), False
    if token in SCALES:
        return (value if value is not None and value < 1000 * SCALES[token] else 1) * SCALES[token], value is not None
    if token not in NUMERALS:
        return (value, True) if token == "and" and value is not None and value % 100 == 0 and value < 1000 else None
    n = float(NUMERALS[token])
    goes_on = value is not None and value > 0 and n < 100 and (value % 100 == 0 or (value % 10 == 0 and n < 10))
    return (value + n, True) if goes_on and value is not None else (n, False)


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def amounts_differ(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether each side has an amount that the other lacks; a side that only leaves amounts out differs in none.

    A year may be written short: "2021-22" and "the 70s" have the amounts of 2022 and 1970.
    """
    return _lacks(first, second) and _lacks(second, first)


def _lacks(first: frozenset[str], second: frozenset[str]) -> bool:
    return any(not _has(second, n) for n in first)


def _has(amounts: frozenset[str], n: str) -> bool:
    return n in amounts or any(len(x) + len(n) == 6 and (x.endswith(n) or n.endswith(x)) for x in amounts)
