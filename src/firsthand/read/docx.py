"""Word documents by python-docx (MIT), within the guarded process: paragraphs and cells of tables in their order."""

import io
from collections.abc import Iterator
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.extras import is_missing, library
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.written import documents


def read_docx(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in a Word file, or the articles of an export of a press database.

    Reasons: ``needs-extra``, ``no-text``, ``too-large``, ``broken-docx``.
    """
    docx = library("docx", "Word", source.label)
    if is_missing(docx):
        yield docx
        return
    data = source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    try:
        paragraphs = list(_paragraphs(docx.Document(io.BytesIO(data))))
    except MemoryError:
        raise
    except Exception as e:  # python-docx raises whatever a broken file makes of it
        yield rejected(source.label, "broken-docx", f"the Word document cannot be read: {type(e).__name__}: {e}")
        return
    yield from documents(source, paragraphs, "a Word document")


def _paragraphs(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from dict.fromkeys(cell.text for cell in row.cells)
        else:
            yield block.text
