"""No reader crashes, hangs or grows on inputs that are damaged: each gives documents, addresses or rejections."""

import io
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.read import guarded, readers
from firsthand.read.archive import Whole, in_archive
from firsthand.read.detect import HEAD, detect
from firsthand.read.listed import Listed
from firsthand.read.plugged import _Bytes
from firsthand.read.source import Source
from firsthand.read.stream import Stream
from tests.read import exports
from tests.read.test_documents import LINES, TEXT, packed, table
from tests.read.written import pdf, rtf, word

# A document may be as long as what it was read from, and no longer: nothing that is unpacked or expanded grows beyond.
MOST = 3_000_000
CONFIG = ReadConfig(max_document_bytes=2_000_000, max_line_characters=500_000)
SEEDS: dict[str, bytes] = {
    "nexis": exports.NEXIS.encode(),
    "nexis-uni": exports.NEXIS_UNI.encode(),
    "nexis-html": exports.NEXIS_HTML.encode(),
    "factiva": exports.FACTIVA.encode(),
    "factiva-fields": exports.FACTIVA_FIELDS.encode(),
    "factiva-html": exports.FACTIVA_HTML.encode(),
    "newsml": exports.NEWSML.encode(),
    "nitf": exports.NITF.encode(),
    "ninjs": "\n".join(map(json.dumps, (exports.NINJS_1, exports.NINJS_2, exports.NINJS_3))).encode(),
    "media-cloud": exports.MEDIA_CLOUD.encode(),
    "texts": exports.TEXTS_CSV.encode(),
    "gkg": (exports.gkg("https://a.example/1", "<PAGE_TITLE>A</PAGE_TITLE>", "srclc:fra") * 3).encode(),
    "events": (exports.event("https://a.example/1") * 3).encode(),
    "sitemap": exports.SITEMAP.encode(),
    "index": exports.INDEX.encode(),
    "csl": json.dumps(exports.CSL, indent=1).encode(),
    "zotero": json.dumps(exports.ZOTERO).encode(),
    "mail": exports.EML,
    "mailbox": exports.MBOX,
    "pdf": pdf([LINES, LINES], title="Ferry"),
    "word": word(TEXT),
    "rtf": rtf(TEXT),
    "parquet": table(text=TEXT, url=["https://a.example/1"] * 3),
    "zip": packed({"a.txt": b"One.", "b.csv": exports.MEDIA_CLOUD.encode(), "c.eml": exports.EML}),
}


