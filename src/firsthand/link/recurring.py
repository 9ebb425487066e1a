"""Boilerplate that only the corpus gives away: paragraphs that recur on pages which share nothing else.

One page cannot tell that "Our newsroom's hotline is open day and night" is no part of the article; five pages of one
outlet on five events can. Recurring paragraphs are kept out of matching; the articles stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.model import Annotation, Article, Recurrence, Segment, Span
from firsthand.stage import Shuffle
from firsthand.text import short_hash, words

# A paragraph of fewer words recurs by chance; a longer one is rather a text that many carry.
FEWEST_WORDS, MOST_CHARACTERS = 4, 220
# Pages on different events that make a paragraph of one outlet boilerplate, and pages of any outlets. Ours; what they
# find on real pages is printed by benchmarks/recurring.
PAGES_OF_ONE, PAGES_OF_ANY = 5, 8
# What unlike outlets have in common is a notice only if it is short; a longer text may be a public statement.
EVERYWHERE_CHARACTERS = 100
# Two pages are unlike if they share less than this part of the paragraphs in their sketches.
UNLIKE = 0.34
# A page's sketch: the smallest hashes of its paragraphs (bottom-k, Broder 1997).
SKETCH = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands, on whose page, and a sketch of the page."""

    article: str
    span: Span
    publisher: str
    sketch: frozenset[str]


class Recurring:
    """Brings equal paragraphs together and concludes which of them recur on unlike pages."""

    def __init__(self, annotations: Mapping[str, Annotation]) -> None:
        """Leave out paragraphs with quotations in them: what somebody said is repeated for what it says."""
        self._annotations = annotations

    def emit(self, record: Article) -> Iterator[tuple[str, Paragraph]]:
        """Yield each paragraph of the body that quotes nobody under a hash of its words."""
        note = self._annotations.get(record.id)
        said = [Span(q.start, q.end) for q in note.quotations] if note else []
        found = [(key, span) for key, span in _paragraphs(record) if not any(span.overlaps(s) for s in said)]
        sketch = frozenset(sorted({key for key, _ in found})[:SKETCH])
        for key, span in found:
            yield key, Paragraph(record.id, span, record.publisher or "", sketch)

    def combine(self, key: str, group: Sequence[Paragraph]) -> Iterator[Recurrence]:
        """Yield every place of a paragraph that stands on enough unlike pages."""
        if len(group) < PAGES_OF_ONE:
            return
        by_publisher: dict[str, list[Paragraph]] = defaultdict(list)
        for paragraph in group:
            by_publisher[paragraph.publisher].append(paragraph)
        pages = _unlike(group, key)
        everywhere = pages >= PAGES_OF_ANY and len(group[0].span) <= EVERYWHERE_CHARACTERS
        for publisher, own in by_publisher.items():
            if everywhere or (publisher and _unlike(own, key) >= PAGES_OF_ONE):
                for p in own:
                    yield Recurrence(p.article, p.span.start, p.span.end, pages)


def recurrences(
    articles: Iterable[Article], annotations: Mapping[str, Annotation], shuffle: Shuffle
) -> list[Recurrence]:
    """Return the recurring paragraphs of a corpus, sorted."""
    ordered = sorted(articles, key=lambda a: a.id)
    return sorted(shuffle(Recurring(annotations), ordered), key=lambda r: (r.article, r.start))


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


def _paragraphs(article: Article) -> Iterator[tuple[str, Span]]:
    for segment in article.parts("body"):
        start = segment.start
        for line in article.text[segment.start : segment.end].split("\n"):
            norms = words(line) if len(line) <= MOST_CHARACTERS else []
            if len(norms) >= FEWEST_WORDS:
                yield short_hash(*norms), Span(start, start + len(line))
            start += len(line) + 1


def _unlike(group: Sequence[Paragraph], key: str) -> int:
    """Count pages that are unlike all pages counted before; bounded, since a count past the thresholds says enough."""
    kept: list[frozenset[str]] = []
    for paragraph in group:
        sketch = paragraph.sketch - {key}
        if all(len(sketch & other) < UNLIKE * max(1, min(len(sketch), len(other))) for other in kept):
            kept.append(sketch)
            if len(kept) > 2 * PAGES_OF_ANY:
                break
    return len(kept)


def _mark(article: Article, spans: Sequence[Span]) -> Article:
    segments: list[Segment] = []
    for segment in article.segments:
        inside = [s for s in spans if segment.kind == "body" and segment.start <= s.start and s.end <= segment.end]
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
