"""PDF, Word, RTF, Parquet and zip archives."""

import builtins
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs
from firsthand.read.source import Source
from firsthand.read.stream import Stream
from tests.read import exports
from tests.read.conftest import Read
from tests.read.written import pdf, rtf, word

TEXT = ["Ferry stays in harbour", "The ferry to Orrin stayed in the harbour on Monday.", "The café is shut too."]
LINES = [
    "Ferry stays in harbour.",
    "The ferry to Orrin stayed in the harbour on Monday, as the wind had torn two of",
    "its mooring lines, said the harbour office, which has inspec-",
    "ted the pier.",
    "Nobody was hurt in the night of storm, and no house was lost in the whole of the",
    "town.",
]


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(("name", "data"), [("a.docx", word(TEXT)), ("a.rtf", rtf(TEXT)), ("a", rtf(TEXT))])
def test_what_somebody_wrote_is_one_text_with_its_paragraphs(read: Read, name: str, data: bytes) -> None:
    """Told by the bytes, whatever the name."""
    (found,) = read(name, data)
    assert isinstance(found, Document)
    assert (found.kind, found.content, found.external_id) == ("text", "\n\n".join(TEXT), "a")
    assert found.path and found.path.endswith(name)


@pytest.mark.parametrize("is_packed", [True, False])
def test_lines_of_a_pdf_become_paragraphs(read: Read, is_packed: bool) -> None:
    """A title counts that the pages have too; one that a program made up does not."""
    (found,) = read("a.pdf", pdf([LINES[:4], LINES[4:]], title="Ferry stays in harbour", packed=is_packed))
    assert isinstance(found, Document)
    assert found.content.split("\n\n") == [
        "Ferry stays in harbour.",
        "The ferry to Orrin stayed in the harbour on Monday, as the wind had torn two of its mooring lines, said the "
        "harbour office, which has inspected the pier.",
        "Nobody was hurt in the night of storm, and no house was lost in the whole of the town.",
    ]
    assert found.title == "Ferry stays in harbour"
    (other,) = read("b.pdf", pdf([LINES], title="untitled-7.qxd"))
    assert isinstance(other, Document) and other.title is None


@pytest.mark.parametrize("name", ["a.docx", "a.rtf", "a.pdf"])
def test_exports_of_databases_are_parted(read: Read, name: str) -> None:
    """As Nexis Uni gives them."""
    lines = exports.NEXIS_UNI.split("\n")
    made = {"a.docx": word(lines), "a.rtf": rtf(lines), "a.pdf": pdf([lines[:24], lines[24:]])}[name]
    first, second = read(name, made)
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.title, first.publisher) == ("Ferry stays in harbour after night of storm", "The Halden Courier")
    assert (second.title, second.authors) == ("Storm damage is put at two million", ())
    assert first.authors == ("Ada Holm",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 x", "broken-pdf"),
        (pdf([[]]), "no-text"),
        (b"PK\x03\x04 word", "broken-zip"),
        (packed({"word/document.xml": b"<x"}), "broken-docx"),
        (packed({"mimetype": b"application/epub+zip"}), "binary"),
        (packed({"xl/workbook.xml": b""}), "binary"),
        (b"{\\rtf1\\ansi }", "no-text"),
        (b"PAR1 x", "broken-parquet"),
    ],
)
def test_what_cannot_be_read_is_told(read: Read, data: bytes, reason: str) -> None:
    (found,) = read("x", data)
    assert isinstance(found, Rejected) and found.reason == reason


