"""Why articles are one story: what linking weighed, in the words of the articles.

The model of pairs (``evidence``) knows signs and weights. How much a sign matters for two articles is told by leaving
it out: the log odds with it, less those with the value that it has on average in pairs (an ablation, as in Zeiler and
Fergus 2014). Of the signs that matter, what both articles give, or give otherwise, is looked up in their texts
(``common``, ``wording``). Everything is worked out anew over the few articles that are given, so what is rare in the
corpus and what is common is known from these only, and an encoder's meanings are not among the reasons.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from firsthand.config import LinkConfig
from firsthand.link.stories.clusters import demand
from firsthand.link.stories.common import Given, given
from firsthand.link.stories.copies import copied_shares
from firsthand.link.stories.evidence import (
    COPY_WEIGHT,
    FORM,
    SIGNS,
    VETOES,
    affinity,
    log_odds,
    shipped,
    signs,
    street_odds,
)
from firsthand.link.stories.kinds import gathering
from firsthand.link.stories.profiles import profile
from firsthand.link.stories.short import short_pairs
from firsthand.link.stories.vectors import Floats, Ints, Vectors, vectors
from firsthand.link.stories.wording import FAMILIES, IN_VETO, Pair, against, in_favour, veto
from firsthand.model import Annotation, Article, Copy, Likeness, Neighbour, Reason, Story, StoryReasons

# Reasons on either side of a pair; what speaks for one event by less than LEAST log odds is not told. Ours.
MOST, LEAST = 4, 0.1
# From this part of its weight on a veto is told; and it parts two stories where it parts most of their pairs. Ours.
TOLD, MOSTLY = 0.25, 0.5
NEIGHBOURS = 3  # nearest other stories that are told


@dataclass(frozen=True, slots=True)
class _Held:
    """Articles and all that is known of their pairs; ``at`` maps ids to rows."""

    sides: Sequence[Given]
    at: Mapping[str, int]
    space: Vectors
    copied: sparse.csr_matrix
    characters: Mapping[tuple[int, int], int]
    common: Counter[str]
    days: float


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Pairs of articles with their log odds, what each family of signs brings, and how far each veto applies."""

    pairs: list[tuple[int, int]]
    odds: Floats
    brings: list[dict[str, float]]
    vetoes: Floats


def story_reasons(
    story: Story,
    others: Sequence[Story],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    copies: Sequence[Copy],
    config: LinkConfig,
) -> StoryReasons:
    """Return why a story is one, and what keeps the nearest of the ``others`` apart from it.

    Only members that are among ``articles`` are looked at; work grows with the square of their number, so a caller
    gives some dozens.
    """
    held = _held(articles, annotations, copies, config.story_days)
    members = [held.at[a] for a in story.articles if a in held.at]
    left_out = len(story.articles) - len(members)
    near = [n for other in others if (n := _neighbour(held, members, other))]
    near.sort(key=lambda found: (-found[0], found[1].story))
    return StoryReasons(story.id, tuple(_links(held, members)), tuple(n for _, n in near[:NEIGHBOURS]), left_out)


def _held(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], copies: Sequence[Copy], days: float
) -> _Held:
    ordered = sorted(articles.values(), key=lambda a: a.id)
    profiles = [profile(a, annotations.get(a.id)) for a in ordered]
    sides = [given(a, annotations.get(a.id), p) for a, p in zip(ordered, profiles, strict=True)]
    at = {a.id: row for row, a in enumerate(ordered)}
    shares = copied_shares(ordered, copies)
    cells = np.array(list(shares), dtype=np.int64).reshape(-1, 2)
    copied = sparse.csr_matrix((list(shares.values()), (cells[:, 0], cells[:, 1])), shape=(len(at), len(at)))
    characters: Counter[tuple[int, int]] = Counter()
    for c in copies:
        if c.kind == "prose" and c.earlier in at and c.later in at:
            one, other = sorted((at[c.earlier], at[c.later]))
            characters[one, other] += c.characters
    common = Counter(key for side in sides for key in {*side.names, *side.figures, *side.lead})
    return _Held(sides, at, vectors(profiles, days), copied, characters, common, days)


def _links(held: _Held, members: Sequence[int]) -> list[Likeness]:
    """Return each article with the one that it is likest to; one of several events holds no other."""
    several = {row for row in members if gathering(held.sides[row].article)}
    pairs = [
        (row, other)
        for row in members
        for other in members
        if row != other and (other not in several or several.issuperset(members))
    ]
    if not pairs:
        return []
    weighed = _weigh(held, pairs)
    best: dict[int, int] = {}
    for k, (row, _) in enumerate(pairs):
        if row not in best or weighed.odds[k] > weighed.odds[best[row]]:
            best[row] = k
    return [_likeness(held, weighed, best[row]) for row in members if row in best]


