"""An article as the copy finder sees it: the words of its own text, numbered, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.facts import facts
from firsthand.link.copies.speech import speech
from firsthand.model import Article, Segment
from firsthand.model.article import SegmentKind
from firsthand.text import shingles, tokens

# Words in a shingle. Eight words in a row are hardly ever shared by independent texts outside of quotations
# (on 240 pages of the lineage set, see benchmarks/copies); five find passages that light edits have cut up.
SHINGLE = 5
# Captions that are so many times as long as the body are the text of a page. Ours.
CAPTIONS_ONLY = 3


@dataclass(frozen=True, slots=True)
class Body:
    """The words of one article: ``norms``, the spans of each (shape (n,)), and the hashes of its shingles."""

    article: str
    norms: Sequence[str]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    hashes: npt.NDArray[np.uint64]
    # What each word is by the look of the page (``speech``), shape (n,); empty where nobody looked.
    speech: npt.NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, dtype=np.uint8))
    # Which words are names, numbers and dates (``facts``), shape (n,); empty where nobody looked.
    facts: npt.NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, dtype=np.bool_))


def own_parts(article: Article) -> list[Segment]:
    """Return what is compared of an article: headline, dek and body, and the captions where they are all its text.

    A page whose body was lost, or that shows pictures, is told by its captions; elsewhere they come with the picture.
    """
    body = sum(part.end - part.start for part in article.parts("body"))
    captions = sum(part.end - part.start for part in article.parts("caption"))
    shown: tuple[SegmentKind, ...] = ("caption",) if captions > CAPTIONS_ONLY * body else ()
    return list(article.parts("headline", "dek", "body", *shown))


def body(article: Article) -> Body:
    """Return the article's own words."""
    parts = [(s.kind, tokens(article.text, s.start, s.end)) for s in own_parts(article)]
    words = [token for _, found in parts for token in found]
    norms = [w.norm for w in words]
    starts = np.array([w.start for w in words], dtype=np.int64)
    return Body(
        article.id,
        norms,
        starts,
        np.array([w.end for w in words], dtype=np.int64),
        shingles(norms, SHINGLE),
        speech(article, starts),
        facts(article.text, parts),
    )
