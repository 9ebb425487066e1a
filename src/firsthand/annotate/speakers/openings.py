"""What a text talks about, place by place: names, pronouns, and the descriptions that sentences open with."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from firsthand.annotate.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, finite
from firsthand.annotate.names import Named
from firsthand.annotate.runs import FUNCTION
from firsthand.annotate.speakers.lexicon import SELF_NAMED, personal, plural
from firsthand.annotate.speakers.scene import Scene
from firsthand.annotate.tokens import Token, tokenize

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is)\b")
_WORD = re.compile(r"[\w’'-]+")
_OPENING = 100  # characters of a sentence in which its subject is read
_SHORT = 60  # likewise, where no adverbial stands before it
_OPENERS = DETERMINERS - {"that", "this", "these", "those", "no", "both"}
_NEVER_OPENS = SUBJECT_PRONOUNS | CONJUNCTIONS | {"that", "this", "these", "those", "there"}
_SUBJECT_ENDS = PREPOSITIONS | {"who", "that", "and", "which"}
_LONGEST = 7  # words of a description that opens a sentence
_LONGEST_NAME = 3  # words of a name that opens one
_WORDS_BEFORE = 48  # characters before a name in which the word that governs it is looked for
_GOVERNORS = PREPOSITIONS - {"like", "as", "than", "including", "before", "after", "since", "until"}


class Event(NamedTuple):
    """A place where something may be talked about: a name, else a pronoun, else a sentence's opening."""

    start: int
    end: int
    name: Named | None
    pronoun: str | None


def events(scene: Scene, named: Sequence[Named]) -> list[Event]:
    """Return names, and outside of quotation marks pronouns and openings of sentences, in text order."""
    text = scene.text
    out = [Event(n.start, n.end, n, None) for n in named]
    for m in _PRONOUN.finditer(text):
        if not scene.quoted(m.start()):
            out.append(Event(m.start(), m.end(), None, m.group().lower()))
    begun = {n.start for n in named}
    for number, begin in enumerate(scene.starts):
        if begin not in begun and not scene.quoted(begin):
            start, end = scene.opening(number, _OPENING)
            if text[start : start + 1].isupper() and (width := _worth_reading(scene, start, end)):
                out.append(Event(start, min(end, start + width), None, None))
    out.sort(key=lambda event: event.start)
    return out


def _worth_reading(scene: Scene, start: int, end: int) -> int:
    """Return how many characters of an opening are worth tokenizing: none where it can be no subject of interest."""
    word = _WORD.match(scene.text, start, end)
    first = word.group().lower() if word else ""
    if first in PREPOSITIONS:
        return _OPENING
    if first in _NEVER_OPENS or (first in FUNCTION and first not in _OPENERS):
        return 0
    named = word is not None and scene.text[word.end() + 1 : word.end() + 2].isupper()
    return _SHORT if first in _OPENERS or named or first not in scene.small or _group(first) else 0


def read(text: str, event: Event) -> Sequence[Token]:
    """Return the words that a sentence opens with; "In a statement on Thursday," is left out."""
    row = tokenize(text, event.start, event.end)
    if row and row[0].norm in PREPOSITIONS:
        row = row[next((i + 1 for i, t in enumerate(row) if t.text == ","), len(row)) :]
    return row


def description(row: Sequence[Token]) -> list[Token]:
    """Return the description that a sentence begins with, without "the", or nothing: "A driver", "Prosecutors"."""
    if not row or not (row[0].norm in _OPENERS or _group(row[0].norm)):
        return []
    out = [] if row[0].norm == "the" else [row[0]]
    for token in row[1:]:
        if token.norm in _SUBJECT_ENDS or finite(token.norm) or not (token.word or token.text in "'’-"):
            break
        noun = out and out[-1].norm not in _OPENERS and personal(out[-1].norm)
        if noun and not (token.capital or personal(token.norm.removesuffix("s"))):
            break  # "his daughter disagrees"
        out.append(token)
    return out[:_LONGEST]


def _group(norm: str) -> bool:
    """Tell whether a word is a plural for people, who speak together: "residents", "police"."""
    return norm in SELF_NAMED or (plural(norm) and personal(norm.removesuffix("s")))


def unknown_name(row: Sequence[Token], small: frozenset[str]) -> list[Token]:
    """Return capitalised words that open a sentence before a verb or an apposition ("Blevins, a …"), or nothing."""
    name = list(takewhile(lambda t: t.capital and t.word, row))
    following = row[len(name)] if 0 < len(name) <= _LONGEST_NAME and len(name) < len(row) else None
    if following is None or not (finite(following.norm) or following.text == ","):
        return []
    group = plural(name[0].norm) and following.text != ","  # "Supporters were singing", but "Blevins, a miner,"
    common = len(name) == 1 and (group or name[0].norm in small)
    return [] if common or name[0].norm in FUNCTION or all(t.text.isupper() for t in name) else name


def owner(text: str, end: int) -> bool:
    """Tell whether a name that ends at ``end`` is a possessive."""
    return text[end : end + 2] in ("'s", "’s") or (text[end : end + 1] in "'’" and text[end - 1 : end] == "s")


def governed(text: str, name: Named, sentence: int) -> bool:
    """Tell whether a preposition or a verb stands before a name, titles passed over: it is no subject then."""
    if name.start == sentence:
        return False
    row = tokenize(text, max(sentence, name.start - _WORDS_BEFORE), name.start)
    comma = False
    while row and (row[-1].capital or row[-1].norm in ("the", "a", "an", "'s") or not row[-1].word):
        comma = comma or row[-1].text == ","
        if row[-1].norm in _GOVERNORS and row[-1].start == sentence:
            return not comma  # "In Kerrin, Tom Reve", but "For Tom Reve"
        row = row[:-1]
    if not row or row[-1].norm in CONJUNCTIONS:
        return False
    return row[-1].norm in _GOVERNORS or finite(row[-1].norm)
