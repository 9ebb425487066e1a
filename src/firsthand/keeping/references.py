"""The tables of a corpus against each other: what one names, another has, once, and within the text it names."""

import hashlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from firsthand.keeping.fault import Fault, bounded
from firsthand.model import Annotation, Article, Passage, Reason, Superseded
from firsthand.store import Snapshot
from firsthand.store.tables import GIVEN

_Found = Iterator[tuple[str, Fault]]


@dataclass(slots=True)
class _Known:
    """What the tables read so far have."""

    settled: bool  # whether all was linked since documents came
    lengths: dict[str, int] = field(default_factory=dict)  # of the articles' texts
    superseded: set[str] = field(default_factory=set)  # articles of which there is a later version
    quotations: dict[str, str] = field(default_factory=dict)  # → article
    paragraphs: set[str] = field(default_factory=set)  # articles that linking has seen
    stories: dict[str, frozenset[str]] = field(default_factory=dict)  # → articles
    statements: dict[str, frozenset[str]] = field(default_factory=dict)  # → quotations


def reference_faults(snapshot: Snapshot) -> Iterator[Fault]:
    """Yield what the tables of a snapshot say that others do not bear out. They must be readable."""
    yield from bounded(_all(snapshot, _Known(snapshot.settled)))


def _all(snapshot: Snapshot, known: _Known) -> _Found:
    def each(name: str) -> Iterator[Any]:
        return (record for batch in snapshot.batches(name) for record in batch)

    yield from _articles(each("articles"), known)
    yield from _annotations(each("annotations"), known)
    for duplicate in each("duplicates"):
        yield from _article("duplicates", duplicate.article, known)
    yield from _versions(each("superseded"), known)
    yield from _seen(each("paragraphs"), known)
    for r in each("recurring"):
        yield from _span("recurring", r.article, r.start, r.end, known)
    for c in each("copies"):
        yield from _span("copies", c.earlier, c.earlier_start, c.earlier_end, known)
        yield from _span("copies", c.later, c.later_start, c.later_end, known)
    yield from _stories(each("stories"), known)
    for story in each("inferred"):
        yield from (found for a in story.articles for found in _article("inferred", a, known))
    yield from _statements(each("statements"), known)
    yield from _attributions(each("attributions"), known)
    for d in each("differences"):
        if not {d.quotation, d.other} <= known.statements.get(d.statement, frozenset()):
            yield _fault("differences", "members", f"{d.quotation} and {d.other} are not of statement {d.statement}")
    yield from _storylines(each("storylines"), known)
    yield from _lineages(each("lineages"), known)
    for edge in each("edges"):
        if edge.target not in known.stories.get(edge.story, frozenset()):
            yield _fault("edges", "story", f"article {edge.target} is not of story {edge.story}")
        yield from _reasons("edges", edge.reasons, known)
    yield from _counts(each("counts"), known)
    for repair in each("repairs"):
        for article in (repair.cause, *repair.articles):
            yield from _article("repairs", article, known)


def _articles(articles: Iterable[Article], known: _Known) -> _Found:
    for a in articles:
        if a.id in known.lengths:
            yield _fault("articles", "twice", f"article {a.id} is there twice")
        known.lengths[a.id] = len(a.text)
        digest = hashlib.sha256(a.text.encode("utf-8", "surrogatepass")).hexdigest()
        if a.sha256 and a.sha256 != digest:
            yield _fault("articles", "text", f"the text of article {a.id} is not the one that was stored")
        ends = [0, *(edge for s in a.segments for edge in (s.start, s.end)), len(a.text)]
        if ends != sorted(ends):
            yield _fault("articles", "segments", f"the segments of article {a.id} do not lie in its text")


def _annotations(annotations: Iterable[Annotation], known: _Known) -> _Found:
    noted: set[str] = set()
    for note in annotations:
        yield from _article("annotations", note.article, known)
        if note.article in noted:
            yield _fault("annotations", "twice", f"article {note.article} has two annotations")
        noted.add(note.article)
        parts: tuple[Any, ...] = (*note.mentions, *note.dates, *note.credits, *note.quotations)
        for part in parts:
            yield from _span("annotations", note.article, part.start, part.end, known)
        for q in note.quotations:
            if q.id in known.quotations or q.article != note.article:
                yield _fault("annotations", "quotation", f"quotation {q.id} of {note.article} is there twice or astray")
            known.quotations[q.id] = note.article
    for article in sorted(known.lengths.keys() - noted):
        yield _fault("annotations", "missing", f"article {article} has none")


def _versions(superseded: Iterable[Superseded], known: _Known) -> _Found:
    for s in superseded:
        yield from _once("superseded", s.article, known.superseded)
        known.superseded.add(s.article)
        for article in (s.article, s.by):
            yield from _article("superseded", article, known)
        if s.article == s.by:
            yield _fault("superseded", "itself", f"article {s.article} took its own place")


def _seen(pages: Iterable[Any], known: _Known) -> _Found:
    for page in pages:
        if page.article in known.paragraphs:
            yield _fault("paragraphs", "twice", f"article {page.article} is there twice")
        known.paragraphs.add(page.article)
        yield from _article("paragraphs", page.article, known)
        for span in page.spans:
            yield from _span("paragraphs", page.article, span.start, span.end, known)


