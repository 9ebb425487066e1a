"""JSON Lines: an object a line, ``{"text" | "html", "id"?, "url"?, "publisher"?, "title"?, "published"?, "fetched"?,
"language"?, "authors"?, "section"?}``, or a news object (``ninjs``), or a reference (``csl``).

Synonyms for the fields stand in ``fields``. UTF-8, or UTF-16 with a byte order mark. Lone surrogates (``"\\ud800"``)
become U+FFFD: the text must be storable as UTF-8. A bad line is rejected and the rest goes on. A ``.json`` file that is
one object, or a list of them, is read alike.
"""

import json
from collections.abc import Iterator
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read import csl, ninjs
from firsthand.read.encoding import decode
from firsthand.read.fields import fields, well_formed
from firsthand.read.lines import byte_lines, too_long
from firsthand.read.listed import Listed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source

_BYTES_PER_CHARACTER = 4  # UTF-8 at most


def read_jsonl(source: Source) -> Iterator[Document | Listed | Rejected]:
    """Yield a document or a rejection for each line that is not blank.

    Reasons: ``bad-json``, ``not-an-object``, ``no-text``, ``line-too-long``, and those of a damaged gzip.
    """
    limit = source.config.max_line_characters
    number = 0
    for number, line in enumerate(byte_lines(source.stream, limit * _BYTES_PER_CHARACTER), 1):
        where = f"{source.label}:{number}"
        if line is None:
            yield too_long(where, limit)
        elif line.strip():
            yield from _from_line(line, where, limit)
    if source.stream.fault:
        detail = f"after {number:,} lines: {source.stream.fault.detail}"
        yield rejected(source.label, source.stream.fault.reason, detail)
    elif number == 0:
        yield rejected(source.label, "empty", "the file is empty")


def read_json(source: Source) -> Iterator[Document | Listed | Rejected]:
    """Yield the document of a JSON object, or those of a list of objects (``path#number``, from 1)."""
    data = source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    value = _parsed(decode(data) or "", source.label)
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _from_value(item, f"{source.label}#{number}")
    elif isinstance(value, Rejected):
        yield value
    else:
        yield from _from_value(value, source.label)


def _from_line(line: bytes, where: str, limit: int) -> Iterator[Document | Listed | Rejected]:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield rejected(where, "bad-json", "the line is not UTF-8, which JSON must be: save the file as UTF-8")
        return
    value = too_long(where, limit) if len(text) > limit else _parsed(text, where)
    if isinstance(value, Rejected):
        yield value
    else:
        yield from _from_value(value, where)


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as e:
        return rejected(
            where, "bad-json", f"not JSON from character {e.pos + 1:,} on ({e.msg}): mend it there, or leave it out"
        )
    except ValueError:  # Python reads whole numbers of 4,300 digits at most
        return rejected(where, "bad-json", "not usable JSON: a number of thousands of digits; write it in quotes")
    except RecursionError:
        return rejected(where, "bad-json", "not usable JSON: nested too deep; give the records inside, one a line")


def _from_value(value: Any, where: str) -> Iterator[Document | Listed | Rejected]:
    """Yield what an object holds, or what the objects under its ``items`` do, as reference managers export them."""
    items = value.get("items") if isinstance(value, dict) else None
    if isinstance(items, list) and items and all(isinstance(i, dict) and csl.is_reference(i) for i in items):
        for number, item in enumerate(items, 1):
            yield _from_object(item, f"{where}#{number}")
    else:
        yield _from_object(value, where)


def _from_object(value: Any, where: str) -> Document | Listed | Rejected:
    if not isinstance(value, dict):
        return rejected(where, "not-an-object", "a JSON object with a text or html field is wanted here")
    for kind in ("text", "html"):
        content = value.get(kind)
        if isinstance(content, str) and content.strip():
            return Document(input=where, kind=kind, content=well_formed(content), **fields(value))
    if ninjs.is_item(value):
        return ninjs.document(value, where)
    if csl.is_reference(value):
        return csl.listed(value, where)
    keys = ", ".join(map(str, list(value)[:8])) or "none"
    return rejected(where, "no-text", f"no text or html field with text in it; its keys: {keys}")
