"""Invented documents, small and of many shapes: what mutation starts from."""

import gzip
import json

TEXT = """River closes both bridges of Halden

By Mira Sandvik

HALDEN, March 3 (Norwire) — The river rose by two metres on Monday night and closed both bridges of the town,
officials said.

“We have never seen anything like it,” Mayor Ada Brook told reporters. “Nobody was hurt.”

"The water will fall by Wednesday," said Tomas Vik, who heads the rescue service, adding that schools stay closed.

According to the Ellmar Post, the minister, Lena Orlov, said in an interview with Kanal Vest that "help is on its way."

Read more: Ferry stops in May

2 comments

Ann Roe says:
  Stay safe, all of you.
    Ben Dahl replied:
    Same here!
"""
QUOTED = """'It's over,' she said. 'We "won" it,' Mr. Dahl's lawyer said, "and that's that."

“First paragraph of a long speech.

“Second paragraph of it,” the president said on Tuesday — in Russian, through an interpreter —.

Q: Did you know? A: No. BROOK: Nobody told me. «Мы рады», — заявил министр. „Das ist gut“, sagte Frau Weber.
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>River closes bridges | Ellmar Post</title>
<meta property="og:title" content="River closes bridges"><link rel="canonical" href="https://news.example/river">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"River closes bridges","author":{"name":"Mira
 Sandvik"},"datePublished":"2031-03-03T08:00:00Z"}</script></head><body><nav><a href="/">Home</a></nav><article>
<h1>River closes bridges</h1><p class="byline">By Mira Sandvik</p><time datetime="2031-03-03">3 March</time>
<figure><img src="a.jpg"><figcaption>The bridge. Photo: Norwire</figcaption></figure>
<p>The river rose by two metres on Monday night and closed both bridges of the town, officials in Halden said.</p>
<p>“We have never seen anything like it,” said <b>Mayor Ada Brook</b>, who spent the night in the town hall.</p>
<table><tr><td>The water is expected to fall by Wednesday, the council decided.</td></tr></table>
<ul><li>One</li><li>Two</li></ul><!-- note --></article><section id="comments"><h3>2 Comments</h3><ol
 class="comment-list"><li class="comment"><cite class="fn">Ann Roe</cite><div class="comment-content"><p>Stay safe.</p>
</div><ul class="children"><li class="comment"><cite>Ben Dahl</cite><p>Same here!</p></li></ul></li></ol></section>
<footer>© Ellmar Post</footer></body></html>"""
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Ellmar Post</title>
<language>en</language><item><title>River &amp;amp; bridges</title><link>https://news.example/river</link><guid>tag:1</guid>
<pubDate>Mon, 03 Mar 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;The river rose.&lt;/p&gt;</description></item>
<item><title>Two</title><description><![CDATA[<p>It fell.</p>]]></description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Vik</title><entry><id>1</id><updated>2031-03-03T08:00:00Z
</updated><link href="https://news.example/a"/><content type="text">It rained.</content></entry></feed>"""
ROW = {
    "id": "a1",
    "text": "The river rose.\n\n“It rose,” said Ada Brook.",
    "url": "https://news.example/a",
    "date": "3 May 2031",
}
JSONL = f"{json.dumps(ROW)}\n" + '{"html": "<p>It fell.</p>", "publisher": "Ellmar Post", "title": null}\n\n[1]\n'
HTTP = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"1c\r\n<p>The river rose by two.</p>\r\n0\r\n\r\n"
)
PACKED = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/plain\r\n\r\n" + gzip.compress(
    b"It rose.", mtime=0
)
DEFLATED = PACKED.replace(b"gzip", b"br").replace(b"plain", b"html")


def words(line: str) -> tuple[bytes, ...]:
    """Return the words of a line, as mutation puts them in."""
    return tuple(word.encode() for word in line.split())


def record(block: bytes, kind: str = "response", content_type: str = "application/http") -> bytes:
    """Return a WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-03-03T03:02:01Z\r\n"
        f"WARC-Target-URI: https://news.example/a\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


