"""Edits that an editor, or somebody who hides a copy, makes to a passage; all choices come from one seeded generator.

Rates, as shares of the passage's words that an edit touches: light 10 %; heavy between 30 and 45 %, drawn for each
passage. An edit is a synonym from ``synonyms.txt`` (own list, groups of words that may stand for each other), a number
in another format, a word left out, a word put in, or two neighbours that change places. A heavy edit also works on
sentences: three in ten are merged with the next, split at a comma or "and", or have the part after a comma put first.
Nothing here knows how copies are looked for.
"""

import random
import re
from collections import defaultdict
from pathlib import Path

LIGHT_RATE = 0.10
HEAVY_RATES = (0.30, 0.45)
SENTENCE_RATE = 0.3
# Where a word has no synonym, or chance says so, one of these; and how often a known synonym is taken.
_OTHER_EDITS = ("drop", "drop", "insert", "insert", "swap")
_SYNONYM_SHARE = 0.75
_FILLERS = (
    "also", "however", "reportedly", "apparently", "now", "then", "indeed", "meanwhile", "generally", "largely",
    "in fact", "at present", "of course", "as expected", "it is understood", "for its part", "in the meantime",
)  # fmt: skip
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_WORD = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, split where an end mark is followed by a capital."""
    return [s for s in _SENTENCE_END.split(text) if s.strip()]


def light(passage: str, chance: random.Random) -> str:
    """Return the passage with a tenth of its words touched."""
    return _reworded(passage, LIGHT_RATE, chance)


def heavy(passage: str, chance: random.Random) -> str:
    """Return the passage with a third to almost half of its words touched, and sentences recast."""
    return _reworded(_recast(passage, chance), chance.uniform(*HEAVY_RATES), chance)


def _reworded(passage: str, rate: float, chance: random.Random) -> str:
    words = passage.split()
    out: list[str] = []
    k = 0
    while k < len(words):
        if chance.random() >= rate:
            out.append(words[k])
        elif (other := _other_form(words[k], chance)) and chance.random() < _SYNONYM_SHARE:
            out.append(other)
        else:
            k += _plain_edit(words, k, out, chance)
        k += 1
    return " ".join(out)


def _plain_edit(words: list[str], k: int, out: list[str], chance: random.Random) -> int:
    """Leave word ``k`` out, put one before it, or swap it with the next; return how many more words were used."""
    edit = chance.choice(_OTHER_EDITS)
    if edit == "insert":
        out += [chance.choice(_FILLERS), words[k]]
    elif edit == "swap" and k + 1 < len(words):
        out += [words[k + 1], words[k]]
        return 1
    elif edit == "drop" and words[k][-1] in ".!?" and out:
        out[-1] += words[k][-1]
    return 0


def _other_form(word: str, chance: random.Random) -> str | None:
    found = _WORD.match(word)
    before, core, after = found.groups() if found else ("", word, "")
    if _NUMBER.fullmatch(core):
        return before + _other_number(core) + after
    group = SYNONYMS.get(core.lower())
    if not group:
        return None
    other = chance.choice(group)
    return before + (other.capitalize() if core[0].isupper() else other) + after


def _other_number(digits: str) -> str:
    """Return ``1,200`` for ``1200`` and the other way round, and small numbers in words."""
    if "," in digits:
        return digits.replace(",", "")
    value = int(digits)
    if value < len(_SMALL):
        return _SMALL[value]
    return f"{value:,}" if value >= 10_000 else f"{digits}.0"


def _recast(passage: str, chance: random.Random) -> str:
    parts = sentences(passage)
    out: list[str] = []
    for sentence in parts:
        if chance.random() >= SENTENCE_RATE:
            out.append(sentence)
            continue
        way = chance.choice(("merge", "split", "turn"))
        if way == "merge" and out:
            out[-1] = f"{out[-1].rstrip('.')}, and {sentence[0].lower()}{sentence[1:]}"
        elif way == "split":
            out.append(re.sub(r",? and (\w)", lambda m: ". " + m[1].upper(), sentence, count=1))
        else:
            out.append(_turned(sentence))
    return " ".join(out)


def _turned(sentence: str) -> str:
    head, comma, tail = sentence.rstrip(".").partition(", ")
    return f"{tail[0].upper()}{tail[1:]}, {head[0].lower()}{head[1:]}." if comma and tail and head else sentence


def _read_synonyms() -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = defaultdict(list)
    lines = Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            group = [word.replace("_", " ") for word in line.split()]
            for word in group:
                out[word] += [other for other in group if other != word]
    return {word: tuple(dict.fromkeys(others)) for word, others in out.items()}


SYNONYMS = _read_synonyms()
