"""Days and periods that the dates of an annotation leave out: told by the hour or the month, and ranges of days.

A range ("from March 3 to March 5", "between 3 and 5 March") is dated by its first day, on which the event began.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from firsthand.link.stories.profiles import days
from firsthand.model import Article, DateMention

_BY_WORD = re.compile(
    r"\b(?:this (?:morning|afternoon|evening)|overnight|(?P<night>last night)|"
    r"(?P<turn>last|earlier this) (?P<unit>month|year)(?![’']s))\b",
    re.IGNORECASE,
)
# What is compared with or counted from is not the event ("than last year"), nor is "last month's summit" today's news.
_COMPARED = re.compile(r"\b(?:than|with|to|from|since|of|until|as|like|same|period|for)(?: in)? $", re.IGNORECASE)
_TO = r"(?:to|until|till|through|and|[-–—])"
_FROM_DAY = re.compile(rf"\b(?:(?:from|between|on) )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th)? ?{_TO} ?$", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:from|between) (?:the )?$", re.IGNORECASE)
_CLOSES = re.compile(rf",? ?{_TO} (?:the )?")


def by_word(article: Article, spans: Sequence[tuple[int, int]]) -> Iterator[DateMention]:
    """Yield what is told by words against the day of publication: "last night", "last month", "earlier this year"."""
    if days(article.published) is None or len(article.published or "") <= len("2031-03"):
        return
    day = datetime.fromisoformat(article.published or "").date()
    for start, end in spans:
        for m in _BY_WORD.finditer(article.text, start, end):
            last = (m["turn"] or "").lower() == "last"
            if m["unit"] and _COMPARED.search(article.text[max(0, m.start() - 12) : m.start()]):
                continue
            if m["unit"] is None:
                value = (day - timedelta(days=bool(m["night"]))).isoformat()
                yield DateMention(m.start(), m.end(), value, "day")
            elif m["unit"].lower() == "year":
                yield DateMention(m.start(), m.end(), f"{day.year - last:04d}", "year")
            else:
                month = day.replace(day=1) - timedelta(days=last)
                yield DateMention(m.start(), m.end(), month.isoformat()[:7], "month")


def begun(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Return the mentions, sorted by place, ranges of days as their first day alone."""
    out: list[DateMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before and before.precision == mention.precision == "day" and _is_range(text, before, mention):
            continue
        out.append(_from_first_day(text, mention) if mention.precision == "day" else mention)
    return out


def opens_range(text: str, mention: DateMention, mentions: Sequence[DateMention]) -> bool:
    """Tell whether a mention is the first day of a range that another one closes."""
    return any(_is_range(text, mention, other) for other in mentions if other.start > mention.end)


def _is_range(text: str, first: DateMention, last: DateMention) -> bool:
    opened = _OPENS.search(text[max(0, first.start - 14) : first.start])
    return bool(opened and _CLOSES.fullmatch(text[first.end : last.start]) and first.value <= last.value)


def _from_first_day(text: str, mention: DateMention) -> DateMention:
    """Return a mention with the day that a range before it begins on: "3" of "between 3 and 5 March"."""
    found = _FROM_DAY.search(text[max(0, mention.start - 24) : mention.start])
    last = date.fromisoformat(mention.value[:10])
    if found is None or not 1 <= int(found[1]) < last.day or not text[mention.start : mention.start + 1].isdigit():
        return mention
    start = mention.start - (len(found.group()) - found.start(1) + found.start())
    return replace(mention, start=start, value=last.replace(day=int(found[1])).isoformat())
