"""What the optional multilingual encoder tells of short articles and of articles in two languages.

An encoder writes the language into its vectors, so that two headlines in one language are always near. The mean of a
language is therefore taken off before anything is compared. Texts in two languages share hardly a word, and headlines
few: for those pairs the meaning, the words and the time are weighed by themselves (``short`` for headlines).
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from firsthand.link.statements.encoder import Encoder
from firsthand.link.stories.clusters import TOGETHER, average_link
from firsthand.link.stories.profiles import spans
from firsthand.link.stories.short import is_short, short_odds, short_pairs
from firsthand.link.stories.vectors import Floats, Ints, Vectors, row_products
from firsthand.model import Article
from firsthand.text import squeeze

CHARACTERS = 300  # of an article that are encoded: its headline and the start of its lead
FEW = 20  # articles of a language from which on its mean is known
# Log odds of a pair of longer texts in two languages, which share hardly a word, are SLOPE times what its likeness has
# above LEVEL; the likeness is the cosine of meanings, and so much of the root of the cosine of words and of the
# nearness in time. Tuned on the headlines of titles_multilingual, for no set has longer texts in two languages.
SLOPE, LEVEL = 6.0, 0.72
WORDS_SHARE, NEAR_SHARE = 0.5, 0.3
# Groups are united by the cosine of their means and the nearness of their median times, which falls to 1/e in so many
# days; a group of one is less sure of what it means. From 0.6 to 0.75 titles_multilingual moves by 0.01 BCubed.
GROUP_LEVEL, GROUP_SPAN, ALONE = 0.6, 1.5, 0.1
# Neighbours by meaning, among so many articles before and after in time: linear in the articles.
NEIGHBOURS, REACH = 60, 3_000


class Meaning:
    """The meanings of a corpus, one row of unit length each, and the language of each."""

    def __init__(self, rows: Floats, languages: npt.NDArray[np.object_]) -> None:
        """Take rows less the mean of their language (``mean_of``)."""
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        self.rows: Floats = rows / np.where(length > 0, length, 1.0)
        self.languages = languages

    @classmethod
    def of(cls, articles: Sequence[Article], encoder: Encoder) -> "Meaning":
        """Encode the articles, in order of time."""
        rows, languages = encoded(articles, encoder)
        own = {name: np.asarray(languages == name) for name in sorted(set(languages.tolist()))}
        sums = {name: (rows[of].sum(axis=0), int(np.count_nonzero(of))) for name, of in own.items()}
        for name, of in own.items():
            rows[of] -= mean_of(name, sums)
        return cls(rows, languages)

    def candidates(self) -> tuple[Ints, Ints]:
        """Return the pairs of nearest meanings, ``left < right``, each once."""
        return _nearest(self.rows)

    def weigh(self, odds: Floats, vectors: Vectors, left: Ints, right: Ints) -> Floats:
        """Return the log odds of pairs, those of short texts and of two languages anew."""
        two = self.languages[left] != self.languages[right]
        meant = np.einsum("ij,ij->i", self.rows[left], self.rows[right])
        near = np.nan_to_num(np.exp(-np.abs(vectors.time[left] - vectors.time[right])))
        words = np.sqrt(np.maximum(row_products(vectors.words, left, right), 0))
        likeness = meant + WORDS_SHARE * words + NEAR_SHARE * near
        odds = np.where(two, SLOPE * (likeness - LEVEL), odds)
        brief = short_pairs(vectors, left, right)
        odds[brief] = short_odds(vectors, left[brief], right[brief], meant[brief])
        return odds

    def unite(self, groups: Sequence[list[int]], vectors: Vectors) -> list[list[int]]:
        """Return the groups with those united that are of two languages, are not short, and mean nearly the same.

        What one telling leaves open, the tellings of a story tell together.
        """
        centres = np.array([self.rows[g].sum(axis=0) for g in groups])
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
        times = np.array([_median(vectors.time[g]) for g in groups])
        brief = np.array([is_short(vectors)[g].all() for g in groups])
        language = np.array([Counter(self.languages[g].tolist()).most_common(1)[0][0] for g in groups], dtype=object)
        alone = np.array([len(g) == 1 for g in groups])
        order = np.argsort(times, kind="stable")  # unknown times last
        left, right = (order[side] for side in _nearest(centres[order]))
        kept = ~(brief[left] & brief[right]) & (language[left] != language[right])
        left, right = left[kept], right[kept]
        likeness = np.einsum("ij,ij->i", centres[left], centres[right])
        likeness += NEAR_SHARE * np.nan_to_num(np.exp(-np.abs(times[left] - times[right]) / GROUP_SPAN))
        likeness -= ALONE * (alone[left] | alone[right])
        clumps = average_link([1] * len(groups), left, right, likeness - GROUP_LEVEL + TOGETHER, None)
        return sorted(sorted(i for g in clump for i in groups[g]) for clump in clumps)


def encoded(articles: Sequence[Article], encoder: Encoder) -> tuple[Floats, npt.NDArray[np.object_]]:
    """Return what an encoder makes of the openings of articles, a row each, and their languages."""
    texts = [_opening(a) for a in articles]
    languages = [_language(a, t) for a, t in zip(articles, texts, strict=True)]
    return np.asarray(encoder.encode(texts), dtype=np.float64), np.array(languages, dtype=object)


def mean_of(language: str, sums: Mapping[str, tuple[Floats, int]]) -> Floats:
    """Return the mean row of a language, that of all where it has less than ``FEW``.

    ``sums`` are the sums of the rows of each language and their numbers.
    """
    total, count = sums[language]
    if count < FEW:
        total = np.sum([other for other, _ in sums.values()], axis=0)
        count = sum(number for _, number in sums.values())
    return np.asarray(total / count)


def _nearest(rows: Floats, batch: int = 500) -> tuple[Ints, Ints]:
    """Return the pairs of each row, in order of time, with the nearest within reach, ``left < right``, each once."""
    found = [np.empty((0, 2), dtype=np.int64)]
    for start in range(0, len(rows), batch):
        low, high = max(0, start - REACH), min(len(rows), start + batch + REACH)
        here = np.arange(start, min(len(rows), start + batch))
        near = rows[here] @ rows[low:high].T
        near[np.arange(len(here)), here - low] = -1.0
        others = np.argsort(-near, axis=1, kind="stable")[:, :NEIGHBOURS] + low
        pairs = np.stack([np.repeat(here, others.shape[1]), others.ravel()], axis=1)
        found.append(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1))
    pairs = np.unique(np.concatenate(found), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _median(times: Floats) -> float:
    known = times[~np.isnan(times)]
    return float(np.median(known)) if len(known) else float("nan")


def _opening(article: Article) -> str:
    text = " ".join(article.text[start:end] for start, end, _ in spans(article)[:4])
    headline = article.headline or ""
    return squeeze(text if text.startswith(headline) else f"{headline}. {text}")[:CHARACTERS]


def _language(article: Article, text: str) -> str:
    """Return the language that an article says it has, else its script."""
    if article.language:
        return article.language[:2]
    letter = next((c for c in text if c.isalpha()), "a")
    return str(ord(letter) >> 8)
