"""What an article is found by: a few of its hashed word n-grams, chosen so that a shared passage is never missed.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of
every ``WINDOW`` n-grams in a row the one with the smallest hash is kept. Two articles with the same run of
``GRAM + 2 * WINDOW - 1`` words hold two windows that do not overlap, and so at least two fingerprints in common.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.body import own_parts
from firsthand.model import Article
from firsthand.stage import portions
from firsthand.text import runs_of, word_hashes

# Words in an n-gram. With five, a quarter of the passages in which a third of the words was changed is never aligned;
# with four a tenth; with three there are ten times as many candidates (benchmarks/copies/planted.py, planted in news).
GRAM = 4
# N-grams in a window: a copy of 11 words is found for certain, and two in five n-grams are kept.
WINDOW = 4
# Texts that are hashed at once: enough to keep numpy busy, little enough for the processor's cache.
BATCH = 256

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grams:
    """Hashed word n-grams of some texts, each once a text: ``hashes``, and the ``owners``, the texts' positions.

    Both have shape (n,) and are sorted by owner, then by hash.
    """

    owners: Places
    hashes: Hashes


def own_words(article: Article) -> str:
    """Return what is compared of an article, each part on lines of its own."""
    return "\n".join(article.text[part.start : part.end] for part in own_parts(article))


def fingerprints(texts: Sequence[str]) -> Grams:
    """Return the fingerprints of the texts; one with fewer than ``GRAM`` words has none."""
    return _of(texts, _winnowed)


def grams(texts: Sequence[str]) -> Grams:
    """Return all n-grams of the texts."""
    return _of(texts, _all)


def placed(parts: Iterable[Grams]) -> Iterator[Grams]:
    """Yield the n-grams of texts that were read ``BATCH`` at a time, the owners as positions among all of these."""
    return (Grams(part.owners + number * BATCH, part.hashes) for number, part in enumerate(parts))


def joined(parts: Iterable[Grams]) -> Grams:
    """Return the n-grams of texts that were read ``BATCH`` at a time, in the order of these."""
    owners, hashes = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.uint64)]
    for part in placed(parts):
        owners.append(part.owners)
        hashes.append(part.hashes)
    return Grams(np.concatenate(owners), np.concatenate(hashes))


def _of(texts: Sequence[str], choose: Callable[[Hashes, Places], tuple[Hashes, Places]]) -> Grams:
    return joined(_batch(part, choose) for part in portions(texts, BATCH))


def _batch(texts: Sequence[str], choose: Callable[[Hashes, Places], tuple[Hashes, Places]]) -> Grams:
    words, sizes = word_hashes(texts)
    values, counts = choose(runs_of(words, GRAM), sizes)
    ends = np.cumsum(counts).tolist()
    for first, last in zip([0, *ends], ends, strict=False):
        values[first:last].sort()
    owner = np.repeat(np.arange(len(counts)), counts)
    new = np.ones(len(values), dtype=bool)
    new[1:] = (values[1:] != values[:-1]) | (owner[1:] != owner[:-1])
    return Grams(owner[new], values[new])


def _all(runs: Hashes, sizes: Places) -> tuple[Hashes, Places]:
    """Return the hashes of n-grams that lie within one text, and how many each text has; ``sizes`` are in words."""
    return runs[_room(len(runs), sizes) >= GRAM], np.maximum(0, sizes - GRAM + 1)


def _winnowed(runs: Hashes, sizes: Places) -> tuple[Hashes, Places]:
    """Return the smallest hash of each window within one text, and how many each text has; a short text has one."""
    room = _room(len(runs), sizes)
    inside = np.where(room >= GRAM, runs, np.iinfo(np.uint64).max)
    smallest = inside.copy()
    for step in range(1, WINDOW):
        np.minimum(smallest[:-step], inside[step:], out=smallest[:-step])
    short = (sizes >= GRAM) & (sizes < GRAM + WINDOW - 1)
    kept = room >= GRAM + WINDOW - 1
    kept[(np.cumsum(sizes) - sizes)[short]] = True
    return smallest[kept], np.where(short, 1, np.maximum(0, sizes - GRAM - WINDOW + 2))


def _room(count: int, sizes: Places) -> Places:
    """Return for each of the first ``count`` words how many there are from it to the end of its text."""
    return (np.repeat(np.cumsum(sizes), sizes) - np.arange(sizes.sum()))[:count]
