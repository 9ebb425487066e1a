"""A quotation's words cut into the units that are compared: words, whole numbers, times of day, insertions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from firsthand.data import titles
from firsthand.link.statements.drift.amounts import amount
from firsthand.link.statements.drift.lexicon import (
    CLITICS,
    DAYS_AND_MONTHS,
    HEDGES,
    IS_AFTER,
    MODALS,
    NEGATED,
    NUMBER_HEDGES,
    NUMBER_PHRASES,
    OBLIGATION,
)
from firsthand.link.statements.lexicon import FUNCTION_WORDS
from firsthand.model import Span
from firsthand.model.span import covered
from firsthand.text import fold, plain, squeeze, words

_TOKEN = re.compile(
    r"""(?P<insertion>(?<![^\W_])\[[^\[\]]{0,200}\](?![^\W_])|\((?:sic|laughs|applause)\))
    |(?P<clock>[0-9]{1,2}(?:[:.][0-9]{2})?\ ?(?:[ap]\.?m\b\.?|h\b)|[0-9]{1,2}:[0-9]{2}(?![^\W_]))
    |(?P<number>[$€£¥]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:st|nd|rd|th|s|k|m|mn|bn|tn)?(?:\ ?%)?(?![^\W_]))
    |(?P<word>(?:\[[^\W_]{1,12}\])?[^\W_]+(?:'[^\W_]+)*(?:\[[^\W_]{1,12}\])?|[^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = re.compile(r"""(?:^|[.!?:…]["')\] ]*)\s*["'(\[-]*\s*$""")
# How far back of a word the end of the sentence before it is looked for.
_BEFORE = 12
# Where so many of at least so many longer words have a capital the text is a title, and a capital tells no name (ours).
_TITLE_WORDS = 4
_TITLE_SHARE = 0.75

AtomKind = Literal["word", "number", "clock", "insertion"]


@dataclass(frozen=True, slots=True)
class Atom:
    """A unit of comparison. Two with equal ``key`` are the same; ``start``/``end`` are in the text it was cut from.

    ``value``/``unit`` are set for numbers, also for words that may be one ("one", "second"), whose kind is "word".
    ``capital`` says that it begins with one, ``name`` that it is a name for all that is known.
    ``hedge`` is what it says of how sure the statement is: a modal verb, or what stands for its hedge; else empty.
    """

    start: int
    end: int
    key: str
    kind: AtomKind = "word"
    capital: bool = False
    name: bool = False
    value: str = ""
    unit: str = ""
    hedge: str = ""


def atoms(text: str, names: Iterable[Span] = (), *, capitals: bool = True) -> list[Atom]:
    """Return the atoms of ``text`` in order, none overlapping.

    ``names`` are spans known to be names. With ``capitals`` a capital within a sentence tells a name too.
    """
    folded = fold(text)
    raw = [_raw(match) for match in _TOKEN.finditer(folded)]
    return _hedged(_with_names(list(_numbered(raw, folded)), text, list(names), capitals=capitals))


def contracted(atom: Atom) -> list[Atom]:
    """Return what a contraction is made of ("don't" → "do", "not"), each with its part of the span; else the atom."""
    word = atom.key
    if word == "cannot":
        return _cut(atom, 3, "can", "not")
    if word.endswith("n't") and len(word) == atom.end - atom.start:
        base = word[:-3]
        return _cut(atom, len(base), NEGATED.get(base, base), "not")
    base, mark, rest = word.partition("'")
    short = CLITICS.get(mark + rest) or ("is" if rest == "s" and base in IS_AFTER else "")
    return _cut(atom, len(base), base, short) if short and len(word) == atom.end - atom.start else [atom]


def _cut(atom: Atom, at: int, first: str, second: str) -> list[Atom]:
    left = Atom(atom.start, atom.start + at, first, hedge=_hedge(first))
    return [left, Atom(atom.start + at, atom.end, second, hedge=_hedge(second))]


