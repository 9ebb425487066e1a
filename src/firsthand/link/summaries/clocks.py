"""Whose time of publication can be believed, so that what its words say of days can be resolved by it.

Tracing judges clocks once more, with families of texts known (``trace/evidence/clocks``); the bounds are the same.
"""

from collections.abc import Mapping, Sequence
from statistics import median

from firsthand.link.stories.profiles import days
from firsthand.model import Article, Story

FETCH_SLACK = 1.0  # days that a page may be dated after it was fetched: clocks stand in other time zones
FAR = 3653.0  # days from the middle of the corpus; more is a broken clock (1970, 2099)
STORY_FAR = 30.0  # days from the middle of its story; more is a page whose address was used again, or a wrong clock
ENOUGH_TO_JUDGE = 3


def usable(stories: Sequence[Story], articles: Mapping[str, Article]) -> frozenset[str]:
    """Return the ids of the articles of ``stories`` that have a time of publication which can be right."""
    times = {key: day for key, article in articles.items() if (day := days(article.published)) is not None}
    near = _near(times, FAR)
    out: set[str] = set()
    for story in stories:
        own = {a: times[a] for a in story.articles if a in near and not _after_fetching(articles[a], times[a])}
        out |= _near(own, STORY_FAR)
    return frozenset(out)


def _near(times: Mapping[str, float], most: float) -> set[str]:
    """Return whose times are at most ``most`` days from the middle; all of them where there are too few to judge."""
    if len(times) < ENOUGH_TO_JUDGE:
        return set(times)
    middle = median(times.values())
    return {key for key, day in times.items() if abs(day - middle) <= most}


def _after_fetching(article: Article, published: float) -> bool:
    fetched = days(article.fetched)
    return fetched is not None and published > fetched + 1 + FETCH_SLACK
