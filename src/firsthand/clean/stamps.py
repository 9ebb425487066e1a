"""Times as machines write them: ISO 8601 in all its forms, stamps of archives, seconds since 1970."""

import re
from datetime import UTC, datetime

from firsthand.model import Precision

Published = tuple[str, Precision]

EARLIEST, LATEST = 1700, 2200  # years in which a text may have been published
_STAMP = re.compile(r"(?:\d{12}|\d{14})Z?|\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}")
# ISO 8601 without hyphens and colons, and its days of weeks and of years: 20310304T1712Z, 2031-W10-2, 2031-063.
_BASIC = re.compile(
    r"(?P<day>\d{8}|\d{4}-\d{3}|\d{4}-?W\d{2}-?\d)"
    r"(?:[T ](?P<time>\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?)?)(?P<zone>\s?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?"
)
# What a machine wrote: where it is none of the forms above nobody can tell what it means.
_MACHINE = re.compile(r"(?=.*?(?:\d{6}|W))[\dTWZ:.,+-]+")


def machine(value: str) -> Published | None:
    """Return a time that a machine wrote as ISO 8601 with its precision, None of any other."""
    return _iso(value) or _stamp(value)


def is_machine(value: str) -> bool:
    """Tell whether a machine wrote a value: where ``machine`` cannot read it nobody can tell what it means."""
    return _MACHINE.fullmatch(value) is not None


def _iso(value: str) -> Published | None:
    if basic := _BASIC.fullmatch(value):
        return _basic(basic)
    if not re.match(r"\d{4}-\d{2}(?!\d)", value):
        return None
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return (value, "month") if 1 <= int(value[5:]) <= 12 else None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) == 10:
        return value, "day"
    return shown(moment, "second" if value.count(":") - (value[19:].count(":")) >= 2 else "minute")


def _basic(found: re.Match[str]) -> Published | None:
    """Return a day of any of ISO 8601's shorter forms, with the time where it has minutes."""
    day, time = found["day"], (found["time"] or "").replace(":", "")
    try:
        if len(day) == 8 and day[4] == "-":  # the day of the year
            moment = datetime.strptime(day, "%Y-%j")
            if moment.year != int(day[:4]):  # the 366th day of a year that has none
                return None
        else:
            moment = datetime.fromisoformat(day)
        if len(time) < 4:
            return _shown_day(moment)
        clock = datetime.fromisoformat(f"{moment:%Y%m%d}T{time}{(found['zone'] or '').strip()}")
    except ValueError:
        return None
    return shown(clock, "second" if len(time) > 4 else "minute")


def _stamp(value: str) -> Published | None:
    """Read the digits of archives (UTC), and seconds, milliseconds and microseconds since 1970."""
    if not _STAMP.fullmatch(value):
        return None
    digits = value.removesuffix("Z")
    try:
        if len(digits) in (12, 14) and "." not in digits:
            moment = datetime.strptime(digits.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            return shown(moment, "second" if len(digits) == 14 else "minute")
        whole = digits.partition(".")[0]
        return shown(datetime.fromtimestamp(int(whole) / 10 ** (len(whole) - 10), UTC), "second")
    except (ValueError, OverflowError, OSError):
        return None


def _shown_day(moment: datetime) -> Published | None:
    return (moment.date().isoformat(), "day") if EARLIEST <= moment.year <= LATEST else None


def shown(moment: datetime, precision: Precision) -> Published | None:
    """Return a moment as it is shown, None outside of the years in which a text may have been published."""
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return moment.isoformat(timespec="seconds" if precision == "second" else "minutes"), precision
