"""Where the words that a clause reports begin and end within their sentence, and where the writer's own go on."""

from collections.abc import Sequence

from firsthand.annotate.cues import Strength
from firsthand.annotate.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRESENTS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
    adverbial,
    finite,
    has_finite,
)
from firsthand.annotate.quotations.complements import clausal
from firsthand.annotate.quotations.reports import Report
from firsthand.annotate.sentences import Item

LOOSE = frozenset((",", "،", ";", "—", "–", "―", "-", "--", ":", ".", "!", "?", "...", "…"))
PAUSES = frozenset((",", "،", "—", "–", "―", "-", "--"))
# What may follow ", she said," as the rest of a sentence that was whole without it.
_GOES_ON = frozenset(("until", "because", "unless", "since", "if", "including", "where", "whether", "so"))
_CITING = frozenset(("citing", "quoting"))  # the writer tells where the words come from
_QUESTIONS = frozenset(("how", "what", "why", "whom", "which"))


def content_start(sentence: Sequence[Item], start: int, stop: int) -> int:
    """Return where words that end at ``stop`` begin: past loose marks, "and", and a leading "Meanwhile,"."""
    while start < stop and (sentence[start].norm in LOOSE or sentence[start].norm in ("and", "but", ")", "]")):
        start += 1
    comma = next((i for i in range(start, min(start + 4, stop)) if sentence[i].norm == ","), None)
    return comma + 1 if comma is not None and adverbial_lead(sentence[start:comma]) else start


def adverbial_lead(words: Sequence[Item]) -> bool:
    """Tell whether words only lead a clause in: "Meanwhile", "On Monday"."""
    first = words[0].norm if words else ""
    if not words or has_finite(words):
        return False
    short = first in PREPOSITIONS - {"to"} and len(words) <= 3
    return (
        (adverbial(first) and len(words) == 1) or first in TIMES or short or (first in CONJUNCTIONS and len(words) == 1)
    )


def complete(words: Sequence[Item]) -> bool:
    """Tell whether words before a clause can be a sentence of their own: a verb, and no "while" or "in" before it."""
    finished = has_finite(words) or any(w.quote is not None for w in words)
    if len(words) < 3 or not finished or words[0].norm in SUBORDINATORS - {"as"}:
        return False
    return not (
        words[0].norm == "that" and words[1].norm in DETERMINERS | SUBJECT_PRONOUNS
    )  # "That it fell was plain."


def second_part(sentence: Sequence[Item], report: Report, left: Sequence[Item]) -> int | None:
    """Return where the words go on that a clause between commas interrupts, or None where it ends them.

    "The bridge, she said, was safe", "Even if it holds, she said, it will be closed", "It was a marvel, she said, until
    it rusted".
    """
    at = report.rest if report.rest < len(sentence) and sentence[report.rest].norm in PAUSES else report.last + 1
    if at + 1 >= len(sentence) or sentence[at].norm not in PAUSES:
        return None
    between = sentence[report.last + 1 : at]
    if not report.inverted and between and (_relative(between) or between[0].norm == "to"):
        return None  # "agreed to pay, and …", "said to all who asked, …": no aside
    after = sentence[at + 1 : at + 14]
    if not complete(left) or left[0].norm in PREPOSITIONS or left[-1].norm in ("why", "is"):
        begun = after[0].norm not in SUBORDINATORS | {"who", "which"} and not _participle(after)
        return at + 1 if begun and has_finite(after) else None
    if after[0].norm == "and" and len(after) > 3:
        return at + 1 if has_finite(after[1:]) and not _next_deed(sentence, at + 2, len(sentence)) else None
    question = len(after) > 1 and after[0].norm in PREPOSITIONS and after[1].norm in _QUESTIONS
    return at + 1 if question or (after[0].norm in _GOES_ON and len(after) > 2) else None


def announced(sentence: Sequence[Item], report: Report, start: int, stop: int) -> int | None:
    """Return the "that" of "It is not true, she said, that it fell", whose first part ends at ``stop``, or None."""
    that = next((i for i in range(report.last + 1, len(sentence)) if sentence[i].norm == "that"), None)
    if that is None or sentence[that - 1].norm not in PAUSES:
        return None
    left = sentence[start : stop + 1]
    begun = left[0].norm in ("it", "there") and has_finite(left) and all(w.norm != "that" for w in left)
    return that if begun else None


def ends_sentence(sentence: Sequence[Item], report: Report) -> bool:
    """Tell whether no word follows the clause in its sentence."""
    return all(not item.word and item.quote is None for item in sentence[report.rest :])


def ends_at(sentence: Sequence[Item], report: Report) -> bool:
    """Tell whether nothing but a time, place or occasion follows the clause in its sentence."""
    if report.rest >= len(sentence) or sentence[report.rest].norm in (".", ";", "!", "?"):
        return True
    return report.inverted or sentence[report.rest].norm in PAUSES


