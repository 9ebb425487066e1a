"""Rich text (RTF) by striprtf (BSD), within the guarded process."""

from collections.abc import Iterator
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.extras import read_with
from firsthand.read.source import Source
from firsthand.read.written import documents


def read_rtf(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in an RTF file, or the articles of an export of a press database.

    Reasons: ``needs-extra``, ``no-text``, ``broken-rtf``.
    """
    text = read_with(source, "striprtf.striprtf", "rtf", "RTF", _read)
    if isinstance(text, Rejected):
        yield text
    else:
        yield from documents(source, text.split("\n"), "an RTF file")


def _read(striprtf: Any, data: bytes) -> str:
    return str(striprtf.rtf_to_text(data.decode("latin-1"), errors="replace"))
