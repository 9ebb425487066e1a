"""What a correction changes, anew: of linking only what stands on it, then tracing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.config import Config
from firsthand.link.corrections import as_linked
from firsthand.link.recurring import without
from firsthand.link.storylines.positions import with_positions
from firsthand.model import Annotation, Article, Correction, CorrectionKind, Recurrence
from firsthand.pipeline.link import Links, Tell, regroup, restate
from firsthand.trace import Trace, own_publishers, trace


def recount(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    recurring: Sequence[Recurrence],
    links: Links,
    corrections: Sequence[Correction],
    kind: CorrectionKind | None,
    config: Config,
    tell: Tell = lambda _: None,
) -> tuple[Links, Trace]:
    """Return what linking from copies and linked stories on, and tracing, conclude with the corrections.

    ``articles`` and ``annotations`` are as they are stored, ``links`` as they were; only articles that were linked
    count. ``kind`` is what the correction is of: a text's needs tracing only. None does all of it.
    """
    linked = {article for story in links.stories for article in story.articles}
    known, notes = without(
        {key: a for key, a in articles.items() if key in linked},
        {key: a for key, a in annotations.items() if key in linked},
        recurring,
    )
    if kind == "statement":
        tell("statements")
        said = restate(known, notes, links.stories, config, corrections)
        lines = with_positions(links.storylines, links.stories, said.statements, known, notes)
        links = replace(
            links,
            storylines=lines,
            statements=said.statements,
            attributions=said.attributions,
            differences=said.differences,
        )
    elif kind != "text":
        stories = as_linked(links.stories, links.inferred)
        links = regroup(known, notes, links.copies, stories, config, tell, corrections)
    tell("origins")
    with own_publishers(config.trace.publishers):
        traced = trace(
            known,
            notes,
            links.copies,
            links.stories,
            links.statements,
            links.attributions,
            links.differences,
            corrections,
        )
    return links, traced
