"""Files that are one document each, with what their name and sidecar say of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from firsthand.model import Document, Rejected
from firsthand.read.fields import Fields
from firsthand.read.rejection import printable, rejected
from firsthand.read.sidecar import document_name, read_sidecar
from firsthand.read.source import Source


def read_single(
    source: Source, kind: Literal["text", "html"], decode: Callable[[bytes], str | None]
) -> Iterator[Document | Rejected]:
    """Yield the one document of a file, after the rejection of its sidecar if that is bad.

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
    given = Fields()
    if source.path is not None:
        given["external_id"] = printable(document_name(source.path)) or None
        sidecar = read_sidecar(source.path)
        if isinstance(sidecar, Rejected):
            yield sidecar
        else:
            given |= sidecar
    elif source.name:
        given["external_id"] = printable(document_name(Path(source.name))) or None
    path = None if source.path is None else printable(str(source.path))
    yield Document(input=source.label, kind=kind, content=text, path=path, **given)


def binary(label: str) -> Rejected:
    """Return the rejection of data that is not text."""
    return rejected(label, "binary", "not text in any encoding; give .txt, .html, .jsonl, .warc or feed files")
