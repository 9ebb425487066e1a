"""Tracing a linked corpus."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Correction,
    Difference,
    Statement,
    Story,
)
from firsthand.model.copies import Copies
from firsthand.trace.authorship import authorship
from firsthand.trace.corrections import allowed, correct
from firsthand.trace.counts import Ground, statement_count, story_count
from firsthand.trace.counts.noted import noted
from firsthand.trace.counts.quoted import Quotations
from firsthand.trace.evidence.gather import Read, gather
from firsthand.trace.evidence.tellings import with_copies
from firsthand.trace.families.group import families
from firsthand.trace.origins.drafting import drafts, lineage, seen
from firsthand.trace.origins.edges import edges
from firsthand.trace.origins.oddities import by_article, oddities
from firsthand.trace.origins.roots import Roots
from firsthand.trace.result import Trace


def trace(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    copies: Iterable[Copy],
    stories: Iterable[Story],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    differences: Iterable[Difference],
    corrections: Sequence[Correction] = (),
    read: Iterable[Read] | None = None,
) -> Trace:
    """Return lineages, edges and counts for a linked corpus; every article is in one of ``stories``.

    What the user corrected of texts and origins wins; stories and statements come corrected already. ``read`` is what
    ``read_alone`` yields for the articles, where it was asked before. A form that two have filled in tells nothing of
    who had it first.
    """
    every = Copies.of(copies)
    shared = every.where(~every.kinds("form"))
    stories, statements = list(stories), list(statements)
    tellings = gather(articles, annotations, shared, read)
    groups = families(tellings, shared)
    kept = allowed(shared, groups, corrections)
    if len(kept) < len(shared):
        tellings = with_copies(tellings, kept)
        groups = families(tellings, kept)
    story_of = {article: story.id for story in stories for article in story.articles}
    view = seen(tellings, groups)
    odd = oddities(view, story_of)
    found = correct(drafts(view, groups, odd), corrections)
    roots = Roots(found, story_of)
    said = {a.quotation: a for a in attributions}
    ground = Ground(
        tellings,
        found,
        roots,
        Quotations(annotations, said),
        said,
        list(differences),
        by_article(odd),
    )
    counts = [story_count(story, ground) for story in stories]
    counts.extend(statement_count(statement, ground) for statement in statements)
    lineages = (lineage(found[key], story_of[key], roots.of(key), view) for key in sorted(found))
    return Trace(
        [replace(line, authorship=authorship(line)) for line in lineages],
        [edge for key in sorted(found) for edge in edges(found[key], story_of[key], roots)],
        noted(counts, stories, statements, found, ground.quotations, corrections),
    )
