"""Boilerplate that only the corpus gives away: paragraphs that recur on pages which share nothing else.

One page cannot tell that "Our newsroom's hotline is open day and night" is no part of the article; five pages of one
outlet on five events can. Recurring paragraphs are kept out of matching; the articles stay as they are.

The work is incremental. What could recur on a page (``paragraphs``) depends on that page alone and is stored; a run of
linking reads it for new articles only and concludes anew only for the paragraphs that stand on them. The outcome is
that of all articles at once: pages are counted in the order of their ids, whenever they came. A change of what
``paragraphs`` gives needs a migration that forgets the table, and so does all anew.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from firsthand.model import Annotation, Article, Paragraphs, Recurrence, Segment, SegmentKind, Span
from firsthand.model.span import covered
from firsthand.stage import Shuffle
from firsthand.text import short_hash, words

# Where a page's boilerplate is taken for the article's own.
KINDS: tuple[SegmentKind, ...] = ("body", "subheading", "caption")
# A paragraph of fewer words recurs by chance; a longer one is rather a text that many carry.
FEWEST_WORDS, MOST_CHARACTERS = 4, 220
# A line that reserves rights is told by two words, and is the same one in another year. Ours.
FEWEST_WORDS_OF_RIGHTS = 2
# Pages on different events that make a paragraph of one outlet boilerplate, and pages of any outlets. Ours; what they
# find on real pages is printed by benchmarks/recurring.
PAGES_OF_ONE, PAGES_OF_ANY = 5, 8
# What unlike outlets have in common is a notice only if it is short; a longer text may be a public statement.
EVERYWHERE_CHARACTERS = 100
# Two pages are unlike if they share less than this part of the paragraphs in their sketches.
UNLIKE = 0.34
# A page's sketch: the smallest hashes of its paragraphs (bottom-k, Broder 1997).
SKETCH = 12

_RIGHTS = re.compile(
    r"©|\(c\) ?\d{4}|\bcopyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b"
    r"|\b(?:todos los derechos|todos os direitos) reservados\b|\btutti i diritti riservati\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands, on whose page, and a sketch of the page."""

    article: str
    span: Span
    publisher: str
    sketch: frozenset[str]


class Recurring:
    """Brings equal paragraphs together and concludes which of them recur on unlike pages."""

    def __init__(self, keys: frozenset[str]) -> None:
        """Conclude for the paragraphs with these keys."""
        self._keys = keys

    def emit(self, record: Paragraphs) -> Iterator[tuple[str, Place]]:
        """Yield each place of a wanted paragraph under its key."""
        sketch = frozenset(sorted(set(record.keys))[:SKETCH])
        for key, span in zip(record.keys, record.spans, strict=True):
            if key in self._keys:
                yield key, Place(record.article, span, record.publisher, sketch)

    def combine(self, key: str, group: Sequence[Place]) -> Iterator[Recurrence]:
        """Yield every place of a paragraph that stands on enough unlike pages, whatever the group's order."""
        if len(group) < PAGES_OF_ONE:
            return
        group = sorted(group, key=lambda p: (p.article, p.span))
        by_publisher: dict[str, list[Place]] = defaultdict(list)
        for place in group:
            by_publisher[place.publisher].append(place)
        pages = _unlike(group, key)
        everywhere = pages >= PAGES_OF_ANY and len(group[0].span) <= EVERYWHERE_CHARACTERS
        for publisher, own in by_publisher.items():
            if everywhere or (publisher and _unlike(own, key) >= PAGES_OF_ONE):
                for p in own:
                    yield Recurrence(p.article, p.span.start, p.span.end, pages)


def paragraphs(article: Article, annotation: Annotation | None) -> Paragraphs:
    """Return what could recur of an article: its short paragraphs, each under a hash of its words.

    Those with quotations in them are left out: what somebody said is repeated for what it says.
    """
    said = covered(Span(q.start, q.end) for q in annotation.quotations) if annotation else []
    ends = [s.end for s in said]
    found = []
    for key, span in _short(article):
        after = bisect_right(ends, span.start)
        if after == len(said) or said[after].start >= span.end:
            found.append((key, span))
    return Paragraphs(article.id, article.publisher or "", tuple(k for k, _ in found), tuple(s for _, s in found))


