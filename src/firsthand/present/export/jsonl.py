"""JSON lines, one file a table: the contract that tools rely on. ``docs/reference`` defines every field."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from firsthand.model import Article, Reason
from firsthand.present.safe import write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.corrections import Corrections, CorrectionView
from firsthand.present.views.index import Index

Row = dict[str, Any]


def export_jsonl(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write one ``TABLE.jsonl`` a table into ``folder``, and return the number of rows of each.

    Every record is one line of UTF-8; the order depends on the records only, so equal corpora give equal files. An
    article is referred to by the id that the user gave it, else by its own. Offsets are code points into its text,
    which is written as ``text`` with the articles only where ``with_text`` is set. A lone surrogate is written as its
    JSON escape. Each file is replaced whole. Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    names = ("articles", *_BY_NAME)
    return {name: _write(folder / f"{name}.jsonl", table_rows(index, name, with_text=with_text)) for name in names}


def export_rejected(tables: Tables, path: Path) -> int:
    """Write what could not be used, and why, as one line each to ``path``, replaced whole; return how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(path, _rejected(Index(tables)))


def table_rows(index: Index, table: str, *, with_text: bool = False) -> Iterator[Row]:
    """Return the rows of one table in the order of the export; ``with_text`` is for ``articles``."""
    return _articles(index, with_text) if table == "articles" else _BY_NAME[table](index)


def _write(path: Path, several: Iterable[Row]) -> int:
    written = 0

    def lines() -> Iterator[bytes]:
        nonlocal written
        for row in several:
            written += 1
            # backslashreplace meets lone surrogates only, and what it writes for them is their JSON escape.
            yield json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"

    write_whole(path, lines())
    return written


def _by_name(index: Index) -> list[Article]:
    return sorted(index.articles.values(), key=lambda a: index.name(a.id))


def _articles(index: Index, with_text: bool) -> Iterator[Row]:
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


def _statements(index: Index) -> Iterator[Row]:
    for s in sorted(index.statements.values(), key=lambda s: s.id):
        yield {
            "id": s.id,
            "speaker": s.speaker,
            "occasion": s.occasion,
            "wording": s.wording,
            "quotations": list(s.quotations),
            **_counted(index, s.id),
        }


def _credits(index: Index) -> Iterator[Row]:
    found = ((index.name(a.article), c) for a in index.annotations.values() for c in a.credits)
    for name, c in sorted(found, key=lambda f: (f[0], f[1].start, f[1].end, f[1].kind, f[1].publisher)):
        yield {"article": name, "start": c.start, "end": c.end, "publisher": c.publisher, "kind": c.kind}


