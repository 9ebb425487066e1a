"""How likely it is that two documents report one event: a logistic model over a handful of named signs."""

import numpy as np
from scipy import sparse

from firsthand.link.stories.times import extra_nearness
from firsthand.link.stories.vectors import Floats, Ints, Vectors, row_products

# Logistic regression over candidate pairs: ``python benchmarks/stories/calibrate.py`` prints these. The sets are
# ecbplus, triplets, fnc, incidents, and the lineage pages (many events of one running matter) at half weight, each
# whole and in small samples. A set left out of the fit loses about 0.01 BCubed.
SIGNS = ("words", "names", "lead", "figures", "counts_conflict", "gap", "other_utterances", "dates_conflict")
WEIGHTS = (10.85, 4.91, 4.24, 0.85, -1.18, -0.61, -1.06, -1.18)
INTERCEPT = -7.59
# Not fitted, for the sets hardly have such pairs: incidents, fnc, ecbplus and triplets move by less than 0.005. Ours.
# The names in one are not those in the other: the same kind of event in another town, told in the same phrases.
OTHER_NAMES = -4.0
LEAST_NAMES, STRANGE_NAMES = 3, 0.35  # names that each side must have; the root of their cosine below which they differ
# Two leads report one person's words, both go on quoting that person, and no utterance is alike: two occasions.
OTHER_OCCASION = -5.0
# More than ``story_days`` apart (in full from half as much again), and the key facts differ: of the days, the counts
# and the utterances that the two give, two kinds at least. Time alone is no veto: a quarter of the same-story pairs of
# incidents and ecbplus are two weeks apart, and a veto by time loses 0.01 BCubed on both.
LATER_EVENT = -6.0
# How much nearer in time than any two of the corpus. With it BCubed is 0.02 better on lineage, 0.035 on
# titles_multilingual, 0.007 on incidents and 0.004 on ecbplus than without; 5 loses 0.003 on incidents.
NEAR = 4.0
UNFITTED = (OTHER_NAMES, OTHER_OCCASION, LATER_EVENT, NEAR)
ALIKE, UNLIKE = 0.5, 0.25  # cosines of two quotations: perhaps one utterance in two wordings; hardly one
# A passage copied from one to the other, by its share of both texts: a shared half is as good as certain, a paragraph
# of background (a tenth) changes little.
COPY_WEIGHT = 8.0

# An unlikely pair counts as less than nothing in an average: two strangers are not one story for a friend in common.
STRANGERS = -0.4
_STRANGE_FROM, _STRANGE_FULL = -3.0, -6.0


def signs(vectors: Vectors, left: Ints, right: Ints) -> Floats:
    """Return one row for each pair: the ``SIGNS``, then those of ``UNFITTED``.

    The first four are square roots of cosines; ``counts_conflict`` is how many things (up to 2) are counted
    differently in the two openings; ``gap`` is log(1 + time between), in units of ``LinkConfig.story_days``, 0 where a
    time is unknown, as is nearness; the others are in 0..1.
    """
    roots = [_root(m, left, right) for m in (vectors.words, vectors.names, vectors.lead, vectors.figures)]
    differing = row_products(vectors.counted, left, right) - row_products(vectors.counts, left, right)
    gap = np.nan_to_num(np.abs(vectors.day[left] - vectors.day[right]))
    likeness, speak = _likest_utterances(vectors, left, right)
    unlike = speak * np.clip((ALIKE - likeness) / ALIKE, 0, 1)
    one_speaker = row_products(vectors.speakers, left, right) > 0
    occasion = speak * one_speaker * np.clip((ALIKE - likeness) / (ALIKE - UNLIKE), 0, 1)
    dates = _disjoint(vectors.dates, left, right)
    naming = np.diff(vectors.names.indptr) >= LEAST_NAMES
    strange = (naming[left] & naming[right]) * np.clip(1 - roots[1] / STRANGE_NAMES, 0, 1)
    later = np.clip(2 * (gap - 1), 0, 1) * np.clip(np.clip(differing, 0, 1) + unlike + dates - 1, 0, 1)
    counts, between = np.clip(differing, 0, 2), np.log1p(gap)
    near = extra_nearness(vectors.time, vectors.usual, left, right)
    return np.stack([*roots, counts, between, unlike, dates, strange, occasion, later, near], axis=1)


def log_odds(vectors: Vectors, copied: sparse.csr_matrix, left: Ints, right: Ints) -> Floats:
    """Return the log odds that the pairs (``left < right``) report one event.

    ``copied`` holds, above its diagonal, the share of text that two documents have in common by copying: the geometric
    mean over both, in 0..1.
    """
    if not len(left):
        return np.zeros(0)
    odds = signs(vectors, left, right) @ np.array([*WEIGHTS, *UNFITTED]) + INTERCEPT
    return np.asarray(odds + COPY_WEIGHT * np.asarray(copied[left, right]).ravel())


def affinity(odds: Floats) -> Floats:
    """Return what a pair counts in an average link: its probability, less up to 0.4 where that is next to nothing."""
    strange = np.clip((odds - _STRANGE_FROM) / (_STRANGE_FULL - _STRANGE_FROM), 0, 1)
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))) + STRANGERS * strange)


def _root(matrix: sparse.csr_matrix, left: Ints, right: Ints) -> Floats:
    return np.sqrt(np.maximum(row_products(matrix, left, right), 0))


def _disjoint(matrix: sparse.csr_matrix, left: Ints, right: Ints) -> Floats:
    """Return 1 for pairs where both rows have entries and share none, else 0."""
    filled = np.diff(matrix.indptr) > 0
    both = filled[left] & filled[right]
    return np.asarray(both & (row_products(matrix, left, right) == 0), dtype=np.float64)


def _likest_utterances(vectors: Vectors, left: Ints, right: Ints, batch: int = 10_000) -> tuple[Floats, Floats]:
    """Return for each pair the greatest cosine of an utterance of each side, and 1 if both sides have any, else 0."""
    said = np.diff(vectors.spoken)
    pairs = said[left] * said[right]
    likest = np.zeros(len(left))
    speaking = np.flatnonzero(pairs)
    for start in range(0, len(speaking), batch):
        part = speaking[start : start + batch]
        owner = np.repeat(part, pairs[part])
        k = np.arange(len(owner)) - np.repeat(np.cumsum(pairs[part]) - pairs[part], pairs[part])
        mine = vectors.spoken[left[owner]] + k // said[right[owner]]
        theirs = vectors.spoken[right[owner]] + k % said[right[owner]]
        np.maximum.at(likest, owner, row_products(vectors.speech, mine, theirs))
    return likest, (pairs > 0).astype(np.float64)
