"""Whose hand a page shows by itself: its own outlet, and those whom its credits name as authors of the text."""

import re
from functools import cache

from firsthand.data import agencies, is_agency
from firsthand.data.relations import newsroom
from firsthand.trace.evidence.tellings import TEXT_CREDITS, Telling

# How much of a page is read for words that name its own publisher.
_READ = 100_000


def hands(telling: Telling) -> set[str]:
    """Return the names that could have written a page's text; a page that passes on others' texts is no hand."""
    credited = {c.publisher for c in telling.mentions_of_sources() if c.kind in (*TEXT_CREDITS, "contribution")}
    if telling.name and not telling.gathers:
        credited.add(telling.name)
    return credited


def author(telling: Telling) -> set[str]:
    """Return whose a page's text is by what it shows: those credited, else its own outlet, else nobody known."""
    credited = {c.publisher for c in telling.text_credits()}
    own = {telling.name} if telling.name and not telling.gathers else set()
    return credited or own


def is_wire(name: str) -> bool:
    """Tell whether a name is an agency's, or a newsroom's that passes its texts on under an agency's name."""
    return is_agency(name) or name in _newsrooms()


@cache
def _newsrooms() -> frozenset[str]:
    return frozenset(newsroom(agency.name) for agency in agencies())


def speaks_for_itself(telling: Telling) -> bool:
    """Tell whether the words name the page's own publisher as whoever asked, reports or goes on.

    "told Kanal Vest", "a reporter for Kanal Vest", "Read more from Kanal Vest": pages that only pass on a text keep
    the words of whoever wrote it.
    """
    if not telling.name:
        return False
    name = re.escape(telling.name)
    said = re.compile(
        rf"\b(?:told|tells|spoke (?:to|with)|interview with|(?:reporter|correspondent|editor|writer)s? (?:for|at|of)|"
        rf"(?:read )?more from|contributed to|by [A-Z]\w+ [A-Z]\w+,) (?:the )?{name}\b|"
        rf"\b{name}(?:[’']s? [A-Z]\w+ [A-Z]\w+| (?:reporter|correspondent|editor|has learned|asked))\b"
    )
    return bool(said.search(telling.article.text[:_READ]))
