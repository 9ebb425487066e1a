"""Stories: which articles report one event.

Each article becomes a handful of sparse vectors (``profiles``, ``vectors``); reprints count once (``copies``); an
index of rare terms proposes pairs (``candidates``); a small model weighs what speaks for and against each
(``evidence``), for headlines and across languages with an encoder where one is set (``meaning``); average link on the
sparse graph of pairs concludes (``clusters``).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy import sparse

from firsthand.config import LinkConfig
from firsthand.link.statements.encoder import load
from firsthand.link.stories.candidates import candidates, distinct
from firsthand.link.stories.components import cluster_by_parts
from firsthand.link.stories.copies import copied_shares, representatives, share_matrix
from firsthand.link.stories.evidence import affinity, log_odds
from firsthand.link.stories.headlines import central_headline
from firsthand.link.stories.kinds import Gathering, gatherings
from firsthand.link.stories.meaning import Meaning
from firsthand.link.stories.profiles import days, order, profile
from firsthand.link.stories.several import apart, at_home
from firsthand.link.stories.short import is_short
from firsthand.link.stories.vectors import PROFILES, Floats, Ints, Numbered, Vectors, joined, numbered
from firsthand.model import Annotation, Article, Copy, Story
from firsthand.stage import Spread, here, portions
from firsthand.text import short_hash

__all__ = ["link_stories", "make_story", "story_order"]

# Pairs that are weighed at once: what bounds memory. Ours.
WEIGHED = 50_000


def link_stories(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotation],
    copies: Sequence[Copy],
    config: LinkConfig,
    spread: Spread = here,
    several: Mapping[str, Gathering] | None = None,
) -> list[Story]:
    """Return the stories that the articles tell, by first publication: each article is in exactly one.

    ``annotations`` maps article ids; an article without one is compared by its words. Articles more than
    ``config.story_days`` apart need more in common. The result does not depend on the order of the articles. Work and
    memory grow about linearly with the text. ``spread`` is given the reading of each article's words. ``several`` are
    the ``gatherings`` of the articles where they are known.
    """
    ordered = sorted({a.id: a for a in articles}.values(), key=order)
    several = gatherings(ordered, spread) if several is None else several
    shares = copied_shares(ordered, copies)
    representative = representatives(ordered, shares, spread)
    rows = {position: row for row, position in enumerate(sorted(set(representative)))}
    given = ((ordered[i], annotations.get(ordered[i].id)) for i in rows)
    space = joined(spread(_profiled, portions(given, PROFILES)), config.story_days)
    copied = share_matrix(shares, representative, rows)
    told = defaultdict(list)
    for position, article in enumerate(ordered):
        told[rows[representative[position]]].append(article)
    encoder = load(config.encoder)
    meaning = Meaning.of([ordered[i] for i in rows], encoder) if encoder else None
    wide = {row for row, same in told.items() if all(a.id in several for a in same)}
    reprinted = [len(told[row]) > 1 for row in range(len(space))]
    groups = _groups(space, copied, meaning, wide, reprinted)
    stories = [
        make_story([a for row in group for a in told[row]], central_headline(_nearest_first(space, group, told)))
        for group in groups
    ]
    return sorted(stories, key=story_order)


def make_story(articles: Sequence[Article], headline: str) -> Story:
    """Return the story that the articles tell, under ``headline``: its id is made of the one published first."""
    times = sorted((a.published for a in articles if a.published), key=lambda t: (days(t) or 0.0, t))
    first = min(articles, key=lambda a: (a.published or "", a.id))
    return Story(
        id=short_hash("story", first.id),
        headline=headline,
        articles=tuple(a.id for a in sorted(articles, key=order)),
        first=times[0] if times else None,
        last=times[-1] if times else None,
    )


def story_order(story: Story) -> tuple[bool, float, str]:
    """A key that sorts stories by first publication; those without a time come last."""
    return story.first is None, days(story.first) or 0.0, story.id


def _profiled(portion: Sequence[tuple[Article, Annotation | None]]) -> Numbered:
    return numbered(profile(article, annotation) for article, annotation in portion)


def _groups(
    space: Vectors,
    copied: sparse.csr_matrix,
    meaning: Meaning | None,
    wide: Collection[int],
    reprinted: Sequence[bool],
) -> list[list[int]]:
    left, right = _with_copied(*candidates(space.words), copied)
    left, right = distinct((left, right), candidates(space.pieces))
    if meaning:
        left, right = distinct((left, right), meaning.candidates())

    def weighed(left: Ints, right: Ints) -> Floats:
        odds = log_odds(space, copied, left, right)
        return affinity(meaning.weigh(odds, space, left, right) if meaning else odds)

    def pair_affinity(left: Ints, right: Ints) -> Floats:
        parts = (slice(start, start + WEIGHED) for start in range(0, len(left), WEIGHED))
        return np.concatenate([np.empty(0), *(weighed(left[part], right[part]) for part in parts)])

    clusters = cluster_by_parts(
        len(space), *apart(wide, left, right), pair_affinity, is_short(space).tolist(), reprinted
    )
    groups = [g for g in clusters if g[0] not in wide]
    return at_home(meaning.unite(groups, space) if meaning else groups, wide, left, right, pair_affinity)


def _with_copied(left: Ints, right: Ints, copied: sparse.csr_matrix) -> tuple[Ints, Ints]:
    more = copied.tocoo()
    return distinct((left, right), (more.row, more.col))


def _nearest_first(space: Vectors, group: list[int], told: Mapping[int, list[Article]]) -> list[Article]:
    """Return the articles of a group, reprints beside each other, the nearest to the group's centre first."""
    return [article for row in _central(space, group) for article in told[row]]


def _central(space: Vectors, group: list[int]) -> list[int]:
    """Return the rows of a group, the one nearest to the group's centre first."""
    if len(group) == 1:
        return group
    part = space.words[group]
    nearness = np.asarray(part @ np.asarray(part.sum(axis=0)).T).ravel()
    return [group[k] for k in sorted(range(len(group)), key=lambda k: (-round(float(nearness[k]), 9), k))]
