"""How a live reading weighs pairs: by the model of batch mode, and by what it knows today of what is rare."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from firsthand.config import LinkConfig
from firsthand.link.statements.encoder import load
from firsthand.link.stories.active import Frequencies, Index, heaviest, rows_of
from firsthand.link.stories.board import Node
from firsthand.link.stories.copies import share_matrix
from firsthand.link.stories.evidence import affinity, log_odds
from firsthand.link.stories.recent import Recent
from firsthand.link.stories.vectors import Vectors, assemble
from firsthand.model import Article
from firsthand.text import short_hash

Terms = list[tuple[int, float]]

SAMPLE = 1_000  # times kept to tell how near any two are


class Weighing:
    """What is rare, what is near in time and in meaning, and who shares rare words, among active articles."""

    def __init__(self, config: LinkConfig, nodes: Mapping[int, Node]) -> None:
        """Take the active articles by their numbers, which others add to."""
        self._config, self._nodes = config, nodes
        self._words, self._pieces, self._frequencies = Index(), Index(), Frequencies()
        encoder = load(config.encoder)
        self._recent = Recent(encoder) if encoder else None
        self._times: list[tuple[str, float]] = []

    def enter(self, numbers: Sequence[int], articles: Sequence[Article]) -> None:
        """Take in what arriving articles bring."""
        self.count(numbers)
        self.encode(numbers, articles)

    def encode(self, numbers: Sequence[int], articles: Sequence[Article]) -> None:
        """Take in what articles mean: of many the latest are remembered, so they are to be looked up as they come."""
        if self._recent:
            self._recent.add(numbers, articles)

    def count(self, numbers: Sequence[int]) -> None:
        """Count the words and the times of articles."""
        for number in numbers:
            node = self._nodes[number]
            self._frequencies.add(node.row)
            if node.day is not None:
                insort(self._times, (short_hash(node.id), node.day))
                del self._times[SAMPLE:]

    def remove(self, number: int, node: Node) -> None:
        """Let go of an article."""
        self._words.remove(number, node.terms)
        self._pieces.remove(number, node.pieces)
        if self._recent:
            self._recent.remove(number)

    def candidates(self, numbers: Sequence[int]) -> list[list[int]]:
        """Return for each article those before it that share rare terms, or mean much the same; enter it for others.

        An article may be looked up again, when more is known of what is rare.
        """
        own = self.space(numbers)
        meant = self._recent.nearest(numbers) if self._recent else [[] for _ in numbers]
        out = []
        for number, words, pieces, alike in zip(numbers, rows_of(own.words), rows_of(own.pieces), meant, strict=True):
            node = self._nodes[number]
            node.terms = _looked_up(number, self._words, node.terms, heaviest(*words))
            node.pieces = _looked_up(number, self._pieces, node.pieces, heaviest(*pieces))
            near = [*self._words.nearest(node.terms), *self._pieces.nearest(node.pieces), *alike]
            out.append([n for n in dict.fromkeys(near) if n != number])
        return out

    def weigh(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Work out the affinities of pairs of articles."""
        if not pairs:
            return
        numbers = sorted({n for pair in pairs for n in pair})
        at = {n: k for k, n in enumerate(numbers)}
        space = self.space(numbers)
        left, right = (np.array([at[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
        here = {(at[a], at[b]): share for a, b in pairs if (share := self._nodes[a].shares.get(b))}
        odds = log_odds(space, share_matrix(here, range(len(at)), {k: k for k in at.values()}), left, right)
        if self._recent:
            odds = self._recent.meaning(numbers).weigh(odds, space, left, right)
        for (a, b), value in zip(pairs, affinity(odds).tolist(), strict=True):
            self._nodes[a].near[b] = self._nodes[b].near[a] = value

    def space(self, numbers: Sequence[int]) -> Vectors:
        """Return the vectors of articles, in the order of their numbers."""
        times = np.array([day for _, day in self._times], dtype=np.float64)
        rows = [self._nodes[n].row for n in numbers]
        return assemble(rows, self._frequencies.rarity, self._config.story_days, times)

    def nearest(self, numbers: Iterable[int]) -> set[int]:
        """Return the articles that share rare words with some of the given ones."""
        return {n for number in numbers for n in self._words.nearest(self._nodes[number].terms)}


def _looked_up(number: int, index: Index, before: Terms, terms: Terms) -> Terms:
    """Have an article be found by other terms than before, and return them."""
    index.remove(number, before)
    index.add(number, terms)
    return terms
