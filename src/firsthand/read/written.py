"""What files that somebody wrote in a word processor share: from their paragraphs to documents."""

from collections.abc import Iterator, Sequence

from firsthand.model import Document, Rejected
from firsthand.read.databases import articles
from firsthand.read.fields import well_formed
from firsthand.read.rejection import printable, rejected
from firsthand.read.sidecar import beside
from firsthand.read.source import Source


def documents(
    source: Source, paragraphs: Sequence[str], what: str, title: str | None = None
) -> Iterator[Document | Rejected]:
    """Yield the document that paragraphs make, or the articles of an export of a press database (``databases``)."""
    text = "\n\n".join(p.strip() for p in paragraphs if p.strip())
    if not text:
        yield rejected(source.label, "no-text", f"{what} without text")
        return
    parted = articles("\n".join(paragraphs), source.label)
    if parted is not None:
        yield from parted
        return
    given, bad = beside(source)
    if bad is not None:
        yield bad
    if title is not None:
        given.setdefault("title", title)
    path = printable(str(source.path)) if source.path else None
    yield Document(source.label, "text", well_formed(text), path=path, **given)
