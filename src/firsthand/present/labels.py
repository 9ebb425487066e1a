"""Words for numbers, times and names: one place, so that the terminal and the report say the same."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from firsthand.data.stances import led
from firsthand.model import Article, Authorship, CopyKind, Count, DifferenceKind, Quotation, Statement
from firsthand.text import plain, words

CAVEAT = "Independent does not mean true: origins that never copied from each other can share one mistake."
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_YEAR_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_UNKNOWN = ("", "unknown")
_AUTHORSHIP: dict[Authorship, str] = {
    "own": "own reporting",
    "wire": "wire",
    "rewrite": "rewrite",
    "unknown": "unknown",
}
_COPIES: dict[CopyKind, str] = {
    "prose": "prose",
    "quotation": "quotation",
    "public": "words put out for all",
    "form": "a form with other facts",
}
HAND = "corrected by hand"
_MARKS, _GERMAN_MARKS = (("“", "”"), ("«", "»")), (("„", "“"),)
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
# Changes that turn what is said into something else, in the words of a reader.
_CHANGES: dict[DifferenceKind, str] = {
    "changed number": "number",
    "changed name": "name",
    "changed negation": "negation",
    "changed modality": "how sure",
    "changed tense": "tense",
    "editorial brackets": "brackets",
}


def number(n: int) -> str:
    """Return a small number in words: ``3`` → ``"three"``."""
    return _WORDS[n] if n < len(_WORDS) else f"{n:,}"


def plural(n: int, noun: str) -> str:
    """Return the noun as it stands beside ``n``: ``"story"``, ``"stories"``, ``"articles"``."""
    if n == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def counted(n: int, noun: str) -> str:
    """Return a number with its noun: ``"1 story"``, ``"3 stories"``, ``"2 articles"``."""
    return f"{n:,} {plural(n, noun)}"


def origins_range(low: int, high: int) -> str:
    """Return the ends of a range of origins: ``"2"``, or ``"1–2"`` where they differ."""
    return str(low) if low == high else f"{low}–{high}"


def origins_line(count: Count | None) -> str:
    """Return ``"1–2 independent origins"``, or that they were not counted."""
    if count is None:
        return "origins not counted"
    return f"{origins_range(count.low, count.high)} independent {plural(count.high, 'origin')}"


def outlets_line(articles: Iterable[Article]) -> str:
    """Return how many outlets published ``articles``; those that name no outlet are said, not guessed."""
    given = list(articles)
    named = {plain(name) for a in given if (name := outlet_name(a)) is not None}
    return outlets_told(len(named), sum(outlet_name(a) is None for a in given))


def outlets_told(named: int, unnamed: int) -> str:
    """Return how many outlets there are beside so many articles that name none: ``"2 outlets (1 not named)"``."""
    if not named:
        return "outlet not named" if unnamed == 1 else "outlets not named"
    return counted(named, "outlet") + (f" ({unnamed} not named)" if unnamed else "")


def outlet_name(article: Article) -> str | None:
    """Return who published the article: its publisher, else its address's host, else None."""
    if article.publisher:
        return article.publisher
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def outlet(article: Article) -> str:
    """Return a label for the article's publisher: where none is known, the name that its input came under."""
    name = outlet_name(article)
    return name if name else f"[{shorten(article.external_id or article.id, 20)}]"


def is_unknown(origin: str) -> bool:
    """Tell whether an origin's name says that it is not known."""
    return origin.strip().lower() in _UNKNOWN


def same_name(one: str, other: str) -> bool:
    """Tell whether two names of outlets differ in case, accents, marks or a leading article at most."""
    return _key(one) == _key(other)


def _key(name: str) -> list[str]:
    found = words(name)
    return found[1:] if found[:1] == ["the"] and len(found) > 1 else found


# Stands for the moment of what has no time: it sorts last.
UNTIMED = "~"


def told(statement: Statement) -> str:
    """Return a statement's wording as it can stand alone: after a cue that does not plainly say it ("denied: …")."""
    return led(balanced(statement.wording), statement.cue)


def quoted(quotation: Quotation, text: str) -> str:
    """Return a quotation's words as they can stand alone, as ``told`` does."""
    found = balanced(quotation.words(text))
    return found if quotation.type == "direct" else led(found, quotation.cue)


