"""Web archives: pages and texts are read, the rest is counted, and damage is told."""

import gzip
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from tests.read.conftest import HTTP_HTML, Read, record

PAGE = "<html><p>Zoë said so.</p></html>"
GOOD = record(HTTP_HTML + PAGE.encode())


def reasons(found: list[Document | Rejected]) -> list[str]:
    return [item.reason if isinstance(item, Rejected) else "document" for item in found]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_page_keeps_its_address_and_time(read: Read, pack: object) -> None:
    info = record(b"software: none", "warcinfo")
    found = read("x.warc.gz", b"".join(pack(part) for part in (info, GOOD, GOOD)))  # type: ignore[operator]
    assert reasons(found) == ["document", "document"]
    document = found[0]
    assert isinstance(document, Document) and document.input.endswith("#2")
    assert (document.kind, document.content) == ("html", PAGE)
    assert (document.url, document.fetched) == ("https://news.example/a", "2021-05-04T03:02:01Z")


def test_wet_conversions_are_texts(read: Read) -> None:
    (document,) = read("x.wet", record("Zoë said so.".encode(), "conversion", content_type="text/plain"))
    assert isinstance(document, Document) and (document.kind, document.content) == ("text", "Zoë said so.")


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>", "http-status"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", "not-html"),
        (HTTP_HTML, "empty"),
        (HTTP_HTML + bytes(range(256)), "binary"),
        (b"gopher", "not-http"),
    ],
)
def test_what_is_no_page_is_counted(read: Read, block: bytes, reason: str) -> None:
    assert reasons(read("x.warc", record(block) + GOOD)) == [reason, "document"]


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"Content-Encoding: gzip", gzip.compress(PAGE.encode(), mtime=0)),
        (b"Content-Encoding: gzip", PAGE.encode()),
        (b"Content-Encoding: br", PAGE.encode()),
        (b"Transfer-Encoding: chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode())),
        (b"Transfer-Encoding: chunked", PAGE.encode()),
    ],
)
def test_bodies_are_unpacked_whether_or_not_the_archive_did(read: Read, header: bytes, body: bytes) -> None:
    (document,) = read("x.warc", record(HTTP_HTML[:-2] + header + b"\r\n\r\n" + body))
    assert isinstance(document, Document) and document.content == PAGE


def test_the_charset_of_the_http_header_counts(read: Read) -> None:
    text = "Министр заявил."
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n" + text.encode("koi8_r")
    (document,) = read("x.warc", record(block))
    assert isinstance(document, Document) and document.content == text


@pytest.mark.parametrize("cut", range(1, len(GOOD)))
def test_a_cut_archive_is_told_wherever_it_is_cut(read: Read, cut: int) -> None:
    found = read("x.warc", GOOD + GOOD[:-cut])
    assert reasons(found)[0] == "document"
    assert reasons(found)[-1] == "truncated"
    assert "after record" in found[-1].detail  # type: ignore[union-attr]


def test_a_cut_gzip_is_told_and_what_came_before_is_kept(read: Read) -> None:
    packed = gzip.compress(GOOD)
    assert reasons(read("x.warc.gz", packed + packed[:-1])) == ["document", "document", "truncated"]
    assert reasons(read("x.warc.gz", packed + packed[:40])) == ["document", "truncated"]


def test_a_damaged_gzip_is_told_and_what_came_before_is_kept(read: Read) -> None:
    packed = gzip.compress(GOOD)
    assert reasons(read("x.warc.gz", packed + b"garbage")) == ["document", "broken-gzip"]


def test_a_damaged_record_does_not_stop_the_others(read: Read) -> None:
    bad = GOOD.replace(b"Content-Length: ", b"Content-Length: x")
    assert reasons(read("x.warc", bad + GOOD)) == ["broken-warc", "document"]


def test_a_record_over_the_bound_is_passed_over(read: Read) -> None:
    big = record(HTTP_HTML + b"a" * 5000)
    found = read("x.warc", big + GOOD, config=ReadConfig(max_document_bytes=2000))
    assert reasons(found) == ["too-large", "document"]


def test_an_archive_by_name_only_is_rejected(read: Read) -> None:
    assert reasons(read("x.warc", b"nothing of the kind")) == ["broken-warc"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12), st.booleans())
def test_an_archive_with_any_bytes_changed_gives_documents_or_rejections(
    read: Read, seed: int, changes: int, packed: bool
) -> None:
    data = bytearray(b"".join(map(gzip.compress, (GOOD, GOOD))) if packed else GOOD + GOOD)
    chance = random.Random(seed)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert all(isinstance(item, (Document, Rejected)) for item in read("x.warc", bytes(data)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(["x.txt", "x.html", "x.warc", "x.rss", "x.json", "x"]), st.binary(max_size=400))
def test_any_bytes_under_any_name_give_documents_or_rejections(read: Read, name: str, data: bytes) -> None:
    found = read(name, data)
    assert found and all(isinstance(item, (Document, Rejected)) for item in found)
