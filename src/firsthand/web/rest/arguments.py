"""What is concluded and why, two articles against each other, corrections: what the views work out, as answers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from firsthand.errors import InputError, NotFound
from firsthand.model import Article, Count, Reason, Statement, Story
from firsthand.present.catalog import Catalog
from firsthand.present.catalog.records import partners, records
from firsthand.present.export.argument import argument_row
from firsthand.present.export.checked import checked_row
from firsthand.present.export.linked_rows import correction_row
from firsthand.present.export.pieces import snippet
from firsthand.present.tables import Tables
from firsthand.present.views.aligned import all_aligned
from firsthand.present.views.argument import ORIGIN
from firsthand.present.views.check import Checked
from firsthand.present.views.corrections import Corrections
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import CORRECTED
from firsthand.present.views.passages import shared_with
from firsthand.web.rest.answers import Part, found
from firsthand.web.rest.concluded import (
    ArticleWhy,
    Changes,
    CheckAnswer,
    CompareAnswer,
    ComparedPassage,
    CorrectionRow,
    CountWhy,
    Why,
)

T = TypeVar("T")
# Ours: reasons of one kind that a count is answered with, articles that one is held against, passages of a pair and
# changes of a passage. A story of a thousand articles has thousands of reasons.
REASONS, PARTNERS, PASSAGES, CHANGES = 200, 20, 120, 80
# Ours: articles past those that are shown which are counted.
LOOKED = 1_000


def why(catalog: Catalog, identity: str, *, with_text: bool = False) -> Why:
    """Return the argument for an article's lineage or for the count of a story or statement. Raises NotFound."""
    subject = catalog.find(identity)
    if isinstance(subject, Article):
        return _why_article(catalog, subject, with_text)
    return _why_count(catalog, subject)


def _why_article(catalog: Catalog, subject: Article, with_text: bool) -> Why:
    others = partners(catalog, subject.id, PARTNERS + LOOKED)
    tables = nameless(catalog.tables_of_articles([subject.id, *others[:PARTNERS]]))
    row = argument_row(tables, subject.id)
    cut = {"words": row["words"], "shared": [_cut_shared(s, with_text) for s in row["shared"][:PARTNERS]]}
    answer = _shaped({**row, **cut}, ArticleWhy)
    return Why(subject.id, "article", answer, None, max(0, len(others) - PARTNERS))


def _cut_shared(row: dict[str, Any], with_text: bool) -> dict[str, Any]:
    passages = [{**p, "changes": [_cut_change(c, with_text) for c in p["changes"]]} for p in row["passages"]]
    return {**row, "passages": passages[:PASSAGES]}


def _cut_change(change: dict[str, str], with_text: bool) -> dict[str, str]:
    return {side: snippet(words, with_text=with_text) for side, words in change.items()}


def _why_count(catalog: Catalog, subject: Story | Statement) -> Why:
    count = next(iter(records(catalog, Count, "counts", [subject.id])), None)
    cut = _cut(count) if count else None
    named = {p.article for c in [cut] if c for r in (*c.reasons, *c.apart) for p in r.passages}
    named.update(cut.origins if cut else ())
    tables = nameless(catalog.tables_of_articles(sorted(named)))
    is_story = isinstance(subject, Story)
    kinds: dict[str, Any] = {"stories" if is_story else "statements": [subject], "counts": [cut] if cut else []}
    answer = _shaped(argument_row(replace(tables, **kinds), subject.id), CountWhy)
    left = (len(count.reasons) - len(cut.reasons) + len(count.apart) - len(cut.apart)) if count and cut else 0
    return Why(subject.id, "story" if is_story else "statement", None, answer, left)


def _cut(count: Count) -> Count:
    """Return a count with no more than ``REASONS`` reasons of a kind."""
    origins = [r for r in count.reasons if r.rule == ORIGIN][:REASONS]
    by_hand = [r for r in count.reasons if r.rule == CORRECTED][:REASONS]
    merges = [r for r in count.reasons if r.rule not in (ORIGIN, CORRECTED)][:REASONS]
    reasons: Sequence[Reason] = (*origins, *merges, *by_hand)
    return replace(count, reasons=tuple(reasons), apart=count.apart[:REASONS], origins=count.origins[:REASONS])


def compare(catalog: Catalog, one: str, other: str, *, with_text: bool = False) -> CompareAnswer:
    """Return what two stored articles share. Raises NotFound, InputError where both are one."""
    first, second = found(catalog, one, Article), found(catalog, other, Article)
    rows = [catalog.article(a.id) for a in (first, second)]
    if first.id == second.id:
        raise InputError(f"{one} and {other} are one article: give two")
    if rows[0] is None or rows[1] is None:
        raise NotFound("one of the two is in no list of the catalog")
    index = Index(catalog.tables_of_articles([first.id, second.id]))
    shared = shared_with(index, first, second)
    passages = sorted(shared.passages, key=lambda p: (p.here, p.other))
    aligned = list(all_aligned(first, second, passages[:PASSAGES]))
    pair = {first.id, second.id}
    left = sum(max(0, len(a.differing) - CHANGES) for a in aligned) + max(0, len(passages) - PASSAGES)
    return CompareAnswer(
        one=rows[0],
        other=rows[1],
        time=shared.time,
        characters=shared.characters,
        share=shared.share,
        other_share=shared.other_share,
        passages=tuple(
            ComparedPassage(
                p.here.start,
                p.here.end,
                p.other.start,
                p.other.end,
                p.kind,
                p.characters,
                p.words,
                p.changed,
                snippet(p.here.of(first.text), with_text=with_text),
                tuple(
                    Changes(
                        step.here.start,
                        step.here.end,
                        step.there.start,
                        step.there.end,
                        snippet(step.here.of(first.text), with_text=with_text),
                        snippet(step.there.of(second.text), with_text=with_text),
                    )
                    for step in a.differing[:CHANGES]
                ),
            )
            for p, a in zip(passages, aligned, strict=False)
        ),
        edges=tuple(e for e in index.tables.edges if {e.source, e.target} == pair),
        left_out=left,
    )


def checked(result: Checked, *, with_text: bool = False) -> CheckAnswer:
    """Return what a corpus has of a text."""
    row = checked_row(replace(result, tables=nameless(result.tables)))
    said = [
        {**q, **{name: snippet(q[name], with_text=with_text) for name in ("words", "wording") if q[name]}}
        for q in row["quotations"]
    ]
    text = row["text"] if with_text else None
    return _shaped({**row, "quotations": said, "text": text}, CheckAnswer)


def corrections(catalog: Catalog, limit: int, offset: int) -> Part[CorrectionRow]:
    """Return what users corrected, in the order in which they did."""
    index = Index(nameless(catalog.tables_of_corrections()))
    views = list(Corrections(index))
    rows = (_shaped(correction_row(index, view), CorrectionRow) for view in views[offset : offset + limit])
    return tuple(rows), len(views) > offset + limit


def nameless(tables: Tables) -> Tables:
    """Return tables whose articles go by firsthand's own ids: a name may be unique among a few articles only."""
    return replace(tables, articles=[replace(a, external_id=None) for a in tables.articles])


def _shaped(row: dict[str, Any], cls: type[T]) -> T:
    return msgspec.convert(row, cls)
