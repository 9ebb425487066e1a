"""Web archives: the pages and plain texts in WARC files, and the extracted texts of WET files.

FastWARC ends without a word where a file is cut short. So the unpacking is our own (``Stream`` knows how a gzip
ended), every record's length is checked, and the last must end as records do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from firsthand.model import Document, Rejected
from firsthand.read.detect import HEAD, detect
from firsthand.read.encoding import decode, decode_html
from firsthand.read.fields import well_formed
from firsthand.read.http import Response, charset, media_type, parse_response
from firsthand.read.rejection import rejected, too_large
from firsthand.read.single import binary
from firsthand.read.source import Source

_PAGES = {"text/html", "application/xhtml+xml"}
_TEXTS = {"text/plain"}
_OK = 200
# Request, metadata, revisit and warcinfo records hold no document: they are passed over.
_WANTED = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)


@dataclass(slots=True)
class _Progress:
    """How far reading came: ``number`` counts records from 1, ``ended`` tells that no record is open."""

    number: int = 0
    ended: bool = True


def read_warc(source: Source) -> Iterator[Document | Rejected]:
    """Yield a document for each page or text (``path#number``, records counted from 1), else a rejection.

    Reasons: ``not-html``, ``http-status``, ``not-http``, ``too-large``, ``binary``, ``empty``; for the whole file
    ``truncated``, ``broken-gzip``, ``broken-warc``. What was read before damage is kept.
    """
    progress = _Progress()
    try:
        for record in ArchiveIterator(
            cast(BinaryIO, source.stream), parse_http=False, quirks_mode=True, stream_detect=False
        ):
            if not progress.ended:
                yield _damaged(source, progress)
            progress.number += 1
            progress.ended = False
            result = _from_record(record, source, progress)
            if result is not None:
                yield result
    except OSError as e:
        what = f"damaged after record {progress.number:,} ({e}): fetch the file again"
        yield rejected(source.label, "broken-warc", what)
        return
    yield from _verdict(source, progress)


def _verdict(source: Source, progress: _Progress) -> Iterator[Rejected]:
    """Yield the rejection of a file that did not end where it should."""
    after = f"after record {progress.number:,}"
    if source.stream.fault:
        yield rejected(source.label, source.stream.fault.reason, f"{after}: {source.stream.fault.detail}")
    elif progress.number == 0:
        yield rejected(source.label, "broken-warc", "no WARC record in it: fetch the file again")
    elif not progress.ended or not source.stream.tail.endswith((b"\r\n\r\n", b"\n\n")):
        yield rejected(source.label, "truncated", f"the archive is cut short {after}: fetch the file again")


def _damaged(source: Source, progress: _Progress) -> Rejected:
    where = f"{source.label}#{progress.number}"
    return rejected(where, "broken-warc", "the record is shorter than its Content-Length says, or has none")


def _from_record(record: WarcRecord, source: Source, progress: _Progress) -> Document | Rejected | None:
    """Return what a record holds; None for one without a document, or cut short (``progress`` tells which)."""
    where = f"{source.label}#{progress.number}"
    length = (record.headers.get("Content-Length") or "").strip()
    if not length.isdecimal():
        return None
    if record.record_type not in _WANTED:
        progress.ended = record.reader.consume() == int(length)
        return None
    limit = source.config.max_document_bytes
    if int(length) > limit:
        progress.ended = record.reader.consume() == int(length)
        return too_large(where, "the record", limit)
    raw = record.reader.read()
    progress.ended = len(raw) == int(length)
    return _from_block(record, raw, where, limit) if progress.ended else None


def _from_block(record: WarcRecord, raw: bytes, where: str, limit: int) -> Document | Rejected:
    response = _response(record, raw, limit)
    url = _header(record, "WARC-Target-URI")
    if response is None:
        return rejected(where, "not-http", f"a response that does not start as HTTP does: {url}")
    if response.status != _OK:
        return rejected(where, "http-status", f"HTTP status {response.status}: {url}")
    kind = _kind(response)
    if kind is None:
        return rejected(where, "not-html", f"{response.content_type or 'no content type'}: {url}")
    text = (decode_html if kind == "html" else decode)(response.body, response.charset)
    if text is None:
        return binary(where)
    if not text.strip():
        return rejected(where, "empty", f"the page is empty: {url}")
    return Document(input=where, kind=kind, content=text, url=url, fetched=_header(record, "WARC-Date"))


def _response(record: WarcRecord, raw: bytes, limit: int) -> Response | None:
    if record.record_type == WarcRecordType.response:
        return parse_response(raw, limit)
    content_type = _header(record, "Content-Type") or ""
    return Response(_OK, media_type(content_type), charset(content_type), raw)


def _kind(response: Response) -> Literal["html", "text"] | None:
    """Return ``html``, ``text``, or None; a response without a content type is told by its bytes."""
    if response.content_type in _PAGES:
        return "html"
    if response.content_type in _TEXTS:
        return "text"
    found = detect(response.body[:HEAD])
    return found if not response.content_type and (found == "html" or found == "text") else None


def _header(record: WarcRecord, name: str) -> str | None:
    value = record.headers.get(name)
    return well_formed(value).strip().strip("<>") or None if value else None
