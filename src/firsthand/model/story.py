"""Articles on one event, and events that follow each other."""

from dataclasses import dataclass

from firsthand.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one event, oldest first. ``first`` and ``last`` are ISO 8601 times of publication."""

    id: str
    headline: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories in order of time, with a reason for each link."""

    id: str
    stories: tuple[str, ...]
    reasons: tuple[Reason, ...]
