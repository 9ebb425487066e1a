"""Files, folders and standard input."""

import io
import os
from pathlib import Path

import pytest

from firsthand.config import ReadConfig
from firsthand.errors import InputError
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs


def names(items: list[Document | Rejected]) -> list[str]:
    return [Path(item.input).name for item in items]


def test_a_missing_path_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt"):
        read_inputs([tmp_path / "gone.txt"])


def test_a_text_file_is_a_document_under_its_name_without_the_last_ending(tmp_path: Path) -> None:
    path = tmp_path / "flood.final.txt"
    path.write_bytes(b"The river rose.\r\nTwo roads closed.\n")
    (document,) = read_inputs([path])
    assert document == Document(
        input=str(path),
        kind="text",
        content="The river rose.\r\nTwo roads closed.\n",
        external_id="flood.final",
        path=str(path),
    )


def test_folders_are_walked_in_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("News.")
    assert names(list(read_inputs([tmp_path]))) == ["z.txt", "b.txt", "c.txt"]


def test_links_that_lead_back_up_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("News.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert names(list(read_inputs([tmp_path]))) == ["x.txt"]


def test_broken_links_and_pipes_in_folders_are_rejected_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe")
    found = list(read_inputs([tmp_path]))
    assert [(type(r), r.reason) for r in found if isinstance(r, Rejected)] == [(Rejected, "unreadable")] * 2


def test_standard_input_is_told_by_its_content() -> None:
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    found = list(read_inputs(["-"], stdin=io.BytesIO(lines)))
    assert [(d.input, d.content) for d in found if isinstance(d, Document)] == [("-:1", "One."), ("-:2", "Two.")]
    (page,) = read_inputs(["-"], stdin=io.BytesIO(b"<!doctype html><p>One.</p>"))
    assert isinstance(page, Document) and page.kind == "html" and page.path is None


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_rejected(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Rejected) and found.reason == "empty"


def test_a_file_over_the_bound_is_rejected_with_the_setting_that_mends_it(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"a" * 1001)
    (found,) = read_inputs([tmp_path], ReadConfig(max_document_bytes=1000))
    assert isinstance(found, Rejected)
    assert (found.stage, found.reason) == ("read", "too-large")
    assert "max_document_bytes" in found.detail


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", bytes(range(256)), b"\0" * 50])
def test_what_is_not_text_is_rejected_as_binary(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Rejected) and found.reason == "binary"


def test_xml_that_is_no_feed_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "map.xml").write_bytes(b'<?xml version="1.0"?><gpx><trk/></gpx>')
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Rejected) and found.reason == "unknown-xml"


def test_a_corpus_among_the_documents_is_no_document(tmp_path: Path) -> None:
    """Tracing a folder twice into a corpus inside it does not read the report as news."""
    (tmp_path / "a.txt").write_text("News.")
    (tmp_path / "corpus" / "report").mkdir(parents=True)
    (tmp_path / "corpus" / "ledger.sqlite").write_bytes(b"")
    (tmp_path / "corpus" / "report" / "index.html").write_text("<html><p>News.</p></html>")
    assert names(list(read_inputs([tmp_path]))) == ["a.txt"]
