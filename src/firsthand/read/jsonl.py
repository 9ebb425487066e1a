"""JSON Lines: an object a line, ``{"text" | "html", "id"?, "url"?, "publisher"?, "title"?, "published"?, "fetched"?,
"language"?}``.

Synonyms for the fields stand in ``fields``. UTF-8, or UTF-16 with a byte order mark. Lone surrogates (``"\\ud800"``)
become U+FFFD: the text must be storable as UTF-8. A bad line is rejected and the rest goes on. A ``.json`` file that is
one object, or a list of them, is read alike.
"""

import codecs
import json
from collections.abc import Iterator
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode
from firsthand.read.fields import fields, well_formed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.stream import Stream

_CHUNK = 1 << 18
_BYTES_PER_CHARACTER = 4  # UTF-8 at most


def read_jsonl(source: Source) -> Iterator[Document | Rejected]:
    """Yield a document or a rejection for each line that is not blank.

    Reasons: ``bad-json``, ``not-an-object``, ``no-text``, ``line-too-long``, and those of a damaged gzip.
    """
    limit = source.config.max_line_characters
    number = 0
    for number, line in enumerate(_lines(source.stream, limit * _BYTES_PER_CHARACTER), 1):
        where = f"{source.label}:{number}"
        if line is None:
            yield _too_long(where, limit)
        elif line.strip():
            yield _from_line(line, where, limit)
    if source.stream.fault:
        detail = f"after {number:,} lines: {source.stream.fault.detail}"
        yield rejected(source.label, source.stream.fault.reason, detail)
    elif number == 0:
        yield rejected(source.label, "empty", "the file is empty")


def read_json(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document of a JSON object, or those of a list of objects (``path#number``, from 1)."""
    data = source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    value = _parsed(decode(data) or "", source.label)
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _from_value(item, f"{source.label}#{number}")
    else:
        yield value if isinstance(value, Rejected) else _from_value(value, source.label)


def _from_line(line: bytes, where: str, limit: int) -> Document | Rejected:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return rejected(where, "bad-json", "the line is not UTF-8; JSON must be")
    if len(text) > limit:
        return _too_long(where, limit)
    value = _parsed(text, where)
    return value if isinstance(value, Rejected) else _from_value(value, where)


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as e:
        return rejected(where, "bad-json", f"not JSON: {e}")
    except ValueError:  # Python reads whole numbers of 4,300 digits at most
        return rejected(where, "bad-json", "not usable JSON: a number of thousands of digits")
    except RecursionError:
        return rejected(where, "bad-json", "not usable JSON: nested too deep")


def _from_value(value: Any, where: str) -> Document | Rejected:
    if not isinstance(value, dict):
        return rejected(where, "not-an-object", "a JSON object with a text or html field is wanted here")
    for kind in ("text", "html"):
        content = value.get(kind)
        if isinstance(content, str) and content.strip():
            return Document(input=where, kind=kind, content=well_formed(content), **fields(value))
    keys = ", ".join(map(str, list(value)[:8])) or "none"
    return rejected(where, "no-text", f"no text or html field with text in it; its keys: {keys}")


def _too_long(where: str, limit: int) -> Rejected:
    mend = "raise max_line_characters under [read] in the settings file to read it"
    return rejected(where, "line-too-long", f"the line is over {limit:,} characters; {mend}")


def _lines(stream: Stream, limit: int) -> Iterator[bytes | None]:
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
