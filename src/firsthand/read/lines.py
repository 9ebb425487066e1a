"""The lines of a stream, bounded: what is too long is told and passed over, and never held."""

import codecs
from collections.abc import Iterator

from firsthand.model import Rejected
from firsthand.read.detect import HEAD
from firsthand.read.encoding import decode
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.stream import Stream

_CHUNK = 1 << 18
_BYTES_PER_CHARACTER = 4  # UTF-8 at most


def text_lines(source: Source) -> Iterator[tuple[int, str | Rejected]]:
    """Yield each line, decoded and with its end, and its number from 1, or why it cannot be read; at last the fault
    that ended the stream early.

    Lines that are not UTF-8 are read as windows-1252, unless the head is in some other encoding that can be told.
    """
    limit = source.config.max_line_characters
    odd = _codec(source.stream.peek(HEAD))
    number = 0
    for number, line in enumerate(byte_lines(source.stream, limit * _BYTES_PER_CHARACTER), 1):
        if line is None or len(line) > limit * _BYTES_PER_CHARACTER:
            yield number, too_long(f"{source.label}:{number}", limit)
        else:
            yield number, _decoded(line, odd) + "\n"
    if source.stream.fault:
        detail = f"after {number:,} lines: {source.stream.fault.detail}"
        yield number + 1, rejected(source.label, source.stream.fault.reason, detail)
    elif number == 0:
        yield 1, rejected(source.label, "empty", "the file is empty")


def too_long(where: str, limit: int) -> Rejected:
    """Return the rejection of a line of over ``limit`` characters."""
    mend = "raise max_line_characters under [read] in the settings file to read it"
    return rejected(where, "line-too-long", f"the line is over {limit:,} characters; {mend}")


def byte_lines(stream: Stream, limit: int) -> Iterator[bytes | None]:
    """Yield the lines without their ends, None for each that is longer than ``limit`` bytes.

    Where a fault ends the stream, the piece of a line before it is not given.
    """
    kept: list[bytes] = []
    length = 0
    for chunk in _chunks(stream):
        first, *rest = chunk.split(b"\n")
        kept, length = _extended(kept, length, first, limit)
        for piece in rest:
            yield b"".join(kept) if length <= limit else None
            kept, length = _extended([], 0, piece, limit)
    if length and not stream.fault:
        yield b"".join(kept) if length <= limit else None


def _extended(kept: list[bytes], length: int, piece: bytes, limit: int) -> tuple[list[bytes], int]:
    """Return the pieces of a line with one more, none once they are too long to be kept."""
    length += len(piece)
    if length > limit:
        return [], length
    kept.append(piece)
    return kept, length


def _chunks(stream: Stream) -> Iterator[bytes]:
    """Yield the stream's bytes as UTF-8, whatever Unicode form it is in."""
    head = stream.peek(2)
    if head not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        while chunk := stream.read(_CHUNK):
            yield chunk
        return
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    while chunk := stream.read(_CHUNK):
        yield decoder.decode(chunk).encode("utf-8", "replace")


def _codec(head: bytes) -> str:
    """Return the encoding of lines that are not UTF-8, by a head that is not either."""
    text = decode(head)
    if text is None:
        return "cp1252"
    for codec in ("cp1251", "cp1250", "gb18030", "cp932", "big5", "euc_kr"):
        try:
            if head.decode(codec) == text and head.decode("cp1252", "replace") != text:
                return codec
        except UnicodeDecodeError:
            continue
    return "cp1252"


def _decoded(line: bytes, odd: str) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode(odd, "replace")