def balanced(said: str) -> str:
    """Return words with the mark that was cut off at an end: a quotation within marks begins or ends between them."""
    for left, right in _GERMAN_MARKS if "„" in said else _MARKS:
        opened, closed = said.count(left), said.count(right)
        if opened == closed + 1:
            return said + right
        if closed == opened + 1:
            return left + said
    return f'{said}"' if said.count('"') % 2 else said


def moment(time: str | None) -> str:
    """Return a form of an ISO 8601 time that sorts: in UTC where the zone is known; no time sorts last."""
    if not time:
        return UNTIMED
    parsed = _parsed(time)
    if parsed is None:
        return time
    return (parsed.astimezone(UTC) if parsed.tzinfo else parsed).strftime("%Y-%m-%dT%H:%M:%S")


def when(time: str | None, precision: str | None = None) -> str:
    """Return a time for reading, no more precise than it is known: ``"3 March 2031, 14:05 UTC"``, ``"March 2031"``."""
    if not time:
        return "time not known"
    parsed = _parsed(time)
    if parsed is None:
        return _partial(time)
    day = f"{parsed.day} {_MONTHS[parsed.month - 1]} {parsed.year}"
    if precision in ("month", "year"):
        return _partial(time[:7] if precision == "month" else time[:4])
    if len(time) <= 10 or precision == "day":
        return day
    return f"{day}, {parsed:%H:%M}{_zone(parsed)}"


def _parsed(time: str) -> datetime | None:
    try:
        return datetime.fromisoformat(time)
    except ValueError:
        return None


def _partial(time: str) -> str:
    if not _YEAR_MONTH.fullmatch(time):
        return "time not known"
    year, _, month = time.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year


def _zone(time: datetime) -> str:
    if time.tzinfo is None:
        return ""
    name = f"{time:%z}"
    return " UTC" if name == "+0000" else f" UTC{name[:3]}:{name[3:5]}"


def apart(one: str | None, other: str | None) -> str:
    """Return how far ``other`` lies from ``one`` in time: ``"3 h earlier"``, ``"the same day"``; empty if not known."""
    a, b = _parsed(one or ""), _parsed(other or "")
    if one is None or other is None or a is None or b is None:
        return ""
    if min(len(one), len(other)) <= len("2031-03-04"):
        days = (b.date() - a.date()).days
        return f"{counted(abs(days), 'day')} {_side(days)}" if days else "the same day"
    seconds = ((b if b.tzinfo else b.replace(tzinfo=UTC)) - (a if a.tzinfo else a.replace(tzinfo=UTC))).total_seconds()
    for unit, name, least in ((_DAY, " days", 2 * _DAY), (_HOUR, " h", _HOUR), (_MINUTE, " min", _MINUTE)):
        if abs(seconds) >= least:
            return f"{abs(seconds) / unit:,.0f}{name} {_side(seconds)}"
    return "at the same time"


def _side(difference: float) -> str:
    return "later" if difference > 0 else "earlier"


def authorship_name(kind: Authorship) -> str:
    """Return an article's authorship for reading."""
    return _AUTHORSHIP[kind]


def copy_name(kind: CopyKind) -> str:
    """Return what kind of words two articles share, for reading."""
    return _COPIES[kind]


def speaker_name(speaker: str | None) -> str:
    """Return a speaker for reading; ``None`` is one whom the text does not settle."""
    if speaker is None:
        return "Speaker not resolved"
    return "Anonymous" if speaker == "anonymous" else speaker


def change_name(kind: DifferenceKind) -> str | None:
    """Return the word that marks a change where its words stand; None for words merely left out, put in or changed."""
    return _CHANGES.get(kind)


def shorten(text: str | None, characters: int) -> str:
    """Return ``text`` on one line, cut at a blank to ``characters`` at most, the cut shown by an ellipsis."""
    text = text or ""
    line = " ".join(text[: characters * 4].split())
    if len(line) <= characters and len(text) <= characters * 4:
        return line
    cut = line[: characters - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[characters // 2 :] else cut).rstrip(" ,;:.–—-") + "…"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: ``"A"``, ``"A and B"``, ``"A, B and C"``."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
