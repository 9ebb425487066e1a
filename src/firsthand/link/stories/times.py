"""When articles appeared, and what it tells that two appeared at about the same time.

News of one event comes within hours; but in a corpus of one morning everything does. So two articles are near in time
by how much nearer they are than any two of their corpus.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Days in which the nearness of two times falls to 1/e. From 0.3 to 1 no set moves by more than 0.01 BCubed.
SPAN = 0.6
# Times of fetching stand for unknown times of publication only where pages that tell both were fetched as fresh as
# this, in days: an archive is fetched in an hour, whatever its age.
FRESH = 1.0
# Known times at which the usual nearness is half to be trusted: in a small corpus the pairs of one story make up much
# of it. With 0 small samples of incidents lose 0.02 BCubed, with 100 lineage loses what nearness brings.
FEW_TIMES = 30


def appeared(published: Floats, fetched: Floats) -> Floats:
    """Return for each article the day since 1970 on which it appeared, NaN where that cannot be told.

    That is the day of publication; where it is unknown, that of fetching, in a corpus that was fetched fresh.
    """
    age = fetched - published
    age = age[~np.isnan(age)]
    if not len(age) or np.median(np.abs(age)) > FRESH:
        return published
    return np.where(np.isnan(published), fetched, published)


def nearness(first: Floats, second: Floats) -> Floats:
    """Return how near times (in days) are to each other, in 0..1; NaN where one is unknown."""
    return np.asarray(np.exp(-np.abs(first - second) / SPAN))


def extra_nearness(times: Floats, usual: float, left: Ints, right: Ints, known: int | None = None) -> Floats:
    """Return how much nearer than usual the times ``left[k]`` and ``right[k]`` are, in -1..1; 0 where one is unknown.

    The fewer times of the corpus are known (``known``, where these are not all), the less of it counts.
    """
    seen = int(np.count_nonzero(~np.isnan(times))) if known is None else known
    return np.asarray(np.nan_to_num(nearness(times[left], times[right]) - usual) * (seen / (seen + FEW_TIMES)))


def usual_nearness(times: Floats) -> float:
    """Return the mean nearness of all pairs of known times, 0 for less than two; linear but for the sorting."""
    known = np.sort(times[~np.isnan(times)])
    if len(known) < 2:
        return 0.0
    total = before = 0.0  # before: the nearness of a time to all that are earlier
    for step in nearness(known[1:], known[:-1]).tolist():
        before = (before + 1) * step
        total += before
    return total / (len(known) * (len(known) - 1) / 2)
