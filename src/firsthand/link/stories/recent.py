"""The meanings of active articles, for a live reading with an encoder: who is near an arriving article in meaning.

The mean of a language, which is taken off before anything is compared (``meaning``), is that of the active articles.
"""

from collections.abc import Sequence

import numpy as np

from firsthand.link.statements.encoder import Encoder, Vectors
from firsthand.link.stories.meaning import NEIGHBOURS, REACH, Meaning, encoded, mean_of
from firsthand.link.stories.vectors import Floats
from firsthand.model import Article


class Recent:
    """Meanings by the numbers of articles; memory grows with the active ones, the work for one does not."""

    def __init__(self, encoder: Encoder) -> None:
        """Start with none."""
        self._encoder = encoder
        self._rows: dict[int, Vectors] = {}
        self._language: dict[int, str] = {}
        self._sums: dict[str, tuple[Floats, int]] = {}
        self._latest: Vectors = np.empty((0, 0), dtype=np.float32)  # the last REACH to 2 REACH rows, as they were coded
        self._numbers: list[int] = []  # of these

    def add(self, numbers: Sequence[int], articles: Sequence[Article]) -> None:
        """Encode articles that arrive."""
        if not numbers:
            return
        rows, languages = encoded(articles, self._encoder)
        for number, row, language in zip(numbers, rows.astype(np.float32), languages.tolist(), strict=True):
            self._rows[number], self._language[number] = row, language
            self._count(language, row, 1)
            if len(self._numbers) == len(self._latest):
                self._make_room(len(row))
            self._latest[len(self._numbers)] = row
            self._numbers.append(number)

    def remove(self, number: int) -> None:
        """Let go of an article."""
        self._count(self._language.pop(number), -self._rows.pop(number), -1)

    def nearest(self, numbers: Sequence[int]) -> list[list[int]]:
        """Return for each article those that mean most nearly the same, of the latest ``REACH`` at least."""
        here = [k for k, n in enumerate(self._numbers) if n in self._rows]
        latest = [self._numbers[k] for k in here]
        languages = sorted(self._sums)
        of = [languages.index(self._language[n]) for n in latest]
        asked = self.meaning(numbers).rows.astype(np.float32)
        means = np.array([self._mean(name) for name in languages], dtype=np.float32)
        likeness = (self._latest[: len(self._numbers)] @ asked.T)[here] - (means @ asked.T)[of]
        order = np.argsort(-likeness, axis=0, kind="stable")[: NEIGHBOURS + 1].T
        return [[latest[k] for k in best if latest[k] != n] for n, best in zip(numbers, order.tolist(), strict=True)]

    def meaning(self, numbers: Sequence[int]) -> Meaning:
        """Return the meanings of articles, in the order of their numbers."""
        rows = np.array([self._rows[n] for n in numbers], dtype=np.float64)
        names = [self._language[n] for n in numbers]
        means = {name: self._mean(name) for name in set(names)}
        return Meaning(rows - np.array([means[name] for name in names]), np.array(names, dtype=object))

    def _mean(self, language: str) -> Floats:
        return mean_of(language, self._sums)

    def _count(self, language: str, row: Floats | Vectors, step: int) -> None:
        total, count = self._sums.get(language, (np.zeros(len(row)), 0))
        self._sums[language] = (total + row, count + step)

    def _make_room(self, width: int) -> None:
        """Double the room for the latest rows, up to twice ``REACH``; then keep the latest half."""
        kept = self._numbers[-REACH:] if len(self._numbers) == 2 * REACH else self._numbers
        room = np.zeros((min(2 * REACH, max(64, 2 * len(kept))), width), dtype=np.float32)
        if kept:
            room[: len(kept)] = self._latest[len(self._numbers) - len(kept) : len(self._numbers)]
        self._latest, self._numbers = room, list(kept)
