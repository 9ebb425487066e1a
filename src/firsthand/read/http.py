"""HTTP responses as web archives keep them."""

import io
import re
import zlib
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader, ChunkedReader

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/[\d.]{1,5}\s+(\d{3})\b")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,30})", re.I)
_MAX_HEAD = 1 << 18


@dataclass(frozen=True, slots=True)
class Response:
    """A response: ``content_type`` in small letters without its parameters, ``body`` unpacked."""

    status: int
    content_type: str
    charset: str | None
    body: bytes


def parse_response(raw: bytes, limit: int) -> Response | None:
    """Return the response in ``raw``, its body cut at ``limit`` bytes, or None where it does not start as HTTP does."""
    end = _HEAD_END.search(raw, 0, _MAX_HEAD)
    status = _STATUS.match(raw)
    if status is None:
        return None
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    headers = _headers(head)
    kind = headers.get("content-type", "")
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unpacked_or_same(ChunkedReader, body, limit)
    return Response(
        status=int(status[1]),
        content_type=media_type(kind),
        charset=charset(kind),
        body=_unpacked(body, headers.get("content-encoding", "").strip().lower(), limit)[:limit],
    )


def media_type(content_type: str) -> str:
    """Return ``text/html`` of ``Text/HTML; charset=utf-8``."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str | None:
    """Return ``utf-8`` of ``text/html; charset=utf-8``, None where none is named."""
    match = _CHARSET.search(content_type)
    return match[1] if match else None


def _headers(head: bytes) -> dict[str, str]:
    """Return the header fields by their names in small letters; the first of a name counts."""
    out: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            out.setdefault(name.strip().lower(), value.strip())
    return out


def _unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """Return the body unpacked; many archives keep it unpacked and the header as it was, so failure means that."""
    if encoding in ("gzip", "x-gzip"):
        return _inflated(body, (16 + zlib.MAX_WBITS,), limit)
    if encoding == "deflate":
        return _inflated(body, (zlib.MAX_WBITS, -zlib.MAX_WBITS), limit)
    return _unpacked_or_same(BrotliReader, body, limit) if encoding == "br" else body


def _inflated(body: bytes, windows: tuple[int, ...], limit: int) -> bytes:
    for window in windows:
        try:
            return zlib.decompressobj(window).decompress(body, limit)
        except zlib.error:
            continue
    return body


def _unpacked_or_same(reader: type[BrotliReader] | type[ChunkedReader], body: bytes, limit: int) -> bytes:
    try:
        return bytes(reader(io.BytesIO(body)).read(limit))
    except OSError:
        return body