@pytest.mark.parametrize(("module", "name"), [("pypdf", "pdf"), ("docx", "docx"), ("striprtf.striprtf", "rtf")])
def test_without_the_extra_a_line_names_it(monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> None:
    real = builtins.__import__

    def missing(wanted: str, *rest: Any) -> Any:
        if wanted.split(".")[0] == module.split(".")[0]:
            raise ImportError(wanted)
        return real(wanted, *rest)

    from firsthand.read import extras, readers

    monkeypatch.setattr(extras, "import_module", lambda wanted: missing(wanted))
    source = Source("x", None, Stream(io.BytesIO(b"x"), ReadConfig()), ReadConfig())
    (found,) = readers.guarded_reader(name)(source)
    assert isinstance(found, Rejected) and found.reason == "needs-extra"
    assert 'pip install "firsthand[documents]"' in found.detail


def table(**columns: list[Any]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=100)
    return out.getvalue()


def test_cc_news_columns(read: Read) -> None:
    moment = datetime(2031, 3, 3, 5, 12, tzinfo=UTC)
    data = table(title=["Ferry"], text=["The ferry stayed."], domain=["halden.example"], date=[moment],
                 description=["Short."], url=["https://halden.example/ferry"], image_url=[None])  # fmt: skip
    (found,) = read("a.parquet", data)
    assert isinstance(found, Document)
    assert (found.content, found.title, found.url) == ("The ferry stayed.", "Ferry", "https://halden.example/ferry")
    assert found.published == "2031-03-03T05:12:00+00:00"


def test_the_date_of_fineweb_is_when_it_was_fetched(read: Read) -> None:
    data = table(text=["The ferry stayed."], id=["<urn:uuid:1>"], dump=["CC-MAIN-2031-10"], file_path=["x"],
                 date=["2031-03-09T01:02:03Z"], url=["https://halden.example/ferry"], language=["en"],
                 language_score=[0.9], token_count=[4])  # fmt: skip
    (found,) = read("a", data)
    assert isinstance(found, Document)
    assert (found.published, found.fetched, found.language) == (None, "2031-03-09T01:02:03Z", "en")


def test_rows_come_in_order_and_those_without_text_are_told(read: Read) -> None:
    """Over row groups, with the number of the row."""
    texts = [None if n == 150 else f"Text {n}." for n in range(333)]
    found = read("a.parquet", table(text=texts))
    assert [item.input.rpartition("#")[2] for item in found] == [str(n) for n in range(1, 334)]
    assert [n for n, item in enumerate(found) if isinstance(item, Rejected)] == [150]


def test_a_table_without_news_is_told(read: Read) -> None:
    (found,) = read("a.parquet", table(a=[1], b=["x"]))
    assert isinstance(found, Rejected) and found.reason == "unknown-columns" and "a, b" in found.detail


def test_each_file_of_an_archive_is_an_input(read: Read) -> None:
    """Names are shown, and lead nowhere; what is hidden is left out as in a folder."""
    files = {"a/one.txt": b"One.", "../../two.jsonl": b'{"text": "Two."}', "three.docx": word(["Three."]),
             ".hidden": b"x", "__MACOSX/a": b"x", "in.zip": packed({"four.txt": b"Four."}),
             "empty.txt": b""}  # fmt: skip
    found = read("all.zip", packed(files))
    texts = {item.input.rpartition("!")[2]: item.content for item in found if isinstance(item, Document)}
    assert texts == {"a/one.txt": "One.", "../../two.jsonl:1": "Two.", "three.docx": "Three."}
    assert [item.reason for item in found if isinstance(item, Rejected)] == ["nested-archive", "empty"]


def test_gdelts_zips_are_read(read: Read) -> None:
    (found,) = read("2031.gkg.csv.zip", packed({"2031.gkg.csv": exports.gkg("https://a.example/1").encode()}))
    assert isinstance(found, Rejected) and found.reason == "addresses-only"


def test_archives_that_unpack_to_too_much_are_refused_unread(read: Read) -> None:
    bomb = packed({f"{n}.txt": b"\0" * 3_000_000 for n in range(10)})
    (found,) = read("x.zip", bomb)
    assert isinstance(found, Rejected) and found.reason == "too-large"
    (many,) = read("y.zip", packed({f"{n}": b"" for n in range(10_001)}))
    assert isinstance(many, Rejected) and many.reason == "too-large"


def test_damage_in_an_archive_costs_that_file_only(read: Read) -> None:
    data = bytearray(packed({"a.txt": json.dumps(list(range(5_000))).encode(), "b.txt": b"The ferry stayed."}))
    data[200:220] = b"\xff" * 20
    found = read("x.zip", bytes(data))
    assert [item.content for item in found if isinstance(item, Document)] == ["The ferry stayed."]
    assert [item.reason for item in found if isinstance(item, Rejected)] == ["broken-zip"]


def test_standard_input_and_stores_are_read_alike(tmp_path: Path) -> None:
    (typed,) = read_inputs(["-"], stdin=io.BytesIO(word(TEXT)))
    assert isinstance(typed, Document) and typed.input == "-" and typed.path is None
    (tmp_path / "a.pdf").write_bytes(pdf([LINES]))
    (stored,) = read_inputs([(tmp_path / "a.pdf").as_uri()])
    assert isinstance(stored, Document) and stored.external_id == "a"


@pytest.mark.parametrize(("name", "data"), [("a.docx", word(TEXT)), ("a.pdf", pdf([LINES])), ("a.rtf", rtf(TEXT))])
def test_a_sidecar_says_of_a_file_what_it_does_not_say_itself(tmp_path: Path, name: str, data: bytes) -> None:
    """As of text and HTML; a bad one is told, and the file is read."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.meta.json").write_text('{"title": "Ferry", "publisher": "The Halden Courier", "author": "Ada Holm"}')
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Document)
    assert (found.title, found.publisher, found.authors) == ("Ferry", "The Halden Courier", ("Ada Holm",))
    (tmp_path / "a.meta.json").write_text("{")
    bad, again = read_inputs([tmp_path])
    assert isinstance(bad, Rejected) and bad.reason == "bad-sidecar"
    assert isinstance(again, Document) and again.external_id == "a"