WARC = record(b"software: x\r\n", "warcinfo", "application/warc-fields") + record(HTTP) + record(PACKED)
WET = record("Река поднялась. It rose.".encode(), "conversion", "text/plain") + record(DEFLATED)

HTML_WORDS = (
    b"<p>", b"</p>", b"<div>", b"</div>", b"<b>", b"<br>", b"<li>", b"<ul>", b"<td>", b"<table>", b"</table>", b"<pre>",
    b"<script>", b"</script>", b"<style>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<svg>", b"<math>", b"<template>",
    b"<noscript>", b"<iframe src=x>", b"<form>", b"<select>", b"<h1>", b"<article>", b"<blockquote>", b"<q>",
    b'<time datetime="', b'class="comment"', b'id="comments"', b' href="', b' style="display:none"', b"<base href=x>",
    b'<meta charset="utf-16">', b'<meta http-equiv="refresh" content="0;url=/x">', b"&nbsp;", b"&#0;", b"&#xd800;",
    b"&lt;", b"&#x110000;", b'<script type="application/ld+json">', b'{"@type":"NewsArticle","author":[', b"By ",
    b"<frameset>", b"<plaintext>", b"<xmp>", b"<body>", b"</body>", b"<html>", b"Comments (3)", b"Reply",
)  # fmt: skip
TEXT_WORDS = (
    b"\n\n", b"\n", b"    ", b"By Ada Brook", b"HALDEN (Norwire) \xe2\x80\x94 ", b"March 3, 2031", b"3 comments\n\n",
    b"Ann Roe says:", b"Reply", b"  * ", b"Q: ", b"A: ", b"BROOK: ", b"said", b" told reporters", b"according to ",
    b", who ", b"that ", b"she ", b"Mr. ", b"'s", b"Reuters reported ", b"in an interview with Kanal Vest", b"...",
    "“".encode(), "”".encode(), "‘".encode(), "’".encode(), "«".encode(), "»".encode(), "„".encode(), "—".encode(),
    "заявил".encode(), "он сказал, что ".encode(), b"(Photo: AP)", b"Copyright 2031", b"Editing by Mira Sandvik",
    "１２".encode(), "٣".encode(), "²".encode(), "ⅷ".encode(), b"February 30, 2031", b"99/99/9999", b"00:61",
)  # fmt: skip
XML_WORDS = (
    b"<item>", b"</item>", b"<entry>", b"<link>", b"<guid>", b"<pubDate>", b"<description>", b"<![CDATA[", b"]]>",
    b'<!DOCTYPE x [<!ENTITY a "b">]>', b"&a;", b'<content type="xhtml">', b'<content type="base64">', b'xml:base="',
    b"<dc:date>", b'xmlns:dc="x"', b"<media:content>", b"<georss:point>", b"<gml:posList>1 2 3", b"<enclosure ",
    b"<category>", b"<source>", b"<?xml version='1.0' encoding='utf-7'?>", b"&#99999999;", b"<rdf:RDF>", b"<cdf>",
)  # fmt: skip
JSON_WORDS = (b'"text"', b'"html"', b'"id"', b'"url"', b'"date"', b":", b"[[", b"]]", b'{"a":', b"\\ud800", b"\\u0000",
    b"1e400", b"-0", b"true", b"NaN", b"Infinity", b"//", b"\x0b")  # fmt: skip
WARC_WORDS = (b"WARC/1.0\r\n", b"WARC/1.1\r\n", b"\r\n\r\n", b"Content-Length: ", b"Content-Length: -1\r\n",
    b"Content-Length: 99999999999999999999\r\n", b"WARC-Type: response\r\n", b"WARC-Type: revisit\r\n",
    b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n", b"Content-Encoding: deflate\r\n", b"HTTP/1.1 200\r\n",
    b"Transfer-Encoding: chunked\r\n", b"ffffffffffffffff\r\n", b"-1\r\n", b"charset=hex", b"charset=utf-7",
    b"\x1f\x8b\x08")  # fmt: skip
