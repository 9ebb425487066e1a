"""What an article gives that another may give too: names, figures, days, ages, a lead and quotations, each in the
words that it uses and where they stand.

Profiles (``profiles``) hold the same as stems, which nobody reads; here they are led back to the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from firsthand.link.stories.profiles import LEAST_UTTERANCE, MAX_WORDS, Profile, spans, streets_of
from firsthand.link.stories.words import IGNORED, NUMERALS, stem
from firsthand.model import Annotation, Article, Passage
from firsthand.text import squeeze, tokens

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# A number is read up to its point or comma: what stands before that belongs to it.
_BEFORE = re.compile(r"[0-9]{1,9}[.,]\Z")
_FIGURE = 60  # characters of a number and what it counts: more is no phrase
_SHOWN = 120  # characters of a quotation in a reason; the passage has it whole
QUOTED = 24  # quotations of an article that are held against another's: bounds their pairs


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of an article, and where they stand."""

    words: str
    passage: Passage


Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Given:
    """What an article gives, by a key that is the same in another article that gives it.

    ``quotations`` are pairs of what was quoted and its stems.
    """

    article: Article
    profile: Profile
    names: Facts
    figures: Facts
    dates: Facts
    ages: Facts
    streets: Facts
    lead: Facts
    quotations: tuple[tuple[Fact, frozenset[str]], ...]


def given(article: Article, annotation: Annotation | None, profile: Profile) -> Given:
    """Return what an article gives; linear in its text."""
    read = list(_words(article))
    stems: dict[str, Fact] = {}
    for norm, fact in read:
        stems.setdefault(norm, fact)
    names = dict(_named(annotation, article))
    told = {stem(t.norm) for fact in names.values() for t in tokens(fact.words)}
    more = _runs(article, read, {s for s in profile.names - told if not s[0].isdigit() and len(s) > 1})
    return Given(
        article,
        profile,
        names | more,
        _figures(article, read, profile.figures),
        {day: Fact(_day(day), _place(article, annotation, day)) for day in sorted(profile.dates)},
        {age: stems.get(age, Fact(age, _whole(article))) for age in sorted(profile.ages)},
        {s: Fact(squeeze(article.text[slice(*at)]), Passage(article.id, *at)) for s, at in streets_of(article).items()},
        {s: stems[s] for s in sorted(profile.lead) if s in stems and s not in profile.names and len(s) > 1},
        tuple(_quotations(article, annotation)),
    )


def shared(one: Facts, other: Facts, common: Callable[[str], float]) -> list[tuple[Fact, Fact]]:
    """Return what both give, in the words of each; what is least ``common`` first, of equals the longest."""
    keys = sorted(one.keys() & other.keys(), key=lambda k: (common(k), -len(one[k].words), k))
    return [(one[k], other[k]) for k in keys]


def counted_otherwise(one: Given, other: Given) -> list[tuple[Fact, Fact]]:
    """Return things of the openings that both count, and never alike, with the counts of each ("3 people")."""
    mine, theirs = (_by_thing(g.profile.counts) for g in (one, other))
    return [
        (_as_written(one, mine[thing]), _as_written(other, theirs[thing]))
        for thing in sorted(mine.keys() & theirs.keys())
        if not mine[thing] & theirs[thing]
    ]


def likest_quotations(one: Given, other: Given) -> tuple[float, Fact, Fact] | None:
    """Return the two quotations that share the most of their words (cosine of stems); None where one side has none."""
    pairs = (
        (len(a & b) / (len(a) * len(b)) ** 0.5, mine, theirs)
        for mine, a in one.quotations
        for theirs, b in other.quotations
    )
    return max(pairs, key=lambda p: (p[0], -p[1].passage.start, -p[2].passage.start), default=None)


def _words(article: Article) -> Iterator[tuple[str, Fact]]:
    """Yield the words that a profile is made of: the stem, and the word with its place."""
    left = MAX_WORDS
    for start, end, _ in spans(article):
        for t in tokens(article.text, start, end):
            yield stem(t.norm), Fact(article.text[t.start : t.end], Passage(article.id, t.start, t.end))
            left -= 1
            if not left:
                return


def _named(annotation: Annotation | None, article: Article) -> Iterator[tuple[str, Fact]]:
    """Yield the names that annotation found in the article's own words, each where it stands first."""
    own = list(spans(article))
    seen: set[str] = set()
    for m in annotation.mentions if annotation else ():
        if m.entity not in seen and any(start <= m.start < end for start, end, _ in own):
            seen.add(m.entity)
            yield m.entity, Fact(m.name, Passage(article.id, m.start, m.end))


def _runs(article: Article, read: list[tuple[str, Fact]], names: set[str]) -> dict[str, Fact]:
    """Return names that annotation did not find, those that stand side by side as one: "Gull Reef"."""
    runs: list[list[tuple[str, Fact]]] = []
    for norm, fact in read:
        if norm not in names or not fact.words[0].isupper():
            continue
        start = fact.passage.start
        if runs and article.text[runs[-1][-1][1].passage.end : start] == " ":
            runs[-1].append((norm, fact))
        else:
            runs.append([(norm, fact)])
    out: dict[str, Fact] = {}
    for run in runs:
        start, end = run[0][1].passage.start, run[-1][1].passage.end
        out.setdefault(
            " ".join(norm for norm, _ in run), Fact(article.text[start:end], Passage(article.id, start, end))
        )
    return out


def _figures(article: Article, read: list[tuple[str, Fact]], wanted: frozenset[str]) -> dict[str, Fact]:
    """Return the figures of a profile as they are written: "4 victim" as "four victims", "2 quake" as "6.2 quake"."""
    out: dict[str, Fact] = {}
    for (first, one), (second, other) in pairwise(read):
        for key in (f"{NUMERALS.get(first, first)} {second}", f"{first} {second}"):
            if key in wanted and key not in out and (first not in IGNORED or first in NUMERALS):
                start, end = one.passage.start, other.passage.end
                if end - start <= _FIGURE:
                    start -= len(m[0]) if (m := _BEFORE.search(article.text[max(0, start - _FIGURE) : start])) else 0
                    out[key] = Fact(squeeze(article.text[start:end]), Passage(article.id, start, end))
    return out


def _by_thing(counts: Iterable[str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for count in sorted(counts):
        out.setdefault(count.split(" ", 1)[1], set()).add(count)
    return out


def _as_written(side: Given, counts: Iterable[str]) -> Fact:
    key = min(counts)
    return side.figures.get(key, Fact(key, _whole(side.article)))


def _quotations(article: Article, annotation: Annotation | None) -> Iterator[tuple[Fact, frozenset[str]]]:
    for q in (annotation.quotations if annotation else ())[:QUOTED]:
        words = squeeze(q.words(article.text))
        stems = frozenset(stem(t.norm) for t in tokens(words)) - IGNORED
        if len(stems) >= LEAST_UTTERANCE:
            cut = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
            yield Fact(cut, Passage(article.id, q.start, q.end)), stems


def _day(key: str) -> str:
    month, day = key.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]}"


def _place(article: Article, annotation: Annotation | None, day: str) -> Passage:
    found = (d for d in (annotation.dates if annotation else ()) if d.value[5:10] == day)
    return next((Passage(article.id, d.start, d.end) for d in found), _whole(article))


def _whole(article: Article) -> Passage:
    """Return the passage that cites an article as a whole: an empty span."""
    return Passage(article.id, 0, 0)
