"""Reporting clauses: a cue with its speaker, and the block of items that the two take up in the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand import data
from firsthand.annotate import cues, phrases
from firsthand.annotate.appositions import MAX_WORDS
from firsthand.annotate.cues import Cue, Strength
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.quotations import complements, foreign, sources, subjects
from firsthand.annotate.sentences import Item

_SAYING = frozenset(("saying", "telling", "stating"))
_LED_IN = frozenset((":", ","))


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause: items ``first``…``last`` of its sentence (both in), speaker unknown if ``subject`` is None.

    ``rest`` is the first item of what may be its complement on the right; ``that`` tells whether "that" leads in.
    """

    cue: Cue
    subject: Phrase | None
    first: int
    last: int
    rest: int
    that: bool = False

    @property
    def inverted(self) -> bool:
        """Whether the speaker stands after the cue."""
        return self.subject is not None and self.subject.first > self.cue.last


def find(sentence: Sequence[Item]) -> list[Report]:
    """Return the reporting clauses of a sentence from left to right."""
    out: list[Report] = []
    for cue in _cues(sentence):
        if out and cue.first <= out[-1].last:
            continue
        report = _report(sentence, cue)
        if report is not None:
            out.append(report)
    return out


def _cues(sentence: Sequence[Item]) -> list[Cue]:
    """Return the cues of a sentence; those of other languages where marked words stand in it."""
    english = cues.find(sentence)
    if not any(item.quote is not None for item in sentence):
        return english
    verbs = data.foreign_cues()
    taken = {i for cue in english for i in range(cue.first, cue.last + 1)}
    others = [foreign.cue_at(sentence, i) for i, item in enumerate(sentence) if item.norm in verbs and i not in taken]
    return sorted([*english, *(cue for cue in others if cue is not None)], key=lambda cue: cue.first)


def _report(sentence: Sequence[Item], cue: Cue) -> Report | None:
    if cue.foreign:
        named, last, rest = foreign.speaker(sentence, cue)
        return Report(cue, named, cue.first, last, rest)
    if cue.source_after:
        return _source(sentence, cue)
    if cue.noun:
        return _claim(sentence, cue)
    if cue.head in ("quote", "cite"):
        return _relayed(sentence, cue) or _verb(sentence, cue)
    return _passive(sentence, cue) or _verb(sentence, cue)


