"""Helpers that write tiny invented inputs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from firsthand.model import Document, Rejected
from firsthand.read import read_inputs

Read = Callable[..., list[Document | Rejected]]
HTTP_HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def record(
    block: bytes, kind: str = "response", url: str = "https://news.example/a", content_type: str = "application/http"
) -> bytes:
    """Return a WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-05-04T03:02:01Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Read]:
    """Write ``data`` to a file called ``name`` and read that."""

    def write_and_read(name: str, data: bytes, **settings: object) -> list[Document | Rejected]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_inputs([path], **settings))  # type: ignore[arg-type]

    yield write_and_read
