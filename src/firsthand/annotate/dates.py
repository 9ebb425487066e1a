"""Dates in the text, resolved against the day of publication.

A day or month without a year takes the year nearest to the reference day; a weekday is the last one, or the day of
publication itself. Without a reference only dates with their year in the text are resolved.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.annotate.grammar import any_of
from firsthand.annotate.layout import Paragraph
from firsthand.model import Article, DateMention, Precision

# Ours: news looks back more than ahead; a day up to this many days ahead is a coming one.
MAX_AHEAD = 90
_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_WEEKDAYS = {
    name: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_MONTH = (
    any_of("January February March April May June July August September October November December")[:-1]
    + r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = any_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# A month or a year by itself is a date only after these: "in May", but not "May".
_AFTER = "|".join(
    rf"(?<=\b{w} )"
    for w in ["in", "In", "since", "Since", "last", "Last", "late", "early", "until", "Until", "of", "by", "By", "and"]
)
# Dates begin with a digit, a capital or one of four letters: other words need not be tried any further.
_DATE = re.compile(
    r"\b(?=[\dA-Zlnty])(?:(?P<iso>\d{4}-\d{2}-\d{2})\b"
    rf"|(?P<month>{_MONTH}) (?P<day>{_DAY})(?!\d|[:.]\d)(?:,? (?P<year>\d{{4}})\b)?"
    rf"|(?P<day2>{_DAY})(?: of)? (?P<month2>{_MONTH})(?:,? (?P<year2>\d{{4}})\b)?"
    rf"|(?P<month3>{_MONTH}),? (?P<year3>\d{{4}})\b"
    rf"|(?=[A-Z])(?:{_AFTER}|(?<=mid-))(?P<month4>{_MONTH})(?![\w ]{{0,3}}\d)"
    rf"|(?P<turn>[Ll]ast |[Nn]ext |[Tt]his )?(?P<weekday>{_WEEKDAY})\b"
    r"|(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b"
    rf"|(?=[12])(?:{_AFTER})(?P<year4>(?:19|20)\d{{2}})\b(?![-–]\d))"
)


@dataclass(frozen=True, slots=True)
class _Reference:
    day: date
    precision: Precision


def find(article: Article, paragraphs: list[Paragraph]) -> tuple[DateMention, ...]:
    """Return the dates of the paragraphs that can be resolved, sorted by position."""
    reference = _reference(article)
    out: list[DateMention] = []
    for paragraph in paragraphs:
        for m in _DATE.finditer(article.text, paragraph.lead, paragraph.end):
            resolved = _resolve(m, reference)
            if resolved is not None:
                out.append(DateMention(m.start(), m.end(), *resolved))
    return tuple(out)


def _reference(article: Article) -> _Reference | None:
    for value, precision in ((article.published, article.published_precision or "day"), (article.fetched, "day")):
        m = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value or "")
        day = m and _day(int(m[1]), int(m[2] or 7), int(m[3] or 15))
        if m and day:
            coarse: Precision = "day" if m[3] else "month" if m[2] else "year"
            return _Reference(day, coarse if precision in ("second", "minute", "day") else precision)
    return None


def _resolve(m: re.Match[str], reference: _Reference | None) -> tuple[str, Precision] | None:
    g = m.groupdict()
    if g["iso"]:
        found = _day(*map(int, g["iso"].split("-")))
        return (found.isoformat(), "day") if found else None
    if g["year4"]:
        return g["year4"], "year"
    month = next((_MONTHS[g[k].rstrip(".").lower()] for k in ("month", "month2", "month3", "month4") if g[k]), None)
    if month is not None:
        return _of_month(
            month,
            (g["day"] or g["day2"] or "").rstrip("stndrh") or None,
            g["year"] or g["year2"] or g["year3"],
            reference,
        )
    if reference is None or reference.precision not in ("second", "minute", "day"):
        return None
    if g["weekday"]:
        return _weekday(_WEEKDAYS[g["weekday"].lower()], (g["turn"] or "").strip().lower(), reference.day), "day"
    step = {"yesterday": -1, "tomorrow": 1}.get(g["near"].lower(), 0)
    return (reference.day + timedelta(days=step)).isoformat(), "day"


def _of_month(
    month: int, day: str | None, year: str | None, reference: _Reference | None
) -> tuple[str, Precision] | None:
    if year is None and reference is None:
        return None
    if day is None:
        return f"{int(year) if year else _year(month, 1, reference):04d}-{month:02d}", "month"
    number = int(day)
    found = _day(int(year) if year else _year(month, number, reference), month, number)
    return (found.isoformat(), "day") if found else None


def _year(month: int, day: int, reference: _Reference | None) -> int:
    assert reference is not None
    if reference.precision == "year":
        return reference.day.year
    candidates = [_clipped(reference.day.year + k, month, day) for k in (-1, 0, 1)]
    allowed = [c for c in candidates if (c - reference.day).days <= MAX_AHEAD]
    return min(allowed, key=lambda c: abs((c - reference.day).days)).year


def _weekday(weekday: int, turn: str, day: date) -> str:
    back = (day.weekday() - weekday) % 7
    if turn == "next":
        return (day + timedelta(days=(7 - back) if back else 7)).isoformat()
    if turn == "last" and back == 0:
        back = 7
    if turn == "this" and back:
        return (day + timedelta(days=(weekday - day.weekday()) % 7)).isoformat()
    return (day - timedelta(days=back)).isoformat()


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, max(1, min(day, monthrange(year, month)[1])))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
