"""Tracing a linked corpus."""

from collections.abc import Iterable, Mapping

from firsthand.model import Annotation, Article, Attribution, Copy, Difference, Edge, Reason, Statement, Story
from firsthand.trace.counts import Ground, statement_count, story_count
from firsthand.trace.evidence import gather
from firsthand.trace.families import families
from firsthand.trace.origins import Draft, drafts, lineage
from firsthand.trace.result import Trace
from firsthand.trace.roots import Roots


def trace(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    copies: Iterable[Copy],
    stories: Iterable[Story],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    differences: Iterable[Difference],
) -> Trace:
    """Return lineages, edges and counts for a linked corpus; every article is in one of ``stories``."""
    copies, stories = list(copies), list(stories)
    tellings = gather(articles, annotations, copies)
    found = drafts(tellings, families(tellings, copies))
    story_of = {article: story.id for story in stories for article in story.articles}
    roots = Roots(found, story_of)
    ground = Ground(
        tellings,
        found,
        roots,
        {q.id: q for a in annotations.values() for q in a.quotations},
        {a.quotation: a for a in attributions},
        list(differences),
    )
    counts = [story_count(story, ground) for story in stories]
    counts.extend(statement_count(statement, ground) for statement in statements)
    return Trace(
        [lineage(found[key], story_of[key], roots.of(key)) for key in sorted(found)],
        [edge for key in sorted(found) for edge in _edges(found[key], story_of[key])],
        counts,
    )


def _edges(draft: Draft, story: str) -> list[Edge]:
    """Return the arrows that end at one article: from the pages it uses, or from the names of origins not here."""
    evidence = "copied" if draft.sources and draft.inferred else "inferred" if draft.inferred else "credit"
    starts = draft.sources or draft.draws_on
    if draft.relation == "partial" and draft.sources and not draft.inferred:
        evidence = "credit"
    return [Edge(story, start, draft.telling.id, evidence, _reasons(draft)) for start in starts]  # type: ignore[arg-type]


def _reasons(draft: Draft) -> tuple[Reason, ...]:
    return tuple(draft.reasons)
