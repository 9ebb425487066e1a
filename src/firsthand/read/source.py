"""One opened input, as the readers of the formats get it."""

from dataclasses import dataclass
from pathlib import Path

from firsthand.config import ReadConfig
from firsthand.model import Rejected
from firsthand.read.rejection import rejected, too_large
from firsthand.read.stream import Stream


@dataclass(frozen=True, slots=True)
class Source:
    """An input: ``label`` names it in messages, ``path`` is its file (None where it is none), ``name`` its name.

    ``charset`` is what an HTTP header says of it.
    """

    label: str
    path: Path | None
    stream: Stream
    config: ReadConfig
    name: str = ""
    charset: str | None = None

    @property
    def file_name(self) -> str:
        """The name by which its format may be told, empty where there is none."""
        return self.path.name if self.path else self.name

    def whole(self) -> bytes | Rejected:
        """Return all bytes, or the rejection of an input that is empty, too large or damaged."""
        limit = self.config.max_document_bytes
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            return too_large(self.label, "the document", limit)
        if self.stream.fault:
            return rejected(self.label, self.stream.fault.reason, self.stream.fault.detail)
        if not data.strip():
            return rejected(self.label, "empty", "there is nothing in it but blanks" if data else "the file is empty")
        return data
