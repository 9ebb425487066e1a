"""Formats are told by content first, then by name."""

import pytest

from firsthand.read.detect import detect


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
