"""Speech behind a dash at a paragraph's start, as Spanish and Russian print it, the reporting clause behind another.

—Es una locura —dijo Juan Halden—. No lo haremos.
— Мы пытались, — сказал Иван Петров. — Не вышло.

The clause has to begin with a verb of those languages: without one a dash leads in lists and signatures too.
"""

import re
from itertools import islice, pairwise

from firsthand import data
from firsthand.annotate import sentences
from firsthand.annotate.layout import Paragraph
from firsthand.annotate.quotations import foreign
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import Span

_DASH = re.compile(r"[—–―]")
_WORD = re.compile(r"\s?([^\W\d_]+)")
_MOST = 40  # dashes of a paragraph that are looked at
_LOOSE = " \t,.;:"
_KEPT = " \t,;:"  # at the end of the words, whose full stop is theirs


def spoken(text: str, paragraph: Paragraph) -> list[Draft]:
    """Return the words of a paragraph that begins with a dash and has a reporting clause behind another one."""
    if paragraph.kind != "body" or not _DASH.match(text, paragraph.start, paragraph.end):
        return []
    dashes = [m.start() for m in islice(_DASH.finditer(text, paragraph.start, paragraph.end), _MOST)]
    for at, after in pairwise([*dashes[1:], paragraph.end]):
        found = _WORD.match(text, at + 1, after)
        if found is not None and data.foreign_cues().get(found[1].lower()):
            return _draft(text, paragraph, at, Span(*found.span(1)), after)
    return []


def _draft(text: str, paragraph: Paragraph, at: int, verb: Span, after: int) -> list[Draft]:
    clause = sentences.items(text, verb.start, after, ())
    cue = foreign.verb(clause[0].norm)
    named, _, _ = foreign.speaker(clause, cue)
    parts = (_trimmed(text, paragraph.start + 1, at), _trimmed(text, after + 1, paragraph.end))
    fragments = tuple(part for part in parts if len(part))
    if not fragments or fragments[0].start > at:
        return []
    speaker = None if named is None else Span(clause[named.first].start, clause[named.last].end)
    return [Draft("direct", fragments, speaker, verb, Span(paragraph.start, paragraph.end))]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in _KEPT:
        end -= 1
    return Span(start, max(start, end))
