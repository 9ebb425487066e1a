"""The chain by which words came: outlets that a sentence names between the speaker and the reader.

"Was quoted as saying by the Norda news agency", ", according to Reuters", "Reuters reports, citing Interfax". Nearest
to the reader first. Words said *to* an outlet ("told Reuters") are an interview, not a chain.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.annotate import outlets
from firsthand.annotate.outlets import Outlet
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import Span

_REACH = 160  # characters after the words that announce an outlet
# Announces an outlet after it. "Told" is no part of it.
_AHEAD = re.compile(
    r"\b(?:according to|(?:was |were |been |being )?(?:quoted|cited)(?: as (?:saying|telling|stating))? (?:\w+ )?by"
    r"|as (?:reported|cited|quoted) by|citing|as reported on|reported by|(?:saying|reports?|reported) by|via)\s+",
    re.IGNORECASE,
)
_RELAYED = r"(?:reports?|reported|has reported|said|says|writes|wrote|quoted|quotes|cited|cites)\b"
_BORDER = re.compile(r"[,;:.!?](?=\s|$)|[\"“”«»]|\b(?:that|which|who)\b")


class Link(NamedTuple):
    """An outlet of a chain and the span of the words that name it as one, "according to Reuters"."""

    outlet: Outlet
    start: int
    end: int


def links(text: str, start: int, end: int) -> list[Link]:
    """Return the outlets that ``text[start:end]`` names as where the words came from, in text order."""
    found = {link.outlet.start: link for link in (*_announced(text, start, end), *_relaying(text, start, end))}
    return [found[at] for at in sorted(found)]


def via(text: str, draft: Draft, speaker: str | None, quoted: Sequence[Span]) -> tuple[str, ...]:
    """Return the chain of a quotation, nearest first, from its sentence without the words that it quotes."""
    names: list[str] = []
    for start, end in outside(draft.sentence, quoted):
        for link in links(text, start, end):
            cites = text[link.start : link.end].lower().startswith(("citing", "via"))
            names.insert(len(names) if cites else 0, link.outlet.name)
    unique = dict.fromkeys(name for name in names if speaker is None or name.lower() != speaker.lower())
    return tuple(unique)


def outside(sentence: Span, quoted: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that are no quoted words; ``quoted`` is sorted."""
    cursor = sentence.start
    for span in quoted:
        if span.start > cursor:
            yield (cursor, span.start)
        cursor = max(cursor, span.end)
    if cursor < sentence.end:
        yield (cursor, sentence.end)


def _announced(text: str, start: int, end: int) -> Iterator[Link]:
    for m in _AHEAD.finditer(text, start, end):
        border = _BORDER.search(text, m.end(), min(end, m.end() + _REACH))
        stop = border.start() if border else min(end, m.end() + _REACH)
        outlet = outlets.first(text, m.end(), stop)
        if outlet is not None:
            yield Link(outlet, m.start(), outlet.end)


_SUBJECT = re.compile(
    r"(?:^|(?<=[,;.\"”]\s)|(?<=\s))((?:[Tt]he )?[A-Z][\w.&’'-]{0,40}(?: [\w.&’'-]{1,40}){0,5}?) " + _RELAYED
)


# "The same agency quoted her": goes back to the agency named before. "The agency said" may be any body's.
_SAME = re.compile(
    r"\b[Tt]he (?:same |news |state |national ){0,3}agency (?:also |has )?(?:quot|cit|report)(?:ed|es|s)\b"
)


def _relaying(text: str, start: int, end: int) -> Iterator[Link]:
    """Find "…, Reuters reported", "The Norda news agency quoted her as saying", "the agency quoted her"."""
    same = _SAME.search(text, start, end)  # once for each stretch: looking back costs more than the match
    last = None if same is None else outlets.last_agency(text, same.start())
    if same is not None and last is not None:
        yield Link(Outlet(same.start(), same.end(), last.name), same.start(), same.end())
    for m in _SUBJECT.finditer(text, start, end):
        outlet = outlets.first(text, m.start(1), m.end(1))
        if outlet is not None and m.end(1) - outlet.end <= 16:
            yield Link(outlet, m.start(1), m.end())
