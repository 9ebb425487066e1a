"""What a shared passage is: prose, reported speech on both sides, or a text that stood somewhere for anyone to take.

Reported speech is what the annotation found, and whatever stands between quotation marks. It is public where both sides
report it and either names a post, a statement, a filing or a transcript that it stood in. A post or a transcript that
stands as such on either side is public too: the other may have taken it from there, with or without marks.
"""

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.align import MIN_WORDS
from firsthand.link.copies.body import Body
from firsthand.link.copies.chains import Chain, cut
from firsthand.link.copies.speech import NAMED, POSTED, REPORTED
from firsthand.model import CopyKind

# The share of a passage that must be reported speech on both sides for the passage to be a shared quotation. Ours.
QUOTED_SHARE = 0.8
# From this share on it is one too if the words around the speech are too few to be a passage: who said it, and when.
MOSTLY = 0.5
# What a word outside of speech costs where the end of a passage is looked at: "he said" may stand within a quotation.
_OUTSIDE = -2


class Kinds:
    """Tells passages of two articles by what they are."""

    def __init__(self, earlier: Body, later: Body) -> None:
        self._earlier, self._later = earlier.speech, later.speech
        self._lengths = later.ends - later.starts

    def of(self, chain: Chain) -> CopyKind:
        """Return what a passage is: prose where it holds as much of that as a passage must, or more than speech."""
        shared, public = self._flags(chain)
        weights = self._weights(chain)
        quoted = (weights * shared).sum() / weights.sum()
        if quoted < QUOTED_SHARE and (quoted < MOSTLY or (~shared).sum() >= MIN_WORDS):
            return "prose"
        return "public" if (weights * public).sum() >= QUOTED_SHARE * (weights * shared).sum() else "quotation"

    def apart(self, chain: Chain) -> list[Chain]:
        """Return the passage in pieces: a long quotation at either end stands apart from the prose that it meets.

        Both may have heard it. A quotation within copied prose was copied with it, and stays.
        """
        shared, _ = self._flags(chain)
        start, end = _quoted_end(shared), len(shared) - _quoted_end(shared[::-1])
        cuts = [k for k in (start, end) if MIN_WORDS <= k <= len(shared) - MIN_WORDS]
        if len(cuts) == 2 and cuts[1] - cuts[0] < MIN_WORDS:
            return [chain]
        pieces: list[Chain] = []
        rest = chain
        for k in reversed(cuts):
            rest, piece = cut(rest, k)
            pieces.append(piece)
        return [rest, *reversed(pieces)]

    def _flags(self, chain: Chain) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Return for each equal word whether it is reported or posted, and whether that was in public."""
        e = np.concatenate([self._earlier[run.a : run.a + run.size] for run in chain])
        f = np.concatenate([self._later[run.b : run.b + run.size] for run in chain])
        posted = (e | f) & POSTED > 0
        reported = e & f & REPORTED > 0
        return reported | posted, posted | (reported & ((e | f) & NAMED > 0))

    def _weights(self, chain: Chain) -> npt.NDArray[np.int64]:
        return np.concatenate([self._lengths[run.b : run.b + run.size] for run in chain])


def _quoted_end(shared: npt.NDArray[np.bool_]) -> int:
    """Return how many words from the front on are speech, up to where a passage's worth of words is none."""
    total = np.cumsum(np.where(shared, 1, _OUTSIDE))
    fallen = np.flatnonzero(np.maximum.accumulate(np.maximum(total, 0)) - total >= -_OUTSIDE * MIN_WORDS)
    reach = total[: fallen[0]] if len(fallen) else total
    return int(reach.argmax()) + 1 if reach.max(initial=0) > 0 else 0
