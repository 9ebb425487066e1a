"""Formats are told by content first, then by name."""

from typing import get_args

import pytest

from firsthand.read.detect import detect
from firsthand.read.formats import NAMED, NAMES, UNREAD, Format
from firsthand.read.rejection import MAX_DETAIL, rejected


@pytest.mark.parametrize(
    ("head", "name", "found"),
    [
        (b"WARC/1.1\r\n", "x.txt", "warc"),
        (b"<!DOCTYPE html><p>", "x.txt", "html"),
        (b"\xef\xbb\xbf\n<!-- made by hand --><HTML>", "", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', "", "html"),
        (b'<?xml version="1.0"?><?xml-stylesheet href="a"?><!-- x --><rss>', "x.html", "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "", "feed"),
        (b"<rdf:RDF>", "", "feed"),
        (b'<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "", "feed"),
        (b'<?xml version="1.0"?><gpx>', "", "xml"),
        (b"<gpx>", "x.txt", "text"),
        ('<?xml version="1.0"?><rss>'.encode("utf-16"), "", "feed"),
        (b"<p>One.</p>", "", "html"),
        (b"<p>One.</p>", "x.txt", "text"),
        (b"<3 this place", "", "text"),
        (b'{"text": "One."}\n{"text":', "x.txt", "jsonl"),
        (b'{"text": "' + b"a" * 16000, "", "jsonl"),
        (b'{"text": broken}\n{"text": "One."}', "", "jsonl"),
        (b'{\n "text": "One."}', "", "json"),
        (b'{"text": "One."}\n{"text": "Two."}', "x.json", "jsonl"),
        (b'{\n "text": "One."}', "x.json", "json"),
        (b'[{"text": "One."}]', "x.json", "json"),
        (b"{not json}", "x.txt", "text"),
        (b"broken", "x.jsonl", "jsonl"),
        (b"broken", "x.JSONL.GZ", "jsonl"),
        (b"plain words", "", "text"),
        (b"plain words", "x.html", "html"),
        (b"%PDF-1.7", "x.txt", "pdf"),
        (b"\x89PNG\r\n", "x.txt", "foreign"),
    ],
)
def test_formats(head: bytes, name: str, found: str) -> None:
    assert detect(head, name) == found


def test_whoever_gives_something_else_is_told_all_that_is_read() -> None:
    """Each kind has a name in the one list, and the longest line that holds the list holds it whole."""
    assert set(NAMES) == set(get_args(Format)) - UNREAD
    for name in ("PDF", "DOCX", "RTF", "EML", "Parquet", "NewsML", "Nexis"):
        assert name in NAMED
    line = rejected("x", "binary", f"an SQLite database, which is not read; give {NAMED}").detail
    assert len(line) <= MAX_DETAIL
    assert line.endswith(NAMED)