def recurrences(
    pages: Iterable[Paragraphs],
    shuffle: Shuffle,
    *,
    keys: frozenset[str] | None = None,
    known: Iterable[Recurrence] = (),
) -> list[Recurrence]:
    """Return the recurring paragraphs of a corpus, sorted.

    Alone, ``pages`` are the whole corpus. With ``keys`` they are the articles that have one of these, and what
    follows for them takes the place of what was ``known``; keys are those of articles that came (or, one day, went).
    """
    pages = list(pages)
    found = list(known)
    if found:
        again = {
            (p.article, s.start)
            for p in pages
            for key, s in zip(p.keys, p.spans, strict=True)
            if keys is None or key in keys
        }
        found = [r for r in found if (r.article, r.start) not in again]
    found.extend(shuffle(Recurring(_often(pages, keys)), pages))
    return sorted(found, key=lambda r: (r.article, r.start))


def _often(pages: Sequence[Paragraphs], keys: frozenset[str] | None) -> frozenset[str]:
    """Return the keys, of some or of all, that stand in enough places to recur, and by chance some others.

    Most stand in one: they are counted by their hashes, and nothing more is kept of them.
    """
    places = np.fromiter((hash(key) for page in pages for key in page.keys), dtype=np.int64)
    values, counts = np.unique(places, return_counts=True)
    often = set(values[counts >= PAGES_OF_ONE].tolist())
    return frozenset(key for page in pages for key in page.keys if hash(key) in often and (keys is None or key in keys))


def keys_of(pages: Iterable[Paragraphs]) -> frozenset[str]:
    """Return the keys of all paragraphs of some articles."""
    return frozenset(key for page in pages for key in page.keys)


def without(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], recurring: Iterable[Recurrence]
) -> tuple[dict[str, Article], dict[str, Annotation]]:
    """Return articles with recurring paragraphs as boilerplate, and annotations without what stands in them."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for r in recurring:
        spans[r.article].append(Span(r.start, r.end))
    marked = {key: _mark(article, spans[key]) if key in spans else article for key, article in articles.items()}
    clear = {key: _clear(note, spans[key]) if key in spans else note for key, note in annotations.items()}
    return marked, clear


def _short(article: Article) -> Iterator[tuple[str, Span]]:
    for segment in article.parts(*KINDS):
        start = segment.start
        for line in article.text[segment.start : segment.end].split("\n"):
            norms = words(line) if len(line) <= MOST_CHARACTERS else []
            rights = len(norms) >= FEWEST_WORDS_OF_RIGHTS and _RIGHTS.search(line)
            if rights or len(norms) >= FEWEST_WORDS:
                same = [w for w in norms if not _YEAR.fullmatch(w)] if rights else norms
                yield short_hash(*same), Span(start, start + len(line))
            start += len(line) + 1


def _unlike(group: Sequence[Place], key: str) -> int:
    """Count pages that are unlike all pages counted before; bounded, since a count past the thresholds says enough.

    Which pages are counted depends on the group's order, so it has to be one that does not depend on when they came.
    """
    kept: list[frozenset[str]] = []
    for page in {place.article: place for place in group}.values():
        sketch = page.sketch - {key}
        if all(len(sketch & other) < UNLIKE * max(1, min(len(sketch), len(other))) for other in kept):
            kept.append(sketch)
            if len(kept) > 2 * PAGES_OF_ANY:
                break
    return len(kept)


def _mark(article: Article, spans: Sequence[Span]) -> Article:
    segments: list[Segment] = []
    for segment in article.segments:
        inside = [s for s in spans if segment.kind in KINDS and segment.start <= s.start and s.end <= segment.end]
        segments.extend(_cut(segment, inside))
    return replace(article, segments=tuple(segments))


def _cut(segment: Segment, spans: Sequence[Span]) -> Iterator[Segment]:
    start = segment.start
    for span in sorted(spans):
        if start < span.start:
            yield Segment(segment.kind, start, span.start)
        yield Segment("boilerplate", span.start, span.end)
        start = span.end
    if start < segment.end:
        yield Segment(segment.kind, start, segment.end)


def _clear(note: Annotation, spans: Sequence[Span]) -> Annotation:
    def stays(start: int, end: int) -> bool:
        return not any(s.start <= start and end <= s.end for s in spans)

    return replace(
        note,
        mentions=tuple(m for m in note.mentions if stays(m.start, m.end)),
        dates=tuple(d for d in note.dates if stays(d.start, d.end)),
    )
