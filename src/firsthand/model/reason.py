"""Reasons: every conclusion of firsthand carries what was seen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one article's text, cited as evidence."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an argument: ``rule`` is a stable slug, ``text`` a plain sentence that names evidence, not motive."""

    rule: str
    text: str
    passages: tuple[Passage, ...] = ()
