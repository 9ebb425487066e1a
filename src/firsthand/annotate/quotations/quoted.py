"""Marked words beside a reporting clause: whether they are what it reports, and how far they go."""

from collections.abc import Sequence

from firsthand.annotate.grammar import TIMES, adverbial, word_set
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations.borders import LOOSE, PAUSES
from firsthand.annotate.quotations.complements import clausal
from firsthand.annotate.quotations.reports import Report
from firsthand.annotate.sentences import Item

_WORKS = word_set("write read sing recite pen publish record perform")  # verbs whose marked words may be a title


def set_off(text: str, sentence: Sequence[Item], start: int, at: int, report: Report) -> bool:
    """Tell whether marked words before a clause are reported rather than part of it: "the “loopholes” he cited"."""
    quote = region(sentence, at)
    paused = at + 1 < report.first or text[quote.inner_end - 1] in ",.?!—–-…"
    whole = start >= at
    if not paused and not whole:
        return False
    title = not whole and sentence[at - 1].word and text[quote.inner_start].isupper()
    return not (title and clausal(sentence[report.rest :]))


def leads_in(text: str, sentence: Sequence[Item], start: int, at: int) -> bool:
    """Tell whether the marked words are the whole of what is reported: nothing, or a lead-in, stands before them."""
    if start >= at or not any(i.word for i in sentence[start:at]):
        return True
    before = sentence[at - 1].norm
    return before == ":" or (before == "," and text[region(sentence, at).inner_start].isupper())


def second_half(sentence: Sequence[Item], report: Report) -> int:
    """Return where marked words may go on: at once, or after ", referring to the vote,"."""
    rest = report.rest
    if rest + 2 < len(sentence) and sentence[rest].norm == "," and sentence[rest + 1].norm in ("and", "but"):
        return rest + 2 if sentence[rest + 2].quote else rest
    if rest + 1 < len(sentence) and sentence[rest].norm == "," and sentence[rest + 1].norm.endswith("ing"):
        quoted = next((i for i in range(rest + 2, len(sentence)) if sentence[i].quote), rest)
        goes_on = sentence[quoted - 1].norm == "," and sentence[rest + 1].norm not in ("adding", "saying")
        return quoted if goes_on else rest
    return rest


def runs_on(text: str, sentence: Sequence[Item], at: int, report: Report) -> bool:
    """Tell whether the marked words at ``at`` may go on after the clause: they ended no sentence."""
    between = sentence[report.last + 1 : report.rest]
    ended = text[region(sentence, at).inner_end - 1] in ".!?"
    apart = not any(i.word for i in between) or between[-1].norm in PAUSES or _timed(between)
    return not ended and apart and all(i.norm not in LOOSE - PAUSES for i in between)


def _timed(between: Sequence[Item]) -> bool:
    return all(not i.word or adverbial(i.norm) or i.norm in TIMES for i in between)


def title(text: str, sentence: Sequence[Item], report: Report) -> bool:
    """Tell whether the marked words after a cue are a work's title: wrote “The Long Way Home”."""
    quote = sentence[report.rest].quote
    if quote is None or report.cue.head not in _WORKS or report.rest != report.last + 1:
        return False
    words = text[quote.inner_start : quote.inner_end].split()
    return words[-1][-1] not in ".!?," and all(w[:1].isupper() or len(w) < 4 for w in words)


def past_as(sentence: Sequence[Item], start: int) -> int:
    """Return the marked words of "a blast that the mayor described as “deliberate”", else ``start``."""
    marked = sentence[start].norm == "as" and start + 1 < len(sentence) and sentence[start + 1].quote is not None
    return start + 1 if marked else start


def last_named(sentence: Sequence[Item], start: int, end: int) -> int:
    """Return the last marked item of "him “a liar” and “a fraud”"."""
    last = next((i for i in range(start, end) if sentence[i].quote), start)
    while last + 2 < end and sentence[last + 2].quote and sentence[last + 1].norm in ("and", "or", ","):
        last += 2
    return last


def alone(text: str, sentence: Sequence[Item], start: int, end: int) -> bool:
    """Tell whether the marked words at ``start`` are all that is reported: a comma or a finished sentence ends them."""
    following = sentence[start + 1].norm if start + 1 < end else "."
    return text[region(sentence, start).inner_end - 1] in ".!?," or following in LOOSE


def region(sentence: Sequence[Item], at: int) -> Region:
    """Return the marked words that item ``at`` is."""
    found = sentence[at].quote
    assert found is not None
    return found
