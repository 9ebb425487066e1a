"""What is taken out of a page's tree, or put together in it, before its body is looked for.

Both rules are about how pages are built: teasers are paragraphs that are nothing but a link, and bodies are cut in
pieces to put advertisements between them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from firsthand.clean.markup import classes, remove, short_text
from firsthand.text import words

_BODY = re.compile(
    r"(?:article|story|post|entry|content)[-_]{0,2}(?:body|text|content)|(?:body|text|content)[-_]{0,2}"
    r"(?:article|story|post|entry|container)"
)
_MOST_PIECES = 200  # of one body
_FEWEST = 80  # characters of a paragraph that tells a piece of a body
_UP = 3  # levels up to the element that holds all pieces
_TEASERS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "div")
_LONGEST_TEASER = 300
_FEWEST_WORDS = 3  # of a link that is a teaser; shorter ones are names in lists
_LABEL_WORDS = 5  # "Read more:", "Lesen Sie auch:", ">>"
_LABEL_END = re.compile(r"[:>»→|–—-]\s*$")
_SENTENCE = re.compile(r"[.!?…。]['\"”’»)\]]*\s*$")
_INNER = classes("div p ul ol table section article h1 h2 h3 h4 h5 h6 blockquote figure img picture video iframe form")
_UNREAD = ("script", "style", "svg", "template", "canvas")  # read by now, or no words at all
# Nor do these hold any of the report, and extractors would copy them several times.
_NO_TEXT = (
    "iframe", "object", "embed", "audio", "video", "map", "menu", "button", "select", "source", "input", "link", "meta",
    "footer",
)  # fmt: skip
_INLINE = classes("a b em i span strong u font small mark")
_MOST_NESTED = 8


def strip(tree: HtmlElement) -> None:
    """Take out what says nothing to readers; call it when the page's metadata have been read."""
    etree.strip_elements(tree, *_UNREAD, with_tail=False)


def prepare(tree: HtmlElement) -> None:
    """Change the tree so that extractors see the body whole and without teasers."""
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    _join_pieces([e for e in tree.iter("div") if _is_body(e.get("class", ""))])
    for link in list(tree.iter("a")):
        holder = _holder(link)
        if holder is not None and _is_teaser(holder, link):
            remove(holder)


@lru_cache(maxsize=4096)
def _is_body(names: str) -> bool:
    return bool(_BODY.search(names.lower()))


def _holder(link: HtmlElement) -> HtmlElement | None:
    """Return the paragraph, heading or item that a link of some words stands in, inline elements between them."""
    if (link.get("href") or "#").startswith("#") or not _has_words(link):
        return None
    for above in islice(link.iterancestors(), _MOST_NESTED):
        if above.tag in _TEASERS:
            return above
        if above.tag not in _INLINE:
            return None
    return None


def _join_pieces(elements: Sequence[HtmlElement]) -> None:
    """Put the pieces of a body into the first of them: elements of one class, near each other, with paragraphs."""
    groups: dict[tuple[str, HtmlElement], list[HtmlElement]] = {}
    for element in filter(_holds_prose, elements):
        for above in islice(element.iterancestors(), _UP):
            groups.setdefault((element.get("class", ""), above), []).append(element)
    done: set[HtmlElement] = set()
    for (_, above), pieces in groups.items():
        apart = [p for p in pieces[:_MOST_PIECES] if p not in done and not _is_within(p, pieces[0])]
        if len(apart) > 1 and not _has_articles(above):
            done.update(apart)
            for piece in apart[1:]:
                apart[0].extend(list(piece))


def _is_within(element: HtmlElement, outer: HtmlElement) -> bool:
    return any(above is outer for above in islice(element.iterancestors(), _UP))


def _holds_prose(element: HtmlElement) -> bool:
    return any(len(p.text_content()) >= _FEWEST for p in element.iterchildren("p"))


def _has_articles(element: HtmlElement) -> bool:
    """Tell whether an element holds several articles, whose bodies are no pieces of one."""
    return (
        next(_second(element.iter("h1")), None) is not None or next(_second(element.iter("article")), None) is not None
    )


def _second(found: Iterator[HtmlElement]) -> Iterator[HtmlElement]:
    next(found, None)
    return found


def _has_words(link: HtmlElement) -> bool:
    count = 0
    for piece in link.itertext():
        count += len(piece[:_LONGEST_TEASER].split())
        if count >= _FEWEST_WORDS:
            return True
    return False


def _is_teaser(element: HtmlElement, link: HtmlElement) -> bool:
    """Tell whether a paragraph is one link to another page, perhaps with a label before it, and no sentence."""
    if any(inner is not element for inner in element.iter(*_INNER)):
        return False
    text, said = short_text(element, _LONGEST_TEASER), short_text(link, _LONGEST_TEASER)
    if not text or not said:
        return False
    before, found, after = text.partition(said)
    if not found or words(after) or len(said.split()) < _FEWEST_WORDS:
        return False
    if not words(before):
        return not _SENTENCE.search(said) or bool(before.strip())
    return len(words(before)) <= _LABEL_WORDS and bool(_LABEL_END.search(before))
