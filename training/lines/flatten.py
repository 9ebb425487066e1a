"""Pages flattened to text in the shapes that crawls and copies have: how a page's lines look without its markup."""

from collections.abc import Iterator

from lxml.etree import ParserError
from lxml.html import HtmlElement, document_fromstring
from resiliparse.extract.html2text import extract_plain_text

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(["head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea"])
_DEEPEST = 400


def shapes(markup: str) -> Iterator[str]:
    """Yield the page's text: rendered with lists' marks, its main part so, a line a block, a paragraph a block."""
    yield extract_plain_text(markup, preserve_formatting=True, main_content=False)
    yield extract_plain_text(markup, preserve_formatting=True, main_content=True)
    blocks = list(_blocks(markup))
    yield "\n".join(blocks)
    yield "\n\n".join(blocks)


def _blocks(markup: str) -> Iterator[str]:
    try:
        tree = document_fromstring(markup)
    except (ParserError, ValueError):
        return
    pieces: list[str] = []
    _walk(tree, pieces, 0)
    for block in "".join(pieces).split("\0"):
        text = " ".join(block.split())
        if text:
            yield text


def _walk(element: HtmlElement, pieces: list[str], depth: int) -> None:
    """Append the text of an element, with a NUL where a block begins or ends."""
    shown = isinstance(element.tag, str) and element.tag not in _SILENT and depth < _DEEPEST
    edge = "\0" if shown and element.tag in _BLOCKS else ""
    if shown:
        pieces += [edge, _plain(element.text)]
        for child in element:
            _walk(child, pieces, depth + 1)
        pieces.append(edge)
    pieces.append(_plain(element.tail))


def _plain(text: str | None) -> str:
    return (text or "").replace("\0", " ")
