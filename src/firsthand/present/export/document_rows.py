"""The rows of what is read off single documents: articles, their parts, names, quotations, credits; rejections."""

from collections.abc import Callable, Iterator
from typing import Any

from firsthand.model import Article
from firsthand.present.views.index import Index

Row = dict[str, Any]


def _by_name(index: Index) -> list[Article]:
    return sorted(index.articles.values(), key=lambda a: index.name(a.id))


def article_rows(index: Index, with_text: bool) -> Iterator[Row]:
    """Return the rows of articles, with their texts where these are asked for."""
    for a in _by_name(index):
        annotation = index.annotations.get(a.id)
        row: Row = {
            "id": index.name(a.id),
            "url": a.url,
            "path": a.path,
            "publisher": a.publisher,
            "headline": a.headline,
            "dek": a.dek,
            "bylines": list(a.bylines),
            "dateline": a.dateline,
            "published": a.published,
            "published_precision": a.published_precision,
            "updated": a.updated,
            "updated_precision": a.updated_precision,
            "fetched": a.fetched,
            "canonical": a.canonical,
            "section": a.section,
            "paywalled": a.paywalled,
            "language": a.language,
            "characters": a.characters,
            "sha256": a.sha256,
            "page": a.page,
            "quotations_left_out": annotation.left_out if annotation else 0,
        }
        yield {**row, "text": a.text} if with_text else row


def _segments(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for s in sorted(a.segments, key=lambda s: (s.start, s.end, s.kind)):
            yield {"article": index.name(a.id), "start": s.start, "end": s.end, "kind": s.kind}


def _recurring(index: Index) -> Iterator[Row]:
    rows = [
        {"article": index.name(r.article), "start": r.start, "end": r.end, "pages": r.pages}
        for r in index.tables.recurring
    ]
    yield from sorted(rows, key=lambda r: tuple(r.values()))


def _comments(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for c in sorted(a.comments, key=lambda c: c.number):
            yield {
                "article": index.name(a.id),
                "number": c.number,
                "parent": c.parent,
                "depth": c.depth,
                "author": c.author,
                "published": c.published,
                "published_precision": c.published_precision,
                "start": c.start,
                "end": c.end,
                "paragraphs": [[p.start, p.end] for p in a.paragraphs(c.start, c.end)],
            }


def _links(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for link in a.links:
            anchor = a.text[link.start : link.end]
            yield {
                "article": index.name(a.id),
                "start": link.start,
                "end": link.end,
                "anchor": anchor,
                "target": link.target,
            }


def _names(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for m in index.annotations[a.id].mentions if a.id in index.annotations else ():
            yield {"article": index.name(a.id), "start": m.start, "end": m.end, "kind": m.kind, "name": m.name}


def _dates(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for d in index.annotations[a.id].dates if a.id in index.annotations else ():
            where = {"article": index.name(a.id), "start": d.start, "end": d.end}
            yield {**where, "value": d.value, "precision": d.precision}


def _quotations(index: Index) -> Iterator[Row]:
    found = index.quotations.values()
    for q in sorted(found, key=lambda q: (index.name(q.article), q.start, q.end, q.id)):
        attribution = index.attributions.get(q.id)
        yield {
            "id": q.id,
            "article": index.name(q.article),
            "type": q.type,
            "start": q.start,
            "end": q.end,
            "fragments": [[f.start, f.end] for f in q.fragments],
            # The corpus's spelling; the article's own until the corpus has been linked.
            "speaker": attribution.speaker if attribution else q.speaker,
            "speaker_id": attribution.speaker_id if attribution else None,
            "speaker_start": q.speaker_start,
            "speaker_end": q.speaker_end,
            "cue": q.cue,
            "cue_start": q.cue_start,
            "cue_end": q.cue_end,
            "occasion": q.occasion,
            "via": list(q.via),
            "statement": attribution.statement if attribution else None,
            "entity": attribution.entity if attribution else None,
        }


def _credits(index: Index) -> Iterator[Row]:
    found = ((index.name(a.article), c) for a in index.annotations.values() for c in a.credits)
    for name, c in sorted(found, key=lambda f: (f[0], f[1].start, f[1].end, f[1].kind, f[1].publisher)):
        yield {"article": name, "start": c.start, "end": c.end, "publisher": c.publisher, "kind": c.kind}


def rejected_rows(index: Index) -> Iterator[Row]:
    """Return the rows of what could not be used."""
    for r in sorted(index.tables.rejected, key=lambda r: (r.input, r.stage, r.reason, r.detail)):
        yield {"input": r.input, "stage": r.stage, "reason": r.reason, "detail": r.detail}


def _duplicates(index: Index) -> Iterator[Row]:
    for d in sorted(index.tables.duplicates, key=lambda d: (d.input, d.article)):
        yield {"input": d.input, "article": index.name(d.article)}


DOCUMENT_ROWS: dict[str, Callable[[Index], Iterator[Row]]] = {
    "segments": _segments,
    "recurring": _recurring,
    "comments": _comments,
    "links": _links,
    "names": _names,
    "dates": _dates,
    "quotations": _quotations,
    "credits": _credits,
    "rejected": rejected_rows,
    "duplicates": _duplicates,
}
