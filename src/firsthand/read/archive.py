"""Zip archives: each file within is an input of its own, and a Word document is one too.

Names within an archive are shown and never used as paths. What unpacks to too much is refused before it is unpacked:
zipfile gives no more of a member than its directory says, and checks the sum at its end.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO, cast

from firsthand.model import Rejected
from firsthand.read.rejection import printable, rejected
from firsthand.read.source import Source
from firsthand.read.stream import Stream

# An export of a news archive holds 500 articles. Ours.
MOST_MEMBERS = 10_000
# What zipfile raises of damaged archives.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError,
    IndexError, KeyError, AttributeError,
)  # fmt: skip
_WORD = "word/document.xml"
_OTHERS = {"mimetype": "an EPUB or OpenDocument file", "xl/workbook.xml": "an Excel file"}
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Whole:
    """The archive itself as a document of the format that ``reader`` reads."""

    source: Source
    reader: str


def in_archive(source: Source, *, nested: bool = False) -> Iterator[Source | Whole | Rejected]:
    """Yield each file in an archive as a source that can be read until the next is asked for, else why it cannot.

    Of an archive that is ``nested`` in another only a Word document is read.
    """
    data = b"" if source.path and not source.stream.is_gzip else source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    try:
        raw = source.path.open("rb") if source.path and not data else io.BytesIO(data)
        with raw, zipfile.ZipFile(raw) as archive:
            yield from _members(archive, source, data, nested=nested)
    except _BROKEN as e:
        yield rejected(source.label, "broken-zip", f"the zip archive is damaged ({e}): fetch it again")


def _members(
    archive: zipfile.ZipFile, source: Source, data: bytes, *, nested: bool
) -> Iterator[Source | Whole | Rejected]:
    members = [m for m in archive.infolist() if not m.filename.endswith("/")]
    names = {m.filename for m in members}
    if (problem := _too_much(members, source)) is not None:
        yield rejected(source.label, "too-large", problem)
        return
    if _WORD in names:
        yield Whole(_again(source, data), "docx")
        return
    if (other := next((what for name, what in _OTHERS.items() if name in names), None)) is not None:
        yield rejected(source.label, "binary", f"{other}, which is not read; save it as text, HTML, PDF or Word")
        return
    if nested:
        yield rejected(source.label, "nested-archive", "an archive within the archive: unpack the outer one first")
        return
    for member in members:
        name = printable(member.filename)
        if not _is_hidden(name):
            yield _opened(archive, member, f"{source.label}!{name}", source)


def _is_hidden(name: str) -> bool:
    """Tell whether a file is left out as in a folder: hidden, or what one system adds to each archive."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(p.startswith(".") and p not in (".", "..") for p in parts)


def _too_much(members: list[zipfile.ZipInfo], source: Source) -> str | None:
    config = source.config
    if len(members) > MOST_MEMBERS:
        return f"an archive of over {MOST_MEMBERS:,} files: unpack it, and give the folder"
    packed, unpacked = sum(m.compress_size for m in members), sum(m.file_size for m in members)
    if unpacked > config.max_document_bytes and unpacked > config.max_archive_ratio * packed:
        return f"unpacks to over {config.max_archive_ratio} times its size; see max_archive_ratio in [read]"
    return None


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, source: Source) -> Source | Rejected:
    if member.flag_bits & _ENCRYPTED:
        return rejected(label, "encrypted", "the file in the archive has a password: unpack the archive first")
    try:
        raw = _Member(archive.open(member))
        stream = Stream(cast("BinaryIO", raw), source.config)
    except _BROKEN as e:
        return rejected(label, "broken-zip", f"cannot be unpacked ({e}): fetch the archive again")
    return Source(label, None, stream, source.config, printable(member.filename.rpartition("/")[2]))


def _again(source: Source, data: bytes) -> Source:
    """Return the source as it was before its bytes were taken."""
    if source.path:
        return source
    return Source(source.label, None, Stream(io.BytesIO(data), source.config), source.config, source.name)


class _Member:
    """A file in an archive; all that can be wrong with it is an OSError."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw

    def read(self, size: int = -1) -> bytes:
        try:
            return self._raw.read(size)
        except _BROKEN as e:
            raise OSError(f"the archive is damaged: {e}") from e
