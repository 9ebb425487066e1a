"""PDF by pypdf (BSD), within the guarded process: its words in the order of the page, lines joined to paragraphs.

What a PDF says of itself (title, author, date) is of the file and not of the article, and is left: only a title that
also stands in the text counts.
"""

import io
import logging
from collections.abc import Iterator
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.databases import articles
from firsthand.read.extras import read_with
from firsthand.read.fields import string
from firsthand.read.paragraphs import reflowed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.written import documents

# A printed paper has a hundred pages, a year of exports from a database some thousands. Ours.
MOST_PAGES, MOST_CHARACTERS = 5_000, 20_000_000
_TITLE_REACH = 2_000


def read_pdf(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in a PDF, or the articles of an export of a press database.

    Reasons: ``needs-extra``, ``encrypted``, ``no-text`` (a scan has none), ``broken-pdf``.
    """
    found = read_with(source, "pypdf", "pdf", "PDF", lambda pypdf, data: _read(pypdf, data, source.label))
    if isinstance(found, Rejected):
        yield found
    else:
        yield from _documents(source, *found)


def _read(pypdf: Any, data: bytes, where: str) -> tuple[str, str | None] | Rejected:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return rejected(where, "encrypted", "the PDF has a password: save it without one")
    return _text(reader), string(_title(reader))


def _documents(source: Source, text: str, title: str | None) -> Iterator[Document | Rejected]:
    if not text.strip():
        yield rejected(source.label, "no-text", "a PDF without text, as scans are: recognise its text first (OCR)")
        return
    if (parted := articles(text, source.label)) is not None:
        yield from parted
        return
    body = reflowed(text)
    stands = title is not None and title.casefold() in body[:_TITLE_REACH].casefold()
    yield from documents(source, body.split("\n\n"), "a PDF", title if stands else None)


def _text(reader: Any) -> str:
    pages: list[str] = []
    size = 0
    for page in reader.pages[:MOST_PAGES]:
        pages.append(page.extract_text() or "")
        size += len(pages[-1])
        if size > MOST_CHARACTERS:
            break
    return "\n".join(pages)


def _title(reader: Any) -> str | None:
    return reader.metadata.title if reader.metadata else None
