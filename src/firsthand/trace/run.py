"""Tracing a linked corpus."""

from collections.abc import Iterable, Mapping

from firsthand.model import Annotation, Article, Attribution, Copy, Difference, Edge, Evidence, Statement, Story
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
        [edge for key in sorted(found) for edge in _edges(found[key], story_of[key], roots)],
        counts,
    )


def _edges(draft: Draft, story: str, roots: Roots) -> list[Edge]:
    """Return the arrows that end at one article: from the pages it uses, or from the names of origins not here."""
    article = draft.telling.id
    starts = draft.sources or [roots.page(article, name) or name for name in draft.draws_on]
    evidence: Evidence = "credit"
    if draft.inferred:
        evidence = "copied" if draft.sources else "inferred"
    return [Edge(story, start, article, evidence, tuple(draft.reasons)) for start in starts]
