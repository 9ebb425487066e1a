"""Whose words a clause reports that has another one around it or before it: one's, the other's, or nobody's."""

from collections.abc import Sequence

from firsthand.annotate import gazetteer, phrases
from firsthand.annotate.cues import Strength
from firsthand.annotate.grammar import word_set
from firsthand.annotate.quotations.reports import Report
from firsthand.annotate.sentences import Item

_EITHER = word_set("say tell ask")  # "added" and "went on" tell who: the one who has spoken
_HAD = word_set("had has have")
_FINDINGS = word_set("show find")  # what a study does, and a crane, which says nothing
_PAPERS = word_set(
    "report reports study studies poll polls polling survey surveys analysis data figures numbers average averages "
    "document documents records files letter email emails memo review audit census statistics research video footage "
    "transcript investigation inquiry it they"
)


def speaks(sentence: Sequence[Item], report: Report, *, within: bool) -> bool:
    """Tell whether a clause has somebody who says something.

    Within another's words a clause joined to the one before has no speaker of its own ("Quell said the port had lied
    and called Brand “a liar”"), and of things only papers show something, elsewhere all but “marked words”.
    """
    if report.subject is None:
        return not within or report.cue.participle or report.cue.source_after
    head = sentence[report.subject.last]
    if report.cue.head not in _FINDINGS or head.capital or head.norm in _PAPERS or gazetteer.role(head.norm):
        return True
    marked = report.rest < len(sentence) and sentence[report.rest].quote is not None
    return not (within or (marked and not report.that))


def says(report: Report) -> bool:
    """Tell whether a clause by itself says that words were said: not "found him “slick”", "called him “slick”"."""
    return report.cue.strength > Strength.QUOTED and report.cue.head not in _FINDINGS


def either(sentence: Sequence[Item], told: Report, start: int, report: Report) -> bool:
    """Tell whether a clause without a subject may be another's than who spoke before it.

    "Quell told the court that Brand had come in and said, “…”": ``start`` is where Quell's words begin.
    """
    if report.subject is not None or report.cue.participle or report.cue.head not in _EITHER or not told.that:
        return False
    words = sentence[start : report.first]
    who = phrases.first(words)
    if who is None or who.last + 1 >= len(words) or words[who.last + 1].norm not in _HAD:
        return False
    return words[who.last].capital or gazetteer.role(words[who.last].norm)