def _neighbour(held: _Held, members: Sequence[int], other: Story) -> tuple[float, Neighbour] | None:
    """Return another story and how near it is: the log odds of its likest pair with the members, but for vetoes. What
    they are told apart by is not to hide that they are alike.
    """
    theirs = [held.at[a] for a in other.articles if a in held.at]
    pairs = [(row, there) for row in members for there in theirs]
    if not pairs:
        return None
    weighed = _weigh(held, pairs)
    alike = weighed.odds - weighed.vetoes @ np.array(VETOES)
    best = int(np.argmax(alike))
    mean = float(affinity(weighed.odds).mean())
    found = Neighbour(
        other.id, other.headline, _likeness(held, weighed, best), tuple(_apart(held, weighed, mean, best))
    )
    return float(alike[best]), found


def _apart(held: _Held, weighed: _Weighed, mean: float, best: int) -> list[Reason]:
    """Return what keeps two stories apart: the vetoes that part most of their pairs, or that too little speaks for one.

    A veto is told by the likest of the pairs that it parts.
    """
    out = []
    for k in range(len(VETOES)):
        parted = np.flatnonzero(weighed.vetoes[:, k] >= TOLD)
        if len(parted) >= MOSTLY * len(weighed.pairs):
            example = best if best in parted else int(parted[np.argmax(weighed.odds[parted])])
            out.append(veto(k, _pair(held, *weighed.pairs[example])))
    if not out and mean < demand(1):
        out = [Reason("too-little", "Too little that is shared speaks for one event, taken over all their articles")]
    if not out:
        said = "These few articles could be of one event; over the corpus, or by a correction, they are not one story"
        out = [Reason("near", said)]
    return out


def _weigh(held: _Held, pairs: list[tuple[int, int]]) -> _Weighed:
    """Return what linking makes of pairs; for two headlines or the like no sign is told apart."""
    left, right = (np.array([f(p) for p in pairs], dtype=np.int64) for f in (min, max))
    odds = log_odds(held.space, held.copied, left, right)
    fitted, vetoes = signs(held.space, left, right)
    brief = short_pairs(held.space, left, right)
    vetoes[brief] = 0
    shares = np.asarray(held.copied[left, right]).ravel()
    vetoes[:, -1] *= shares < FORM
    beside = zip((COPY_WEIGHT * shares).tolist(), street_odds(held.space, left, right).tolist(), strict=True)
    brings = [
        {**found, "copies": copies, "streets": streets}
        for found, (copies, streets) in zip(_brings(fitted), beside, strict=True)
    ]
    return _Weighed(pairs, odds, brings, vetoes)


def _brings(fitted: Floats) -> list[dict[str, float]]:
    """Return for each pair what the families of signs bring to its log odds."""
    model = shipped()
    whole = model(fitted)
    out: list[dict[str, float]] = [{} for _ in range(len(fitted))]
    for family, names in FAMILIES.items():
        columns: Ints = np.array([SIGNS.index(name) for name in names], dtype=np.int64)
        without = fitted.copy()
        without[:, columns] = model.centre[columns]
        for found, value in zip(out, (whole - model(without)).tolist(), strict=True):
            found[family] = value
    return out


def _pair(held: _Held, row: int, other: int) -> Pair:
    share = held.characters.get((min(row, other), max(row, other)), 0)
    return Pair(held.sides[row], held.sides[other], share, lambda key: held.common[key], held.days)


def _likeness(held: _Held, weighed: _Weighed, k: int) -> Likeness:
    pair, brings = _pair(held, *weighed.pairs[k]), weighed.brings[k]
    told = sorted(brings, key=lambda family: (-brings[family], family))
    speaking = [r for family in told if (r := in_favour(family, pair)) and brings[family] >= LEAST]
    # Two headlines, or a pair that nothing lifts above the average, still have something in common to be shown.
    speaking = speaking or [r for family in told if (r := in_favour(family, pair))]
    vetoes = [veto(v, pair) for v in np.flatnonzero(weighed.vetoes[k] >= TOLD).tolist()]
    said = {family for v in vetoes for family in IN_VETO.get(v.rule, ())}
    doubts = [r for f in reversed(told) if brings[f] < 0 and f not in said and (r := against(f, pair))]
    return Likeness(
        pair.one.article.id,
        pair.other.article.id,
        round(float(weighed.odds[k]), 2),
        tuple(speaking[:MOST]),
        tuple([*vetoes, *doubts][:MOST]),
    )
