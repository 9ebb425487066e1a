"""Rich text (RTF) by striprtf (BSD), within the guarded process."""

from collections.abc import Iterator

from firsthand.model import Document, Rejected
from firsthand.read.extras import is_missing, library
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.written import documents


def read_rtf(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document in an RTF file, or the articles of an export of a press database.

    Reasons: ``needs-extra``, ``no-text``, ``broken-rtf``.
    """
    striprtf = library("striprtf.striprtf", "RTF", source.label)
    if is_missing(striprtf):
        yield striprtf
        return
    data = source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    try:
        text = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")
    except MemoryError:
        raise
    except Exception as e:  # striprtf raises whatever a broken file makes of it
        yield rejected(source.label, "broken-rtf", f"the RTF cannot be read: {type(e).__name__}: {e}")
        return
    yield from documents(source, text.split("\n"), "an RTF file")
