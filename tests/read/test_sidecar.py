"""Sidecars say of a file what a JSON line would say of its text."""

import json
from pathlib import Path

import pytest

from firsthand.model import Document, Rejected
from firsthand.read import read_inputs


@pytest.mark.parametrize("name", ["flood.txt", "flood.html", "flood.html.gz"])
def test_a_sidecar_gives_the_fields_of_its_document(tmp_path: Path, name: str) -> None:
    import gzip

    data = b"<p>The river rose.</p>" if "html" in name else b"The river rose."
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    given = {
        "id": 7, "url": "https://a.example/7", "publisher": "The Daily Example", "title": "Flood",
        "published": "2021-05-04", "fetched": "2021-05-05", "language": "en", "mood": "wet",
    }  # fmt: skip
    (tmp_path / "flood.meta.json").write_text(json.dumps(given))
    (document,) = read_inputs([tmp_path])
    assert isinstance(document, Document)
    assert document.external_id == "7"
    assert (document.url, document.publisher) == ("https://a.example/7", "The Daily Example")
    assert (document.title, document.published, document.fetched) == ("Flood", "2021-05-04", "2021-05-05")
    assert document.language == "en"


@pytest.mark.parametrize("bad", ["{", "[1]", "\x00", "[" * 100_000])
def test_a_bad_sidecar_is_rejected_and_its_document_still_read(tmp_path: Path, bad: str) -> None:
    (tmp_path / "flood.txt").write_text("The river rose.")
    (tmp_path / "flood.meta.json").write_text(bad)
    found = list(read_inputs([tmp_path]))
    assert [r.reason for r in found if isinstance(r, Rejected)] == ["bad-sidecar"]
    assert [d.external_id for d in found if isinstance(d, Document)] == ["flood"]


def test_a_sidecar_without_its_document_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "flood.meta.json").write_text("{}")
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Rejected) and found.reason == "bad-sidecar"
