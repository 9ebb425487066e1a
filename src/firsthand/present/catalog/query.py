"""What a user asks for, read by us: words, "phrases", and fields. Nothing of it reaches the index as it was typed.

harbour "not a single quay" speaker:varga outlet:"Ellmar Post" origin:Norwire language:en after:2031-03-03
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from firsthand.present.catalog.words import norms
from firsthand.text import squeeze

# Ours: a longer question is cut, which its notes say. What an index does for a query grows with its terms.
LONGEST, TERMS = 500, 12
# Ours: a word that may go on has so many letters at least, and there are so many of them: each costs as much as all
# words that it stands for.
LETTERS, STARS = 3, 3
FIELDS = ("speaker", "outlet", "origin", "language", "after", "before", "day")
QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"""(?:(?P<field>[a-z]{{2,9}}):(?=\S))?                   # a field, if its value follows
        (?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]       # words in one order
        |(?P<word>[^\s{QUOTES}]+))                            # or one word
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in this order; of a ``prefix`` the last one may go on."""

    norms: tuple[str, ...]
    prefix: bool = False

    @property
    def expression(self) -> str:
        """The term as FTS5 has it: words are letters and digits only, and stand in quotation marks."""
        return f'"{" ".join(self.norms)}"{"*" * self.prefix}'


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the catalog: all of it must hold, of several outlets, origins or languages one.

    ``since`` is the first day, ``until`` the day after the last. ``text`` is what was typed, ``notes`` sentences on
    what of it was not understood. ``limit`` and ``offset`` choose the page of hits.
    """

    text: str = ""
    terms: tuple[Term, ...] = ()
    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int = 20
    offset: int = 0
    notes: tuple[str, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        names = (*self.terms, *self.speaker, *self.outlet, *self.origin, *self.language)
        return not names and self.since is None and self.until is None

    @property
    def expression(self) -> str:
        """The words as FTS5 has them; empty where there are none."""
        return " AND ".join(term.expression for term in self.terms)


def parse(text: str, *, limit: int = 20, offset: int = 0) -> Query:
    """Return the query that ``text`` is. Raises nothing: what is not understood is a note."""
    read = _Reader()
    given = squeeze(text)
    if len(given) > LONGEST:
        read.notes.append(f"Only the first {LONGEST} characters were read.")
        given = given[:LONGEST]
    for match in _PIECE.finditer(given):
        name = (match["field"] or "").lower()
        value = match["phrase"] if match["phrase"] is not None else match["word"] or ""
        if name in FIELDS:
            read.field(name, value)
        else:
            read.words(f"{match['field'] or ''} {value}" if name else value, quoted=match["phrase"] is not None)
    values = {name: tuple(dict.fromkeys(found)) for name, found in read.values.items()}
    return Query(
        given, tuple(dict.fromkeys(read.terms[:TERMS])), **values, since=read.since, until=read.until,
        limit=max(1, min(limit, 200)), offset=max(0, offset), notes=read.said(),
    )  # fmt: skip


class _Reader:
    """What was read of a query so far."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.values: dict[str, list[str]] = {name: [] for name in ("speaker", "outlet", "origin", "language")}
        self.since: date | None = None
        self.until: date | None = None
        self.notes: list[str] = []

    def words(self, value: str, *, quoted: bool) -> None:
        """Take words to look for; a word that ends with a star may go on."""
        if found := tuple(norms(value)):
            starred = value.endswith("*") and not quoted
            goes_on = starred and len(found[-1]) >= LETTERS and sum(t.prefix for t in self.terms) < STARS
            self.terms.append(Term(found[: 2 * TERMS], prefix=goes_on))
            if starred and not goes_on:
                least = f"{LETTERS} letters are the least, {STARS} stars the most."
                self.notes.append(f"“{value}” was looked for without its star: {least}")

    def field(self, name: str, value: str) -> None:
        """Take the value of a field."""
        if name not in self.values:
            self._days(name, value)
        elif value.strip():
            self.values[name].append(value.strip())

    def said(self) -> tuple[str, ...]:
        """Return the notes."""
        more = [f"Only the first {TERMS} words and phrases were looked for."] if len(self.terms) > TERMS else []
        return (*self.notes, *more)

    def _days(self, name: str, value: str) -> None:
        found = span(value)
        if found is None:
            self.notes.append(f"“{value}” is no date: write {name}:2031-03-04, or a month, or a year.")
            return
        first, after = found
        if name in ("after", "day"):
            self.since = _of(max, self.since, first)
        if name in ("before", "day"):
            self.until = _of(min, self.until, first if name == "before" else after)


def span(value: str) -> tuple[date, date] | None:
    """Return the first day of a day, month or year, and the day after its last; None where it is none of these."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = int(match[1]), *(int(part) if part else None for part in match.groups()[1:])
    try:
        first = date(year, month or 1, day or 1)
        if day is not None:
            return first, first + timedelta(days=1)
        if month is not None:
            return first, (first + timedelta(days=31)).replace(day=1)
        return first, date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None


def _of(choose: Callable[[date, date], date], one: date | None, other: date) -> date:
    return other if one is None else choose(one, other)
