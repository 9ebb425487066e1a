"""The corpus stages in their order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from firsthand.config import Config
from firsthand.link.copies import find_copies
from firsthand.link.recurring import keys_of, paragraphs, recurrences, without
from firsthand.link.statements import link_statements
from firsthand.link.statements.speakers import load_entities
from firsthand.link.stories import link_stories
from firsthand.link.storylines import link_storylines
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Difference,
    Paragraphs,
    Recurrence,
    Statement,
    Story,
    Storyline,
)
from firsthand.stage import Shuffle

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Links:
    """What linking concludes over a corpus."""

    copies: list[Copy]
    stories: list[Story]
    storylines: list[Storyline]
    statements: list[Statement]
    attributions: list[Attribution]
    differences: list[Difference]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What recurs over the corpus, and what is to be kept of the articles that came new to it."""

    recurring: list[Recurrence]
    paragraphs: list[Paragraphs]

    def keep_out(
        self, articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
    ) -> tuple[dict[str, Article], dict[str, Annotation]]:
        """Return the articles and annotations without what recurs."""
        return without(articles, annotations, self.recurring)


class Seen(Protocol):
    """What linking kept of the articles that it has seen: how it asks a corpus for it."""

    def column(self, name: str, column: str) -> list[Any]:
        """Return one column of a table."""
        ...

    def records(self, name: str) -> list[Any]:
        """Return all records of a table."""
        ...

    def having(self, name: str, column: str, values: Iterable[str]) -> list[Any]:
        """Return the records of a table that have one of ``values`` in ``column``."""
        ...


def boilerplate(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], seen: Seen, shuffle: Shuffle
) -> Boilerplate:
    """Return what recurs over all articles, reading of those ``seen`` only what shares one with a new one.

    What is returned is to be stored in one step, so that what recurs is always that of the articles seen.
    """
    before = set(seen.column("paragraphs", "article"))
    new = [paragraphs(a, annotations.get(key)) for key, a in articles.items() if key not in before]
    keys = keys_of(new)
    near = seen.having("paragraphs", "keys", keys) if keys else []
    known = seen.records("recurring") if before else []
    return Boilerplate(recurrences([*new, *near], shuffle, keys=keys, known=known), new)


def check(config: Config) -> None:
    """Raise ConfigError where the settings name a file for linking that cannot be read: before hours of reading."""
    load_entities(config.link.entities)


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
