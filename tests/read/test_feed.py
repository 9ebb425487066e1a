"""RSS and Atom entries become documents."""

import socket

import pytest

from firsthand.model import Document, Rejected
from tests.read.conftest import Read

RSS = """<?xml version="1.0" encoding="{codec}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Daily Example</title><language>en-GB</language>
<item><title>Flood</title><link>https://a.example/1</link><guid>g-1</guid>
<pubDate>Tue, 04 May 2021 05:00:00 +0200</pubDate><description>Short, by Zoë.</description>
<content:encoded><![CDATA[<p>The river rose, Zoë said.</p>]]></content:encoded></item>
<item><title>Bare</title><link>https://a.example/2</link></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><id>tag:1</id><title>Fire</title><link href="https://a.example/3"/><updated>2021-05-04T03:00:00Z</updated>
<summary type="text">2 &lt; 3 houses burned.</summary></entry></feed>"""


@pytest.mark.parametrize("codec", ["utf-8", "iso-8859-1", "utf-16"])
def test_rss_items_with_text_are_documents_and_others_rejected(read: Read, codec: str) -> None:
    document, bare = read("feed.xml", RSS.format(codec=codec).encode(codec))
    assert isinstance(document, Document) and document.input.endswith("feed.xml#1")
    assert (document.kind, document.content) == ("html", "<p>The river rose, Zoë said.</p>")
    assert (document.url, document.external_id) == ("https://a.example/1", "g-1")
    assert (document.publisher, document.title) == ("The Daily Example", "Flood")
    assert (document.published, document.language) == ("2021-05-04T03:00:00Z", "en")
    assert isinstance(bare, Rejected) and bare.reason == "no-text"


def test_plain_text_of_atom_is_escaped(read: Read) -> None:
    (document,) = read("x", ATOM)
    assert isinstance(document, Document) and document.content == "<p>2 &lt; 3 houses burned.</p>"
    assert (document.publisher, document.published) == ("Example Wire", "2021-05-04T03:00:00Z")


def test_nothing_is_fetched(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    outside = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "http://a.example/x">]><rss><channel><item>'
    read("x.xml", outside + b"<description>&x; One.</description></item></channel></rss>")


def test_an_entity_bomb_stays_small(read: Read) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]><rss><channel><item>'
    found = read("x.xml", f"{bomb}<description>&l9;</description></item></channel></rss>".encode())
    assert all(len(item.content) < 10_000 for item in found if isinstance(item, Document))


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (b"<description>" + b"<b>" * 300_000 + b"</description>", "too-many-elements"),
        (b"<description " + b"".join(b"a%d='x' " % n for n in range(2_000)) + b">", "too-many-attributes"),
    ],
)
def test_a_feed_that_would_take_minutes_is_rejected(read: Read, item: bytes, reason: str) -> None:
    """No worker and no alarm stand between a feed and the one who reads it."""
    (found,) = read("x.rss", b'<?xml version="1.0"?><rss version="2.0"><channel><item>' + item)
    assert isinstance(found, Rejected) and found.reason == reason


@pytest.mark.parametrize("data", [b"<rss>", b"<rss></rss>", b"<feed><entry>", b"<rss>" * 3000])
def test_a_broken_feed_is_rejected(read: Read, data: bytes) -> None:
    found = read("x.rss", data)
    assert found and all(isinstance(item, Rejected) for item in found)


def test_titles_escaped_twice_are_read_as_written(read: Read) -> None:
    """No reader is shown ``&amp;``."""
    twice = b"<title>Fire &amp;amp; smoke &amp;#8211; live</title>"
    (document,) = read("x", ATOM.replace(b"<title>Fire</title>", twice))
    assert isinstance(document, Document) and document.title == "Fire & smoke – live"
