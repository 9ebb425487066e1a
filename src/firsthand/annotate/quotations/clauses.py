"""What a reporting clause reports: the words before it, after it, or on both sides, and of which type they are.

A sentence is read from left to right. A clause that reports what follows stays open until the next reporting clause
that stands beside it; reporting clauses inside reported words are part of what is reported.
"""

from collections.abc import Sequence

from firsthand.annotate import phrases
from firsthand.annotate.cues import Strength, naming, needs_that, needs_verb, requesting, requesting_thing
from firsthand.annotate.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
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
    word_set,
)
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.quotations import reports
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.quotations.reports import Report
from firsthand.annotate.sentences import Item
from firsthand.model import QuotationType, Span

MIN_WORDS = 2  # a reported clause without marks has at least two words ("said so" reports nothing)
_STRESSED = word_set("stress emphasize emphasise underline underscore reiterate reaffirm")
_WEIGHTY = word_set("need importance necessity commitment readiness willingness support significance")
_OPENERS = word_set("the a an his her its their this these those there some no many most all both")
_DASHES = frozenset((",", "—", "–", "―", "-", "--"))
_LOOSE = frozenset((",", ";", "—", "–", "―", "-", "--", ":", ".", "!", "?", "...", "…"))


class Reader:
    """Reads one sentence: ``drafts`` holds the quotations found so far, by position."""

    def __init__(self, text: str, sentence: Sequence[Item]) -> None:
        self.text = text
        self.sentence = sentence
        self.drafts: list[Draft] = []
        self._open: tuple[Report, Phrase | None, int] | None = None
        self._free = 0  # items before this one are spoken for
        self._subject: Phrase | None = None

    def read(self) -> list[Draft]:
        """Return the quotations of the sentence."""
        for report in reports.find(self.sentence):
            subject = report.subject or self._inherited()
            if self._quoted_before(report, subject) or self._before(report, subject):
                continue
            self._after(report, subject)
        self._close(len(self.sentence))
        return self.drafts

    def _inherited(self) -> Phrase | None:
        return self._subject or phrases.first(self.sentence)

    # What stands before the clause.

    def _quoted_before(self, report: Report, subject: Phrase | None) -> bool:
        """Take “Words,” he said — and the second half of “words,” he said, “more words”."""
        at = self._last_before(report.first)
        if at is None or self.sentence[at].quote is None or report.cue.participle or self._claimed(at):
            return False
        if report.rest < len(self.sentence) and report.that:
            return False
        if not self._set_off(at, report):
            return False
        start = self._content_start(at)
        self._open = None
        direct = self._leads_in(start, at)
        fragments = [self._span(at if direct else start, at + 1)]
        rest = self._second_half(report)
        if rest < len(self.sentence) and (quote := self.sentence[rest].quote) and self._runs_on(at, report):
            fragments.append(Span(quote.inner_start, quote.inner_end))
            rest += 1
        self._emit("direct" if direct else "mixed", tuple(fragments), report, subject)
        self._free = max(rest, report.last + 1)
        return True

    def _set_off(self, at: int, report: Report) -> bool:
        """Whether the marked words are reported rather than part of the clause: "the “loopholes” he cited"."""
        quote = self.sentence[at].quote
        assert quote is not None
        paused = at + 1 < report.first or self.text[quote.inner_end - 1] in ",.?!—–-…"
        whole = self._content_start(at) >= at
        if not paused and not whole:
            return False
        title = not whole and self.sentence[at - 1].word and self.text[quote.inner_start].isupper()
        return not (title and _clausal(self.sentence[report.rest :]))

    def _claimed(self, at: int) -> bool:
        """Whether an open clause already introduces the quoted item directly: it said "words," he added."""
        if self._free > at:
            return True
        return self._open is not None and self._open[2] == at and self._open[0].cue.strength > Strength.QUOTED

    def _leads_in(self, start: int, at: int) -> bool:
        """Whether the quoted item is the whole of what is reported: nothing, or a lead-in, stands before it."""
        if start >= at:
            return True
        if not any(i.word for i in self.sentence[start:at]):
            return True
        quote = self.sentence[at].quote
        before = self.sentence[at - 1].norm
        return before == ":" or (before == "," and quote is not None and self.text[quote.inner_start].isupper())

    def _second_half(self, report: Report) -> int:
        """Return where marked words may go on: at once, or after ", referring to the vote,"."""
        s, rest = self.sentence, report.rest
        if rest + 1 < len(s) and s[rest].norm == "," and s[rest + 1].norm.endswith("ing"):
            quoted = next((i for i in range(rest + 2, len(s)) if s[i].quote), rest)
            return quoted if s[quoted - 1].norm == "," and s[rest + 1].norm not in ("adding", "saying") else rest
        return rest

    def _runs_on(self, at: int, report: Report) -> bool:
        quote = self.sentence[at].quote
        assert quote is not None
        between = self.sentence[report.last + 1 : report.rest]
        ended = self.text[quote.inner_end - 1] in ".!?"
        set_off = not any(i.word for i in between) or between[-1].norm in _DASHES or _timed(between)
        return not ended and set_off and all(i.norm not in _LOOSE - _DASHES for i in between)

    def _before(self, report: Report, subject: Phrase | None) -> bool:
        """Take "Words, he said." and "Words, according to him."."""
        stop = self._last_before(report.first)
        if stop is None or report.that or report.cue.strength == Strength.QUOTED:
            return False
        if report.cue.source_after:
            return self._sourced(report, subject, stop)
        if report.cue.head in ("find", "show"):
            return False
        if self.sentence[report.first - 1].norm not in (",", "—", "–", "--", "-") or report.cue.participle:
            return False
        if not self._ends_at(report) and not self._parenthetic(report):
            return False
        start = self._content_start(stop)
        words = self.sentence[start : stop + 1]
        if self.sentence[start].norm in SUBORDINATORS - {"as"}:
            return False
        fragments, end = [self._span(start, stop + 1)], stop + 1
        if self._parenthetic(report) and not has_finite(words):
            end = self._trim_right(report.rest, self._breaks_off(report.rest + 1, len(self.sentence)))
            fragments.append(self._span(report.last + 2, end))
        elif len(words) < 3 or not (has_finite(words) or any(w.quote for w in words)):
            return False
        self._open = None
        self._emit(self._type(start, end, report), tuple(fragments), report, subject)
        self._free = max(end, report.last + 1)
        return True

    def _sourced(self, report: Report, subject: Phrase | None, stop: int) -> bool:
        """Take the clause before "according to": unless it was reported by someone already, who then stays."""
        if self._open is not None or self._free > 0:
            self._close(report.first)
            self._free = report.last + 1
            return True
        start = self._content_start(stop)
        if not has_finite(self.sentence[start : stop + 1]) or self.sentence[start].norm in PREPOSITIONS - {"as"}:
            return False
        fragments = (self._span(start, stop + 1),)
        self._emit(self._type(start, stop + 1), fragments, report, subject)
        self._free = report.last + 1
        return True

    def _ends_at(self, report: Report) -> bool:
        """Whether nothing but a time, place or occasion follows the clause in its sentence."""
        if report.rest >= len(self.sentence) or self.sentence[report.rest].norm in (".", ";", "!", "?"):
            return True
        if report.inverted:
            return True
        following = self.sentence[report.rest]
        return following.norm == "," and not self._goes_on(report.rest + 1)

    def _goes_on(self, start: int) -> bool:
        """Whether the words from ``start`` are the rest of a clause that the reporting clause interrupted."""
        words = self.sentence[start : start + 3]
        return any(has_finite((w,)) and not w.norm.endswith("ing") for w in words[:2])

    def _parenthetic(self, report: Report) -> bool:
        at = report.last + 1
        return at < len(self.sentence) and self.sentence[at].norm == "," and self._goes_on(at + 1)

    def _content_start(self, stop: int) -> int:
        """Return where the words before a reporting clause begin: past what is taken, and past "Meanwhile,"."""
        start = self._free
        sentence = self.sentence
        while start < stop and (sentence[start].norm in _LOOSE or sentence[start].norm in ("and", "but", ")", "]")):
            start += 1
        comma = next((i for i in range(start, min(start + 4, stop)) if sentence[i].norm == ","), None)
        if comma is not None and self._adverbial(start, comma):
            start = comma + 1
        return start

    def _adverbial(self, start: int, comma: int) -> bool:
        words = self.sentence[start:comma]
        first = words[0].norm if words else ""
        return (
            bool(words)
            and not has_finite(words)
            and (
                adverbial(first)
                or first in TIMES
                or (first in PREPOSITIONS and len(words) <= 3)
                or first in CONJUNCTIONS
            )
        )

    def _last_before(self, first: int) -> int | None:
        """Return the last item before the clause that is no comma or dash, or None if nothing free is there."""
        i = first - 1
        while i >= self._free and self.sentence[i].quote is None and self.sentence[i].norm in _LOOSE:
            i -= 1
        return i if i >= self._free else None

    # What stands after the clause.

    def _after(self, report: Report, subject: Phrase | None) -> None:
        """Open a clause that reports what follows it, if something that can be reported does."""
        if not self._beside(report) or not self._complements(report):
            return
        self._close(report.first)
        self._subject = subject
        self._open = (report, subject, report.rest)

    def _beside(self, report: Report) -> bool:
        """Whether the clause stands beside the open one rather than inside what that reports."""
        if self._open is None:
            return report.first >= self._free
        before = self.sentence[report.first - 1].norm if report.first else ""
        if report.first <= self._open[2]:
            return False
        if report.subject is None:
            marked = report.rest < len(self.sentence) and self.sentence[report.rest].quote is not None
            return (report.cue.participle and before in (",", "—", "–")) or report.that or marked
        return (report.that and before in (",", "and", "but", ";", "while")) or before == ";"

    def _complements(self, report: Report) -> bool:
        rest = self.sentence[report.rest :]
        words = [i for i in rest if i.word or i.quote]
        if not words:
            return False
        cue = report.cue
        if rest[0].quote is not None:
            return True
        if requesting(cue.head) and self._requests(report):
            return True
        if cue.strength == Strength.QUOTED:
            return naming(cue.head) and self._near_quote(report.rest)
        if report.that:
            return len(words) >= MIN_WORDS
        if self.sentence[report.rest - 1].norm == ":" and cue.strength >= Strength.CLAUSE:
            return len(words) >= MIN_WORDS
        if cue.head in _STRESSED and any(w.norm in _WEIGHTY for w in rest[:3]):
            return True
        if rest[0].norm in ("to", "of", "as", ",", "so", "and", "but", "about", "if") or needs_that(cue.head):
            return self._near_quote(report.rest) and rest[0].norm != ","
        if len(words) < MIN_WORDS:
            return False
        if needs_verb(cue.head):
            return _surely_clausal(rest)
        return rest[0].norm in SUBJECT_PRONOUNS or _clausal(rest)

    def _requests(self, report: Report) -> bool:
        """Whether an infinitive follows: "urged them to leave", "vowed to stay"; "called for" needs none."""
        rest = self.sentence[report.rest : report.rest + 12]
        if requesting_thing(report.cue.head):
            return len(rest) > 2
        for i, item in enumerate(rest[:-1]):
            if item.norm == "to":
                return i > 0 or report.cue.head in ("vow", "pledge", "promise", "threaten", "ask")
            if item.quote is not None or item.norm in (",", ";", ":", ".") or has_finite((item,)):
                return False
        return False

    def _near_quote(self, start: int) -> bool:
        """Whether marked words follow within a few items, before the clause breaks off."""
        for item in self.sentence[start : start + 8]:
            if item.quote is not None:
                return True
            if item.norm in (",", ";", ".", ":"):
                return False
        return False

    def _close(self, stop: int) -> None:
        """End the open clause before item ``stop`` and keep what it reports."""
        if self._open is None:
            return
        report, subject, start = self._open
        self._open = None
        end = self._trim_right(
            start, self._main_clause(report, self._breaks_off(start, stop, requested=requesting(report.cue.head)))
        )
        if report.cue.strength == Strength.QUOTED and not (requesting(report.cue.head) and self._requests(report)):
            end = min(end, self._last_named(start, end) + 1)
        elif self.sentence[start].quote is not None and self._quote_alone(start, end):
            end = start + 1
        if end > start:
            self._emit(self._type(start, end), (self._span(start, end),), report, subject)
            self._free = end

    def _last_named(self, start: int, end: int) -> int:
        """Return the last marked item of "him “a liar” and “a fraud”"."""
        last = next((i for i in range(start, end) if self.sentence[i].quote), start)
        while last + 2 < end and self.sentence[last + 2].quote and self.sentence[last + 1].norm in ("and", "or", ","):
            last += 2
        return last

    def _breaks_off(self, start: int, stop: int, *, requested: bool = False) -> int:
        """Return where the writer's own words go on: at a semicolon, or at ", but the town disagreed"."""
        for i in range(start + 1, stop):
            norm = self.sentence[i].norm
            following = self.sentence[i + 1].norm if i + 1 < stop else ""
            if norm == ";" and following != "that":
                return i
            if norm == "," and following in ("but", "although", "though") and self._own(i + 2, stop):
                return i
            if norm == "," and following == "and" and self._next_deed(i + 2, stop):
                return i
            if requested and norm in ("and", "but") and has_finite(self.sentence[i + 1 : i + 2]):
                return i
        return stop

    def _next_deed(self, start: int, stop: int) -> bool:
        """Whether the speaker's next deed follows: "said the road was closed, and offered everyone a lift"."""
        words = self.sentence[start : min(start + 1, stop)]
        return any(finite(w.norm) and w.norm not in AUXILIARIES | MODALS | PRESENTS for w in words)

    def _main_clause(self, report: Report, stop: int) -> int:
        """Return the comma where the main clause begins after "While police said …,", else ``stop``."""
        s = self.sentence
        before = s[report.first - 1].norm if report.first else ""
        embedded = before in ("who", "which")  # "a man who police say fled, was found"
        if not embedded and not (report.first in (1, 2) and before in SUBORDINATORS):
            return stop
        for i in range(report.rest + 1, stop):
            if s[i].norm == "," and i + 1 < stop and s[i + 1].norm not in CONJUNCTIONS | RELATIVES | {"and", "or"}:
                return i
        return stop

    def _own(self, start: int, stop: int) -> bool:
        words = self.sentence[start : start + 12 if start + 12 < stop else stop]
        return bool(words) and words[0].norm not in ("that", "also") and _clausal(words)

    def _quote_alone(self, start: int, end: int) -> bool:
        """Whether the quoted item at ``start`` is all that is reported: a comma or a finished sentence ends it."""
        quote = self.sentence[start].quote
        assert quote is not None
        following = self.sentence[start + 1].norm if start + 1 < end else "."
        return self.text[quote.inner_end - 1] in ".!?," or following in _LOOSE

    def _trim_right(self, start: int, stop: int) -> int:
        while (
            stop > start
            and self.sentence[stop - 1].quote is None
            and (
                self.sentence[stop - 1].norm in _LOOSE or self.sentence[stop - 1].norm in ("and", "but", "while", "as")
            )
        ):
            stop -= 1
        return stop

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
        right = last.quote.inner_end if last.quote else last.end
        return Span(left, max(left, right))

    def _emit(self, kind: QuotationType, fragments: tuple[Span, ...], report: Report, subject: Phrase | None) -> None:
        s = self.sentence
        speaker = None if subject is None else Span(s[subject.first].start, s[subject.last].end)
        cue = Span(s[report.cue.first].start, s[report.cue.last].end)
        self._subject = subject or self._subject
        if all(len(f) for f in fragments):
            self.drafts.append(Draft(kind, fragments, speaker, cue, Span(s[0].start, s[-1].end)))


def _timed(between: Sequence[Item]) -> bool:
    return all(not i.word or adverbial(i.norm) or i.norm in TIMES for i in between)


def _surely_clausal(rest: Sequence[Item]) -> bool:
    """Tell whether the words are a clause beyond doubt: a noun phrase, then an auxiliary or marked words."""
    if not (rest[0].capital or rest[0].norm in _OPENERS or rest[0].norm in SUBJECT_PRONOUNS):
        return False
    for item in rest[1:16]:
        if (
            item.quote is not None
            or item.norm in AUXILIARIES - {"'s", "'d", "being", "been", "having"}
            or item.norm in MODALS
        ):
            return True
        if item.norm in RELATIVES or item.norm in (",", ";", ":", "to"):
            return False
    return False


def _clausal(rest: Sequence[Item]) -> bool:
    """Tell whether a verb comes soon enough for the words to be a clause rather than an object."""
    for i, item in enumerate(rest[:24]):
        if i and (item.norm in (";", ":") or item.norm in SUBORDINATORS):
            return False
        if i and (item.quote is not None or has_finite((item,))):
            return True
    return False
