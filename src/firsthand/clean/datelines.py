"""Datelines: the place and date that news agencies put before the first sentence, and the agency's slug with them.

    MOSCOW – …                                place, dash
    WASHINGTON (Reuters) — …                  place, slug, dash
    PARIS, March 3 (AFP) - …                  place, date, slug, dash
    OSLO, September 22. /TASS/. …             place, date, slug between slashes, no dash
    (AP) — …                                  slug alone: names an agency, but no place
"""

import re
from dataclasses import dataclass

from firsthand.clean.dates import DAY

_LONGEST = 160  # characters in which a dateline ends
_WORD = r"[^\W\d_][\w.'’-]{0,24}"
_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]{1,24}"  # a word all in capitals
_REGION = rf"(?:,\s?{_WORD}(?:\s{_WORD}){{0,2}}){{0,2}}"
_CAPITALS = rf"{_UPPER}(?:[ /-]{_UPPER}){{0,4}}{_REGION}"
_MIXED = rf"[^\W\d_a-z]{_WORD}(?:[ -]{_WORD}){{0,3}}{_REGION}"
_DATE = rf"(?:[,.]?\s{{1,2}}(?P<date>{DAY}))?"
_SLUG = r"(?:\((?P<round>[^()/\n]{2,60})\)|/(?P<slashed>[^()/\n]{2,40})/)"
_DASH = r"(?:\s{0,2}(?:—|–|―|--|‑|−)\s{0,2}|\s{1,2}-\s{1,2}|\s{0,2}:\s{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CAPITALS}|{_MIXED}){_DATE}[,.]?\s{{0,2}}{_SLUG}\s{{0,2}}[.,]?{_DASH}",
        rf"(?P<place>{_CAPITALS}|{_MIXED}){_DATE}[,.]?\s{{0,2}}/(?P<slashed>[^()/\n]{{2,40}})/\s{{0,2}}[.,:]?\s{{1,2}}",
        rf"(?P<place>{_CAPITALS}|{_MIXED}),\s{{1,2}}(?P<date>{DAY})\s{{0,2}}\((?P<round>[^()/\n]{{2,60}})\)[.,:]?\s{{1,2}}",
        rf"(?P<place>{_CAPITALS}){_DATE}(?:\s{{0,2}}(?:—|–|―|--|‑|−)\s{{0,2}}|\s{{1,2}}-\s{{1,2}})",
        rf"(?P<place>{_MIXED}),?\s(?P<date>{DAY})\s{{0,2}}(?:—|–|―|--)\s{{0,2}}",
    )
)
_SLUG_ALONE = re.compile(rf"{_SLUG}\s{{0,2}}[.,]?{_DASH}")
# Words that stand in capitals before a dash and are no place.
_LABELS = frozenset(
    "update updated exclusive watch breaking live video correction opinion analysis note editor editors photo photos "
    "commentary column review interview transcript file more related read developing advertisement listen gallery "
    "explainer factbox timeline fact recap summary warning urgent flash alert key quote question answer".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a line: ``end`` is where the report's first word stands, counted from the line's start.

    ``words`` is the place and date without slug and dash (None for a slug alone), ``slug`` what stands in the brackets
    or slashes.
    """

    end: int
    words: str | None
    slug: str | None


def read(line: str) -> Dateline | None:
    """Return the dateline that ``line`` starts with, or None."""
    head = line[:_LONGEST]
    for form in _FORMS:
        found = form.match(head)
        if found and _is_place(found["place"]):
            return Dateline(found.end(), _words(found, head), _slug(found))
    alone = _SLUG_ALONE.match(head)
    return Dateline(alone.end(), None, _slug(alone)) if alone and _slug(alone) else None


def _words(found: re.Match[str], head: str) -> str:
    end = found.end("date") if found["date"] else found.end("place")
    return head[found.start() : end].rstrip(" ,.:")


def _slug(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    name = groups.get("round") or groups.get("slashed")
    return name.strip() if name and any(c.isupper() for c in name) else None


def _is_place(words: str) -> bool:
    first = re.split(r"\W+", words.casefold(), maxsplit=1)[0]
    return first not in _LABELS
