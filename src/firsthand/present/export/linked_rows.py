"""The rows of what linking and tracing conclude: copies, stories, statements, lineage, counts; corrections."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from firsthand.model import Passage, Position, Reason, StoryPart
from firsthand.present.views.corrections import Corrections, CorrectionView
from firsthand.present.views.index import Index

Row = dict[str, Any]


def _statements(index: Index) -> Iterator[Row]:
    for s in sorted(index.statements.values(), key=lambda s: s.id):
        yield {
            "id": s.id,
            "speaker": s.speaker,
            "occasion": s.occasion,
            "wording": s.wording,
            "cue": s.cue,
            "quotations": list(s.quotations),
            **_counted(index, s.id),
        }


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
            "summary": _passage_rows(index, s.summary),
            "happened": s.happened,
            "happened_precision": s.happened_precision,
            "dates": _passage_rows(index, s.dates),
            "also": [_story_part(index, part) for part in s.also],
            **_counted(index, s.id),
        }


def _story_part(index: Index, part: StoryPart) -> Row:
    (reason,) = reason_rows(index, [part.reason])
    return {"article": index.name(part.article), "start": part.start, "end": part.end, "reason": reason}


def _storylines(index: Index) -> Iterator[Row]:
    for s in sorted(index.tables.storylines, key=lambda s: s.id):
        yield {
            "id": s.id,
            "stories": list(s.stories),
            "reasons": reason_rows(index, s.reasons),
            "positions": [position_row(p) for p in s.positions],
        }


def position_row(position: Position) -> Row:
    """Return a speaker's position as it stands in rows of storylines."""
    turns = [
        {"earlier": t.earlier, "later": t.later, "kinds": list(t.kinds), "reversal": t.reversal} for t in position.turns
    ]
    return {"speaker": position.speaker, "statements": list(position.statements), "turns": turns}


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
            "passages": _passage_rows(index, r.passages),
        }
        for r in reasons
    ]


def _passage_rows(index: Index, passages: Iterable[Passage]) -> list[Row]:
    return [{"article": index.name(p.article), "start": p.start, "end": p.end} for p in passages]


LINKED_ROWS: dict[str, Callable[[Index], Iterator[Row]]] = {
    "statements": _statements,
    "differences": _differences,
    "copies": _copies,
    "stories": _stories,
    "storylines": _storylines,
    "lineage": _lineage,
    "edges": _edges,
    "corrections": _corrections,
}
