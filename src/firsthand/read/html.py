"""HTML pages: one file, one document, its markup decoded by the charset that it declares."""

from collections.abc import Iterator
from functools import partial

from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode_html
from firsthand.read.single import read_single
from firsthand.read.source import Source


def read_html(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in an HTML file; see ``read_single``."""
    return read_single(source, "html", partial(decode_html, declared=source.charset))