def _participle(words: Sequence[Item]) -> bool:
    """Tell whether words begin with a participle rather than a gerund that is a subject: "replacing her would be"."""
    return words[0].norm.endswith("ing") and not any(w.norm in MODALS | {"is", "was"} for w in words[1:6])


def relative_lead(sentence: Sequence[Item], report: Report) -> int | None:
    """Return the relative before a clause that interrupts it: "beams, which Quell said were old"."""
    rest = sentence[report.rest : report.rest + 2]
    led = report.first > 0 and sentence[report.first - 1].norm in ("which", "who", "that")
    verb = bool(rest) and has_finite(rest) and rest[0].norm not in SUBJECT_PRONOUNS and not rest[0].capital
    return report.first - 1 if led and verb and not report.that and report.cue.strength > Strength.QUOTED else None


def goes_on(sentence: Sequence[Item], start: int) -> bool:
    """Tell whether the words from ``start`` are the rest of a clause: a verb comes at once."""
    return any(has_finite((w,)) and not w.norm.endswith("ing") for w in sentence[start : start + 2])


def breaks_off(sentence: Sequence[Item], start: int, stop: int, *, requested: bool = False) -> int:
    """Return where the writer's own words go on: at a semicolon, or at ", but the town disagreed"."""
    for i in range(start + 1, stop):
        norm = sentence[i].norm
        following = sentence[i + 1].norm if i + 1 < stop else ""
        if (norm == ";" and following != "that") or (norm == "," and following in _CITING):
            return i
        if norm == "," and following in ("but", "although", "though") and _own(sentence, i + 2, stop):
            return i
        if norm == "," and following == "and" and _next_deed(sentence, i + 2, stop):
            return i
        if requested and norm in ("and", "but") and has_finite(sentence[i + 1 : i + 2]):
            return i
    return stop


def _next_deed(sentence: Sequence[Item], start: int, stop: int) -> bool:
    """Tell whether the speaker's next deed follows: "said the road was closed, and offered everyone a lift"."""
    words = sentence[start : min(start + 1, stop)]
    return any(finite(w.norm) and w.norm not in AUXILIARIES | MODALS | PRESENTS for w in words)


def _own(sentence: Sequence[Item], start: int, stop: int) -> bool:
    words = sentence[start : start + 12 if start + 12 < stop else stop]
    return bool(words) and words[0].norm not in ("that", "also") and clausal(words)


def main_clause(sentence: Sequence[Item], report: Report, stop: int) -> int:
    """Return the comma where the main clause begins after "While police said …,", else ``stop``."""
    before = sentence[report.first - 1].norm if report.first else ""
    embedded = (
        before in ("who", "which") or _after_relative(sentence, report) or (report.first <= 1 and report.cue.participle)
    )
    if report.cue.noun and not has_finite(sentence[: report.first]):
        return min(stop, _second_verb(sentence, report.rest, stop))
    if not embedded and not (report.first in (1, 2) and before in SUBORDINATORS):
        return stop
    for i in range(report.rest + 1, stop):
        following = sentence[i + 1].norm if i + 1 < stop else ""
        if sentence[i].norm == "," and following and following not in CONJUNCTIONS | RELATIVES | {"and", "or"}:
            return i
    return stop


def _after_relative(sentence: Sequence[Item], report: Report) -> bool:
    """Tell whether "who" stands right before the verb: "Quell, who also said it was late, went home"."""
    i = report.cue.first - 1
    while i > 0 and (adverbial(sentence[i].norm) or sentence[i].norm in AUXILIARIES):
        i -= 1
    return i >= 0 and sentence[i].norm in ("who", "which")


def _relative(between: Sequence[Item]) -> bool:
    return any(item.norm in ("who", "which") for item in between)


def _second_verb(sentence: Sequence[Item], start: int, stop: int) -> int:
    """Return the verb of "Quell's claim that it had been tested was wrong" that the claim is the subject of."""
    verbs = [i for i in range(start, stop) if sentence[i].norm in AUXILIARIES | MODALS]
    alone = [i for i in verbs if i > start and sentence[i - 1].norm not in AUXILIARIES | MODALS | RELATIVES]
    return alone[1] if len(alone) > 1 else stop


def trim_right(sentence: Sequence[Item], start: int, stop: int) -> int:
    """Return ``stop`` without marks and conjunctions that end the words."""
    while (
        stop > start
        and sentence[stop - 1].quote is None
        and (sentence[stop - 1].norm in LOOSE or sentence[stop - 1].norm in ("and", "but", "while", "as"))
    ):
        stop -= 1
    return stop