def mutated(data: bytes, seed: int, changes: int) -> bytes:
    """Return bytes with some changed, cut, doubled, moved or overwritten."""
    chance = random.Random(seed)
    out = bytearray(data)
    for _ in range(changes):
        at = chance.randrange(len(out) + 1)
        to = min(len(out), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(6):
            case 0:
                out[at:to] = chance.randbytes(to - at)
            case 1:
                del out[at:to]
            case 2:
                out[at:at] = out[at:to] * chance.choice((1, 2, 50))
            case 3:
                out[at:at] = chance.choice(
                    (b"<", b">", b'"', b"\0", b"\n", b"\n\n", b"\xff\xfe", b"(", b"{", b"=", b"9" * 40)
                )
            case 4:
                other = chance.randrange(len(out) + 1)
                out[at:at] = out[other : other + 100]
            case _:
                out[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(out)


def source(data: bytes, name: str = "x") -> Source:
    return Source(name, None, Stream(io.BytesIO(data), CONFIG), CONFIG, name)


def read(given: Source, *, nested: bool = False) -> Iterator[Any]:
    """Read a source in this process, also what else is read in one of its own."""
    found = detect(given.stream.peek(HEAD))
    if found == "zip":
        for member in in_archive(given, nested=nested):
            if isinstance(member, Whole):
                yield from readers.guarded_reader("docx")(member.source)
            elif isinstance(member, Rejected):
                yield member
            else:
                try:
                    yield from read(member, nested=True)
                except OSError as e:  # ``Reading`` tells it as this member's damage
                    assert "archive is damaged" in str(e)
    elif found not in ("foreign", "xml"):
        make = readers.guarded_reader if readers.is_guarded(found) else readers.reader
        yield from make(found)(given)  # type: ignore[operator, arg-type]


@pytest.mark.parametrize("name", SEEDS)
@settings(deadline=None, max_examples=25, derandomize=True)
@example(seed=10_000_037, changes=10)  # a file without a name in an archive
@given(seed=st.integers(0, 2**32), changes=st.integers(0, 12))
def test_damage_is_told_or_read(name: str, seed: int, changes: int) -> None:
    """Every outcome is of the three kinds, and every line can be shown."""
    for item in read(source(mutated(SEEDS[name], seed, changes))):
        assert isinstance(item, (Document, Rejected, Listed))
        assert item.input.startswith("x")
        if isinstance(item, Document):
            assert item.content.strip() and len(item.content) <= MOST
            item.content.encode("utf-8")
            assert all(isinstance(author, str) for author in item.authors)
        elif isinstance(item, Rejected):
            assert item.detail and len(item.detail) <= 200 and item.detail.isprintable()


@pytest.mark.parametrize(
    "data",
    [
        b"<urlset>" + b"<url>" * 200_000,
        b"<newsMessage>" + b"<newsItem>" * 5_000,
        b'<?xml version="1.0"?><nitf>' + b"<p>" * 100_000,
        b"1 of 2 DOCUMENTS\n" + b"BYLINE: x\n\n" * 100_000,
        b"1 of 2 DOCUMENTS\n" * 50_000,
        b"Body\n" * 50_000 + b"End of Document\n",
        b"5 words\n" * 50_000 + b"Document ABCD0020310303ea33000001\n",
        b"HD x\n" * 100_000 + b"AN\nDocument ABCD0020310303ea33000001\n",
        b"text,url\n" + b'"' * 400_000,
        b"MIME-Version: 1.0\nFrom: a\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 50_000,
        b"From a Mon Mar  3 05:12:00 2031\nMessage-ID: <1>\n" * 20_000,
        b"MIME-Version: 1.0\nFrom: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nx",
        b"{\\rtf1" + b"{" * 200_000,
        b"{\\rtf1" + b"\\'e9" * 200_000,
        b'{"uri": "x", "bodies": ' + b"[" * 100_000,
        b"https://a.example/ \n" * 60_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_would_take_minutes_comes_to_an_end(data: bytes) -> None:
    """No square of a length anywhere: these take a second or two together."""
    assert all(len(getattr(item, "content", "")) <= MOST for item in read(source(data)))


def test_a_pdf_that_unpacks_to_gigabytes_is_ended(tmp_path: Any) -> None:
    """By its process's bound on memory, or by pypdf's own on a stream."""
    import zlib

    pages = pdf([["x"]], packed=False).replace(b"BT /F1", b"%" + b" " * 10 + b"\nBT /F1")
    packer = zlib.compressobj(9)
    stream = packer.compress(b" " * 300_000_000) + packer.flush()
    bomb = pages.replace(b"<< /Length", b"<< /Filter /FlateDecode /Length").split(b"stream\n")[0]
    (tmp_path / "a.pdf").write_bytes(bomb + b"stream\n" + stream + b"\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n")
    guard = guarded.Guard(ReadConfig(megabytes=300, seconds=20))
    try:
        path = tmp_path / "a.pdf"
        with path.open("rb") as raw:
            found = list(guard.read(Source("a", path, Stream(raw, CONFIG), CONFIG), "pdf"))
    finally:
        guard.close()
    assert [isinstance(item, Rejected) for item in found] == [True]


def test_a_plug_in_reads_the_bytes_as_from_a_file() -> None:
    data = bytes(range(256)) * 5_000
    file = io.BufferedReader(_Bytes(Stream(io.BytesIO(data), CONFIG)))
    assert file.read(10) == data[:10] and file.readline() == data[10:11] and file.read() == data[11:]
