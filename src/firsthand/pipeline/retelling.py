"""Statements and storylines of touched stories, told anew beside those that stay.

A statement may reach into stories that were not touched. Of these stories only the quotations that it consists of, or
that share a passage with a new article, are looked at again, so that one told-anew statement does not pull in the next.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from firsthand.config import Config
from firsthand.link.statements import StatementLinks
from firsthand.link.storylines import MEMBERS, Read, link_storylines, read_story
from firsthand.link.storylines.positions import with_positions
from firsthand.model import Annotation, Article, Copy, Correction, Statement, Story, Storyline
from firsthand.pipeline.link import restate
from firsthand.pipeline.remembered import text_of
from firsthand.pipeline.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Restated:
    """Statements in place of those with ids in ``gone``, and the quotations of all of these."""

    said: StatementLinks
    gone: frozenset[str]
    quotations: frozenset[str]


def restated(
    shelf: Shelf,
    touched: Sequence[Story],
    left: Collection[str],
    copies: Iterable[Copy],
    story_of: Mapping[str, Story],
    config: Config,
    corrections: Sequence[Correction],
) -> Restated:
    """Return the statements of touched stories. ``left`` are articles that are no longer counted.

    ``copies`` are those of the new articles, ``story_of`` has the story of each article as it is now.
    """
    inside = {a for story in touched for a in story.articles}
    gone = {a.statement for a in shelf.having("attributions", inside | set(left), "article")}
    gone |= _shared(shelf, inside, copies)
    quotations = {q for s in shelf.having("statements", gone, "id") for q in s.quotations}
    outside = {a.article for a in shelf.having("attributions", quotations, "quotation")} - inside - set(left)
    beside = {story_of[a].id: story_of[a] for a in sorted(outside) if a in story_of}
    stories = [*touched, *(beside[name] for name in sorted(beside))]
    around = {a for story in beside.values() for a in story.articles}
    notes = shelf.annotations(inside | around)
    notes = {name: note if name in inside else _only(note, quotations) for name, note in notes.items()}
    said = restate(shelf.articles(notes), notes, stories, config, corrections)
    return Restated(said, frozenset(gone), frozenset(quotations | {a.quotation for a in said.attributions}))


def _shared(shelf: Shelf, inside: Collection[str], copies: Iterable[Copy]) -> set[str]:
    """Return the statements outside that have a quotation in a passage which an article inside has too."""
    spans = [
        (article, start, end)
        for c in copies
        if c.kind != "prose"
        for article, other, start, end in (
            (c.earlier, c.later, c.earlier_start, c.earlier_end),
            (c.later, c.earlier, c.later_start, c.later_end),
        )
        if article not in inside and other in inside
    ]
    notes = shelf.annotations({article for article, _, _ in spans})
    shared = {
        q.id
        for article, start, end in spans
        if article in notes
        for q in notes[article].quotations
        if q.start < end and start < q.end
    }
    return {a.statement for a in shelf.having("attributions", shared, "quotation")}


def _only(note: Annotation, quotations: Collection[str]) -> Annotation:
    return replace(note, quotations=tuple(q for q in note.quotations if q.id in quotations))


def storylines(shelf: Shelf, stories: Sequence[Story], statements: Mapping[str, Statement]) -> list[Storyline]:
    """Return the storylines among some stories, with the positions of who speaks in them."""
    names = {a for story in stories for a in story.articles}
    articles, annotations = shelf.articles(names), shelf.annotations(names)
    read = (_read(shelf, story, articles, annotations) for story in stories)
    lines = link_storylines(stories, articles, annotations, read)
    return with_positions(lines, stories, list(statements.values()), articles, annotations)


def _read(shelf: Shelf, story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotation]) -> Read:
    texts = tuple(text_of(articles[name]) for name in story.articles[:MEMBERS])
    return shelf.remembered.stories.of(
        (story.id, story.first, texts), partial(read_story, story, articles, annotations, shelf.remembered)
    )
