"""Datelines: the place and date that news agencies put before the first sentence, and the agency's slug with them.

MOSCOW – …                                place, dash
WASHINGTON (Reuters) — …                  place, slug, dash
PARIS, March 3 (AFP) - …                  place, date, slug, dash
OSLO, September 22. /TASS/. …             place, date, slug between slashes, no dash
(AP) — …                                  slug alone: names an agency, but no place
"""

import re
from dataclasses import dataclass
from functools import cache

from firsthand.clean.calendars import word_set
from firsthand.clean.dates import DAY
from firsthand.data import countries, is_agency, places
from firsthand.text import plain

_LONGEST = 160  # characters in which a dateline ends
_WORD = r"[^\W\d_][\w.'’-]{0,24}"
_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]{1,24}"  # a word all in capitals
_REGION = rf"(?:,\s?{_WORD}(?:\s{_WORD}){{0,2}}){{0,2}}"
_CAPITALS = rf"{_UPPER}(?:[ /-]{_UPPER}){{0,4}}{_REGION}"
_NAME = r"[^\W\d_a-z][\w.'’]{0,24}"
_MIXED = rf"{_NAME}(?:[ -](?:(?:de|la|of|al|el|le|do|da|del|upon|am|sur)[ -])?{_NAME}){{0,3}}{_REGION}"
_DATE = rf"(?:[,.]?\s{{1,2}}(?P<date>{DAY}))?"
_SLUG = r"(?:\((?P<round>[^()/\n]{2,60})\)|/(?P<slashed>[^()/\n]{2,40})/)"
_DASH = r"(?:\s{0,2}(?:—|–|―|--|‑|−)\s{0,2}|\s{0,2}-\s{1,2}|\s{1,2}_\s{1,2}|\s{0,2}:\s{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CAPITALS}|{_MIXED}){_DATE}[,.]?\s{{0,2}}{_SLUG}\s{{0,2}}[.,]?{_DASH}",
        rf"(?P<place>{_CAPITALS}|{_MIXED}){_DATE}[,.]?\s{{0,2}}/(?P<slashed>[^()/\n]{{2,40}})/\s{{0,2}}[.,:]?\s{{1,2}}",
        rf"(?P<place>{_CAPITALS}|{_MIXED}),\s{{1,2}}(?P<date>{DAY})\s{{0,2}}\((?P<round>[^()/\n]{{2,60}})\)[.,:]?\s{{1,2}}",
        rf"(?P<place>{_CAPITALS}){_DATE}(?:\s{{0,2}}(?:—|–|―|--|‑|−)\s{{0,2}}|\s{{1,2}}-\s{{1,2}})",
        rf"(?P<place>{_NAME}(?:[ -]{_NAME}){{0,2}},\s[A-Z]{{2}})(?P<date>)\s{{0,2}}(?:—|–|--)\s{{0,2}}",
        rf"(?P<place>{_MIXED}),?\s(?P<date>{DAY})\s{{0,2}}(?:—|–|―|--)\s{{0,2}}",
    )
)
_LINE = re.compile(
    rf"(?P<place>{_CAPITALS}|{_MIXED}){_DATE}[,.]?\s{{0,2}}(?:{_SLUG}\s{{0,2}}(?:—|–|--|-)?|(?:—|–|--))\s{{0,2}}$"
)
_SLUG_ALONE = re.compile(rf"{_SLUG}\s{{0,2}}[.,]?{_DASH}")
_CALL_SIGN = re.compile(r"[A-Z][A-Z.&-]{1,9}(?:[/ ][A-Z][\w.]{1,15})?$")  # "KDKA", "PTI", "AFP/Jiji"
# Words that stand in capitals before a dash and are no place.
_LABELS = word_set(
    "update updated exclusive watch breaking live video correction opinion analysis note editor editors photo photos",
    "commentary column review interview transcript file more related read developing advertisement listen gallery",
    "explainer factbox timeline fact recap summary warning urgent flash alert key quote question answer",
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a line: ``end`` is where the report's first word stands, counted in the line.

    ``words`` is the place and date without slug and dash (None for a slug alone), ``slug`` what stands in the brackets
    or slashes (``slashed``).
    """

    end: int
    words: str | None
    slug: str | None
    slashed: bool = False


def read(line: str) -> Dateline | None:
    """Return the dateline that ``line`` starts with, or None."""
    head = line[:_LONGEST]
    for form in _FORMS:
        found = form.match(head)
        if found and _is_place(found["place"], _slug(found)):
            return Dateline(found.end(), _words(found, head), _slug(found), _slashed(found))
    alone = _SLUG_ALONE.match(head)
    return Dateline(alone.end(), None, _slug(alone), _slashed(alone)) if alone and _slug(alone) else None


def read_line(line: str) -> Dateline | None:
    """Return the dateline that is all of ``line`` ("Washington (CNN)"), as pages set it above the report; or None."""
    alone = re.fullmatch(rf"{_SLUG}\s{{0,2}}(?:—|–|--|-)?", line.strip()) if len(line) <= 40 else None
    if alone and (slug := _slug(alone)) and (is_agency(slug) or _CALL_SIGN.match(slug)):
        return Dateline(len(line), None, slug, _slashed(alone))
    found = _LINE.match(line) if len(line) <= _LONGEST else None
    if found is None or not _is_place(found["place"], _slug(found)):
        return None
    return Dateline(found.end(), _words(found, line), _slug(found), _slashed(found))


def _words(found: re.Match[str], head: str) -> str:
    end = found.end("date") if found["date"] else found.end("place")
    return head[found.start() : end].rstrip(" ,.:")


def _slug(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    name = groups.get("round") or groups.get("slashed")
    return name.strip() if name and any(c.isupper() for c in name) else None


def _slashed(found: re.Match[str]) -> bool:
    return bool(found.groupdict().get("slashed"))


def _is_place(words: str, slug: str | None) -> bool:
    """Tell whether words that stand where a place does can be one; outside capitals only an agency's slug vouches."""
    first = re.split(r"\W+", words.casefold(), maxsplit=1)[0]
    if first in _LABELS:
        return False
    capitals = words.split(",")[0].isupper()
    return capitals or slug is None or is_agency(slug) or bool(_CALL_SIGN.match(slug))


def is_known_place(words: str) -> bool:
    """Tell whether the gazetteers know the first part of ``words`` ("Oslo, Norway") as a city, region or country."""
    return plain(words.split(",")[0].strip()) in _places()


@cache
def _places() -> frozenset[str]:
    cities = {plain(name) for place in places() for name in (place.name, *place.aliases)}
    return frozenset(cities | {plain(name) for country in countries() for name in (country.name, country.capital)})
