"""NewsML-G2, NITF and ninjs."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firsthand.model import Document, Rejected
from firsthand.present.export.ninjs import export
from firsthand.present.tables import Tables
from tests.factories import article
from tests.read import exports
from tests.read.conftest import Read


def reasons(found: list[Document | Rejected]) -> list[str]:
    return [getattr(item, "reason", "read") for item in found]


def test_news_items_are_documents_and_other_items_are_told(read: Read) -> None:
    found = read("wire", exports.NEWSML.encode())
    assert reasons(found) == ["read", "read", "not-text", "withdrawn", "no-text"]
    ferry, storm = found[:2]
    assert isinstance(ferry, Document) and isinstance(storm, Document)
    assert (ferry.kind, ferry.input[-2:]) == ("text", "#1")
    assert ferry.content == "HALDEN (NW) - The ferry to Orrin stayed in the harbour on Monday.\n\nNobody was hurt."
    assert (ferry.title, ferry.publisher, ferry.authors) == ("Ferry stays in harbour", "Nordwire", ("By Ada Holm",))
    assert (ferry.published, ferry.language) == ("2031-03-03T05:12:00Z", "en")
    assert (ferry.external_id, ferry.url) == ("tag:nordwire.example,2031:ferry", None)
    assert storm.kind == "html" and "<p>The storm cost the town two million crowns.</p>" in storm.content
    assert (storm.url, storm.publisher) == ("https://nordwire.example/storm", "Nordwire")
    assert storm.published == "2031-03-04T08:00:00+01:00"


def test_nitf_stands_alone_too(read: Read) -> None:
    (found,) = read("x.xml", exports.NITF.encode())
    assert isinstance(found, Document)
    assert found.content == "HALDEN, March 3\n\nThe ferry to Orrin stayed in the harbour.\n\nNobody was hurt."
    assert (found.title, found.publisher, found.section) == ("Ferry stays in harbour", "The Halden Courier", "News")
    assert (found.published, found.authors, found.external_id) == ("2031-03-03T05:12:00Z", ("By Ada Holm",), "nw-1")


def test_what_stands_before_damage_is_kept(read: Read) -> None:
    cut = exports.NEWSML[: exports.NEWSML.index("<html")]
    assert reasons(read("x.xml", cut.encode())) == ["read", "broken-xml"]
    assert reasons(read("x.xml", b'<?xml version="1.0"?><newsMessage/>')) == ["no-entries"]


def test_entities_are_not_expanded_and_nothing_is_loaded(read: Read, tmp_path: Path) -> None:
    """No file, no address, no bomb."""
    (tmp_path / "secret").write_text("A secret.")
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE nitf [<!ENTITY l0 "lol">{entities}<!ENTITY x SYSTEM "{tmp_path / "secret"}">]>'
    bomb = exports.NITF.replace("<nitf>", f"{doctype}<nitf>").replace("Nobody was hurt.", "Nobody &l9; &x; was hurt.")
    for found in read("x.xml", bomb.encode()):
        assert "lol" not in getattr(found, "content", "") and "secret." not in getattr(found, "content", "")


@pytest.mark.parametrize("value", [exports.NINJS_1, exports.NINJS_2, exports.NINJS_3], ids=["1", "2", "3"])
@pytest.mark.parametrize("name", ["x.json", "x.jsonl", ""])
def test_ninjs_of_each_generation(read: Read, value: dict[str, Any], name: str) -> None:
    """As one object over lines, or a line."""
    text = json.dumps(value, indent=None if name == "x.jsonl" else 1)
    (found,) = read(name or "x", text.encode())
    assert isinstance(found, Document)
    assert "The ferry stayed in the harbour." in found.content
    assert found.kind == ("html" if value is exports.NINJS_2 else "text")
    assert (found.title, found.publisher) == ("Ferry stays in harbour", "Nordwire")
    assert (found.authors, found.published, found.language) == (("Ada Holm",), "2031-03-03T05:12:00Z", "en")
    assert found.external_id == value["uri"]
    assert found.url == (value["uri"] if value["uri"].startswith("http") else None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"type": "picture", "body_text": "", "body_xhtml": ""}, "not-text"),
        ({"pubstatus": "canceled"}, "withdrawn"),
        ({"body_text": " ", "body_xhtml": None}, "no-text"),
        ({"body_text": 7, "body_xhtml": ["x"]}, "no-text"),
    ],
)
def test_items_that_are_no_news_text_are_told(read: Read, change: dict[str, Any], reason: str) -> None:
    (found,) = read("x.jsonl", json.dumps({**exports.NINJS_1, **change}).encode())
    assert isinstance(found, Rejected) and found.reason == reason


def test_what_firsthand_exports_as_ninjs_it_reads_again(read: Read, tmp_path: Path) -> None:
    """Text, headline, time, authors, outlet and address."""
    given = replace(
        article("a1", "The ferry stayed."),
        url="https://halden.example/ferry",
        publisher="The Halden Courier",
        headline="Ferry stays",
        bylines=("Ada Holm",),
        published="2031-03-03T05:12:00+01:00",
        published_precision="second",
        language="en",
    )
    export(Tables(articles=[given]), tmp_path / "out", with_text=True)
    (found,) = read("again.jsonl", (tmp_path / "out" / "items.jsonl").read_bytes())
    assert isinstance(found, Document)
    assert (found.content, found.title, found.authors) == (given.text, given.headline, given.bylines)
    assert (found.url, found.publisher, found.language) == (given.url, given.publisher, given.language)
    assert found.published == given.published
