"""Datelines: the place and date that news agencies put before the first sentence, and the agency's slug with them.

    MOSCOW – …                                place, dash
    WASHINGTON (Reuters) — …                  place, slug, dash
    PARIS, March 3 (AFP) - …                  place, date, slug, dash
    OSLO, September 22. /TASS/. …             place, date, slug between slashes, no dash
    TOKYO, March 3, Kyodo - …                 an agency's name without brackets
    (AP) — …                                  slug alone: names an agency, but no place

A line is first taken apart into these, whatever the words; then something must vouch that the words are a place: a
known agency beside it, a date, the gazetteer, or capitals.
"""

import re
from dataclasses import dataclass, replace

from firsthand.clean.calendars import is_month, is_weekday
from firsthand.clean.dateline_words import LABELS, is_known_place, is_ordinary, is_slug
from firsthand.clean.dates import DAY
from firsthand.data import is_agency, publisher_named

__all__ = ["Dateline", "is_known_place", "read", "read_line"]

_LONGEST = 160  # characters in which a dateline ends
_PROSE = 60  # characters of a report's first paragraph, at least; headlines and entries of lists are shorter. Ours.
_SHORT = 3  # letters of an outlet's name in capitals that stands beside a place without brackets: "Oslo CNN — "
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’]{0,24}"
_LINK = (
    r"(?:[ /-]|\s/\s|\s(?:de|la|of|al|el|le|do|da|del|upon|am|an der|sur|the)\s|-(?:de|la|le|sur|al|el|au|en|upon)-)"
)
_NAME = re.compile(rf"{_WORD}(?:{_LINK}{_WORD}){{0,5}}")
_REGION = re.compile(rf",\s?(?P<region>{_WORD}(?:[ -]{_WORD}){{0,2}})|\s?\[(?P<square>{_WORD}(?:\s{_WORD}){{0,2}})\]")
_MONTH_IN_NAME = re.compile(r"(?<= )(?P<month>[^\W\d_]+)\.?\s\d")
_DATE = re.compile(rf"(?:[,.]?\s{{1,2}}|^)(?P<date>{DAY})\.?")
_SLUG = re.compile(
    r"(?:[,.]?\s{0,2}|--|\s?[–—-]\s?)(?:\((?P<round>[^()\n]{2,60})\)|/(?P<slashed>[^()/\n]{2,40})/)"
    r"|\s/\s(?P<spaced>[^()/\n]{2,40})\s/|\s{0,2}\|\s(?P<barred>[^()/|\n]{2,40})\s(?=\|)"
)
_BARE = re.compile(rf"[.,]?\s{{1,2}}(?P<bare>{_WORD}(?:[ -]{_WORD}){{0,2}}?)(?=\s{{0,2}}[—–―:|]|\s?--?|\.\s)")
_SIGN = re.compile(
    r"\s{0,2}[.,]?(?:\s{0,2}(?:—|–|―|--|‑|−)\s{0,2}|\s{0,2}-\s{1,2}|\s{1,2}_\s{1,2}|\s{0,2}:\s{1,2}|\s{0,2}[|/]\s{1,2})"
)
_STOP = re.compile(r"\s{0,2}[.,:]?\s{0,2}")  # what ends a dateline without a dash
_LINE_END = re.compile(r"\s{0,2}(?:—|–|--|-|\|)?\s{0,2}$")
_BROADCASTER = re.compile(r"[KWC][A-Z]{3}(?:[ -](?:TV|FM|AM))?$")
_CALL_SIGN = re.compile(r"[A-Z][A-Z.&-]{1,9}(?:[/ ][A-Z][\w.]{1,15})?$")  # "KDKA", "PTI", "AFP/Jiji"
_NO_SLUG = re.compile(r"[:;?!]|\d{3}")  # "NYSE: EXC"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a line: ``end`` is where the report's first word stands, counted in the line.

    ``words`` is the place and date without slug and dash (None without a place), ``slug`` what stands in the brackets
    or slashes (``slashed``).
    """

    end: int
    words: str | None
    slug: str | None
    slashed: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    """A line's beginning taken apart: place and regions, date, slug; ``words_end`` and ``end`` count in the line."""

    name: str = ""
    regions: tuple[str, ...] = ()
    date: str | None = None
    slug: str | None = None
    slashed: bool = False
    start: int = 0
    words_end: int = 0
    end: int = 0

    def dateline(self, line: str, end: int) -> Dateline:
        words = line[self.start : self.words_end].rstrip(" ,.:") if self.name else None
        return Dateline(end, words or None, self.slug, self.slashed)


