"""What can be told apart in a story without reading it: the names, days and figures that its articles give."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from firsthand.data import countries
from firsthand.model import Annotation, Article, DateMention, Mention, SegmentKind
from firsthand.present.labels import outlet, shorten, when
from firsthand.present.views.index import Index
from firsthand.text import words

FactKind = Literal["figure", "person", "organisation", "place", "day"]

_OWN: tuple[SegmentKind, ...] = ("headline", "dek", "body")
# A number of two digits and more, or with a fraction: single digits say too little to be told apart.
_FIGURE = re.compile(r"(?<![\w.,:/-])[0-9][0-9.,]{0,14}[0-9](?![\w:/-])")
# What parts the thousands of a number.
_GROUPS = re.compile(r"[.,](?=[0-9]{3}(?![0-9]))")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
# A day that its words give whole needs no day of publication to be known.
_WITH_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
# Where the words end that belong to a figure: a sentence, a clause, a line, a quotation.
_ENDS = re.compile(r"[.!?;:,](?=[\s\"”’»)\]]|$)|[\n\"“”„«»()\[\]–—]|\s-\s")
_CURRENCY = "$€£¥₹₽"
# Words that a body's name is known without: "Department of Justice" is the Justice Department.
_SMALL = frozenset(("of", "the", "and", "for", "in", "on"))
# Ours: of one article, so that a page of tables does not fill the story's.
_MOST = 80
_AROUND, _LONGEST = 34, 60  # characters that are shown of a figure with what it counts, and of a name


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, day or figure, as the first article that gives it has it, and all articles that give it."""

    kind: FactKind
    label: str
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Given:
    """A fact as one article gives it: what it is, the key that it is known by, and its words for reading.

    ``by_clock`` is set for a day that the article's own day of publication settles ("on Monday").
    """

    kind: FactKind
    key: str
    label: str
    by_clock: bool = False


def facts(index: Index, articles: Sequence[Article]) -> tuple[Fact, ...]:
    """Return the facts of ``articles``, those that most articles give first; names of the outlets, of those they draw
    on and of their authors are left out, and days that only an unusable clock would settle.

    A name alone ("Varga") is the person whose full name ends so, where only one in the story does.
    """
    given: defaultdict[tuple[FactKind, str], dict[str, None]] = defaultdict(dict)
    labels: dict[tuple[FactKind, str], str] = {}
    known = {name for a in articles for name in (outlet(a), *a.bylines, *_rested(index, a))}
    outlets = {name_key(kind, name) for name in known for kind in _NAMES}
    for article in articles:
        timed = index.is_timed(article)
        for found in _of(index, article):
            if found.key not in outlets and (timed or not found.by_clock):
                labels.setdefault((found.kind, found.key), found.label)
                given[found.kind, found.key][article.id] = None
    _join_surnames(given)
    made = [Fact(kind, labels[kind, key], frozenset(ids)) for (kind, key), ids in given.items()]
    return tuple(sorted(made, key=lambda f: (-len(f.articles), f.kind, f.label)))


_NAMES: tuple[FactKind, ...] = ("person", "organisation", "place")


def name_key(kind: FactKind, name: str) -> str:
    """Return what a name is known by: its words, of a body in whatever order, of a country in whichever form."""
    found = words(name)
    if all(len(word) == 1 for word in found):
        found = ["".join(found)]  # "U.S."
    if kind == "organisation":
        found = sorted(word for word in found if word not in _SMALL) or found
    return _countries().get(" ".join(found), " ".join(found)) if kind == "place" else " ".join(found)


@cache
def _countries() -> dict[str, str]:
    forms = ((name, country.name) for country in countries() for name in (country.name, *country.aliases))
    return {name_key("person", name): name_key("person", country) for name, country in forms}


def _rested(index: Index, article: Article) -> Iterable[str]:
    lineage = index.lineages.get(article.id)
    return (*lineage.draws_on, *lineage.rests_on) if lineage else ()


def _of(index: Index, article: Article) -> Iterable[Given]:
    """Return what an article gives: what was found before, as a catalog keeps it, or else is found now."""
    if (kept := index.given.get(article.id)) is not None:
        return kept
    annotation = index.annotations.get(article.id)
    return given_by(article, annotation) if annotation else ()


def given_by(article: Article, annotation: Annotation) -> Iterator[Given]:
    """Yield the facts that an article gives in its own words, days first, then names, then figures."""
    own = [(s.start, s.end) for s in article.parts(*_OWN)]
    days = [d for d in annotation.dates if _inside(d, own)]
    for day in days[:_MOST]:
        if day.precision == "day":
            settled = not _WITH_YEAR.search(article.text, day.start, day.end)
            yield Given("day", day.value, shorten(when(day.value, "day"), _LONGEST), settled)
    for mention in [m for m in annotation.mentions if _inside(m, own)][:_MOST]:
        if key := name_key(mention.kind, mention.entity):
            yield Given(mention.kind, key, shorten(mention.name, _LONGEST))
    yield from _figures(article, own, days)


def _figures(article: Article, own: Sequence[tuple[int, int]], days: Sequence[DateMention]) -> Iterator[Given]:
    number = 0
    for start, end in own:
        for match in _FIGURE.finditer(article.text, start, end):
            at = match.start()
            digits = _GROUPS.sub("", match[0])
            if any(d.start <= at < d.end for d in days) or _YEAR.fullmatch(digits):
                continue
            yield Given("figure", digits, _counted(article.text, start, at, match.end(), end))
            number += 1
            if number == _MOST:
                return


def _counted(text: str, start: int, at: int, to: int, end: int) -> str:
    """Return a figure with what it counts: the words after it, else those before it."""
    first = at - 1 if at > start and text[at - 1] in _CURRENCY else at
    close = _ENDS.search(text, to, min(end, to + _AROUND * 2))
    after = text[to : close.start() if close else min(end, to + _AROUND * 2)]
    if any(c.isalpha() for c in after) or text[to : to + 1] == "%":
        return shorten(text[first:to] + after, _AROUND)
    before = list(_ENDS.finditer(text, max(start, first - _AROUND), first))
    # The comma right before a figure does not part it from its words: "Aldvik, 54".
    opens = next((m.end() for m in reversed(before) if m.end() < first - 1), max(start, first - _AROUND))
    said = text[opens:first]
    if opens == first - _AROUND and opens > start:
        said = said.partition(" ")[2]  # of its first word only an end may be left
    return shorten(f"{said}{text[first:to]}", _AROUND * 2)


def _inside(found: Mention | DateMention, own: Sequence[tuple[int, int]]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in own)


def _join_surnames(given: dict[tuple[FactKind, str], dict[str, None]]) -> None:
    full: defaultdict[str, list[tuple[FactKind, str]]] = defaultdict(list)
    for kind, key in given:
        if kind == "person" and " " in key:
            full[key.rsplit(" ", 1)[1]].append((kind, key))
    for kind, key in list(given):
        bearers = full.get(key, [])
        if kind == "person" and len(bearers) == 1:
            given[bearers[0]].update(given.pop((kind, key)))
