"""The corpus stages in their order."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from firsthand.config import Config
from firsthand.link.copies import find_copies
from firsthand.link.corrections import correct_statements, correct_stories
from firsthand.link.recurring import keys_of, paragraphs, recurrences, without
from firsthand.link.statements import StatementLinks, link_statements
from firsthand.link.statements.speakers import load_entities
from firsthand.link.stories import link_stories
from firsthand.link.stories.kinds import Gathering, gatherings
from firsthand.link.stories.several import also_told
from firsthand.link.storylines import link_storylines, read_stories
from firsthand.link.storylines.positions import with_positions
from firsthand.link.summaries import describe
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Correction,
    Difference,
    Paragraphs,
    Recurrence,
    Statement,
    Story,
    Storyline,
    Superseded,
)
from firsthand.model.copies import Copies
from firsthand.model.packed import packed
from firsthand.stage import Shuffle, Spread, here
from firsthand.trace import load_publishers

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Links:
    """What linking concludes over a corpus."""

    copies: Sequence[Copy]
    stories: list[Story]
    storylines: list[Storyline]
    statements: list[Statement]
    attributions: list[Attribution]
    differences: list[Difference]
    inferred: list[Story]  # stories as they were linked, where the user has corrected them


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What recurs over the corpus, and what is to be kept of the articles that came new to it.

    ``about`` are the articles of which that is told.
    """

    recurring: list[Recurrence]
    paragraphs: list[Paragraphs]
    known: list[Recurrence]  # what recurred before
    about: frozenset[str]

    def keep_out(
        self, articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
    ) -> tuple[dict[str, Article], dict[str, Annotation]]:
        """Return the articles and annotations without what recurs, packed."""
        marked, clear = without(articles, annotations, self.recurring)
        return {key: packed(a) for key, a in marked.items()}, {key: packed(a) for key, a in clear.items()}

    def as_before(self, articles: Mapping[str, Article]) -> dict[str, Article]:
        """Return articles that were there before without what recurred then."""
        return without(articles, {}, self.known)[0]

    @property
    def new(self) -> frozenset[str]:
        """The articles that came new to the corpus."""
        return frozenset(p.article for p in self.paragraphs)

    @property
    def changed(self) -> frozenset[str]:
        """The articles of which something else recurs now than before."""
        now, before = ({(r.article, r.start, r.end) for r in found} for found in (self.recurring, self.known))
        return frozenset(article for article, _, _ in now ^ before)


class Seen(Protocol):
    """What linking kept of the articles that it has seen: how it asks a corpus for it."""

    def column(self, name: str, column: str) -> list[Any]:
        """Return one column of a table."""
        ...

    def records(self, name: str) -> list[Any]:
        """Return all records of a table."""
        ...

    def arrays(self, name: str) -> list[dict[str, Any]]:
        """Return the segments of a set of arrays."""
        ...

    def having(self, name: str, column: str, values: Iterable[str]) -> list[Any]:
        """Return the records of a table that have one of ``values`` in ``column``."""
        ...

    def count(self, name: str) -> int:
        """Return how many records a table has."""
        ...

    def versions_of(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the versions of some tables, which tell whether anything changed."""
        ...

    def changes(
        self, name: str, since: int | None, most: int
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]] | None:
        """Return the rows that a table lost and gained since a version, None where these are more than ``most``."""
        ...


def boilerplate(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], seen: Seen, shuffle: Shuffle
) -> Boilerplate:
    """Return what recurs over all articles, reading of those ``seen`` only what shares one with a new one.

    What is returned is to be stored in one step, so that what recurs is always that of the articles seen.
    """
    before = set(seen.column("paragraphs", "article"))
    new, near, keys = _beside_new(articles, annotations, before, seen)
    known = seen.records("recurring") if before else []
    found = recurrences([*new, *near], shuffle, keys=keys, known=known)
    return Boilerplate(found, new, known, frozenset(before.union(articles)))


def boilerplate_near(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], seen: Seen, shuffle: Shuffle
) -> Boilerplate:
    """Return the same as ``boilerplate``, of the articles and of those that share a paragraph with a new one alone."""
    before = {p.article for p in seen.having("paragraphs", "article", articles)}
    new, near, keys = _beside_new(articles, annotations, before, seen)
    about = frozenset(articles).union(p.article for p in near)
    known = seen.having("recurring", "article", about)
    found = recurrences([*new, *near], shuffle, keys=keys, known=known)
    return Boilerplate(found, new, known, about)


def _beside_new(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotation], before: Collection[str], seen: Seen
) -> tuple[list[Paragraphs], list[Paragraphs], frozenset[str] | None]:
    """Return what could recur of new articles, that of those which share a paragraph with one, and these paragraphs,
    None where that is all there is.
    """
    new = [packed(paragraphs(a, annotations.get(key))) for key, a in articles.items() if key not in before]
    if not seen.count("paragraphs"):
        return new, [], None
    keys = keys_of(new)
    return new, seen.having("paragraphs", "keys", keys) if keys else [], keys


def counted(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    copies: Copies,
    superseded: Iterable[Superseded],
) -> tuple[dict[str, Article], dict[str, Annotation], Copies]:
    """Return all of these without articles that a later version took the place of."""
    out = {s.article for s in superseded}
    return (
        {key: a for key, a in articles.items() if key not in out},
        {key: a for key, a in annotations.items() if key not in out},
        copies.where(~copies.beside(out)) if out else copies,
    )


def check(config: Config) -> None:
    """Raise ConfigError where the settings name a file for linking that cannot be read: before hours of reading."""
    load_entities(config.link.entities)
    load_publishers(config.trace.publishers)


def link(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    config: Config,
    tell: Tell = lambda _: None,
    corrections: Sequence[Correction] = (),
    copies: Sequence[Copy] | None = None,
    spread: Spread = here,
) -> Links:
    """Return copies, stories, statements and storylines. ``tell`` is called with the name of each part as it starts.

    ``copies`` are those of the articles where they are known already.
    """
    everything = list(articles.values())
    if copies is None:
        tell("copies")
        copies = find_copies(everything, annotations)
    tell("stories")
    several = gatherings(everything, spread)
    stories = link_stories(everything, annotations, copies, config.link, spread, several)
    return regroup(articles, annotations, copies, stories, config, tell, corrections, spread, several)


def regroup(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    copies: Sequence[Copy],
    linked: Sequence[Story],
    config: Config,
    tell: Tell = lambda _: None,
    corrections: Sequence[Correction] = (),
    spread: Spread = here,
    several: Mapping[str, Gathering] | None = None,
) -> Links:
    """Return what follows from copies and linked stories once the user's corrections are put over them."""
    corrected = correct_stories(linked, articles, corrections)
    stories = also_told(describe(corrected.stories, articles, annotations), articles, annotations, several, spread)
    tell("statements")
    read = read_stories(stories, articles, annotations, spread, ahead=True)
    said = restate(articles, annotations, stories, config, corrections, spread)
    tell("storylines")
    storylines = link_storylines(stories, articles, annotations, read)
    storylines = with_positions(storylines, stories, said.statements, articles, annotations)
    return Links(copies, stories, storylines, said.statements, said.attributions, said.differences, corrected.inferred)


def restate(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    stories: Sequence[Story],
    config: Config,
    corrections: Sequence[Correction] = (),
    spread: Spread = here,
) -> StatementLinks:
    """Return the statements of the stories, with the user's corrections put over them."""
    correct = partial(correct_statements, corrections=corrections)
    return link_statements(articles, annotations, stories, config.link, correct, spread)
