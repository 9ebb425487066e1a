"""How likely it is that two documents report one event: a small trained model over a handful of named signs."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import sparse

from firsthand.data import weights
from firsthand.link.stories.short import short_odds, short_pairs
from firsthand.link.stories.times import extra_nearness
from firsthand.link.stories.vectors import Floats, Ints, Vectors, cross_products, row_products

# What the model in ``pairs.json`` was fitted on, by ``python -m training.stories``, which prints how it holds.
SIGNS = (
    *("words", "names", "lead", "figures", "phrases", "words_squared"),
    *("lead_told_by_one", "lead_told_by_both", "names_told_by_one", "names_told_by_both"),
    *("counts_conflict", "gap", "other_utterances", "dates_conflict", "dates_shared", "ages_shared", "ages_conflict"),
    *("near", "size"),
)
# Not fitted, for the sets hardly have such pairs. Ours.
# The names in one are not those in the other: the same kind of event in another town, told in the same phrases.
OTHER_NAMES = -4.0
LEAST_NAMES, STRANGE_NAMES = 3, 0.35  # names that each side must have; the root of their cosine below which they differ
# Two leads report one person's words, both go on quoting that person, and no utterance is alike: two occasions.
OTHER_OCCASION = -5.0
# More than half of ``story_days`` apart (in full from ``story_days`` on), and the key facts differ: of the days, the
# counts and the utterances that the two give, two kinds at least. Time alone is no veto: a quarter of the same-story
# pairs of incidents and ecbplus are two weeks apart, and a veto by time loses 0.01 BCubed on both.
LATER_EVENT = -8.0
# Both name something in the headline or the first sentence, neither names anywhere what the other does there, and they
# count one thing differently: 4 killed in Peru, 6 in Turkey, in the phrases that news has for every earthquake. Numbers
# alone are no veto, for tolls rise, nor are names: on fnc 13 of 18 such pairs are one event. Of the 16,800 same-story
# pairs of incidents, ecbplus, fnc and triplets with log odds above -1 both together part 2, and 2 of 4,000 others.
OTHER_GROUND = -8.0
# A street that both name, up to two, and the streets of two texts of which none is the same. Not fitted with the
# others, for of the sets only incidents names streets: pairs that the model gives 0.69 are one event in 0.15 where the
# streets differ, and pairs that it gives 0.31 in 0.68 where one is shared: log odds of 1.6 to 2.5. From 1 to 2
# incidents gains 0.002 to 0.004 BCubed, ecbplus, triplets and lineage stay, fnc loses 0.001.
STREET = 2.0
VETOES = (OTHER_NAMES, OTHER_OCCASION, LATER_EVENT, OTHER_GROUND)
ALIKE, UNLIKE = 0.5, 0.25  # cosines of two quotations: perhaps one utterance in two wordings; hardly one
# A passage copied from one to the other, by its share of both texts: a shared half is as good as certain, a paragraph
# of background (a tenth) changes little.
COPY_WEIGHT = 8.0
# On other ground a passage in common names neither's: two texts on one form ("for the three months ended June 30").
# It says nothing and lifts no veto, unless it is so much of both. Invented pairs of earthquakes, quarters and
# crashes share 0.4 to 0.7 so. Ours.
FORM = 0.7

# An unlikely pair counts as less than nothing in an average: two strangers are not one story for a friend in common.
STRANGERS = -0.4
_STRANGE_FROM, _STRANGE_FULL = -3.0, -6.0


@dataclass(frozen=True, slots=True)
class Model:
    """One hidden layer beside a straight line: ``tanh(z W + b) v + z u + c`` over the signs, centred and scaled."""

    centre: Floats
    scale: Floats
    hidden: Floats
    bias: Floats
    out: Floats
    line: Floats
    intercept: float

    def __call__(self, x: Floats) -> Floats:
        """Return the log odds of pairs, given their signs, shape ``(pairs, len(SIGNS))``."""
        z = (x - self.centre) / self.scale
        return np.asarray(np.tanh(z @ self.hidden + self.bias) @ self.out + z @ self.line + self.intercept)


@cache
def shipped() -> Model:
    """Return the model that is shipped."""
    read = json.loads(weights.read("link/stories/pairs.json"))
    arrays = {
        name: np.array(value, dtype=np.float64) for name, value in read.items() if name not in ("intercept", "signs")
    }
    return Model(**arrays, intercept=float(read["intercept"]))


def signs(vectors: Vectors, left: Ints, right: Ints) -> tuple[Floats, Floats]:
    """Return the ``SIGNS`` of each pair, and how far each of the ``VETOES`` applies, in 0..1.

    The first five are square roots of cosines. ``told_by_one`` is how much of one lead stands in the other text, the
    greater of both ways, ``told_by_both`` the lesser. ``counts_conflict`` is how many things (up to 2) are counted
    differently in the two openings; ``gap`` is log(1 + time between), in units of ``LinkConfig.story_days``, 0 where a
    time is unknown, as is nearness; ``size`` is the log of the words of the shorter text.
    """
    words, names, lead, figures, phrases = (
        _root(m, left, right) for m in (vectors.words, vectors.names, vectors.lead, vectors.figures, vectors.phrases)
    )
    leads, named = (_told(m, vectors.present, left, right) for m in (vectors.lead_shares, vectors.name_shares))
    differing = row_products(vectors.counted, left, right) - row_products(vectors.counts, left, right)
    gap = np.nan_to_num(np.abs(vectors.day[left] - vectors.day[right]))
    likeness, speak = _likest_utterances(vectors, left, right)
    unlike = speak * np.clip((ALIKE - likeness) / ALIKE, 0, 1)
    same_dates, other_dates = _shared(vectors.dates, left, right)
    same_ages, other_ages = _shared(vectors.ages, left, right)
    fitted = (
        *(words, names, lead, figures, phrases, words * words, *leads, *named),
        *(np.clip(differing, 0, 2), np.log1p(gap), unlike, other_dates, np.minimum(same_dates, 1)),
        *(np.minimum(same_ages, 2), other_ages),
        extra_nearness(vectors.time, vectors.usual, left, right, vectors.known),
        np.log1p(np.minimum(vectors.size[left], vectors.size[right])),
    )
    naming = np.diff(vectors.names.indptr) >= LEAST_NAMES
    strange = (naming[left] & naming[right]) * np.clip(1 - names / STRANGE_NAMES, 0, 1)
    one_speaker = row_products(vectors.speakers, left, right) > 0
    occasion = speak * one_speaker * np.clip((ALIKE - likeness) / (ALIKE - UNLIKE), 0, 1)
    later = np.clip(2 * gap - 1, 0, 1) * np.clip(np.clip(differing, 0, 1) + unlike + other_dates - 1, 0, 1)
    other = _other_ground(vectors, left, right) * np.clip(differing, 0, 1)
    return np.stack(fitted, axis=1), np.stack([strange, occasion, later, other], axis=1)


def log_odds(vectors: Vectors, copied: sparse.csr_matrix, left: Ints, right: Ints) -> Floats:
    """Return the log odds that the pairs (``left < right``) report one event.

    ``copied`` holds, above its diagonal, the share of text that two documents have in common by copying: the geometric
    mean over both, in 0..1.
    """
    if not len(left):
        return np.zeros(0)
    brief = short_pairs(vectors, left, right)
    odds, form = np.empty(len(left)), np.zeros(len(left))
    share = np.asarray(copied[left, right]).ravel()
    fitted, vetoes = signs(vectors, left[~brief], right[~brief])
    vetoes[:, -1] *= share[~brief] < FORM
    odds[~brief] = shipped()(fitted) + vetoes @ np.array(VETOES) + street_odds(vectors, left[~brief], right[~brief])
    odds[brief] = short_odds(vectors, left[brief], right[brief])
    form[~brief] = vetoes[:, -1]
    return np.asarray(odds + COPY_WEIGHT * share * (1 - form))


def street_odds(vectors: Vectors, left: Ints, right: Ints) -> Floats:
    """Return what the streets that two texts name add to the log odds of pairs: none where one names none."""
    shared, other = _shared(vectors.streets, left, right)
    return np.asarray(STREET * (np.minimum(shared, 2) - other))


def affinity(odds: Floats) -> Floats:
    """Return what a pair counts in an average link: its probability, less up to 0.4 where that is next to nothing."""
    strange = np.clip((odds - _STRANGE_FROM) / (_STRANGE_FULL - _STRANGE_FROM), 0, 1)
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))) + STRANGERS * strange)


def _other_ground(vectors: Vectors, left: Ints, right: Ints) -> Floats:
    """Return 1 for pairs in one language that both name something first, and neither names what the other does."""
    naming = np.diff(vectors.anchors.indptr) > 0
    shared = cross_products(vectors.anchors, left, vectors.named, right)
    shared += cross_products(vectors.anchors, right, vectors.named, left)
    comparable = naming[left] & naming[right] & (vectors.language[left] == vectors.language[right])
    return np.asarray(comparable & (shared == 0), dtype=np.float64)


def _root(matrix: sparse.csr_matrix, left: Ints, right: Ints) -> Floats:
    return np.sqrt(np.maximum(row_products(matrix, left, right), 0))


def _told(shares: sparse.csr_matrix, present: sparse.csr_matrix, left: Ints, right: Ints) -> tuple[Floats, Floats]:
    """Return how much of one's share stands in the other, the greater and the lesser of both ways."""
    there = cross_products(shares, left, present, right)
    back = cross_products(shares, right, present, left)
    return np.maximum(there, back), np.minimum(there, back)


def _shared(matrix: sparse.csr_matrix, left: Ints, right: Ints) -> tuple[Floats, Floats]:
    """Return how many entries both rows have, and 1 for pairs where both rows have entries and share none, else 0."""
    shared = row_products(matrix, left, right)
    filled = np.diff(matrix.indptr) > 0
    return shared, np.asarray(filled[left] & filled[right] & (shared == 0), dtype=np.float64)


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
