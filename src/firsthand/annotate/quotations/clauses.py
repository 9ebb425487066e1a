"""What a reporting clause reports: the words before it, after it, or on both sides, and of which type they are.

A sentence is read from left to right. A clause that reports what follows stays open until the next reporting clause
that stands beside it; reporting clauses inside reported words are read as quotations within them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.annotate import marks, phrases
from firsthand.annotate.cues import Strength, requesting
from firsthand.annotate.grammar import PREPOSITIONS, has_finite, word_set
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.quotations import borders, complements, quoted, reports, sources, whose
from firsthand.annotate.quotations.borders import LOOSE, PAUSES
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.quotations.reports import Report
from firsthand.annotate.sentences import Item
from firsthand.model import QuotationType, Span

_CONTRASTS = word_set("but although though while whereas")
_WHOLE = 5  # so many words that a clause ends a sentence with are one, though no list has their verb
_BEFORE_PARTICIPLES = word_set("for after before by")
_LEAD = 30  # characters between an outlet's "reported that" and who said it: "the mayor, Ada Quell"


@dataclass(frozen=True, slots=True)
class _Open:
    """A clause that reports what follows it from item ``start`` on; ``lead`` is a relative before the clause."""

    report: Report
    subject: Phrase | None
    start: int
    lead: int | None = None


class Reader:
    """Reads one sentence. ``within`` tells that it is reported itself, so that nothing deeper is read."""

    def __init__(self, text: str, sentence: Sequence[Item], *, within: bool = False) -> None:
        self.text = text
        self.sentence = sentence
        self.within = within
        self.drafts: list[Draft] = []
        self._open: _Open | None = None
        self._free = 0  # items before this one are spoken for
        self._subject: Phrase | None = None
        self._inner = 0  # reporting clauses seen inside the open one's words

    def read(self) -> list[Draft]:
        """Return the quotations of the sentence, one within another before it."""
        for report in reports.find(self.sentence):
            if not whose.speaks(self.sentence, report, within=self.within):
                continue
            subject = report.subject or self._inherited(report)
            if self._quoted_before(report, subject) or self._before(report, subject):
                continue
            self._after(report, subject)
        self._close(len(self.sentence))
        return self.drafts

    def _inherited(self, report: Report) -> Phrase | None:
        if report.cue.foreign:
            return None
        if report.first <= 1 and report.cue.participle:  # "Saying that it was late, Quell left."
            comma = next((i for i, item in enumerate(self.sentence) if item.norm == ","), len(self.sentence) - 1)
            return phrases.after(self.sentence, comma)
        return self._subject or phrases.first(self.sentence)

    # What stands before the clause.

    def _quoted_before(self, report: Report, subject: Phrase | None) -> bool:
        """Take “Words,” he said — and the second half of “words,” he said, “more words”."""
        at = self._last_before(report.first)
        if at is None or self.sentence[at].quote is None or report.cue.participle or self._claimed(at):
            return False
        if report.rest < len(self.sentence) and report.that:
            return False
        if report.cue.source_after and self._open is not None and whose.says(self._open.report):
            return False  # "Quell said it was “old,” according to …": they are within what Quell said
        start = borders.content_start(self.sentence, self._free, at)
        if not quoted.set_off(self.text, self.sentence, start, at, report):
            return False
        self._open = None
        direct = quoted.leads_in(self.text, self.sentence, start, at)
        fragments = [self._span(at if direct else start, at + 1)]
        rest = quoted.second_half(self.sentence, report)
        runs_on = quoted.runs_on(self.text, self.sentence, at, report)
        if rest < len(self.sentence) and (quote := self.sentence[rest].quote) and runs_on:
            fragments.append(marks.words(self.text, quote))
            rest += 1
        self._emit("direct" if direct else "mixed", tuple(fragments), report, subject)
        self._free = max(rest, report.last + 1)
        return True

    def _claimed(self, at: int) -> bool:
        """Whether an open clause already introduces the quoted item directly: it said "words," he added."""
        if self._free > at:
            return True
        return (
            self._open is not None
            and self._open.start == at
            and (self._open.report.cue.strength > Strength.QUOTED or bool(self._open.report.cue.foreign))
        )

    def _before(self, report: Report, subject: Phrase | None) -> bool:
        """Take "Words, he said.", "Words, according to him." and "Words, he said, and words"."""
        stop = self._last_before(report.first)
        if stop is None or report.cue.strength == Strength.QUOTED:
            return False
        if report.that:
            return self._announced(report, subject, stop)
        if self._open is not None and report.first > self._open.start + 1 and self._trails(report):
            self._close(report.first)  # "Quell said it was late, Reuters reported."
            return True
        if report.cue.source_after:
            return self._sourced(report, subject, stop)
        if self.sentence[report.first - 1].norm not in PAUSES or report.cue.participle:
            return False
        if report.cue.head in ("find", "show"):
            return False
        start = borders.content_start(self.sentence, self._free, stop)
        if self.sentence[stop].norm in ("which", "who"):
            start = stop  # ", which, she said, was late"
        words = self.sentence[start : stop + 1]
        second = borders.second_part(self.sentence, report, words)
        whole = borders.complete(words) or (len(words) >= _WHOLE and borders.ends_sentence(self.sentence, report))
        if second is None and not (borders.ends_at(self.sentence, report) and whole):
            return False
        self._take(report, subject, start, stop + 1, second)
        return True

    def _announced(self, report: Report, subject: Phrase | None, stop: int) -> bool:
        """Take "It is not true, she said, that it fell": what is said of the clause with "that" is said by her too."""
        start = borders.content_start(self.sentence, self._free, stop)
        that = None if self._open is not None else borders.announced(self.sentence, report, start, stop)
        if that is not None:
            self._take(report, subject, start, stop + 1, that)
        return that is not None

    def _trails(self, report: Report) -> bool:
        """Whether an outlet's clause ends the sentence: it passes on what was said before."""
        if report.cue.source_after or report.cue.participle or self.sentence[report.first - 1].norm not in PAUSES:
            return False
        return borders.ends_at(self.sentence, report) and sources.is_outlet(self.text, self._mention(report.subject))

    def _take(self, report: Report, subject: Phrase | None, start: int, stop: int, second: int | None) -> None:
        """Keep the words before a clause, and those after it where they go on."""
        fragments, end = [self._span(start, stop)], stop
        if second is not None:
            limit = borders.breaks_off(self.sentence, second, len(self.sentence))
            if self.sentence[start].norm in ("which", "who"):
                limit = next((i for i in range(second, limit) if self.sentence[i].norm == ","), limit)
            end = borders.trim_right(self.sentence, second, limit)
            fragments.append(self._span(second, end))
            if borders.adverbial_lead(self.sentence[start:stop]):
                start, fragments = second, fragments[1:]
        self._open = None
        self._emit(self._type(start, end, report), tuple(fragments), report, subject)
        self._free = max(end, report.last + 1)

    def _sourced(self, report: Report, subject: Phrase | None, stop: int) -> bool:
        """Take the clause before "according to": unless it was reported by someone already, who then stays."""
        if self._open is not None and report.first <= self._open.start:
            self._inner += 1
            return True  # "said that, according to the mayor, …": within what is said
        if self._open is not None or self._free > 0:
            self._close(report.first)
            self._free = report.last + 1
            return True
        start = borders.content_start(self.sentence, self._free, stop)
        words = self.sentence[start : stop + 1]
        after = report.last + 2
        if not has_finite(words) and self.sentence[report.first - 1].norm in PAUSES and after < len(self.sentence):
            if self.sentence[after - 1].norm not in PAUSES or not borders.goes_on(self.sentence, after):
                return False
            self._take(report, subject, start, stop + 1, after)
            return True
        whole = has_finite(words) or (len(words) >= _WHOLE and borders.ends_sentence(self.sentence, report))
        if not whole or self.sentence[start].norm in PREPOSITIONS - {"as"}:
            return False
        self._take(report, subject, start, stop + 1, None)
        return True

    def _last_before(self, first: int) -> int | None:
        """Return the last item before the clause that is no comma or dash, or None if nothing free is there."""
        i = first - 1
        while i >= self._free and self.sentence[i].quote is None and self.sentence[i].norm in LOOSE:
            i -= 1
        return i if i >= self._free else None

    # What stands after the clause.

    def _after(self, report: Report, subject: Phrase | None) -> None:
        """Open a clause that reports what follows it, if something that can be reported does."""
        lead = borders.relative_lead(self.sentence, report)
        if lead is None and not complements.reportable(self.sentence, report.rest, report.cue, that=report.that):
            return
        if not self._beside(report):
            self._inner += 1
            return
        if quoted.title(self.text, self.sentence, report):
            return
        if self._open is not None and whose.either(self.sentence, self._open.report, self._open.start, report):
            subject = None
        self._close(report.first)
        self._subject = subject
        self._open = _Open(report, subject, quoted.past_as(self.sentence, report.rest), lead)

    def _beside(self, report: Report) -> bool:
        """Whether the clause stands beside the open one rather than inside what that reports."""
        if self._open is None:
            return report.first >= self._free
        if report.first <= self._open.start or report.cue.noun:
            return False
        before = self.sentence[report.first - 1].norm
        earlier = self.sentence[report.first - 2].norm
        if before == ";" or (before in _CONTRASTS | {"and"} and earlier in PAUSES | {";"}):
            return True
        if self._open.report.cue.noun and before == ",":
            return True  # "Asked about his claim that it held, Quell said …"
        if report.subject is None:
            if before in _BEFORE_PARTICIPLES:
                return False
            marked = report.rest < len(self.sentence) and self.sentence[report.rest].quote is not None
            joined = before in ("and", "but") and report.cue.strength == Strength.SAY
            return (report.cue.participle and before in (",", "—", "–")) or report.that or marked or joined
        return report.that and before in (",", "and", "but", ";", "while")

    def _close(self, stop: int) -> None:
        """End the open clause before item ``stop`` and keep what it reports."""
        if self._open is None:
            return
        opened, self._open = self._open, None
        end = self._end(opened, stop)
        if end <= opened.start:
            return
        fragments = [self._span(opened.start, end)]
        if opened.lead is not None:
            fragments.insert(0, self._span(opened.lead, opened.lead + 1))
        inner = self._within(opened.start, end) if self._inner else []
        self._inner, self._free = 0, end
        if inner and self._passes_on(opened, inner[0]):
            self.drafts += (replace(draft, sentence=self._whole(), inner=False) for draft in inner)
            return
        self.drafts += inner
        self._emit(self._type(opened.start, end), tuple(fragments), opened.report, opened.subject)

    def _end(self, opened: _Open, stop: int) -> int:
        """Return the item before which the words of an open clause end."""
        report, start, s = opened.report, opened.start, self.sentence
        asked = requesting(report.cue.head)
        end = borders.main_clause(s, report, borders.breaks_off(s, start, stop, requested=asked))
        if opened.lead is not None:
            end = next((i for i in range(start, end) if s[i].norm == ","), end)
        end = borders.trim_right(s, start, end)
        if report.cue.strength == Strength.QUOTED and not (asked and complements.requests(s, start, report.cue)):
            return min(end, quoted.last_named(s, start, end) + 1)
        if s[start].quote is not None and end > start and quoted.alone(self.text, s, start, end):
            return start + 1
        return end

    def _within(self, start: int, end: int) -> list[Draft]:
        """Return what the reported words say that somebody else said; only who is named can be told there."""
        if self.within or (start == 0 and end == len(self.sentence)):
            return []
        found = Reader(self.text, self.sentence[start:end], within=True).read()
        return [d.nested() for d in found if d.speaker and sources.named(d.speaker.of(self.text))]

    def _passes_on(self, opened: _Open, inner: Draft) -> bool:
        """Whether an outlet only passes on what another said: "Reuters reported that Quell said …"."""
        begun = self.sentence[opened.start].start + _LEAD
        outlet = sources.is_outlet(self.text, self._mention(opened.subject))
        return outlet and inner.speaker is not None and inner.speaker.start < begun

    # Building.

    def _type(self, start: int, end: int, inside: Report | None = None) -> QuotationType:
        row = self.sentence[start:end]
        if inside is not None:
            row = [w for i, w in enumerate(row, start) if not inside.first <= i <= inside.last]
        if not any(i.quote is not None for i in row):
            return "indirect"
        return "mixed" if any(i.word for i in row) else "direct"

    def _span(self, start: int, end: int) -> Span:
        first, last = self.sentence[start], self.sentence[end - 1]
        left = first.quote.inner_start if first.quote else first.start
        right = marks.words(self.text, last.quote).end if last.quote else last.end
        return Span(left, max(left, right))

    def _emit(self, kind: QuotationType, fragments: tuple[Span, ...], report: Report, subject: Phrase | None) -> None:
        s = self.sentence
        cue = Span(s[report.cue.first].start, s[report.cue.last].end)
        self._subject = subject or self._subject
        if all(len(f) for f in fragments):
            self.drafts.append(Draft(kind, fragments, self._mention(subject), cue, self._whole()))

    def _mention(self, subject: Phrase | None) -> Span | None:
        return None if subject is None else Span(self.sentence[subject.first].start, self.sentence[subject.last].end)

    def _whole(self) -> Span:
        return Span(self.sentence[0].start, self.sentence[-1].end)
