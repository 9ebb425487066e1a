"""What an encoder adds: how near two wordings are in meaning, and which wordings of two languages are one utterance.

Words of two languages cannot be compared, so there only the encoder speaks, and it must speak clearly: each is the
other's nearest among all that the speaker is quoted with in the story, near enough, and no second is about as near;
and they differ in no amount, denial or name (``meaning_across``).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from firsthand.link.statements.encoder import Encoder, Vectors
from firsthand.link.statements.meaning_across import parted
from firsthand.link.statements.said import Node
from firsthand.link.statements.wording import Wording

# The encoder's cosines of any two sentences lie above the first; this maps them to [0, 1].
LEAST, MOST = 0.7, 1.0
# A translation has this cosine at least, and the next best is this much below: of the 24 true pairs of
# benchmarks/variants/languages.jsonl 22 are that near, and none of the 120 others (`run.py`).
TRANSLATION = 0.88
CLEAR = 0.02
# Of a block so many wordings of each language are held against those of others, the best attested: bounds any block.
COMPARED = 256
COMPARED_IN_ALL = 1_024
# What a translation that is clear counts as, beside probabilities of one language.
SURE = 0.9


class Meanings:
    """Vectors of wordings, each encoded once."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the encoder; nothing is encoded yet."""
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def near(self, pairs: Sequence[tuple[Wording, Wording]]) -> npt.NDArray[np.float64]:
        """Return how near the two of each pair are in meaning, in [0, 1], shape ``(len(pairs),)``."""
        if not pairs:
            return np.empty(0)
        left, right = (self.vectors([w.whole.text for w in side]) for side in zip(*pairs, strict=True))
        cosines = np.einsum("ij,ij->i", left, right).astype(np.float64)
        return np.asarray(np.clip((cosines - LEAST) / (MOST - LEAST), 0.0, 1.0))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.array([self._known[text] for text in texts])

    def translations(self, block: Sequence[Node]) -> Iterator[tuple[int, int]]:
        """Yield places of two wordings in two languages that are one utterance, the lower first; see the module."""
        places = list(_bounded(block))
        languages = np.array([block[p].said[0].language or "" for p in places])
        if len(set(languages) - {""}) < 2:
            return
        rows = self.vectors([block[p].said[0].text for p in places])
        for i, j in _clear_pairs(rows @ rows.T, languages):
            if not parted(block[places[i]].said[0], block[places[j]].said[0]):
                yield min(places[i], places[j]), max(places[i], places[j])


def _bounded(block: Sequence[Node]) -> Iterator[int]:
    counts: Counter[str | None] = Counter()
    for place, node in enumerate(block):
        counts[node.said[0].language] += 1
        if counts[node.said[0].language] <= COMPARED and counts.total() <= COMPARED_IN_ALL:
            yield place


def _clear_pairs(cosines: Vectors, languages: npt.NDArray[np.str_]) -> Iterable[tuple[int, int]]:
    """Yield the pairs that are each other's nearest in the other's language, by a margin."""
    for language, other in combinations(sorted(set(languages) - {""}), 2):
        mine, theirs = np.flatnonzero(languages == language), np.flatnonzero(languages == other)
        part = cosines[np.ix_(mine, theirs)]
        for a, b in enumerate(part.argmax(axis=1)):
            rivals = max(np.delete(part[a], b).max(initial=-1.0), np.delete(part[:, b], a).max(initial=-1.0))
            if part[a, b] >= TRANSLATION and part[a, b] - rivals >= CLEAR:
                yield int(mine[a]), int(theirs[b])
