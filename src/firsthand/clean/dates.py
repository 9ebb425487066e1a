"""Times of publication: from what a carrier gives in any usual format, and from date lines in a text.

Everything is returned as ISO 8601 of the precision that was seen, never finer: ``2018-07``, ``2018-07-15``,
``2018-07-15T19:18``, ``2018-07-15T19:18:05+02:00``. An offset is kept where the source names one, and left out where
it does not: a guess at the zone would be evidence from nowhere.
"""

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from firsthand.clean.calendars import DATE_WORDS, MONTHS, NOT_ENGLISH, PUBLISHED, UPDATED, WEEKDAYS
from firsthand.clean.stamps import EARLIEST, LATEST, Published, is_machine, machine, shown

__all__ = ["DAY", "Published", "find", "is_line", "parse", "updated"]

_LONGEST = 80  # characters of a string that may be a date
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 60, "CET": 60, "CEST": 120, "MSK": 180, "IST": 330, "JST": 540, "ET": None,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "CT": None, "MT": None, "PT": None, "AEST": 600, "AEDT": 660, "SGT": 480, "HKT": 480, "MEZ": 60, "MESZ": 120,
    "WET": 0, "WEST": 60, "EET": 120, "EEST": 180, "TRT": 180, "SAST": 120, "WAT": 60, "EAT": 180, "PKT": 300,
    "NPT": 345, "WIB": 420, "PHT": 480, "AWST": 480, "ACST": 570, "KST": 540, "NZST": 720, "NZDT": 780, "BRT": -180,
    "ART": -180, "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\.?,?\s{1,3})?"
_YMD = r"(?P<y>\d{4})(?:[-/.]|年)(?P<m>\d{1,2})(?:[-/.]|月)(?P<d>\d{1,2})"
_YEAR = r"(?P<y>\d{4})(?!\d)"
_MDY = rf"(?P<mon>{_MONTH})(?!\w)\.?\s{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s{{0,3}}{_YEAR})?"
_DMY = rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s{{0,3}}(?:de\s)?(?P<mon>{_MONTH})(?!\w)\.?,?(?:\s(?:de\s)?{_YEAR})?"
# A day without groups, for datelines.
DAY = (
    rf"(?:(?i:{_MONTH})(?!\w)\.?\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s{{1,3}}(?:de\s)?(?i:{_MONTH})(?!\w))"
    rf"(?:\.?,?\s{{0,3}}(?:de\s)?\d{{4}}\b)?"
)
_SLASH = r"(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})[/.-](?P<y>\d{4}|\d{2})(?!\d)"
_MY = rf"(?P<mon>{_MONTH})(?!\w)\.?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)"
_TIME = re.compile(
    r"(?<![\d:./-])(?P<h>\d{1,2})(?:(?:[:.h]|\sh\s)(?P<min>\d{2})(?::(?P<s>\d{2})(?:\.\d{1,9})?)?)?"
    r"\s{0,2}(?P<half>[ap]\.?m\b\.?|uhr\b)?(?:h(?:rs?|s)?\b)?"
    r"\s{0,2}\(?(?P<zone>(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?\b|[A-Z]{2,4}\b|Z\b|[+-]\d{2}:?\d{2}\b)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?$")
_DATES = tuple(re.compile(rf"(?<!\w){_WEEKDAY}(?:{p})", re.IGNORECASE) for p in (_YMD, _MDY, _DMY, _SLASH, _MY))
_LINE = 160  # characters of a line in which its date stands
_SAYS = re.compile(
    rf"(?<!\w)(?:(?P<published>{'|'.join(PUBLISHED)})|(?P<updated>{'|'.join(UPDATED)}))(?!\w)", re.IGNORECASE
)
_DAY_FIRST = re.compile(rf"(?<!\w)(?:{'|'.join(NOT_ENGLISH)})(?!\w)", re.IGNORECASE)
_ORDER = ("published", "", "updated")  # what a part of a line says, the best witness of publication first


def parse(value: str | None, fetched: str | None = None) -> Published | None:
    """Return ``value`` as ISO 8601 with its precision, or None where it cannot be read as a time.

    Reads ISO 8601 in all its forms, RFC 5322, archive stamps (``20180716051442``), Unix seconds, milliseconds and
    microseconds, and written dates in the bigger European languages. ``fetched`` (ISO 8601) gives the year to a date
    that names none.
    """
    if value is None or not value.strip():
        return None
    return _parse(value.strip()[:_LONGEST], (fetched or "")[:10])


@lru_cache(maxsize=4096)
def _parse(value: str, fetched: str) -> Published | None:
    return machine(value) or _written(value, fetched) or _mail(value) or _by_dateparser(value)


def find(line: str, fetched: str | None = None) -> Published | None:
    """Return when a text was published by what ``line`` (at most its first 160 characters) says, with the time of day.

    Where the line says both ("Published March 3 | Updated March 4 9:12am"), what stands behind words like "published",
    else what stands behind none, goes before what stands behind words like "updated".
    """
    line, day = line[:_LINE], (fetched or "")[:10]
    parts = _parts(line)
    if all(kind != "updated" for kind, _ in parts):
        return _written(line, day)
    parts.sort(key=lambda part: _ORDER.index(part[0]))
    return next((found for _, part in parts if (found := _written(part, day))), None)