def read(line: str) -> Dateline | None:
    """Return the dateline that ``line`` starts with, or None."""
    head = line[:_LONGEST]
    alone = _slug_alone(head)
    if alone is not None:
        return _with_place_behind(head, alone)
    parts = _place(head, 0)
    if parts is None:
        return None
    sign = _SIGN.match(head, parts.end)
    if sign is None:
        end = _end(_STOP, head, parts.end)
        return parts.dateline(line, end) if _ends_unsigned(parts) and _begins(line, end) and _vouched(parts) else None
    if sign.group().strip() in ("|", "/") and not (parts.slug and is_slug(parts.slug)):
        return None
    parts, end = _behind_sign(head, parts, sign.end())
    if parts.date and not parts.slug and line[end : end + 1].isdigit():
        return None  # a range: "Oct. 11–21"
    if not _begins(line, end) and not (parts.slug and is_slug(parts.slug)):
        return None
    is_place = (
        _vouched(parts) if parts.slug or parts.date else _is_bare_place(parts, sign.group().strip(" .,"), line, end)
    )
    return parts.dateline(line, end) if is_place else None


def read_line(line: str) -> Dateline | None:
    """Return the dateline that is all of ``line`` ("Washington (CNN)"), as pages set it above the report; or None."""
    if len(line) > _LONGEST:
        return None
    alone = _slug_alone(line.strip())
    if alone is not None and len(line) <= 40 and _LINE_END.match(line.strip(), alone.end):
        weak = alone.slug is not None and bool(_CALL_SIGN.match(alone.slug))
        return replace(alone, end=len(line)) if weak or is_slug(alone.slug or "") else None
    parts = _place(line, 0)
    if parts is None or not _LINE_END.match(line, parts.end):
        return None
    if not parts.slug and not line[parts.end :].strip():
        return None
    is_place = _vouched(parts) if parts.slug or parts.date else parts.name.isupper() and not is_ordinary(parts.name)
    return parts.dateline(line, len(line)) if is_place else None


def _slug_alone(head: str) -> Dateline | None:
    """Read "(AP) — ", and "(CNN)" without a dash where it is a known agency's or outlet's."""
    found = _SLUG.match(head)
    slug = _slug(found) if found and found["round"] else None
    if found is None or slug is None:
        return None
    sign = _SIGN.match(head, found.end())
    if sign is None and not is_slug(slug):
        return None
    end = sign.end() if sign else _end(_STOP, head, found.end())
    return Dateline(end, None, slug) if _begins(head, end) or not head[end:] else None


def _with_place_behind(head: str, alone: Dateline) -> Dateline:
    """Read the place and date behind a slug: ``(ANSA) - ROMA, 03 MAR - ``."""
    parts = _place(head, alone.end)
    sign = _SIGN.match(head, parts.end) if parts and parts.date and not parts.slug else None
    if parts is None or sign is None or not _vouched(parts):
        return alone
    return replace(parts, slug=alone.slug).dateline(head, sign.end())


def _place(head: str, start: int) -> _Parts | None:
    """Take apart what may be place, regions, date and slug, in any order behind the place; None without a name."""
    dated = _DATE.match(head) if not start else None
    if dated:  # "March 3 (Reuters) - "
        return _taken(head, _Parts(date=dated["date"], words_end=dated.end(), end=dated.end()))
    found = _NAME.match(head, start)
    if found is None or found.group()[0].islower():
        return None
    whole = found.group()
    month = _MONTH_IN_NAME.search(head, start, found.end() + 4)  # "KYIV. March 1"
    whole = head[start : month.start()].rstrip() if month and is_month(month["month"]) else whole
    name, bare = _split_agency(whole)
    if len(name) < 2:
        return None
    return _taken(head, _Parts(name, slug=bare, start=start, words_end=start + len(name), end=start + len(whole)))


def _split_agency(name: str) -> tuple[str, str | None]:
    """Part an agency from the place before it: "Washington CNN", "ASTANA. KAZINFORM"."""
    words = name.split(" ")
    for count in (1, 2):
        last = " ".join(words[-count:])
        named = is_agency(last) or (len(last) == _SHORT and publisher_named(last) is not None)
        if len(words) > count and named and (last.isupper() or words[-count - 1].endswith(".")):
            return " ".join(words[:-count]), last
    return name, None


def _taken(head: str, parts: _Parts) -> _Parts:
    for _ in range(5):
        more = _dated(head, parts) or _slugged(head, parts) or _regioned(head, parts)
        if more is None:
            break
        parts = more
    return parts


def _dated(head: str, parts: _Parts) -> _Parts | None:
    found = None if parts.date else _DATE.match(head, parts.end)
    if found is None:
        return None
    words_end = parts.words_end if parts.slug else found.end("date")
    return replace(parts, date=found["date"], words_end=words_end, end=found.end())


