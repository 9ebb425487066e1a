"""What kind of input some bytes are: by content first, then by name."""

import json
import re
from pathlib import PurePath

from firsthand.read import columns, shapes
from firsthand.read.encoding import decode
from firsthand.read.formats import Format

HEAD = 1 << 14  # bytes that detection looks at

_FOREIGN = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstandard",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "an SQLite database",
}
_BY_MAGIC: dict[bytes, Format] = {
    b"WARC/": "warc", b"%PDF-": "pdf", b"PK\x03\x04": "zip", b"{\\rtf": "rtf", b"PAR1": "parquet",
}  # fmt: skip
_BY_NAME: dict[str, Format] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".warc": "warc", ".wet": "warc", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".csv": "table", ".tsv": "table",
    ".eml": "eml", ".mbox": "mbox",
}  # fmt: skip
_PROLOGUE = re.compile(r"\s*(?:<\?[^>]{0,500}>|<!--.{0,2000}?-->|<!doctype[^>\[]{0,300}>)", re.I | re.S)
_ROOT = re.compile(r"\s*<([a-z][\w:.-]{0,40})", re.I)
_JSON_START = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{0,200}\"\s*:")
_FEED_ROOTS = {"rss", "feed", "rdf:rdf"}
# Roots by their names without a prefix: NewsML-G2 and NITF, sitemaps.org.
_XML_ROOTS: dict[str, Format] = {
    "newsitem": "newsml", "newsmessage": "newsml", "packageitem": "newsml", "nitf": "newsml", "urlset": "sitemap",
    "sitemapindex": "sitemap",
}  # fmt: skip
_PAGE_ROOTS = {"html", "head", "body"}
_FRAGMENT_ROOTS = {
    "article", "aside", "b", "blockquote", "br", "center", "div", "figure", "font", "footer", "form", "h1", "h2", "h3",
    "header", "i", "img", "link", "main", "meta", "nav", "ol", "p", "script", "section", "span", "style", "table",
    "title", "ul",
}  # fmt: skip


def detect(head: bytes, name: str = "") -> Format:
    """Return the format of an input of which ``head`` are the first unpacked bytes (16 kB are enough).

    ``name`` is the file's name if it has one; a last ``.gz`` is looked through. Content wins over the name, but for
    fragments of HTML and for JSON that spreads over lines, which only count in a file that is not named ``.txt``.
    """
    known = next((found for magic, found in _BY_MAGIC.items() if head.startswith(magic)), None)
    if known:
        return known
    if foreign(head):
        return "foreign"
    named = _BY_NAME.get(ending(name))
    start = (decode(head) or "").lstrip()
    if start.startswith("<"):
        return _markup(start, named, is_text_file=ending(name) == ".txt")
    if _JSON_START.match(start):
        return _json(start, named, has_ending=bool(ending(name)))
    return _lines(start, is_whole=len(head) < HEAD) or named or "text"


def foreign(head: bytes) -> str | None:
    """Return the name of a known format that firsthand does not read, or None."""
    return next((name for magic, name in _FOREIGN.items() if head.startswith(magic)), None)


def ending(name: str) -> str:
    """Return the last ending of a file's name in small letters, ``.gz`` looked through: ``a.HTML.gz`` → ``.html``."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def _lines(start: str, *, is_whole: bool) -> Format | None:
    """Return the format of text that is told by its lines, None of other text."""
    lines = start.splitlines()
    if not is_whole and len(lines) > 1:
        lines.pop()  # the last one may be cut
    if shapes.is_mbox(lines):
        return "mbox"
    if shapes.is_mail(lines):
        return "eml"
    if shapes.are_addresses(lines):
        return "addresses"
    if shapes.is_gdelt(lines):
        return "gdelt"
    return "table" if lines and columns.is_header(lines[0]) else None


def _markup(start: str, named: Format | None, *, is_text_file: bool) -> Format:
    is_page = start[:9].lower() == "<!doctype" and "html" in start[:40].lower()
    is_xml = start.startswith("<?xml")
    position = 0
    while prologue := _PROLOGUE.match(start, position):
        position = prologue.end()
    found = _ROOT.match(start, position)
    root = found[1].lower() if found else ""
    if root in _FEED_ROOTS or root.endswith(":feed"):
        return "feed"
    if is_page or root in _PAGE_ROOTS:
        return "html"
    if (known := _XML_ROOTS.get(root.rpartition(":")[2])) is not None:
        return known
    if is_xml:
        return named or "xml"
    return named or ("html" if root in _FRAGMENT_ROOTS and not is_text_file else "text")


def _json(start: str, named: Format | None, *, has_ending: bool) -> Format:
    """Tell JSON Lines from one JSON text over many lines; a ``.json`` file may be either."""
    if _is_object(start):
        return "jsonl"
    if named or has_ending:
        return named or "text"
    return "json" if start.partition("\n")[0].strip() == "{" or start.startswith("[") else "jsonl"


def _is_object(start: str) -> bool:
    """Tell whether the first line is a whole JSON object; a line that goes on past the head is taken for one."""
    line, newline, _ = start.partition("\n")
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not newline and len(line) > HEAD // 8