def _names(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for m in index.annotations[a.id].mentions if a.id in index.annotations else ():
            yield {"article": index.name(a.id), "start": m.start, "end": m.end, "kind": m.kind, "name": m.name}


def _dates(index: Index) -> Iterator[Row]:
    for a in _by_name(index):
        for d in index.annotations[a.id].dates if a.id in index.annotations else ():
            where = {"article": index.name(a.id), "start": d.start, "end": d.end}
            yield {**where, "value": d.value, "precision": d.precision}


def _differences(index: Index) -> Iterator[Row]:
    for d in sorted(index.tables.differences, key=lambda d: (d.statement, d.quotation, d.other)):
        yield {
            "statement": d.statement,
            "quotation": d.quotation,
            "other": d.other,
            "kinds": list(d.kinds),
            "parts": [
                {
                    "kind": p.kind,
                    "start": p.start,
                    "end": p.end,
                    "other_start": p.other_start,
                    "other_end": p.other_end,
                }
                for p in d.parts
            ],
        }


def _edges(index: Index) -> Iterator[Row]:
    rows: list[Row] = [
        {
            "story": e.story,
            "source": index.name(e.source),
            "target": index.name(e.target),
            "evidence": e.evidence,
            "reasons": reason_rows(index, e.reasons),
        }
        for e in index.tables.edges
    ]
    yield from sorted(rows, key=lambda r: (r["story"], r["source"], r["target"], r["evidence"], str(r["reasons"])))


def _copies(index: Index) -> Iterator[Row]:
    rows = [
        {
            "earlier": index.name(c.earlier),
            "earlier_start": c.earlier_start,
            "earlier_end": c.earlier_end,
            "later": index.name(c.later),
            "later_start": c.later_start,
            "later_end": c.later_end,
            "characters": c.characters,
            "kind": c.kind,
            "words": c.words,
            "changed": c.changed,
            "verbatim": c.verbatim,
            "earlier_share": round(c.earlier_share, 4),
            "later_share": round(c.later_share, 4),
        }
        for c in index.tables.copies
    ]
    yield from sorted(rows, key=lambda r: tuple(r.values()))


def _stories(index: Index) -> Iterator[Row]:
    for s in sorted(index.stories.values(), key=lambda s: s.id):
        yield {
            "id": s.id,
            "headline": s.headline,
            "articles": [index.name(a) for a in s.articles],
            "first": s.first,
            "last": s.last,
            **_counted(index, s.id),
        }


def _storylines(index: Index) -> Iterator[Row]:
    for s in sorted(index.tables.storylines, key=lambda s: s.id):
        yield {"id": s.id, "stories": list(s.stories), "reasons": reason_rows(index, s.reasons)}


def _lineage(index: Index) -> Iterator[Row]:
    for lineage in sorted(index.lineages.values(), key=lambda n: index.name(n.article)):
        yield {
            "id": index.name(lineage.article),
            "story": lineage.story,
            "origin": index.name(lineage.origin),
            "relation": lineage.relation,
            "authorship": lineage.authorship,
            "draws_on": [index.name(n) for n in lineage.draws_on],
            "rests_on": [index.name(n) for n in lineage.rests_on],
            "family": lineage.family,
            "reasons": reason_rows(index, lineage.reasons),
        }


def _rejected(index: Index) -> Iterator[Row]:
    for r in sorted(index.tables.rejected, key=lambda r: (r.input, r.stage, r.reason, r.detail)):
        yield {"input": r.input, "stage": r.stage, "reason": r.reason, "detail": r.detail}


def _corrections(index: Index) -> Iterator[Row]:
    return (correction_row(index, view) for view in Corrections(index))


def correction_row(index: Index, view: CorrectionView) -> Row:
    """Return the row of a correction."""
    c = view.correction
    return {
        "number": c.number,
        "at": c.at,
        "verb": c.verb,
        "kind": c.kind,
        "said": view.said,
        "given": list(c.given),
        "groups": [[index.name(member) for member in group] for group in c.groups],
        "name": c.name,
        "relation": c.relation,
        "note": c.note,
        "before": list(c.before),
        "now": list(view.now),
        "state": view.state,
        "overruled_by": view.overruled_by,
        "undone": c.undone,
    }


def _duplicates(index: Index) -> Iterator[Row]:
    for d in sorted(index.tables.duplicates, key=lambda d: (d.input, d.article)):
        yield {"input": d.input, "article": index.name(d.article)}


def _counted(index: Index, subject: str) -> Row:
    """Return the origins of a story or statement; null ends where it has not been counted."""
    count = index.counts.get(subject)
    if count is None:
        return {"origins": [], "origins_low": None, "origins_high": None, "reasons": [], "apart": []}
    return {
        "origins": [index.name(o) for o in count.origins],
        "origins_low": count.low,
        "origins_high": count.high,
        "reasons": reason_rows(index, count.reasons),
        "apart": reason_rows(index, count.apart),
    }


def reason_rows(index: Index, reasons: Iterable[Reason]) -> list[Row]:
    """Return reasons as they stand in rows of several tables."""
    return [
        {
            "rule": r.rule,
            "text": r.text,
            "passages": [{"article": index.name(p.article), "start": p.start, "end": p.end} for p in r.passages],
        }
        for r in reasons
    ]


_BY_NAME: dict[str, Callable[[Index], Iterator[Row]]] = {
    "segments": _segments,
    "recurring": _recurring,
    "comments": _comments,
    "links": _links,
    "names": _names,
    "dates": _dates,
    "quotations": _quotations,
    "statements": _statements,
    "differences": _differences,
    "credits": _credits,
    "copies": _copies,
    "stories": _stories,
    "storylines": _storylines,
    "lineage": _lineage,
    "edges": _edges,
    "corrections": _corrections,
    "rejected": _rejected,
    "duplicates": _duplicates,
}
