"""The corpus stages in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from firsthand.config import Config
from firsthand.link.copies import find_copies
from firsthand.link.recurring import recurrences, without
from firsthand.link.statements import link_statements
from firsthand.link.stories import link_stories
from firsthand.link.storylines import link_storylines
from firsthand.model import Annotation, Article, Attribution, Copy, Difference, Recurrence, Statement, Story, Storyline
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


def keep_out(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], shuffle: Shuffle
) -> tuple[list[Recurrence], dict[str, Article], dict[str, Annotation]]:
    """Return the corpus's recurring paragraphs, and articles and annotations without them."""
    recurring = recurrences(articles.values(), annotations, shuffle)
    return recurring, *without(articles, annotations, recurring)


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
