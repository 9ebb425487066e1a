"""An article as the copy finder sees it: the words of its own text, numbered, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.model import Article
from firsthand.text import shingles, tokens

# Words in a shingle. Eight words in a row are hardly ever shared by independent texts outside of quotations
# (on 240 pages of the lineage set, see benchmarks/copies); five find passages that light edits have cut up.
SHINGLE = 5


@dataclass(frozen=True, slots=True)
class Body:
    """The words of one article: ``norms``, the spans of each (shape (n,)), and the hashes of its shingles."""

    article: str
    norms: Sequence[str]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    hashes: npt.NDArray[np.uint64]


def body(article: Article) -> Body:
    """Return the words of the article's headline, dek and body."""
    words = [
        token
        for segment in article.parts("headline", "dek", "body")
        for token in tokens(article.text, segment.start, segment.end)
    ]
    norms = [w.norm for w in words]
    return Body(
        article.id,
        norms,
        np.array([w.start for w in words], dtype=np.int64),
        np.array([w.end for w in words], dtype=np.int64),
        shingles(norms, SHINGLE),
    )