def _source(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "according to" and the phrase that follows it, up to the comma that ends the phrase."""
    subject = phrases.after(sentence, cue.last)
    if subject is None:
        return None
    subject = subjects.named_after_role(sentence, subject)
    last = subject.last
    while (
        last + 1 < len(sentence)
        and sentence[last + 1].norm not in (",", ";", ":", ".")
        and not sentence[last + 1].quote
    ):
        last += 1
    last = sources.past_citing(sentence, last)
    rest = last + 1
    while rest < len(sentence) and sentence[rest].norm in _LED_IN:
        rest += 1
    return Report(cue, subject, cue.first, last, rest)


def _claim(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "the mayor's claim that …"."""
    mark = cue.first - 1 if not sentence[cue.first - 1].word else cue.first - 2  # "the mayor's earlier claim"
    subject = subjects.owner(sentence, mark - 1) if mark else None
    return None if subject is None else Report(cue, subject, subject.first, cue.last, cue.last + 2, that=True)


def _verb(sentence: Sequence[Item], cue: Cue) -> Report | None:
    if (first := _said_first(sentence, cue)) is not None:
        return first
    left = subjects.before(sentence, cue)
    turned = subjects.turned(sentence, cue, left)
    if turned is not None:
        last = turned.edge
        return Report(cue, turned, cue.first, last, complements.begins(sentence, last, cue)[0])
    if left is None and not subjects.joined(sentence, cue):
        left = subjects.distant(sentence, cue)
        if left is None:
            return None
    if left is not None and not subjects.asserts(sentence, left, cue):
        return None
    if sentence[cue.last].norm == "told" and not any(item.word for item in sentence[cue.last + 1 :]):
        return None  # "'It was late', inquiry told": it was told, and by whom is left out
    first_item = cue.first if left is None else min(left.first, left.edge)
    rest, that = complements.begins(sentence, cue.last, cue)
    if _as(sentence, first_item):
        return _comparing(sentence, Report(cue, left, first_item - 1, cue.last, rest, that))
    return Report(cue, left, first_item, cue.last, rest, that)


def _said_first(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "Said Ada Quell: …" at the head of a sentence."""
    if cue.first or cue.participle or sentence[0].norm == cue.head:
        return None
    right = phrases.after(sentence, cue.last)
    at = len(sentence) if right is None else right.edge + 1
    if at + 1 >= len(sentence) or sentence[at].norm not in _LED_IN or sentence[at + 1].quote is None:
        return None
    return Report(cue, right, cue.first, at - 1, at + 1)


def _as(sentence: Sequence[Item], first: int) -> bool:
    """Tell whether "as" leads the clause in and nothing but a pause stands before it: "As Quell said, …"."""
    i = first - 1
    return i >= 0 and sentence[i].norm == "as" and (i == 0 or sentence[i - 1].norm in subjects.PAUSES)


def _comparing(sentence: Sequence[Item], report: Report) -> Report | None:
    """Take the comma that ends "as Quell pointed out," for the start of what was said; without one it is no report."""
    at = report.cue.last + 1
    while at < len(sentence) and sentence[at].word and at < report.rest:
        at += 1
    if at < len(sentence) and sentence[at].norm not in (",", ".", ";", "—", "–"):
        return None
    return replace(report, last=at - 1, rest=at + 1 if report.first == 0 else at, that=report.first == 0)


def _relayed(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "the agency quoted the mayor as saying …": the mayor speaks, whoever quotes only passes it on."""
    end = min(len(sentence), cue.last + 2 + MAX_WORDS)
    at = next((i for i in range(cue.last + 2, end - 1) if sentence[i].norm == "as"), None)
    if at is None or cue.participle or sentence[at + 1].norm not in _SAYING:
        return None
    stop = at - 1 if sentence[at - 1].norm == "," else at
    speaker = Phrase(cue.last + 1, stop - 1, cue.last + 1)
    comma = next((i for i in range(speaker.first, stop) if sentence[i].norm == ","), None)
    if comma is not None and comma > speaker.first:
        speaker = subjects.named_after_role(sentence, Phrase(speaker.first, comma - 1, speaker.first))
    if any(not item.word and item.norm not in ("'s", "’", "'") for item in sentence[speaker.first : speaker.last + 1]):
        return None
    quoting = phrases.before(sentence, cue.first)
    return _saying(sentence, cue, at + 1, speaker, cue.first if quoting is None else quoting.first)


def _passive(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "the mayor was quoted by Reuters as saying …" and "the mayor was reported to have said …"."""
    i = cue.first - 1
    by = sentence[i].norm == "as" and sentence[cue.first].norm in _SAYING if i > 0 else False
    if not by and not (i > 2 and sentence[i].norm == "have" and sentence[i - 1].norm == "to"):
        return None
    verb = next((k for k in range(i - 1, max(0, i - 10), -1) if sentence[k].norm in _PASSED_ON), None)
    if verb is None or (by and verb == i - 1) or any(s.norm in (",", ";") or s.quote for s in sentence[verb:i]):
        return None
    speaker = phrases.before(sentence, verb)
    return None if speaker is None else _saying(sentence, cue, cue.first, speaker, speaker.first)


_PASSED_ON = frozenset(("quoted", "cited", "reported", "said", "alleged", "believed", "heard", "recorded"))


def _saying(sentence: Sequence[Item], cue: Cue, at: int, speaker: Phrase, first: int) -> Report:
    saying = replace(cue, first=at, last=at, head="say", strength=Strength.SAY, participle=False)
    rest, that = complements.begins(sentence, at, saying)
    return Report(saying, speaker, first, at, rest, that)
