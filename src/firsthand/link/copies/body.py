"""An article as the copy finder sees it: the words of its own text, numbered, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.facts import facts
from firsthand.link.copies.runs import SHORT
from firsthand.link.copies.speech import speech
from firsthand.model import Annotation, Article, Segment
from firsthand.model.article import SegmentKind
from firsthand.text import norm_hashes, runs_of, tokens

# Words in a shingle. Eight words in a row are hardly ever shared by independent texts outside of quotations
# (on 240 pages of the lineage set, see benchmarks/copies); five find passages that light edits have cut up.
SHINGLE = 5
# With more characters than this between two words of an article something else stands there: a caption, a table.
ASIDE = 120
# Captions that are so many times as long as the body are the text of a page. Ours.
CAPTIONS_ONLY = 3


@dataclass(frozen=True)
class Body:
    """The words of one article: ``norms``, the spans of each (shape (n,)), and the hashes of its shingles.

    ``short`` are those of its runs of three words. What is derived is kept: an article is in many pairs.
    """

    article: str
    norms: Sequence[str]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    hashes: npt.NDArray[np.uint64]
    short: npt.NDArray[np.uint64]
    # What each word is by its page and its annotation (``speech``), shape (n,).
    speech: npt.NDArray[np.uint8]
    # Which words are names, numbers and dates (``facts``), shape (n,).
    facts: npt.NDArray[np.bool_]

    @cached_property
    def letters(self) -> npt.NDArray[np.int64]:
        """How many letters and digits stand before each word, and after the last: shape (n + 1,)."""
        return np.concatenate([[0], np.cumsum(self.ends - self.starts)])

    @cached_property
    def asides(self) -> npt.NDArray[np.int64]:
        """The words that something stands behind which is not the article's own."""
        return np.flatnonzero(self.starts[1:] - self.ends[:-1] > ASIDE)


def own_parts(article: Article) -> list[Segment]:
    """Return what is compared of an article: headline, dek and body, and the captions where they are all its text.

    A page whose body was lost, or that shows pictures, is told by its captions; elsewhere they come with the picture.
    """
    body = sum(part.end - part.start for part in article.parts("body"))
    captions = sum(part.end - part.start for part in article.parts("caption"))
    shown: tuple[SegmentKind, ...] = ("caption",) if captions > CAPTIONS_ONLY * body else ()
    return list(article.parts("headline", "dek", "body", *shown))


def body(article: Article, annotation: Annotation | None = None) -> Body:
    """Return the article's own words; what is speech is seen on the page, and better with its annotation."""
    parts = [(s.kind, tokens(article.text, s.start, s.end)) for s in own_parts(article)]
    words = [token for _, found in parts for token in found]
    norms = [w.norm for w in words]
    hashes = norm_hashes(norms)
    starts = np.array([w.start for w in words], dtype=np.int64)
    return Body(
        article.id,
        norms,
        starts,
        np.array([w.end for w in words], dtype=np.int64),
        runs_of(hashes, SHINGLE),
        runs_of(hashes, SHORT),
        speech(article, starts, annotation),
        facts(article.text, parts),
    )
