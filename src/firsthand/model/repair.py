"""What becomes of what was there when something new comes: stories repaired, articles in later versions."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Repair:
    """Articles that were moved from the story ``before`` to the story ``after`` when the article ``cause`` came.

    ``merge`` is where the story ``before`` is no more: its id stands for ``after`` from then on. ``reason`` is in
    words, ``at`` ISO 8601 in UTC.
    """

    kind: Literal["split", "merge"]
    cause: str
    articles: tuple[str, ...]
    before: str
    after: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Superseded:
    """An article in place of which there is a later version, ``by``, at its address or path: kept, and not counted."""

    article: str
    by: str
