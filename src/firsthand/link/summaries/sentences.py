"""The sentences that tell a story best: of the articles' leads, those made of what most articles say.

Centroid-based extraction (Radev et al. 2004) over the first sentences, with a second sentence only for what the first
leaves out (maximal marginal relevance, Carbonell & Goldstein 1998). Nothing is written: every sentence is an article's.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from firsthand.link.stories.headlines import is_report
from firsthand.link.stories.words import IGNORED, stem
from firsthand.link.summaries.leftovers import sentence_start
from firsthand.model import Article, Passage
from firsthand.text import fold, words

MEMBERS = 40  # articles that are read, different texts only
LEAD_SENTENCES = 3  # of each article: news tells the event first
LEAD_CHARACTERS = 2_000
LEAST_WORDS, MOST_WORDS = 7, 55
LINE = 320  # characters of the whole summary, so that it stays a line or two
# A second sentence must bring this share of what the story's leads say and the first has not. Ours.
LEAST_NEW = 0.3
HEADLINE_WEIGHT = 2  # what the headline names counts as if two articles more said it
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-z]|\s*$)|[。！？؟۔।]+[\"'”’」』]*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|capt|maj|adm|rev|hon|prof|st|jr|sr|vs|jan|feb|mar|apr|aug|sept?|"
    r"oct|nov|dec|no)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)
# What leans on a sentence before it, speaks to the reader, or stands in a page's frame.
_LEANS = re.compile(
    r"(?:and|but|or|so|he|she|it|they|this|that|these|those|his|her|its|their|there|here|also|however|meanwhile|still|"
    r"then|we|i|you|our|my|click|read|sign|subscribe|follow|updated|photo|file|by|copyright|story|please|watch)\b",
    re.IGNORECASE,
)


class _Sentence(NamedTuple):
    passage: Passage
    stems: frozenset[str]
    length: int
    first: bool  # of its article
    order: int


def summary(headline: str, articles: Sequence[Article]) -> tuple[Passage, ...]:
    """Return one sentence, or two, that tell what ``articles`` (oldest first) report, the best
    first; none if none fits. Sentences of roundups, galleries and logs are taken only where there are no others.
    """
    told = _different([a for a in articles if is_report(a)]) or _different(articles)
    found = [s for order, article in enumerate(told) for s in _lead(article, order)]
    share = Counter(name for order in range(len(told)) for name in _said(found, order))
    for word in words(headline[:LINE]):
        share[stem(word)] += HEADLINE_WEIGHT * (share[stem(word)] > 0)
    chosen: list[_Sentence] = []
    covered: frozenset[str] = frozenset()
    whole = sum(share.values()) or 1
    while found and len(chosen) < 2:
        best = max(found, key=lambda s: (round(_worth(s, share, covered), 9), -s.order, -s.passage.start))
        new = sum(share[name] for name in best.stems - covered) / whole
        if chosen and (new < LEAST_NEW or sum(s.length for s in chosen) + best.length >= LINE):
            break
        chosen.append(best)
        covered |= best.stems
        found = [s for s in found if s.passage.article != best.passage.article or s.passage.start > best.passage.start]
        found = [s for s in found if s is not best]
    return tuple(s.passage for s in chosen)


def _worth(sentence: _Sentence, share: Counter[str], covered: frozenset[str]) -> float:
    """Return what a sentence says that many say, for its length: a long one says more of everything."""
    said = sum(share[name] for name in sentence.stems - covered)
    return float(said / (len(sentence.stems) + 8) ** 0.5 * (1.25 if sentence.first else 1.0))


def _said(found: Sequence[_Sentence], order: int) -> frozenset[str]:
    return frozenset(name for s in found if s.order == order for name in s.stems)


def _different(articles: Sequence[Article]) -> list[Article]:
    """Return the first articles whose leads are different words, so that reprints count once."""
    out: dict[tuple[str, ...], Article] = {}
    for article in articles:
        body = next((article.text[s.start : s.end] for s in article.parts("body")), article.text)
        out.setdefault(tuple(words(body[:200])), article)
        if len(out) == MEMBERS:
            break
    return list(out.values())


def _lead(article: Article, order: int) -> Iterator[_Sentence]:
    for place, (start, end) in enumerate(islice(_sentences(article), LEAD_SENTENCES)):
        norms = words(article.text[start:end])
        if _stands_alone(article.text[start:end]) and LEAST_WORDS <= len(norms) <= MOST_WORDS:
            stems = frozenset(stem(w) for w in norms) - IGNORED
            yield _Sentence(Passage(article.id, start, end), stems, end - start, place == 0, order)


def _sentences(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the body's first characters; a paragraph without a stop at its end gives none there."""
    bodies = [(s.start, s.end) for s in article.parts("body")] if article.segments else [(0, len(article.text))]
    left = LEAD_CHARACTERS
    for start, end in bodies:
        for paragraph in article.paragraphs(start, min(end, start + left)):
            at = sentence_start(article.text, paragraph.start, paragraph.end)
            for m in _END.finditer(article.text, at, paragraph.end):
                if not _ABBREVIATION.search(article.text[max(at, m.start() - 8) : m.start() + 1]):
                    yield at, m.end()
                    at = _after_blanks(article.text, m.end(), paragraph.end)
        left -= end - start
        if left <= 0:
            return


def _after_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _stands_alone(sentence: str) -> bool:
    marks = fold(sentence)
    return (
        sentence[:1].isalnum()
        and not sentence[0].islower()
        and marks.count('"') % 2 == 0
        and "\n" not in sentence
        and not _LEANS.match(sentence)
    )
