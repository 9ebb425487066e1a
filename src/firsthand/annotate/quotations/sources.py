"""Whom an outlet cites: in "Reuters reported, citing a source" the source speaks, and the words came by Reuters."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.annotate import gazetteer, outlets, phrases
from firsthand.annotate.grammar import SUBJECT_PRONOUNS, word_set
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.quotations import subjects
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.sentences import Item
from firsthand.model import Span

_NEAR = len("the Norvanian news agency ")  # characters of a mention before the outlet's name
_CITING = frozenset(("citing", "quoting"))
_CITED = frozenset(("cited", "quoted", "cites", "quotes"))
_UNNAMED = word_set("unnamed unidentified undisclosed anonymous")
_SPEAKERS = word_set(
    "source sources official officials person people diplomat diplomats aide aides witness witnesses police document "
    "documents report letter memo statement spokesman spokeswoman spokesperson ministry government military media"
)


def rooted(text: str, sentence: Sequence[Item], found: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence; those that an outlet reports have whom it cites for their speaker."""
    at = next((i for i in range(len(sentence)) if _cites(sentence, i)), None) if found else None
    if at is None or any(d.start <= sentence[at].start < d.end and len(d.fragments) == 1 for d in found):
        return list(found)
    cited = _cited(sentence, at)
    if cited is None:
        return list(found)
    speaker = Span(sentence[cited.first].start, sentence[cited.last].end)
    cue = Span(sentence[at].start, sentence[at].end)
    return [replace(d, speaker=speaker, cue=cue) if is_outlet(text, d.speaker) else d for d in found]


def past_citing(sentence: Sequence[Item], last: int) -> int:
    """Return the end of an outlet's phrase that ends at ``last``: whom it cites, set off by commas, is part of it."""
    start = last + 2
    if (
        start + 1 >= len(sentence)
        or sentence[last + 1].norm != ","
        or not any(_cites(sentence, i) for i in (start, start + 1))
    ):
        return last
    ends = (i for i in range(start + 1, len(sentence)) if sentence[i].norm in (",", ".", ";") or sentence[i].quote)
    return next(ends, len(sentence)) - 1


def _cites(sentence: Sequence[Item], at: int) -> bool:
    """Tell whether "citing", or "cited" behind "which", is at an item."""
    norm = sentence[at].norm
    return norm in _CITING or (norm in _CITED and at > 0 and sentence[at - 1].norm in ("which", "who"))


def is_outlet(text: str, speaker: Span | None) -> bool:
    """Tell whether a mention is an outlet's: "the Norda news agency", not "a reporter for Norda"."""
    outlet = None if speaker is None else outlets.first(text, speaker.start, speaker.end)
    return outlet is not None and speaker is not None and outlet.start - speaker.start <= _NEAR


def named(mention: str) -> bool:
    """Tell whether a mention within another's words names who speaks: no pronoun, and no state, which rather acts."""
    return mention.lower() not in SUBJECT_PRONOUNS | {"who"} and gazetteer.country(mention) is None


def _cited(sentence: Sequence[Item], at: int) -> Phrase | None:
    """Return whom "citing" names; "citing safety concerns" names nobody."""
    last = at + 1 if at + 1 < len(sentence) and sentence[at + 1].norm in _UNNAMED else at
    found = phrases.after(sentence, last)
    if found is None:
        return None
    found = subjects.named_after_role(sentence, found)
    head = sentence[found.last]
    if head.capital or gazetteer.role(head.norm):
        return found
    known = [i for i in range(found.first, found.last + 1) if sentence[i].norm in _SPEAKERS]
    return Phrase(found.first, known[-1], known[-1]) if known else None  # "a source close to the talks"
