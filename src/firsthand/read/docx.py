"""Word documents by python-docx (MIT), within the guarded process: paragraphs and cells of tables in their order."""

import io
from collections.abc import Iterator
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.extras import read_with
from firsthand.read.source import Source
from firsthand.read.written import documents


def read_docx(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in a Word file, or the articles of an export of a press database.

    Reasons: ``needs-extra``, ``no-text``, ``too-large``, ``broken-docx``.
    """
    paragraphs = read_with(source, "docx", "docx", "Word document", _read)
    if isinstance(paragraphs, Rejected):
        yield paragraphs
    else:
        yield from documents(source, paragraphs, "a Word document")


def _read(docx: Any, data: bytes) -> list[str]:
    return list(_paragraphs(docx.Document(io.BytesIO(data))))


def _paragraphs(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from dict.fromkeys(cell.text for cell in row.cells)
        else:
            yield block.text
