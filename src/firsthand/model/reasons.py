"""Why articles are one story, and why the nearest others are not: made when it is asked for, and stored nowhere."""

from dataclasses import dataclass

from firsthand.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles held against each other: what speaks for one event and what against it, the weightiest first.

    ``log_odds`` are what linking makes of all that: 0 is even, each step of 1 is a factor of 2.7. A ``veto`` among the
    reasons is one that parts two articles almost whatever they share.
    """

    article: str
    other: str
    log_odds: float
    speaks_for: tuple[Reason, ...]
    speaks_against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A story near another one: its likest pair of articles, and what keeps the two stories apart."""

    story: str
    headline: str
    nearest: Likeness
    apart: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StoryReasons:
    """Why a story is one: each article with the one of the others that it is likest to, and the nearest other stories.

    ``left_out`` are articles of the story beyond those that were looked at.
    """

    story: str
    links: tuple[Likeness, ...]
    neighbours: tuple[Neighbour, ...]
    left_out: int = 0
