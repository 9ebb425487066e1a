"""The order of the stages, and what each needs and gives.

read → clean → annotate → link → trace → present

clean      Document → Article                         one document at a time
annotate   Article → Annotation                       one document at a time
copies     articles, annotations → copies             by shared word n-grams
stories    articles, annotations, copies → stories    by shared rare words and names
statements quotations, stories → statements           by speaker and words
storylines stories → storylines                       by people, places and time
trace      all of these → lineages, edges, counts
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import Config
from firsthand.link.copies import find_copies
from firsthand.link.statements import link_statements
from firsthand.link.stories import link_stories
from firsthand.link.storylines import link_storylines
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Difference,
    Document,
    Rejected,
    Statement,
    Story,
    Storyline,
)
from firsthand.stage import CorpusStage

Shuffle = Callable[[CorpusStage[Any, Any, Any, Any], Iterable[Any]], Iterable[Any]]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the document stages make of one document."""

    article: Article
    annotation: Annotation


class Prepare:
    """Clean and annotate as one document stage, so that each document walks through one process once."""

    def __init__(self, config: Config) -> None:
        """Prepare the two stages with their settings."""
        self._clean = Clean(config.clean)
        self._annotate = Annotate(config.annotate)

    def process(self, batch: Sequence[Document]) -> list[Prepared | Rejected]:
        """Return a prepared document or a rejection for each document, in order."""
        return [self._one(document) for document in batch]

    def _one(self, document: Document) -> Prepared | Rejected:
        article = self._clean.process([document])[0]
        if isinstance(article, Rejected):
            return article
        annotation = self._annotate.process([article])[0]
        return annotation if isinstance(annotation, Rejected) else Prepared(article, annotation)


@dataclass(frozen=True, slots=True)
class Links:
    """What linking concludes over a corpus."""

    copies: list[Copy]
    stories: list[Story]
    storylines: list[Storyline]
    statements: list[Statement]
    attributions: list[Attribution]
    differences: list[Difference]


def link(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    config: Config,
    shuffle: Shuffle,
    tell: Tell = lambda _: None,
) -> Links:
    """Return copies, stories, statements and storylines. ``tell`` is called with the name of each part as it starts."""
    everything = list(articles.values())
    tell("copies")
    copies = find_copies(everything, annotations, shuffle)
    tell("stories")
    stories = link_stories(everything, annotations, copies, config.link)
    tell("statements")
    said = link_statements(articles, annotations, stories, config.link)
    tell("storylines")
    storylines = link_storylines(stories, articles, annotations, config.link)
    return Links(copies, stories, storylines, said.statements, said.attributions, said.differences)
