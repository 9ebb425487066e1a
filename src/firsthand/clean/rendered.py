"""What a renderer makes of a document: its text, the parts of it, and what it says of itself."""

from dataclasses import dataclass

from firsthand.model import Comment, Link, PageKind, Precision, Segment


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's text with its parts, before what the carrier gave (title, publisher, time) is laid over it.

    ``segments`` are sorted, disjoint, and cover every non-blank character of ``text``; ``comments`` are in page order,
    parents before children. The other fields are what the document says of itself: ``published`` is ISO 8601, as
    precise as ``published_precision``; ``publisher`` a name as the page gives it; ``language`` an ISO 639-1 code;
    ``page`` None where the renderer leaves it to the general rules; ``url`` the address it gives as its own.
    """

    text: str
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()
    headline: str | None = None
    dek: str | None = None
    bylines: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    published_precision: Precision | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    page: PageKind | None = None
    updated: str | None = None
    updated_precision: Precision | None = None
    section: str | None = None
    paywalled: bool | None = None
    links: tuple[Link, ...] = ()


def too_long(characters: int, most: int) -> str:
    """Return what the rejection of a text of more than ``most`` characters says."""
    mend = "split it, or raise max_characters in [clean] and seconds in [engine]"
    return f"{characters:,} characters of text; an article may have {most:,}: {mend}"
