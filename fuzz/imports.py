"""Targets that read what archives, agencies and desks export: zip, mail, RTF, Word, tables, NewsML, sitemaps.

Those that run in a guarded process are fuzzed without it: what its bounds would catch is a finding here.
"""

import io
import zipfile

from firsthand.read.readers import guarded_reader, reader
from firsthand.read.source import Source
from firsthand.read.stream import Stream
from fuzz import seeds
from fuzz.readers import CONFIG, checked
from fuzz.target import Run, Target

_MAIL = (
    b"From: Desk <desk@ellmar.example>\r\nSubject: =?utf-8?q?River_rises?=\r\nDate: Mon, 03 Mar 2031 08:00:00 +0000\r\n"
    b'Message-ID: <1@ellmar.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"The river rose =E2=80=94 twice.\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+VGhlIHJpdmVyIHJvc2UuPC9wPg==\r\n--b--\r\n"
)
_MBOX = b"From desk@ellmar.example Mon Mar  3 08:00:00 2031\n" + _MAIL.replace(b"\r\n", b"\n") + b"\n"
_RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Arial;}{\info{\title River}}"
    rb"\f0\b River rises\b0\par It rose\'e9 \u8212?.\par}"
)
_TABLE = b'url,title,publish_date,text\nhttps://news.example/a,"River, again",2031-03-03,"It ""rose"".\nTwice."\n'
_SITEMAP = (
    b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/a'
    b"</loc><lastmod>2031-03-03</lastmod></url></urlset>"
)
_NEWSML = (
    b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta><versionCreated>'
    b"2031-03-03T08:00:00Z</versionCreated></itemMeta><contentMeta><headline>River rises</headline></contentMeta>"
    b'<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It rose.</p></body></html></inlineXML>'
    b"</contentSet></newsItem>"
)
_NITF = (
    b"<nitf><body><body.head><hedline><hl1>River</hl1></hedline></body.head><body.content><p>It rose.</p>"
    b"</body.content></body></nitf>"
)
_WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    b"It rose.</w:t></w:r></w:p></w:body></w:document>"
)
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def packed(**files: bytes) -> bytes:
    """Return a zip archive of files, ``__`` in a name for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_DOT_", ".")), data)
    return out.getvalue()


_ZIP = packed(a_DOT_txt=seeds.TEXT.encode(), b_DOT_html=seeds.PAGE.encode(), c__d_DOT_jsonl=seeds.JSONL.encode())
_DOCX = packed(word__document_DOT_xml=_WORD, **{"[Content_Types]_DOT_xml": _TYPES})


def _direct(name: str) -> Run:
    read = reader(name)  # type: ignore[arg-type]
    return lambda data: checked(read(Source("input", None, Stream(io.BytesIO(data), CONFIG), CONFIG)))


def _guarded(name: str) -> Run:
    read = guarded_reader(name)
    return lambda data: checked(read(Source("input", None, Stream(io.BytesIO(data), CONFIG), CONFIG)))


_XML = (*seeds.XML_WORDS, b"<loc>", b"<nitf>", b"<p>", b"<headline>", b"</", b"xmlns=", b"<sitemapindex>")
_MAIL_WORDS = (
    b"From ", b"\r\n\r\n", b"--b", b"--b--", b"boundary=", b"Content-Type: message/rfc822\r\n", b"charset=hex", b"?=",
    b"=?utf-8?b?", b"=?x-unknown?q?", b"Content-Transfer-Encoding: uuencode\r\n", b"Date: ", b"99 Feb", b"+9999",
    b"multipart/mixed", b"To: a:b;,<", b"Subject: ", b"charset*0=", b"filename=../../x",
)  # fmt: skip
_RTF_WORDS = seeds.words(r"{ } \u-99999? \' \bin9999 \ansicpg9999 \uc99 {\*\x \par \pard")
_ZIP_WORDS = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"../", b"word/document.xml")
_CELLS = (b'"', b",", b"\t", b";", b"\n", b"text", b"url", b"html", b"https://a.example/", b'""', b"\r")

TARGETS = (
    Target(
        "zip",
        lambda: _by_content,
        (_ZIP, packed(x_DOT_zip=_ZIP)),
        _ZIP_WORDS,
    ),
    Target("docx", lambda: _guarded("docx"), (_DOCX,), _ZIP_WORDS),
    Target("eml", lambda: _guarded("eml"), (_MAIL,), _MAIL_WORDS),
    Target("mbox", lambda: _guarded("mbox"), (_MBOX + _MBOX,), _MAIL_WORDS),
    Target("rtf", lambda: _guarded("rtf"), (_RTF,), _RTF_WORDS),
    Target("table", lambda: _direct("table"), (_TABLE, _TABLE.replace(b",", b"\t")), _CELLS),
    Target("addresses", lambda: _direct("addresses"), (b"# list\nhttps://news.example/a\nftp://x\n",), _CELLS),
    Target("sitemap", lambda: _direct("sitemap"), (_SITEMAP,), _XML),
    Target("newsml", lambda: _direct("newsml"), (_NEWSML, _NITF), _XML),
)


def _by_content(data: bytes) -> None:
    from firsthand.read import read_inputs

    checked(read_inputs(["-"], CONFIG, io.BytesIO(data)))
