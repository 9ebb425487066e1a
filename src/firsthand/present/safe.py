"""Text from documents made fit to show: it may try to move a terminal's cursor, turn a line round, or run in a page."""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from firsthand.text import short_hash

_HEX = re.compile(r"[0-9a-f]{8,64}")
_BLANKS = dict.fromkeys((*range(0x09, 0x0E), 0x85, 0x2028, 0x2029), " ")
_CONTROLS = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
# Marks that turn the reading direction can make a name read as another; the tag block is invisible ASCII.
_DIRECTION = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_TAGS = dict.fromkeys(range(0xE0000, 0xE0080))
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_VISIBLE = {**_CONTROLS, **_DIRECTION, **_TAGS, **_SURROGATES, **_BLANKS}


def visible(text: str) -> str:
    """Return ``text`` without control characters, direction marks and lone surrogates; line breaks become blanks."""
    # None of these is printable, as Python has it (tests/present/test_safe.py holds this), and most texts are: so most
    # need no second look. Pages pass thousands of texts through here.
    return text if text.isprintable() else text.translate(_VISIBLE)


def web_address(url: str | None) -> str | None:
    """Return ``url`` if it is an absolute http(s) address that can be linked to, else None."""
    if not url or url != visible(url).strip() or any(c in url for c in ' "<>`\\'):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def slug(identity: str) -> str:
    """Return a name for files and anchors: the id itself where it is hexadecimal, else a hash of it."""
    return identity if _HEX.fullmatch(identity) else short_hash(identity)


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part: a temporary name, then a rename.

    Raises OSError as writing does; the temporary file is then gone.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
