"""What comes in: raw documents, and what is said of input that could not become one."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Document:
    """Raw input, decoded to text, with what its carrier (file, feed, archive, JSON line) says of it.

    ``input`` names where it was read, for messages and reports: a path, ``path:line`` or ``path#record``.
    Times are strings as the carrier gives them; ``language`` is an ISO 639-1 code. ``authors`` are names or bylines as
    the carrier words them, ``section`` is the part of the outlet.
    """

    input: str
    kind: Literal["text", "html"]
    content: str
    external_id: str | None = None
    path: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    fetched: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Input that a stage could not use: nothing is dropped without one of these.

    ``reason`` is a short stable slug that is counted (``empty``, ``binary``, ``bad-json`` …); ``detail`` is one line
    for a person: what happened, where, and how to mend it.
    """

    input: str
    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An input whose article (same origin, same text) was already there: recorded, and not stored twice."""

    input: str
    article: str
