"""Quotations that the layout attributes, not a reporting clause.

“We lost.” — Ada Quell, mayor         a dash and a name behind the words, or on the line below
And from Chairwoman Quell: “We lost.”   a lead-in that ends in a colon
We lost. — Ada Quell (@quell) March 3   an embedded post, which has no marks
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.annotate import marks, phrases
from firsthand.annotate.grammar import CONJUNCTIONS, DETERMINERS, adverbial, has_finite
from firsthand.annotate.layout import Paragraph
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations import labels, reports
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.sentences import Item
from firsthand.model import Span

_MIN_LED_IN = 20  # characters after a colon that are more than a title
_NAME = r"[A-Z][\w.'’-]{0,30}(?: (?:[A-Z][\w.'’-]{0,30}|of|the|de|van|von|al|bin|ibn)){0,6}"
_HANDLE = r"\s?\(@\w{1,30}\)[^\n]{0,40}"
_SIGNATURE = re.compile(
    rf"\s{{0,3}}(?:[—–―]|--?)\s{{0,2}}(?P<name>{_NAME})(?:(?P<post>{_HANDLE})|, [^.!?\n]{{2,100}})?\.?\s*$"
)
_POST = re.compile(rf"(?P<end>\s{{0,3}}[—–―]\s{{0,2}})(?P<name>{_NAME}){_HANDLE}\s*$")
_LINK = re.compile(r"(?:\s*(?:https?://\S{1,200}|pic\.\S{1,60}))+\s*$")


@dataclass(frozen=True, slots=True)
class Lead:
    """Who a paragraph that ends in a colon leads in, and the cue where it has one."""

    speaker: Span
    cue: Span | None
    sentence: Span


def signed(text: str, paragraph: Paragraph, regions: Sequence[Region]) -> list[Draft]:
    """Read “Words.” — Ada Quell, mayor of Orrin: a paragraph of marked words and a name."""
    if not regions or regions[0].start > paragraph.start or regions[-1].end - paragraph.start < 3:
        return []
    signature = signature_at(text, regions[-1].end, paragraph.end)
    between = (text[a.end : b.start] for a, b in pairwise(regions))
    if signature is None or any(part.strip() for part in between):
        return []
    return [_unreported(signature, tuple(marks.words(text, r) for r in regions), paragraph)]


def post(text: str, paragraph: Paragraph) -> list[Draft]:
    """Read an embedded post: its words, a dash, the writer's name and handle."""
    found = _POST.search(text, max(paragraph.start, paragraph.end - 160), paragraph.end)
    if found is None or found.start() <= paragraph.start:
        return []
    words = _without_links(text, Span(paragraph.start, found.start()))
    return [_unreported(Span(*found.span("name")), (words,), paragraph)] if len(words) else []


def signature_at(text: str, start: int, end: int, *, handle: bool = False) -> Span | None:
    """Return the name in "— Ada Quell, mayor" that is all of ``text[start:end]``; with ``handle`` only a post's."""
    found = _SIGNATURE.match(text, start, end)
    if found is None or (handle and found["post"] is None):
        return None
    known = found["post"] is not None or labels.known(found["name"])
    return Span(*found.span("name")) if known else None


def unsigned(text: str, paragraph: Paragraph, signature: Span) -> Draft:
    """Return the post that the paragraph before its signature is."""
    words = _without_links(text, Span(paragraph.start, paragraph.end))
    return _unreported(signature, (words,), paragraph)


def _without_links(text: str, span: Span) -> Span:
    links = _LINK.search(text, span.start, span.end)
    end = links.start() if links else span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _unreported(speaker: Span, words: tuple[Span, ...], paragraph: Paragraph) -> Draft:
    return Draft("direct", words, speaker, None, Span(paragraph.start, paragraph.end))


def led_in(text: str, sentence: Sequence[Item]) -> Draft | None:
    """Read "Marsk would have none of it: “That was rock.”": a colon and marks report without a cue."""
    if len(sentence) < 3 or (quote := sentence[-1].quote) is None or sentence[-2].norm != ":":
        return None
    speaker = introduced(sentence[:-1])
    if speaker is None or quote.inner_end - quote.inner_start < _MIN_LED_IN:
        return None
    return Draft("direct", (marks.words(text, quote),), speaker, None, Span(sentence[0].start, sentence[-1].end))


def introduced(sentence: Sequence[Item]) -> Span | None:
    """Return who a lead-in that ends in a colon is about: a person by name, "he" or "she"."""
    begin = _past_from(sentence)
    subject = phrases.first(sentence[begin:])
    if subject is None:
        return None
    first, last = begin + subject.first, begin + subject.last
    words = sentence[first : last + 1]
    if begin:  # "And from Chairwoman Ada Quell of the board:"
        last = first + next((i for i, w in enumerate(words) if not w.capital), len(words)) - 1
    elif not _person_like(words):
        return None
    return Span(sentence[first].start, sentence[last].end) if last >= first and sentence[first].capital else None


def _past_from(sentence: Sequence[Item]) -> int:
    """Return the item after "And from", "This from" or "Here is", 0 where a sentence begins otherwise."""
    i = 0
    while i < min(4, len(sentence)) and (
        sentence[i].norm in CONJUNCTIONS | {"this", "more", "here"} or adverbial(sentence[i].norm)
    ):
        i += 1
    led = i < len(sentence) and (
        sentence[i].norm == "from" or (sentence[i].norm in ("is", "'s") and sentence[0].norm == "here")
    )
    return i + 1 if led and not has_finite(sentence[i + 1 :]) else 0


def _person_like(words: Sequence[Item]) -> bool:
    """Tell whether a subject is "he", "she" or names alone: a report or a sign may lead in words that nobody said."""
    names = len(words) < 4 and all(w.capital and w.norm not in DETERMINERS for w in words)
    return names or words[0].norm in ("he", "she")


def lead(sentence: Sequence[Item]) -> Lead | None:
    """Return whom the last sentence of a paragraph leads in, if it ends in a colon."""
    if not sentence or sentence[-1].norm != ":":
        return None
    whole = Span(sentence[0].start, sentence[-1].end)
    for report in reversed(reports.find(sentence)):
        if report.rest >= len(sentence) and report.subject is not None:
            speaker = Span(sentence[report.subject.first].start, sentence[report.subject.last].end)
            return Lead(speaker, Span(sentence[report.cue.first].start, sentence[report.cue.last].end), whole)
    who = introduced(sentence) or _subject(sentence)
    return None if who is None else Lead(who, None, whole)


def _subject(sentence: Sequence[Item]) -> Span | None:
    subject = phrases.first(sentence)
    return None if subject is None else Span(sentence[subject.first].start, sentence[subject.last].end)
