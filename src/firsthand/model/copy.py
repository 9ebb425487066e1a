"""Passages that two articles share."""

from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["prose", "quotation", "public", "form"]


@dataclass(frozen=True, slots=True)
class Copy:
    """An aligned passage shared by two articles.

    ``earlier`` was published first as far as the clocks tell (ties by id). ``characters`` counts the characters of
    the later passage that are the same words. ``kind`` is ``quotation`` where the shared words are someone's reported
    speech on both sides, ``public`` for texts that anyone could take (a tweet, a filing), ``form`` for the words of a
    form that both have filled in with other names, numbers and dates, else ``prose``. ``words`` are
    equal on both sides; ``changed`` is how many between them are not, counted on the side where they are more.
    ``earlier_share`` and ``later_share`` say which part (0 to 1) of each article's own words the equal ones are.
    ``alone`` is the kind by the two articles alone, where a passage is public only for what other pairs tell.
    """

    earlier: str
    earlier_start: int
    earlier_end: int
    later: str
    later_start: int
    later_end: int
    characters: int
    kind: CopyKind
    words: int = 0
    changed: int = 0
    earlier_share: float = 0.0
    later_share: float = 0.0
    alone: CopyKind | None = None

    @property
    def verbatim(self) -> bool:
        """Whether no word of the passage was changed."""
        return self.changed == 0