def _slugged(head: str, parts: _Parts) -> _Parts | None:
    if parts.slug:
        return None
    found = _SLUG.match(head, parts.end)
    if found is not None and (slug := _slug(found)):
        slashed = bool(found["slashed"])
        return replace(parts, slug=slug, slashed=slashed, end=found.end())
    bare = _BARE.match(head, parts.end)
    if bare is not None and (is_agency(bare["bare"]) or is_agency(bare["bare"] + " News Agency")):
        return replace(parts, slug=bare["bare"], end=bare.end())
    return None


def _regioned(head: str, parts: _Parts) -> _Parts | None:
    found = (
        None if parts.date or parts.slug or len(parts.regions) > 1 or not parts.name else _REGION.match(head, parts.end)
    )
    if found is None:
        return None
    region = found["region"] or found["square"]
    return replace(parts, regions=(*parts.regions, region), words_end=found.end(), end=found.end())


def _behind_sign(head: str, parts: _Parts, end: int) -> tuple[_Parts, int]:
    """Take in the agency or the date that stands behind the dash: ``МОСКВА, 24 фев — РИА Новости. ``."""
    words_end = parts.words_end
    more = _slugged(head, replace(parts, end=end - 1)) or _dated(head, replace(parts, end=end - 1))
    stop = _SIGN.match(head, more.end) or re.compile(r"\.\s{1,2}").match(head, more.end) if more else None
    if more is None or stop is None:
        return parts, end
    return replace(more, words_end=more.words_end if more.date != parts.date else words_end), stop.end()


def _slug(found: re.Match[str]) -> str | None:
    """Return the slug in a match; None where the words are none: in small letters, or a stock exchange's."""
    name = (found["round"] or found["slashed"] or found["spaced"] or found["barred"] or "").strip()
    if not name or _NO_SLUG.search(name):
        return None
    if found["spaced"] or found["barred"]:
        return name if is_agency(name) else None
    if name[0].islower():
        return name if is_slug(name) else None
    return name


def _end(pattern: re.Pattern[str], line: str, start: int) -> int:
    found = pattern.match(line, start)
    return found.end() if found else start


def _begins(line: str, end: int) -> bool:
    """Tell whether a report's first word can stand there: it is there, and not in small letters."""
    return end < len(line) and not line[end].islower() and line[end] not in ")]},;."


def _ends_unsigned(parts: _Parts) -> bool:
    """Tell whether a dateline may end without a dash: the slug stands between slashes, or agency or date is sure."""
    if not parts.slug:
        return False
    sure = is_slug(parts.slug) and (parts.date is not None or is_known_place(parts.name))
    return parts.slashed or sure or (parts.date is not None and bool(parts.name))


def _vouched(parts: _Parts) -> bool:
    """Tell whether slug, date, gazetteer or capitals vouch that the words which stand where a place does are one."""
    known = is_known_place(parts.name) or any(is_known_place(region) for region in parts.regions)
    first = re.split(r"\W+", parts.name.casefold(), maxsplit=1)[0]
    if not known and (first in LABELS or is_weekday(first) or is_month(first) or _is_initialism(parts)):
        return False
    if parts.slug and is_slug(parts.slug):
        return True
    if not parts.name or parts.slug is None:
        return bool(parts.name) and (known or parts.date is not None)
    if known or (parts.name.isupper() and not is_ordinary(parts.name)):
        return known is False or parts.name.isupper() or parts.date is not None or bool(_CALL_SIGN.match(parts.slug))
    return parts.date is not None or bool(_BROADCASTER.match(parts.slug))


def _is_initialism(parts: _Parts) -> bool:
    """Tell whether the brackets give the name's own short form: "The European Union (EU) - "."""
    initials = "".join(word[0] for word in re.split(r"[ -]", parts.name) if word)
    return parts.slug is not None and len(parts.slug) > 1 and initials.upper().endswith(parts.slug.upper())


def _is_bare_place(parts: _Parts, sign: str, line: str, end: int) -> bool:
    """Tell whether a name that neither date nor slug stands beside is a place.

    In capitals before a dash it is one unless its words say otherwise; else the gazetteer has to know it, and a
    paragraph of prose has to follow: "Oslo: …" and "Oslo – …" open headlines and the entries of lists, too.
    """
    known = is_known_place(parts.name)
    in_known = any(is_known_place(region) for region in parts.regions)
    if sign != ":" and parts.name.isupper():
        is_name = not is_ordinary(parts.name) and parts.name.count(" ") <= 1
        return known or in_known or (is_name and len(line) - end >= _PROSE)
    if sign not in (":", "-") and in_known:
        return True
    return known and len(line) - end >= _PROSE and not _SIGN.search(line, end, end + _PROSE)
