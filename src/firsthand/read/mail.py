"""Newsletters: messages (``.eml``, RFC 5322) and mailboxes (mbox, RFC 4155), by the standard library's parser.

The newsletter is the publisher, the subject the title. Of a message's alternatives the richest counts (RFC 2046: they
stand in the order of their richness): HTML before plain text. Attachments are not read.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode, decode_html
from firsthand.read.fields import Fields, given, language_code, well_formed
from firsthand.read.lines import byte_lines
from firsthand.read.listed import is_web_address
from firsthand.read.rejection import rejected, too_large
from firsthand.read.source import Source

# A message that somebody forwarded may hold one that was forwarded, and so on. Ours.
DEEPEST, MOST_PARTS = 20, 500
_MOST_HEADER = 2_000  # characters of one header
_FROM_LINE = re.compile(rb"From \S{1,200}\s.{0,80}\d{4}\s{0,5}$")
_QUOTED_FROM = re.compile(rb"^>(?=>{0,20}From )", re.MULTILINE)


def read_eml(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document of a message; reasons: ``no-text``, ``bad-message``."""
    data = source.whole()
    yield data if isinstance(data, Rejected) else _document(data, source.label)


def read_mbox(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document of each message (``path#number``, from 1), else a rejection; see ``read_eml``."""
    limit = source.config.max_document_bytes
    number = 0
    for number, message in enumerate(_messages(source, limit), 1):
        where = f"{source.label}#{number}"
        yield too_large(where, "the message", limit) if message is None else _document(_unquoted(message), where)
    if source.stream.fault:
        detail = f"after {number:,} messages: {source.stream.fault.detail}"
        yield rejected(source.label, source.stream.fault.reason, detail)


def _messages(source: Source, limit: int) -> Iterator[bytes | None]:
    """Yield the bytes of each message, None for one of over ``limit`` bytes."""
    kept: list[bytes] = []
    size, opened, blank = 0, False, True
    for line in byte_lines(source.stream, limit):
        if line is not None and blank and line.startswith(b"From ") and _FROM_LINE.match(line):
            if opened:
                yield b"\n".join(kept) if size <= limit else None
            kept, size, opened = [], 0, True
        else:
            size += limit + 1 if line is None else len(line) + 1
            if line is not None and size <= limit:
                kept.append(line)
            elif size > limit:
                kept = []
        blank = line is not None and not line.strip()
    if opened:
        yield b"\n".join(kept) if size <= limit else None


def _unquoted(message: bytes) -> bytes:
    """Return a message of a mailbox without the signs before lines that begin like a new one (RFC 4155, mboxrd)."""
    return _QUOTED_FROM.sub(b"", message)


def _document(data: bytes, where: str) -> Document | Rejected:
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        known = _fields(message)
        kind, text = _body(message)
    except (MessageError, RecursionError, ValueError, LookupError, AssertionError, AttributeError, TypeError) as e:
        return rejected(where, "bad-message", f"the message cannot be read: {type(e).__name__}: {e}")
    if not text.strip():
        title = known.get("title") or "no subject"
        return rejected(where, "no-text", f"the message has neither plain text nor HTML: {title[:100]}")
    return Document(where, "html" if kind == "html" else "text", well_formed(text), **known)


def _body(message: Message) -> tuple[str, str]:
    """Return the kind and the text of a message: the first HTML that has some, else the first plain text."""
    found = {"html": "", "plain": ""}
    for part in _parts(message):
        kind = part.get_content_subtype()
        if part.get_content_maintype() != "text" or kind not in found or found[kind].strip() or _is_attached(part):
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            charset = part.get_param("charset")
            declared = charset if isinstance(charset, str) else None
            found[kind] = (decode_html if kind == "html" else decode)(data, declared) or ""
    return ("html", found["html"]) if found["html"].strip() else ("text", found["plain"])


def _parts(message: Message) -> Iterator[Message]:
    """Yield the leaves of a message in their order, so many and so deep at most."""
    waiting = [(message, 0)]
    count = 0
    while waiting and count < MOST_PARTS:
        part, depth = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list) and depth < DEEPEST:
            waiting += [(p, depth + 1) for p in reversed(inner) if isinstance(p, Message)]
        elif not isinstance(inner, list):
            count += 1
            yield part


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _fields(message: Message) -> Fields:
    name, address = parseaddr(_header(message, "From"))
    archived = _header(message, "Archived-At").strip("<> ")  # RFC 5064
    return given(
        external_id=_header(message, "Message-ID").strip("<> "),
        url=archived if is_web_address(archived) else None,
        publisher=name or address.rpartition("@")[2],
        title=_header(message, "Subject"),
        published=_header(message, "Date"),
        language=language_code(_header(message, "Content-Language")),
    )


def _header(message: Message, name: str) -> str:
    """Return a header with its encoded words (RFC 2047) decoded, blanks as one; "" where there is none."""
    raw = str(message.get(name, ""))[:_MOST_HEADER]
    try:
        parts = [p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in decode_header(raw)]
    except (MessageError, LookupError, ValueError):
        parts = [raw]
    return " ".join(well_formed("".join(parts)).split())