def updated(line: str, fetched: str | None = None) -> Published | None:
    """Return the time that stands behind words like "updated" in ``line`` (first 160 characters), or None.

    A time of day alone ("March 3, 2031, updated 9:12am") is of the day that the line names elsewhere.
    """
    day = (fetched or "")[:10]
    parts = [part for kind, part in _parts(line[:_LINE]) if kind == "updated"]
    found = next((found for part in parts if (found := _written(part, day))), None)
    published = find(line, fetched)
    if found or not parts or published is None or published[1] not in ("day", "minute", "second"):
        return found
    year, month, number = map(int, published[0][:10].split("-"))
    later = (_with_time(part, 0, 0, year, month, number) for part in parts)
    return next((moment for moment in later if moment and moment[1] != "day"), None)


def _parts(line: str) -> list[tuple[str, str]]:
    """Return the parts of a line in order, each with what it tells: "published", "updated" or, behind no word, ""."""
    found = list(_SAYS.finditer(line))
    starts = [*(m.start() for m in found), len(line)]
    parts = [(str(m.lastgroup), line[a:b]) for m, a, b in zip(found, starts, starts[1:], strict=False)]
    return [("", line[: starts[0]]), *parts]


_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963])+")  # Hindi writes vowels as marks, which are no letters


@lru_cache(maxsize=8192)  # menus are alike on all pages of an outlet
def is_line(line: str) -> bool:
    """Tell whether ``line`` says when a text was published and hardly more ("Updated 7:18 PM, July 16, 2018")."""
    if len(line) > _LINE or not any(pattern.search(line) for pattern in _DATES):
        return False
    words = [word.casefold() for word in _LETTERS.findall(line)]
    known = (word in DATE_WORDS or word in MONTHS or word in WEEKDAYS or word.upper() in _ZONES for word in words)
    other = len(words) - sum(known)
    return other <= len(words) // 5


def _mail(value: str) -> Published | None:
    try:
        return shown(parsedate_to_datetime(value), "second")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _by_dateparser(value: str) -> Published | None:
    """Ask dateparser: slow (10 ms), so only for what a carrier calls a date and nothing above could read."""
    if not any(c.isdigit() for c in value) or is_machine(value):
        return None
    import dateparser  # loads in half a second, and hardly any document needs it

    moment = dateparser.parse(value, settings={"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": ["day", "month", "year"]})
    if moment is None:
        return None
    return shown(moment, "minute") if ":" in value else (moment.date().isoformat(), "day")


def _written(value: str, fetched: str) -> Published | None:
    for pattern in _DATES:
        for found in pattern.finditer(value):
            parts = found.groupdict()
            year = _full_year(parts["y"]) if parts.get("y") else None
            day = _day(parts, value)
            if day is None or (year is not None and not EARLIEST <= year <= LATEST):
                continue
            month, number = day
            if month == 0:
                return f"{year:04d}", "year"
            if year is None:
                year = _year(month, number, fetched)
            if year is not None:
                return _with_time(value, found.start(), found.end(), year, month, number)
    return None


def _full_year(digits: str | None) -> int:
    """Return a year of four digits; two are read as POSIX does, 69 to 99 in the last century."""
    year = int(digits or 0)
    return year if year > 99 else year + (1900 if year >= 69 else 2000)


def _day(parts: dict[str, str | None], line: str) -> tuple[int, int | None] | None:
    """Return month and day (None where only the month is named) of a match; month 0 where nobody can tell."""
    if parts.get("a"):
        day_first = parts["sign"] == "." or bool(_DAY_FIRST.search(line))
        return _slashed(int(parts["a"] or 0), int(parts["b"] or 0), day_first=day_first)
    named, day = parts.get("mon"), parts.get("d")
    month = MONTHS[named.lower()] if named else int(parts.get("m") or 0)
    if not 1 <= month <= 12:
        return None
    return month, int(day) if day else None


def _slashed(a: int, b: int, *, day_first: bool) -> tuple[int, int] | None:
    """Return month and day of ``a/b/year``: day first with dots and where the words beside it are not English.

    Else they are told apart only where one of the two cannot be a month.
    """
    if day_first or a > 12:
        return (b, a) if 1 <= b <= 12 else None
    if b > 12 or a == b:
        return (a, b) if a >= 1 else None
    return (0, 0) if a >= 1 and b >= 1 else None


def _year(month: int, day: int | None, fetched: str) -> int | None:
    """Return the latest year in which the day was not after ``fetched``; None where nothing tells."""
    try:
        seen = datetime.fromisoformat(fetched)
        return seen.year - (datetime(seen.year, month, day or 1) > seen + timedelta(days=1))
    except ValueError:
        return None


def _with_time(value: str, start: int, end: int, year: int, month: int, day: int | None) -> Published | None:
    if day is None:
        return f"{year:04d}-{month:02d}", "month"
    try:
        date = datetime(year, month, day)
    except ValueError:
        return None
    for found in (*_TIME.finditer(value, end), *_TIME.finditer(value, 0, start)):
        clock = _clock(found)
        if clock is not None:
            hour, minute, second, zone = clock
            moment = date.replace(hour=hour, minute=minute, second=second or 0, tzinfo=zone)
            return shown(moment, "minute" if second is None else "second")
    return date.date().isoformat(), "day"


def _clock(found: re.Match[str]) -> tuple[int, int, int | None, timezone | None] | None:
    half = (found["half"] or "").lower()[:1]
    if not found["min"] and not half:
        return None
    hour, minute = int(found["h"]), int(found["min"] or 0)
    second = int(found["s"]) if found["s"] else None
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    return hour, minute, second, _zone(found["zone"])


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if found := _OFFSET.search(name):
        hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
        sign = -1 if found["sign"] == "-" else 1
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours < 24 and minutes < 60 else None
    offset = _ZONES.get(name.upper())
    return None if offset is None else timezone(timedelta(minutes=offset))
