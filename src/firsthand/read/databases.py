"""Exports of press databases: many articles in one text, which are parted here and each read with its fields.

``nexis`` and ``factiva`` know how these look; text comes as it is, from pages as blocks, and from PDF, Word and RTF
through the libraries of the extra ``documents``.
"""

import re
from collections.abc import Iterator

from firsthand.model import Document, Rejected
from firsthand.read import factiva, nexis

_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "table", "br", "hr", "article", "section", "header",
    "footer", "dd", "dt", "blockquote", "pre", "title", "docfull",
}  # fmt: skip
# What a page has that comes from such a database: looked for before the page is parsed.
_MARK = re.compile(
    r"<docfull>|\bof \d{1,6} DOCUMENTS|class=\"article \w{2}Article|<b>HD</b>|End of Document|>Load-Date"
)


def articles(text: str, where: str) -> Iterator[Document | Rejected] | None:
    """Return the articles of an export (``where#number``, from 1), None where the text is no export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\f", "\n")
    for database in (nexis, factiva):
        if database.is_export(text):
            return _numbered(database.articles(text, where), where)
    return None


def articles_of_page(markup: str, where: str) -> Iterator[Document | Rejected] | None:
    """Return the articles of an export as HTML, None where the page is no export."""
    return articles(_text(markup), where) if _MARK.search(markup) else None


def _numbered(found: Iterator[Document | Rejected], where: str) -> Iterator[Document | Rejected]:
    empty = True
    for item in found:
        empty = False
        yield item
    if empty:
        yield Rejected(where, "read", "no-text", "an export of a press database without an article in it")


def _text(markup: str) -> str:
    """Return the words of a page, each block on lines of its own with a blank line around it."""
    from lxml import html  # pages from databases are few

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup, parser=parser)
    except (ValueError, html.etree.LxmlError):
        return ""
    out: list[str] = []
    for event, element in html.etree.iterwalk(root, events=("start", "end")):
        if element.tag in ("script", "style"):
            continue
        if event == "start":
            out += ["\n\n" if element.tag in _BLOCKS else "", _squeezed(element.text)]
        else:
            out += ["\n\n" if element.tag in _BLOCKS else "\t" if element.tag == "td" else "", _squeezed(element.tail)]
    return "\n".join(line.strip() for line in "".join(out).split("\n"))


def _squeezed(text: str | None) -> str:
    return re.sub(r"\s{1,10000}", " ", text or "")
