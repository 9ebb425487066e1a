"""Short texts: headlines, whose handful of words seldom are the same in two tellings of one event.

They are compared by the pieces of their words and by the time between them, and by their meanings where an encoder is
set. Two headlines of one event may still share nothing, so each pair says little, and what counts is that many pairs
speak for it: clusters of short texts are joined by less than an average (``clusters``).
"""

import numpy as np
import numpy.typing as npt

from firsthand.link.stories.profiles import SHORT
from firsthand.link.stories.vectors import Floats, Ints, Vectors, row_products

# Log odds of a pair: so much for the root of the cosine of pieces, for the nearness in time (which falls to 1/e in
# SPAN days; an unknown time is neither near nor far), and for two languages, which share fewer pieces; less LEVEL.
# With an encoder also for the cosine of meanings. Rounded from logistic regressions over all of titles_multilingual in
# which each story weighs about the same; fitted on one half of its stories at a time they link about as well.
SPAN, UNKNOWN_NEAR = 2.0, 0.5
PIECES, NEAR, TWO_LANGUAGES, LEVEL = 7.0, 4.6, 1.1, 8.75
MEANT_MEANING, MEANT_PIECES, MEANT_NEAR, MEANT_TWO, MEANT_LEVEL = 8.0, 3.0, 4.5, 1.0, 9.5


def is_short(vectors: Vectors) -> npt.NDArray[np.bool_]:
    """Tell of each text whether it is short."""
    return vectors.size < SHORT


def short_pairs(vectors: Vectors, left: Ints, right: Ints) -> npt.NDArray[np.bool_]:
    """Tell of each pair whether both texts are short."""
    brief = is_short(vectors)
    return np.asarray(brief[left] & brief[right])


def short_odds(vectors: Vectors, left: Ints, right: Ints, meant: Floats | None = None) -> Floats:
    """Return the log odds that pairs of short texts report one event; ``meant`` are the cosines of their meanings."""
    alike = np.sqrt(np.maximum(row_products(vectors.pieces, left, right), 0))
    gap = np.abs(vectors.time[left] - vectors.time[right])
    near = np.where(np.isnan(gap), UNKNOWN_NEAR, np.exp(-np.nan_to_num(gap) / SPAN))
    two = (vectors.language[left] != vectors.language[right]).astype(np.float64)
    if meant is None:
        return np.asarray(PIECES * alike + NEAR * near + TWO_LANGUAGES * two - LEVEL)
    return np.asarray(MEANT_MEANING * meant + MEANT_PIECES * alike + MEANT_NEAR * near + MEANT_TWO * two - MEANT_LEVEL)