def _stories(stories: Iterable[Any], known: _Known) -> _Found:
    told: set[str] = set()
    for story in stories:
        yield from _once("stories", story.id, known.stories)
        known.stories[story.id] = frozenset(story.articles)
        for article in story.articles:
            yield from _article("stories", article, known)
            if article in told:
                yield _fault("stories", "two", f"article {article} is in two stories")
            told.add(article)
        yield from _passages("stories", (*story.summary, *story.dates), known)
        for part in story.also:
            yield from _span("stories", part.article, part.start, part.end, known)
            yield from _reasons("stories", (part.reason,), known)
    half = told - known.paragraphs
    if known.settled or not known.superseded:  # else versions wait to be taken out of stories, or put into them
        half |= known.paragraphs - told - known.superseded
        for article in sorted(told & known.superseded):
            yield _fault("stories", "version", f"article {article} is in a story, and a later version took its place")
    for article in sorted(half):
        yield _fault("stories", "half", f"article {article} is linked in part only")


def _statements(statements: Iterable[Any], known: _Known) -> _Found:
    said: set[str] = set()
    for statement in statements:
        yield from _once("statements", statement.id, known.statements)
        known.statements[statement.id] = frozenset(statement.quotations)
        for quotation in statement.quotations:
            if quotation not in known.quotations:
                yield _fault("statements", "unknown", f"{statement.id} names quotation {quotation}, which is not there")
            if quotation in said:
                yield _fault("statements", "two", f"quotation {quotation} is in two statements")
            said.add(quotation)


def _attributions(attributions: Iterable[Any], known: _Known) -> _Found:
    given: set[str] = set()
    for a in attributions:
        given.add(a.quotation)
        if known.quotations.get(a.quotation) != a.article:
            yield _fault("attributions", "unknown", f"quotation {a.quotation} of article {a.article} is not there")
        if a.quotation not in known.statements.get(a.statement, frozenset()):
            yield _fault("attributions", "statement", f"quotation {a.quotation} is not of statement {a.statement}")
    for quotation in sorted({q for group in known.statements.values() for q in group} - given):
        yield _fault("attributions", "missing", f"quotation {quotation} has a statement and no attribution")


def _storylines(storylines: Iterable[Any], known: _Known) -> _Found:
    for line in storylines:
        for story in line.stories:
            if story not in known.stories:
                yield _fault("storylines", "story", f"{line.id} names story {story}, which is not there")
        for statement in (s for position in line.positions for s in position.statements):
            if statement not in known.statements:
                yield _fault("storylines", "statement", f"{line.id} names statement {statement}, which is not there")
        yield from _reasons("storylines", line.reasons, known)


def _lineages(lineages: Iterable[Any], known: _Known) -> _Found:
    traced: set[str] = set()
    for lineage in lineages:
        if lineage.article in traced:
            yield _fault("lineages", "twice", f"article {lineage.article} has two")
        traced.add(lineage.article)
        if lineage.article not in known.stories.get(lineage.story, frozenset()):
            yield _fault("lineages", "story", f"article {lineage.article} is not of story {lineage.story}")
        yield from _reasons("lineages", lineage.reasons, known)
    for article in sorted({a for articles in known.stories.values() for a in articles} - traced):
        yield _fault("lineages", "missing", f"article {article} is in a story and has none")


def _counts(counts: Iterable[Any], known: _Known) -> _Found:
    subjects: set[str] = set()
    for count in counts:
        if count.subject not in known.stories and count.subject not in known.statements:
            yield _fault("counts", "subject", f"{count.subject} is neither a story nor a statement")
        if count.subject in subjects or not 0 <= count.low <= count.high:
            yield _fault("counts", "range", f"{count.subject} is counted twice, or {count.low} to {count.high}")
        subjects.add(count.subject)
        yield from _reasons("counts", (*count.reasons, *count.apart), known)
    for subject in sorted((known.stories.keys() | known.statements.keys()) - subjects):
        yield _fault("counts", "missing", f"{subject} is not counted")


def _once(table: str, name: str, known: Container[str]) -> _Found:
    if name in known:
        yield _fault(table, "twice", f"{name} is there twice")


def _article(table: str, article: str, known: _Known) -> _Found:
    if article not in known.lengths:
        yield _fault(table, "article", f"names article {article}, which is not there")


def _span(table: str, article: str, start: int, end: int, known: _Known) -> _Found:
    if not 0 <= start <= end <= known.lengths.get(article, -1):
        yield _fault(table, "span", f"{start} to {end} is not in the text of article {article}")


def _reasons(table: str, reasons: Iterable[Reason], known: _Known) -> _Found:
    for reason in reasons:
        yield from _passages(table, reason.passages, known)


def _passages(table: str, passages: Iterable[Passage], known: _Known) -> _Found:
    for p in passages:
        yield from _span(table, p.article, p.start, p.end, known)


def _fault(table: str, kind: str, what: str) -> tuple[str, Fault]:
    return kind, Fault(table, what, "none" if table in GIVEN else "link anew")
