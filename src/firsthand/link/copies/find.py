"""From articles to copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.align import align
from firsthand.link.copies.body import Body, body
from firsthand.link.copies.candidates import Pair, meeting
from firsthand.link.copies.chains import changed, characters, words
from firsthand.link.copies.index import Index
from firsthand.link.copies.kinds import Kinds
from firsthand.link.copies.public import public_passages
from firsthand.model import Annotation, Article, Copy

# Articles whose words are kept at hand while pairs are aligned.
BODIES = 4_096


def find_copies(articles: Sequence[Article], annotations: Mapping[str, Annotation]) -> list[Copy]:
    """Return every passage that two articles share, sorted."""
    pairs = meeting(Index(), (), articles, lambda _: ()).pairs
    return whole(copies_between(pairs, {article.id: article for article in articles}, annotations))


def copies_between(
    pairs: Iterable[Pair], articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
) -> list[Copy]:
    """Return the passages that the articles of each pair share, as these two alone tell: see ``whole``."""
    words_of = lru_cache(BODIES)(lambda name: body(articles[name]))
    copies: list[Copy] = []
    for pair in pairs:
        earlier, later = sorted(pair, key=lambda name: articles[name].order)
        copies.extend(copies_of(words_of(earlier), words_of(later), annotations))
    return copies


def whole(copies: Iterable[Copy]) -> list[Copy]:
    """Return the copies of a corpus, sorted, with what the pairs of it tell of each other (``public_passages``).

    Copies that this was done to before, when the corpus was another, are taken as they were found.
    """
    alone = (replace(c, kind=c.alone, alone=None) if c.alone else c for c in copies)
    return public_passages(sorted(alone, key=lambda c: (c.earlier, c.later, c.later_start, c.earlier_start)))


def copies_of(earlier: Body, later: Body, annotations: Mapping[str, Annotation]) -> list[Copy]:
    """Return the passages that two articles share, in the order of the later one."""
    return list(_passages(earlier, later, annotations))


def _passages(earlier: Body, later: Body, annotations: Mapping[str, Annotation]) -> Iterator[Copy]:
    chains = align(earlier, later).chains
    if not chains:
        return
    kinds = Kinds(earlier, later, annotations)
    letters_e, letters_l = _letters(earlier), _letters(later)
    for chain in (piece for whole in chains for piece in kinds.apart(whole)):
        first, last = chain[0], chain[-1]
        yield Copy(
            earlier=earlier.article,
            earlier_start=int(earlier.starts[first.a]),
            earlier_end=int(earlier.ends[last.a + last.size - 1]),
            later=later.article,
            later_start=int(later.starts[first.b]),
            later_end=int(later.ends[last.b + last.size - 1]),
            characters=characters(chain, later),
            kind=kinds.of(chain),
            words=words(chain),
            changed=changed(chain),
            earlier_share=_share(letters_e, [(run.a, run.a + run.size) for run in chain]),
            later_share=_share(letters_l, [(run.b, run.b + run.size) for run in chain]),
        )


def _letters(side: Body) -> npt.NDArray[np.int64]:
    """Return how many letters and digits stand before each word, and after the last: shape (n + 1,)."""
    return np.concatenate([[0], np.cumsum(side.ends - side.starts)])


def _share(letters: npt.NDArray[np.int64], runs: Sequence[tuple[int, int]]) -> float:
    return float(sum(letters[end] - letters[start] for start, end in runs) / max(1, letters[-1]))
