"""What is kept of an article so that later ones can be held against it."""

from dataclasses import dataclass

from firsthand.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The short paragraphs of an article that quote nobody, in text order.

    ``keys`` are hashes of their words (16 hex digits, equal for equal words), ``spans`` their places in the article's
    text; both have the same length. ``publisher`` is empty where it is not known. Every linked article has one such
    record, empty or not, so that linking knows what it has seen.
    """

    article: str
    publisher: str
    keys: tuple[str, ...]
    spans: tuple[Span, ...]