def _hedge(word: str) -> str:
    return word if word in MODALS else HEDGES.get(word, "")


def _raw(match: re.Match[str]) -> Atom:
    found = match.group()
    if match.lastgroup == "insertion":
        return Atom(match.start(), match.end(), squeeze(found), "insertion")
    if match.lastgroup == "clock":
        return Atom(match.start(), match.end(), " ".join(words(found)), "clock")
    word = found.replace("[", "").replace("]", "")
    kind: AtomKind = "number" if match.lastgroup == "number" else "word"
    return Atom(match.start(), match.end(), plain(word), kind, capital=word[:1].isupper())


def _numbered(raw: Sequence[Atom], folded: str) -> Iterator[Atom]:
    """Yield the atoms, the words of one number as one of them."""
    norms = [a.key if a.kind in ("word", "number") else "" for a in raw]

    def close(n: int) -> bool:
        return folded[raw[n].end : raw[n + 1].start] in (" ", "-", "") if n + 1 < len(raw) else False

    at = 0
    while at < len(raw):
        found = amount(norms, at, close) if norms[at] else None
        if found is None:
            yield raw[at]
            at += 1
            continue
        ordinal = not found.sure and norms[at] != "one"
        key = f"#{found.value} {found.unit}".rstrip() + ("." if ordinal else "")
        kind: AtomKind = "number" if found.sure else "word"
        last = raw[at + found.length - 1]
        yield Atom(raw[at].start, last.end, key, kind, value=found.value, unit=found.unit)
        at += found.length


def _with_names(found: list[Atom], text: str, names: list[Span], *, capitals: bool) -> list[Atom]:
    known = frozenset(place for span in covered(names) for place in range(span.start, span.end))
    able = [x.kind == "word" and not x.value and not _is_no_name(x.key) for x in found]
    within = [able[n] and not _SENTENCE.search(text[max(x.start - _BEFORE, 0) : x.start]) for n, x in enumerate(found)]
    told = capitals and not _is_title([x for n, x in enumerate(found) if within[n]])
    named = [able[n] and (x.start in known or (told and within[n] and x.capital)) for n, x in enumerate(found)]
    return [replace(x, name=True) if named[n] else x for n, x in enumerate(found)]


def _is_no_name(key: str) -> bool:
    base = key.partition("'")[0]
    return base in FUNCTION_WORDS or base in DAYS_AND_MONTHS or base in _titles()


def _is_title(within: Sequence[Atom]) -> bool:
    """Tell whether words within sentences are written as headlines are, a capital on nearly every one."""
    longer = [x for x in within if x.end - x.start > 3]
    return len(longer) >= _TITLE_WORDS and sum(x.capital for x in longer) >= _TITLE_SHARE * len(longer)


@cache
def _titles() -> frozenset[str]:
    """Return the titles of one word, and the words that others begin with: "Prime Minister" is no name."""
    return frozenset(" ".join(words(title.title)) for title in titles()) | {"prime", "vice", "foreign"}


def _hedged(found: list[Atom]) -> list[Atom]:
    """Return the atoms, with what each says of how sure the statement is; "May" is a month."""
    out = [replace(a, hedge=h) if (h := _hedge(a.key)) and not (a.capital and h == "may") else a for a in found]
    for n, atom in enumerate(out):
        if atom.key in OBLIGATION and out[n + 1 : n + 2] and out[n + 1].key == "to":
            out[n] = replace(atom, hedge="must")
        if atom.kind != "number":
            continue
        before = [a.key for a in out[max(n - 2, 0) : n]]
        phrase = NUMBER_PHRASES.get((before[0], before[1])) if len(before) == 2 else None
        if phrase:
            out[n - 2 : n] = [replace(a, hedge=phrase) for a in out[n - 2 : n]]
        elif before and before[-1] in NUMBER_HEDGES:
            out[n - 1] = replace(out[n - 1], hedge=NUMBER_HEDGES[before[-1]])
    return out
