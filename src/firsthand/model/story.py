"""Articles on one event, and events that follow each other."""

from dataclasses import dataclass

from firsthand.model.article import Precision
from firsthand.model.reason import Passage, Reason
from firsthand.model.statement import DifferenceKind


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part of an article that is at home in another story and tells this one too; it counts for no origin here.

    The span is the part, ``reason`` says what it has in common with the story.
    """

    article: str
    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one event, oldest first. ``first`` and ``last`` are ISO 8601 times of publication.

    ``summary`` are sentences of the articles that tell the event, each where it stands. ``happened`` is the day, month
    or year of the event itself, ISO 8601, as precise as ``happened_precision``; ``dates`` are the mentions that gave
    it. All three are empty where the articles do not tell. ``also`` are parts of roundups, live blogs and opinion that
    tell it and whose articles are at home in other stories, by article.
    """

    id: str
    headline: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None
    summary: tuple[Passage, ...] = ()
    happened: str | None = None
    happened_precision: Precision | None = None
    dates: tuple[Passage, ...] = ()
    also: tuple[StoryPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a statement of a speaker differs from an earlier one on the same matter, and in what.

    ``reversal`` marks an apparent one: the same words with a negation more or less. Nothing is said of why.
    """

    earlier: str
    later: str
    kinds: tuple[DifferenceKind, ...]
    reversal: bool


@dataclass(frozen=True, slots=True)
class Position:
    """What one speaker said within a storyline: the ids of statements in order of time, and where they differ."""

    speaker: str
    statements: tuple[str, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories in order of time, with a reason for each link, and the positions of those who speak in several."""

    id: str
    stories: tuple[str, ...]
    reasons: tuple[Reason, ...]
    positions: tuple[Position, ...] = ()
