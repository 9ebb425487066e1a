"""Words of a later story that refer back to an earlier one: "on Sunday", "last month's summit", "the 4 May vote".

A date refers back if it is the day of the earlier event, and the sentence that names it says something of that event.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from firsthand.link.stories.profiles import days, spans
from firsthand.link.stories.words import IGNORED, stem
from firsthand.model import Annotation, Article, Passage, Reason, Story
from firsthand.text import squeeze, words

Telling = tuple[Story, Sequence[Article]]
STORIES = 8  # of a line, the last ones, that are looked back to
HEADLINE = 80  # characters of one in a reason
MEMBERS = 12  # articles of each story that are read
CHARACTERS = 12_000  # of each, from the top
# Telling words that a sentence with the day of the earlier event must share with that event's headline and summary.
LEAST_SHARED = 2
AROUND = 220  # characters on both sides of a date in which its sentence is looked for
_BREAK = re.compile(r"[.!?]\s|\n")
_LAST = re.compile(
    r"\b(?P<turn>last|this|earlier this) (?P<unit>week|weekend|month|year)(?:[’']s)?\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?: [^\W_][\w-]*){1,2}")


class _Found(NamedTuple):
    said: str
    passage: Passage
    shared: int


def refers_back(
    line: Sequence[Telling], later: Story, later_articles: Sequence[Article], annotations: Mapping[str, Annotation]
) -> Reason | None:
    """Return the reason that the later story refers to the event of one of the earlier stories ``line``, or None.

    What only that one of them tells must stand in the sentence: "ran aground last month" is the grounding's, not the
    hearing's of the same month. The passage cited first is the day or period, the others date the earlier event.
    """
    told = [_told_by(story, articles) for story, articles in line[-STORIES:]]
    best: tuple[int, _Found, Story] | None = None
    for at, (earlier, _) in enumerate(line[-STORIES:]):
        own = told[at].difference(*(told[:at] + told[at + 1 :]))
        found = _best(earlier, own, later, later_articles, annotations)
        if found and (best is None or found.shared >= best[0]):
            best = (found.shared, found, earlier)
    if best is None:
        return None
    _, said, earlier = best
    day = earlier.happened or (earlier.first or "")[:10]
    text = f"The later story says “{said.said}” of what “{shortened(earlier.headline)}” told ({day})"
    return Reason("refers-back", text, (said.passage, *earlier.dates[:2]))


def shortened(headline: str) -> str:
    """Return a headline short enough to stand in a sentence."""
    return headline if len(headline) <= HEADLINE else f"{headline[:HEADLINE].rsplit(' ', 1)[0]} …"


def _best(
    earlier: Story,
    told: frozenset[str],
    later: Story,
    later_articles: Sequence[Article],
    annotations: Mapping[str, Annotation],
) -> _Found | None:
    happened = _day(earlier.happened if earlier.happened_precision == "day" else earlier.first)
    if happened is None or later.happened == happened.isoformat():
        return None
    found = (f for a in later_articles[:MEMBERS] for f in _references(a, annotations.get(a.id), happened, told))
    best = max(found, key=lambda f: (f.shared, -f.passage.start, f.passage.article), default=None)
    return best if best and best.shared >= LEAST_SHARED else None


def _references(
    article: Article, annotation: Annotation | None, happened: date, told: frozenset[str]
) -> Iterator[_Found]:
    """Yield the article's words that name the day or period of ``happened``, with what their sentence shares."""
    published = _day(article.published)
    own = [(start, min(end, start + CHARACTERS)) for start, end, kind in spans(article) if kind in ("body", "dek")]
    for mention in annotation.dates if annotation else ():
        if mention.value[:10] == happened.isoformat() and any(a <= mention.start < b for a, b in own):
            yield _found(article, mention.start, mention.end, told)
    if published is None:
        return
    for start, end in own:
        for m in _LAST.finditer(article.text, start, end):
            if _within(m["turn"].lower(), m["unit"].lower(), happened, published):
                yield _found(article, m.start(), m.end(), told)


def _found(article: Article, start: int, end: int, told: frozenset[str]) -> _Found:
    sentence_start, sentence_end = _sentence(article.text, start, end)
    shared = _stems(article.text[sentence_start:sentence_end]) & told
    said_end = _with_noun(article.text, end, sentence_end)
    return _Found(squeeze(article.text[start:said_end]), Passage(article.id, start, said_end), len(shared))


def _with_noun(text: str, end: int, limit: int) -> int:
    """Return where the words end that a possessive leads: "last month's summit", "Sunday's vote"."""
    if text[end : end + 2] in ("'s", "’s"):
        end += 2
    if text[end - 2 : end] not in ("'s", "’s"):
        return end
    following = _NOUN.match(text, end, limit)
    return following.end() if following else end


def _within(turn: str, unit: str, happened: date, published: date) -> bool:
    """Tell whether a day lies in "last week", "this month", … as said on the day ``published``."""
    if happened > published:
        return False
    back = 1 if turn == "last" else 0
    if unit in ("week", "weekend"):
        monday = published - timedelta(days=published.weekday())
        first = monday - timedelta(days=7 * back)
        inside = first <= happened < first + timedelta(days=7)
        return inside and (unit == "week" or happened.weekday() >= 4)
    if unit == "month":
        months = (published.year * 12 + published.month) - (happened.year * 12 + happened.month)
        return months == back
    return published.year - happened.year == back


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    before = [m.end() for m in _BREAK.finditer(text, low, start)]
    after = _BREAK.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def _told_by(story: Story, articles: Sequence[Article]) -> frozenset[str]:
    """Return the telling stems of a story's headline and summary."""
    texts = {a.id: a.text for a in articles}
    parts = [story.headline, *(texts[p.article][p.start : p.end] for p in story.summary if p.article in texts)]
    return frozenset().union(*(_stems(part) for part in parts))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words(text)) - IGNORED


def _day(time: str | None) -> date | None:
    if days(time) is None or len(time or "") < len("2031-03-04"):
        return None
    return date.fromisoformat((time or "")[:10]) if (time or "")[4] == "-" else None
