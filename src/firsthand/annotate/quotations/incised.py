"""Clauses that French sets inside the marks: « Nous avons compté chaque pierre, dit-il, et nous continuerons ».

The marks are parted around such a clause, so that it is read as if they had been closed before it and opened again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from firsthand import data
from firsthand.annotate.marks import Region

_OPENING = '«“"'
_MOST = 8  # clauses of one quotation: real ones have one or two (ours)


def parted(text: str, regions: Sequence[Region]) -> list[Region]:
    """Return the regions of a paragraph, each in pieces around the reporting clauses within it."""
    return [piece for region in regions for piece in _pieces(text, region)]


def _pieces(text: str, region: Region) -> Iterator[Region]:
    rest = region
    # « …, dit-il, … », a déclaré Ada Quell: the clause behind the marks tells who speaks.
    if region.opened and text[region.start] in _OPENING and not _clause().match(text, region.end):
        for found in islice(_clause().finditer(text, region.inner_start, region.inner_end), _MOST):
            if found.start() <= rest.inner_start:
                continue
            yield replace(rest, end=found.start(), inner_end=found.start(), closed=True)
            after = next((k for k in range(found.end(), region.inner_end) if text[k].isalnum()), None)
            if after is None:  # « …, dit-il. »
                return
            rest = replace(region, start=after, inner_start=after)
    yield rest


@cache
def _clause() -> re.Pattern[str]:
    """Return what tells such a clause: a verb with its pronoun behind a hyphen, or with a name, titled or not."""
    verbs = "|".join(sorted((re.escape(v) for v, code in data.foreign_cues().items() if code == "fr"), key=len)[::-1])
    name = r"[A-ZÀ-Ý][\w’'.-]{0,30}"
    titled = r"(?:(?:les?|la|son|sa|une?)\s|l['’])[a-zà-ÿ][\w’'-]{0,30}(?:\s[\w’'-]{1,30}){0,4}?\s"
    pronoun = r"-(?:t-)?(?:il|elle)s?"
    told = rf"a{pronoun}\s(?:{verbs})|(?:a\s)?(?:{verbs})(?:{pronoun}|\s(?:{titled})?{name}(?:\s{name}){{0,3}})"
    return re.compile(rf",\s(?:{told})(?:,(?=\s)|(?=\s?[.!?]|\s?$))")
