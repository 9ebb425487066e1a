"""The date of a story's event, as its articles vote.

Each article votes with the dates of its opening. A date that says when someone spoke ("police said on Friday") or where
the report was sent off counts less than one of the event. Words that were copied vote once, and are read as the article
that had them first reads them: in a reprint of the week after, "on Thursday" is another day.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.link.stories.profiles import days, spans
from firsthand.link.summaries.periods import begun, by_word, opens_range
from firsthand.model import Annotation, Article, DateMention, Passage, Precision
from firsthand.text import words

OPENING_CHARACTERS = 900  # of headline, dek and body, where news dates the event
AROUND = 48  # characters on both sides of a date that must be the same for two to be one text
MOST_PASSAGES = 6
# Weights of a vote, ours: the first date of an article tells its event, the day of speaking or sending off mostly
# follows it, and a day long before is background ("since the fire of 12 May").
LATER_DATE, OF_SPEAKING, LONG_BEFORE, AHEAD = 0.5, 0.25, 0.25, 0.25
RECENT = 10.0  # days before publication within which a date is news
# Of all votes for days, what the day must have to be the event's; below it nothing is said. Ours.
LEAST_SHARE = 0.34
WEEKDAY_AHEAD = 6  # days that a weekday would lie back for it to be read as the coming one
COARSE_SHARE = 0.5  # of the articles, how many must name a month or year for it to be the event's
_SPOKE = re.compile(
    r"\b(?:said|says|told|announced?|reported?|stated?|added|wrote|tweeted|statement|interview|conference|published|"
    r"updated|posted)\b[^.!?\n]{0,18}$",
    re.IGNORECASE,
)
# What is still to come is resolved as if it were past ("sailings from Thursday"), and is not the event.
_COMING = re.compile(
    r"\b(?:from|until|till|by|before|starting|starts|begins|due|planned|scheduled|expected|will\b[^.!?\n]{0,60})"
    r"(?: on| for)?\s*$",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_DAYS: frozenset[Precision] = frozenset({"second", "minute", "day"})


class Dated(NamedTuple):
    """A date as precise as ``precision`` says, and mentions that give it, each in another text."""

    value: str
    precision: Precision
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Vote:
    value: str
    precision: Precision
    weight: float
    passage: Passage
    text: tuple[str, ...]


def event_date(
    articles: Sequence[Article], annotations: Mapping[str, Annotation], timed: Collection[str]
) -> Dated | None:
    """Return the date of the event that ``articles`` (oldest first) report, or None where they name none or disagree.

    Only articles in ``timed`` have a time that can be believed; of the others a date counts that has its year in words.
    """
    ordered = sorted(articles, key=lambda a: (a.id not in timed, days(a.published) or 0.0, a.id))
    votes: dict[tuple[str, ...], _Vote] = {}
    for article in ordered:
        for vote in _votes(article, annotations.get(article.id), article.id in timed):
            votes.setdefault(vote.text, vote)
    by_day = [v for v in votes.values() if v.precision == "day"]
    return _elected(by_day, LEAST_SHARE * sum(v.weight for v in by_day)) or next(
        (
            found
            for precision in ("month", "year")
            if (found := _elected(_of(votes.values(), precision), COARSE_SHARE * len(articles)))
        ),
        None,
    )


def _elected(votes: Sequence[_Vote], least: float) -> Dated | None:
    """Return the date with the greatest weight, of equals the earlier, if it has at least ``least``."""
    weights: defaultdict[str, float] = defaultdict(float)
    for vote in votes:
        weights[vote.value] += vote.weight
    if not weights:
        return None
    value = min(weights, key=lambda v: (-round(weights[v], 9), v))
    if weights[value] < least:
        return None
    chosen = sorted((v for v in votes if v.value == value), key=lambda v: -v.weight)
    passages = {v.passage.article: v.passage for v in reversed(chosen)}
    return Dated(value, chosen[0].precision, tuple(list(passages.values())[::-1][:MOST_PASSAGES]))


def _of(votes: Collection[_Vote], precision: str) -> list[_Vote]:
    return [v for v in votes if v.precision == precision]


def _votes(article: Article, annotation: Annotation | None, timed: bool) -> Iterator[_Vote]:
    """Yield the votes of one article. A vote for a month or year weighs 1, and each counts once."""
    coarse: set[str] = set()
    seen = 0
    dates = annotation.dates if annotation else ()
    for mention in _opening(article, annotation):
        said = article.text[mention.start : mention.end]
        if not (timed or _HAS_YEAR.search(said)) or _is_name(article.text, mention, said):
            continue
        if _is_ahead(article, mention, said):
            continue
        coming = _COMING.search(article.text[max(0, mention.start - 80) : mention.start])
        if coming and not opens_range(article.text, mention, dates):
            continue
        passage = Passage(article.id, mention.start, mention.end)
        around = tuple(words(article.text[max(0, mention.start - AROUND) : mention.end + AROUND])[1:-1])
        if mention.precision not in _DAYS:
            if mention.value not in coarse:
                yield _Vote(mention.value, mention.precision, 1.0, passage, around)
            coarse.add(mention.value)
            continue
        weight = _weight(article, mention, timed) * (LATER_DATE if seen else 1.0)
        seen += weight >= LATER_DATE
        yield _Vote(mention.value[:10], "day", weight, passage, around)


def _weight(article: Article, mention: DateMention, timed: bool) -> float:
    sent_off = any(s.start <= mention.start < s.end for s in article.parts("dateline"))
    before = article.text[max(0, mention.start - 40) : mention.start]
    weight = OF_SPEAKING if sent_off or _SPOKE.search(before) else 1.0
    published = days((article.published or "")[:10]) if timed else None  # the day where it was published
    named = days(mention.value[:10])
    if published is not None and named is not None:
        weight *= AHEAD if named > published else LONG_BEFORE if named < published - 1 - RECENT else 1.0
    return weight


def _opening(article: Article, annotation: Annotation | None) -> Iterator[DateMention]:
    """Yield the dates that stand in the first characters of the article's own words."""
    left, kept = OPENING_CHARACTERS, []
    for start, end, _ in spans(article):
        kept.append((start, min(end, start + left)))
        left -= end - start
        if left <= 0:
            break
    found = sorted(
        (*(annotation.dates if annotation else ()), *by_word(article, kept)), key=lambda d: (d.start, -d.end)
    )
    for mention in begun(article.text, found):
        if any(start <= mention.start < end for start, end in kept):
            yield mention


def _is_ahead(article: Article, mention: DateMention, said: str) -> bool:
    """Tell whether a bare weekday, resolved as the last one, is likelier the coming one: "Monday" said on a Sunday."""
    published, named = days((article.published or "")[:10]), days(mention.value[:10])
    if published is None or named is None or not said.endswith("day") or not said.isalpha():
        return False
    return published - named >= WEEKDAY_AHEAD


def _is_name(text: str, mention: DateMention, said: str) -> bool:
    """Tell whether "Today" or "Sunday" is part of a name: "Harbour Today", "the Sunday Courier"."""
    before = text[: mention.start].rstrip(" ")[-24:].split(" ")[-1] if mention.start else ""
    if said == "Today" and before[:1].isupper() and before[-1:].isalpha():
        return True
    after = text[mention.end : mention.end + 12]
    return before.lower() == "the" and re.match(r" [A-Z][a-z]", after) is not None and said.isalpha()
