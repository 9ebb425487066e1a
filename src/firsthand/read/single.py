"""Files that are one document each, with what their name and sidecar say of it."""

from collections.abc import Callable, Iterator
from typing import Literal

from firsthand.model import Document, Rejected
from firsthand.read.databases import articles, articles_of_page
from firsthand.read.formats import NAMED
from firsthand.read.rejection import printable, rejected
from firsthand.read.sidecar import beside
from firsthand.read.source import Source


def read_single(
    source: Source, kind: Literal["text", "html"], decode: Callable[[bytes], str | None]
) -> Iterator[Document | Rejected]:
    """Yield the one document of a file, after the rejection of its sidecar if that is bad; the articles of a file that
    is the export of a press database (``databases``).

    ``external_id`` is the file's name without its last ending, unless the sidecar gives an ``id``.
    """
    data = source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    text = decode(data)
    if text is None:
        yield binary(source.label)
        return
    parted = articles_of_page(text, source.label) if kind == "html" else articles(text, source.label)
    if parted is not None:
        yield from parted
        return
    given, bad = beside(source)
    if bad is not None:
        yield bad
    path = None if source.path is None else printable(str(source.path))
    yield Document(input=source.label, kind=kind, content=text, path=path, **given)


def binary(label: str) -> Rejected:
    """Return the rejection of data that is not text."""
    return rejected(label, "binary", f"not text in any encoding; give {NAMED}")
