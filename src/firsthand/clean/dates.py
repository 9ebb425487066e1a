"""Times of publication: from what a carrier gives in any usual format, and from date lines in a text.

Everything is returned as ISO 8601 of the precision that was seen, never finer: ``2018-07``, ``2018-07-15``,
``2018-07-15T19:18``, ``2018-07-15T19:18:05+02:00``. An offset is kept where the source names one, and left out where
it does not: a guess at the zone would be evidence from nowhere.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from firsthand.clean.calendars import MONTHS, WEEKDAYS, word_set
from firsthand.model import Precision

Published = tuple[str, Precision]

_LONGEST = 80  # characters of a string that may be a date
_EARLIEST, _LATEST = 1700, 2200
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 60, "CET": 60, "CEST": 120, "MSK": 180, "IST": 330, "JST": 540, "ET": None,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "CT": None, "MT": None, "PT": None, "AEST": 600, "AEDT": 660, "SGT": 480, "HKT": 480,
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_CASED = "|".join(sorted({n.title() for n in MONTHS} | {n.upper() for n in MONTHS}, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\.?,?\s{1,3})?"
_YMD = r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
_YEAR = r"(?P<y>\d{4})(?!\d)"
_MDY = rf"(?P<mon>{_MONTH})\b\.?\s{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s{{0,3}}{_YEAR})?"
_DMY = rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s{{0,3}}(?:de\s)?(?P<mon>{_MONTH})\b\.?,?(?:\s(?:de\s)?{_YEAR})?"
# A day without groups, in written case, for datelines.
DAY = (
    rf"(?:(?:{_MONTH_CASED})\b\.?\s{{0,3}}\d{{1,2}}|\d{{1,2}}\s{{1,3}}(?:{_MONTH_CASED})\b)"
    rf"(?:,?\s{{0,3}}\d{{4}}\b)?"
)
_SLASH = r"(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})[/.-](?P<y>\d{4}|\d{2})(?!\d)"
_MY = rf"(?P<mon>{_MONTH})\b\.?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)"
_TIME = re.compile(
    r"(?<![\d:./-])(?P<h>\d{1,2})(?:[:.h](?P<min>\d{2})(?::(?P<s>\d{2})(?:\.\d{1,9})?)?)?\s{0,2}(?P<half>[ap]\.?m\b\.?)?"
    r"\s{0,2}\(?(?P<zone>[A-Z]{2,4}\b|Z\b|[+-]\d{2}:?\d{2}\b)?",
    re.IGNORECASE,
)
_DATES = tuple(re.compile(rf"(?<!\w){_WEEKDAY}(?:{p})", re.IGNORECASE) for p in (_YMD, _MDY, _DMY, _SLASH, _MY))
_STAMP = re.compile(r"\d{14}|\d{10}|\d{13}")


def parse(value: str | None, fetched: str | None = None) -> Published | None:
    """Return ``value`` as ISO 8601 with its precision, or None where it cannot be read as a time.

    Reads ISO 8601, RFC 5322, archive stamps (``20180716051442``), Unix seconds and milliseconds, and written dates in
    the bigger European languages. ``fetched`` (ISO 8601) gives the year to a date that names none.
    """
    if value is None or not value.strip():
        return None
    return _parse(value.strip()[:_LONGEST], (fetched or "")[:10])


@lru_cache(maxsize=4096)
def _parse(value: str, fetched: str) -> Published | None:
    return _iso(value) or _stamp(value) or _written(value, fetched) or _mail(value) or _by_dateparser(value)


def find(line: str, fetched: str | None = None) -> Published | None:
    """Return the first written date in ``line`` (at most its first 160 characters), with its time if one follows."""
    return _written(line[:160], (fetched or "")[:10])


_LINE_WORDS = word_set(
    "posted published updated update last modified created first on at by the of date time article added launched",
    "issued am pm a m p et est edt ct cst cdt mt pt pst pdt gmt utc bst ist cet cest local um uhr le à el la las den",
    "vom de del stand veröffentlicht aktualisiert publié publicado modifié mis jour st nd rd th story text h hrs noon",
    "midnight min read minute minutes",
)
_LETTERS = re.compile(r"[^\W\d_]+")


def is_line(line: str) -> bool:
    """Tell whether ``line`` says when a text was published and hardly more ("Updated 7:18 PM, July 16, 2018")."""
    if not any(pattern.search(line) for pattern in _DATES):
        return False
    words = [word.casefold() for word in _LETTERS.findall(line)]
    other = sum(word not in _LINE_WORDS and word not in MONTHS and word not in WEEKDAYS for word in words)
    return other <= len(words) // 5


def _iso(value: str) -> Published | None:
    if not re.match(r"\d{4}-\d{2}", value):
        return None
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return (value, "month") if 1 <= int(value[5:]) <= 12 else None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) == 10:
        return value, "day"
    return _shown(moment, "second" if value.count(":") - (value[19:].count(":")) >= 2 else "minute")


def _stamp(value: str) -> Published | None:
    if not _STAMP.fullmatch(value):
        return None
    try:
        if len(value) == 14:
            return _shown(datetime.strptime(value, "%Y%m%d%H%M%S").replace(tzinfo=UTC), "second")
        return _shown(datetime.fromtimestamp(int(value) / (1000 if len(value) == 13 else 1), UTC), "second")
    except (ValueError, OverflowError, OSError):
        return None


def _mail(value: str) -> Published | None:
    try:
        return _shown(parsedate_to_datetime(value), "second")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _by_dateparser(value: str) -> Published | None:
    """Ask dateparser: slow (10 ms), so only for what a carrier calls a date and nothing above could read."""
    if not any(c.isdigit() for c in value):
        return None
    import dateparser  # loads in half a second, and hardly any document needs it

    moment = dateparser.parse(value, settings={"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": ["day", "month", "year"]})
    if moment is None:
        return None
    return _shown(moment, "minute") if ":" in value else (moment.date().isoformat(), "day")


def _written(value: str, fetched: str) -> Published | None:
    for pattern in _DATES:
        for found in pattern.finditer(value):
            parts = found.groupdict()
            year = _full_year(parts["y"]) if parts.get("y") else None
            day = _day(parts)
            if day is None or (year is not None and not _EARLIEST <= year <= _LATEST):
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


def _day(parts: dict[str, str | None]) -> tuple[int, int | None] | None:
    """Return month and day (None where only the month is named) of a match; month 0 where nobody can tell."""
    if parts.get("a"):
        return _slashed(int(parts["a"] or 0), int(parts["b"] or 0), dotted=parts["sign"] == ".")
    named, day = parts.get("mon"), parts.get("d")
    month = MONTHS[named.lower()] if named else int(parts.get("m") or 0)
    if not 1 <= month <= 12:
        return None
    return month, int(day) if day else None


def _slashed(a: int, b: int, *, dotted: bool) -> tuple[int, int] | None:
    """Return month and day of ``a/b/year``: day first with dots, else only where one of the two cannot be a month."""
    if dotted or a > 12:
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
            return _shown(moment, "minute" if second is None else "second")
    return date.date().isoformat(), "day"


def _clock(found: re.Match[str]) -> tuple[int, int, int | None, timezone | None] | None:
    half = (found["half"] or "").lower()[:1]
    if not found["min"] and not half:
        return None
    hour, minute = int(found["h"]), int(found["min"] or 0)
    second = int(found["s"]) if found["s"] else None
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    return hour, minute, second, _zone(found["zone"])


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        sign = -1 if name[0] == "-" else 1
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours < 24 and minutes < 60 else None
    offset = _ZONES.get(name.upper())
    return None if offset is None else timezone(timedelta(minutes=offset))


def _shown(moment: datetime, precision: Precision) -> Published | None:
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return moment.isoformat(timespec="seconds" if precision == "second" else "minutes"), precision
