"""What is taken out of a page's tree, or put together in it, before its body is looked for.

Each rule is about how pages are built: teasers are paragraphs that are nothing but a link, bodies are cut in pieces to
put advertisements between them, other articles of the site follow the one that was asked for.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from firsthand.clean.markup import classes, remove, short_text, words_of
from firsthand.text import words

_BODY = re.compile(
    r"(?:article|story|post|entry|content)[-_]{0,2}(?:body|text|content)|(?:body|text|content)[-_]{0,2}"
    r"(?:article|story|post|entry|container)"
)
_MOST_PIECES = 200
_FEWEST = 80  # characters of a paragraph that tells a piece of a body
_UP = 3  # levels up to the element that holds all pieces
_TEASERS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "div")
_LONGEST_TEASER = 300
_FEWEST_WORDS = 3  # of a link that is a teaser; shorter ones are names in lists
_LABEL_WORDS = 5  # "Read more:", "Lesen Sie auch:", ">>"
_LABEL_END = re.compile(r"[:>»→|–—-]\s*$")
_SENTENCE = re.compile(r"[.!?…。]['\"”’»)\]]*\s*$")
_INNER = classes("div p ul ol table section article h1 h2 h3 h4 h5 h6 blockquote figure img picture video iframe form")
_TWEETS = classes("twitter-tweet twitter-video instagram-media")


def prepare(tree: HtmlElement) -> None:
    """Change the tree so that extractors see the body whole and without teasers."""
    elements = list(tree.iter("blockquote", "article", *_TEASERS))
    _join_pieces(elements)
    for element in elements:
        if element.tag == "blockquote" and _TWEETS & words_of(element):
            element.attrib.pop("class", None)  # extractors take it for a button to share; it holds quoted words
        elif element.tag in _TEASERS and _is_teaser(element):
            remove(element)


def _join_pieces(elements: Sequence[HtmlElement]) -> None:
    """Put the pieces of a body into the first of them: elements of one class that each hold paragraphs."""
    groups: dict[tuple[str, HtmlElement], list[HtmlElement]] = {}
    for element in elements:
        name = element.get("class", "")
        if element.tag == "div" and _BODY.search(name.lower()) and _holds_prose(element):
            for above in list(element.iterancestors())[:_UP]:
                groups.setdefault((name, above), []).append(element)
    done: set[HtmlElement] = set()
    for (_, above), pieces in groups.items():
        apart = [p for p in pieces[:_MOST_PIECES] if p not in done]
        if len(apart) > 1 and not _has_articles(above):
            done.update(apart)
            for piece in apart[1:]:
                apart[0].extend(list(piece))


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


def _is_teaser(element: HtmlElement) -> bool:
    """Tell whether a paragraph is one link to another page, perhaps with a label before it, and no sentence."""
    link = element.find(".//a[@href]")
    if (
        link is None
        or link.get("href", "#").startswith("#")
        or any(True for _ in element.iter(*_INNER) if _ is not element)
    ):
        return False
    text = short_text(element, _LONGEST_TEASER)
    said = short_text(link, _LONGEST_TEASER)
    if not text or not said or said not in text:
        return False
    before, _, after = text.partition(said)
    if words(after) or len(words(said)) < _FEWEST_WORDS:
        return False
    if not words(before):
        return not _SENTENCE.search(said) or bool(before.strip())
    return len(words(before)) <= _LABEL_WORDS and bool(_LABEL_END.search(before))
