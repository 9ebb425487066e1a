"""Markup-less text: one file, one document, its text decoded and otherwise unchanged (newlines as they are)."""

from collections.abc import Iterator
from functools import partial

from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode
from firsthand.read.single import read_single
from firsthand.read.source import Source


def read_text(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in a text file; see ``read_single``."""
    return read_single(source, "text", partial(decode, declared=source.charset))
