"""Small inputs that unpack, expand or nest to large ones: stopped at a bound, told in a line, and the rest is read."""

import gzip
import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs
from firsthand.read.http import parse_response
from firsthand.read.stream import Stream

MEGABYTE = 1 << 20
BOMB = bytes(60 * MEGABYTE)
PART = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
LOW = ReadConfig(max_document_bytes=MEGABYTE)


def reasons(path: Path, config: ReadConfig = LOW) -> list[str]:
    """The reason of each rejection, ``document`` for what was read."""
    return [item.reason if isinstance(item, Rejected) else "document" for item in read_inputs([path], config)]


def grown(call: Callable[[], object]) -> float:
    """Return the megabytes of Python's own memory that a call takes at its height."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1] / MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(BOMB)),
        ("deflate", zlib.compress(BOMB)),
        ("br", brotli.compress(BOMB, quality=1)),
        ("identity, gzip", b"x"),
    ],
)
def test_a_body_is_unpacked_no_further_than_its_bound(coding: str, packed: bytes) -> None:
    """The bodies of responses in web archives; 60 MB of zeros are some kilobytes."""
    raw = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n".encode() + packed

    def parse() -> None:
        found = parse_response(raw, MEGABYTE)
        assert found is not None and len(found.body) <= MEGABYTE

    assert grown(parse) < 10


def test_gzip_within_gzip_is_unpacked_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(gzip.compress(BOMB)))
    assert grown(lambda: reasons(tmp_path / "a.txt.gz")) < 20
    assert reasons(tmp_path / "a.txt.gz") == ["binary"]


def test_a_gzip_of_many_empty_members_ends() -> None:
    """A member of 20 bytes gives nothing: a hundred thousand of them are gone through, one after the other."""
    assert Stream(io.BytesIO(gzip.compress(b"") * 100_000 + gzip.compress(b"end")), LOW).read() == b"end"


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_that_unpacks_to_a_thousand_times_its_size_is_not_unpacked(tmp_path: Path) -> None:
    assert reasons(zipped(tmp_path / "a.zip", {"a.txt": BOMB})) == ["too-large"]


def test_a_zip_within_a_zip_is_not_followed(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": b"The river rose."}).read_bytes()
    assert reasons(zipped(tmp_path / "a.zip", {"inner.zip": inner, "b.txt": b"It fell again."})) == [
        "nested-archive",
        "document",
    ]


def test_a_zip_whose_directory_lies_about_sizes_gives_no_more_than_it_says(tmp_path: Path) -> None:
    """The sizes in the directory are made a thousand bytes each; the members are a megabyte of other text."""
    path = zipped(tmp_path / "a.zip", {"a.txt": b"x" * MEGABYTE})
    data = path.read_bytes().replace(MEGABYTE.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path.write_bytes(data)
    found = list(read_inputs([path], LOW))
    assert not [item for item in found if isinstance(item, Document) and len(item.content) > 1000]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [
        ("a.json", b"[" * 100_000 + b"]" * 100_000, "bad-json"),
        ("a.jsonl", b'{"text":' * 50_000 + b"1" + b"}" * 50_000, "bad-json"),
        ("a.xml", b"<newsItem>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</newsItem>", ""),
        ("a.html", b"<p>x" + b"<div>" * 100_000, "document"),
        ("a.rtf", b"{\\rtf1 " + b"{" * 100_000 + b"}" * 100_000, ""),
        ("a.eml", PART + (b"--b\n" + PART) * 20_000, ""),
    ],
)
def test_what_nests_too_deep_is_told_in_a_line(tmp_path: Path, name: str, data: bytes, outcome: str) -> None:
    """One thing is said of it, whatever it is."""
    (tmp_path / name).write_bytes(data)
    (found,) = reasons(tmp_path / name, ReadConfig())
    assert outcome in ("", found)


def test_an_xml_bomb_is_not_expanded(tmp_path: Path) -> None:
    """Neither entities of entities, nor one that is used a thousand times, nor one that lies in a file."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = (
        f'<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    )
    body = "<newsItem guid='x'><contentMeta><headline>&l11;&f;</headline></contentMeta></newsItem>"
    (tmp_path / "a.xml").write_text(head + body, encoding="utf-8")
    secret = Path("/etc/hostname").read_text(encoding="utf-8").strip()

    def read() -> None:
        for item in read_inputs([tmp_path / "a.xml"], LOW):
            assert secret not in repr(item).split() and len(repr(item)) < 2_000

    assert grown(read) < 20


@pytest.mark.parametrize("place", ["rows", "length", "sizes"])
def test_a_parquet_file_whose_sizes_lie_costs_itself_only(tmp_path: Path, place: str) -> None:
    """It is read in a process that may die; what stands beside it is read."""
    table = pa.table({"text": [f"The river rose by {n} metres in the town of Halden." for n in range(50)]})
    pq.write_table(table, tmp_path / "a.parquet", compression="none")
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    if place == "length":
        data[-8:-4] = b"\xff\xff\xff\x7f"
    elif place == "rows":
        data[footer + 1 : footer + 12] = b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"
    else:
        data[4:24] = b"\xff" * 20
    (tmp_path / "a.parquet").write_bytes(data)
    (tmp_path / "b.txt").write_text("The river rose again on Monday.", encoding="utf-8")
    found = reasons(tmp_path)
    assert found[-1] == "document" and len(found) >= 2 and found[0] != "document"
