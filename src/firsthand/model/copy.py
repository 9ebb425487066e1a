"""Passages that two articles share."""

from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["prose", "quotation", "public"]


@dataclass(frozen=True, slots=True)
class Copy:
    """An aligned passage shared by two articles.

    ``earlier`` was published first as far as the clocks tell (ties by id). ``characters`` counts the characters of
    the later passage that are the same words. ``kind`` is ``quotation`` where the shared words are someone's reported
    speech on both sides, ``public`` for texts that anyone could take (a tweet, a filing), else ``prose``.
    """

    earlier: str
    earlier_start: int
    earlier_end: int
    later: str
    later_start: int
    later_end: int
    characters: int
    kind: CopyKind
