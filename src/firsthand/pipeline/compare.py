"""Two articles held against each other, without a corpus: by the same alignment and linking as in one."""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.config import LinkConfig
from firsthand.link.copies import copies_between, whole
from firsthand.link.statements import link_statements
from firsthand.model import Annotation, Article, Attribution, Copy, Difference, Statement, Story


@dataclass(frozen=True, slots=True)
class Compared:
    """What two articles have in common, under the names of the tables: passages, and the utterances of both."""

    copies: list[Copy]
    statements: list[Statement]
    attributions: list[Attribution]
    differences: list[Difference]


def compare(one: Article, other: Article, annotations: Mapping[str, Annotation], config: LinkConfig) -> Compared:
    """Return what two articles share; ``annotations`` are by their ids, which differ.

    They are taken for articles of one story, as whoever compares them does. Raises ConfigError where the settings name
    a file that cannot be read.
    """
    articles = {one.id: one, other.id: other}
    together = Story(id="compared", headline="", articles=(one.id, other.id), first=None, last=None)
    said = link_statements(articles, annotations, [together], config)
    of = {q.id: name for name, note in annotations.items() for q in note.quotations}
    both = [s for s in said.statements if len({of[q] for q in s.quotations}) > 1]
    ids = {s.id for s in both}
    return Compared(
        list(whole(copies_between([(one.id, other.id)], articles, annotations))),
        both,
        [a for a in said.attributions if a.statement in ids],
        [d for d in said.differences if d.statement in ids],
    )
