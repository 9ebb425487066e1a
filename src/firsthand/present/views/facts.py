"""What can be told apart in a story without reading it: the names, days and figures that its articles give."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

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
# Ours: of one article, so that a page of tables does not fill the story's.
_MOST = 80
_AROUND, _LONGEST = 34, 60  # characters that are shown of a figure and what follows it, and of a name


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, day or figure, as the first article that gives it has it, and all articles that give it."""

    kind: FactKind
    label: str
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Given:
    """A fact as one article gives it: what it is, the key that it is known by, and its words for reading."""

    kind: FactKind
    key: str
    label: str


def facts(index: Index, articles: Sequence[Article]) -> tuple[Fact, ...]:
    """Return the facts of ``articles``, those that most articles give first; names of the outlets are left out.

    A name alone ("Varga") is the person whose full name ends so, where only one in the story does.
    """
    given: defaultdict[tuple[FactKind, str], dict[str, None]] = defaultdict(dict)
    labels: dict[tuple[FactKind, str], str] = {}
    outlets = {" ".join(words(name)) for a in articles for name in {outlet(a), *_rested(index, a)}}
    for article in articles:
        for found in _of(index, article):
            if found.key not in outlets:
                labels.setdefault((found.kind, found.key), found.label)
                given[found.kind, found.key][article.id] = None
    _join_surnames(given)
    made = [Fact(kind, labels[kind, key], frozenset(ids)) for (kind, key), ids in given.items()]
    return tuple(sorted(made, key=lambda f: (-len(f.articles), f.kind, f.label)))


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
            yield Given("day", day.value, shorten(when(day.value, "day"), _LONGEST))
    for mention in [m for m in annotation.mentions if _inside(m, own)][:_MOST]:
        if key := " ".join(words(mention.entity)):
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
            yield Given("figure", digits, shorten(article.text[at : min(end, match.end() + _AROUND)], _AROUND))
            number += 1
            if number == _MOST:
                return


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
