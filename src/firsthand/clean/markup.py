"""Parsing of pages, hostile ones included, and the few questions that are asked of their elements."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from firsthand.clean.rendered import too_long
from firsthand.config import CleanConfig
from firsthand.text import squeeze

# Cleaning takes up to 90 µs an element of a hostile page (``python -m benchmarks.hostile.run``). The largest of the
# 303 pages of html_articles and html_news_by_country has 4,098 elements, 51 deep, and 64,201 for the depths of all
# added up; a thread of 500 answers to answers has 3,000, 1,000 deep, and two million for all depths. Ours.
MAX_ELEMENTS = 50_000
MAX_DEPTHS = 5_000_000  # bounds every walk from elements to what holds them
MAX_ABOVE = 50  # elements that hold another one and are looked at
PARSER_DEPTH = 2_048  # libxml2 stops silently at this depth, with ``huge_tree``
MAX_ATTRIBUTES = 1_000  # of one tag: libxml2 takes the square of their number, 7 s for 100,000
# Attributes of more characters are left out: pictures put into an address, a script's data. Nothing that is read is
# as long, and patterns over class names are not made for it.
MAX_ATTRIBUTE = 10_000
_HALVES = re.compile(r"[\ud800-\udfff]")
_NO_CHARACTERS = ("\ufffe", "\uffff")
_BLANKED = bytes(32 if n == 127 or (n < 32 and n not in b"\t\n\r") else n for n in range(256))
_WORD = re.compile(r"[\w-]+")
_NO_WORDS: frozenset[str] = frozenset()
_TAG = re.compile(r"<(?=[a-zA-Z])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[\s/\"]+[^\s/\">]")
_OVERLONG = etree.XPath(f"//*[@*[string-length() > {MAX_ATTRIBUTE}]]")
_UNREAD = ("script", "style")


def classes(names: str) -> frozenset[str]:
    """Return the set of names in a string of them."""
    return frozenset(names.split())


_BLOCKS = classes(
    """
    address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """
)
_UNSEEN = classes("script style noscript template svg iframe object button select textarea head")


# What stands beside a page's own report, and may tell of another's.
BESIDE = frozenset(("aside", "footer", "nav"))
# Markup between the words: a short text is given up after this many times its length in white space and pieces.
_SLACK = 4


class Unusable(Exception):
    """A page that cannot be parsed within bounds; ``reason`` is the slug of its rejection."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def parse(markup: str, max_depth: int, max_characters: int = CleanConfig().max_characters) -> HtmlElement:
    """Return the page's tree. Raises Unusable: ``no-text``, ``too-deep``, ``too-long``, ``too-many-elements``,
    ``too-many-attributes``.

    Entities that a page declares are not expanded, and nothing is fetched; control characters are taken for blanks.
    """
    _check_tags(markup)
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # One class for all elements: choosing among lxml.html's classes for each is a sixth of all cleaning's time.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        tree = document_fromstring(_encoded(markup), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as e:
        raise Unusable("no-text", f"there is no markup to read: {e}") from e
    _check_size(tree, min(max_depth, PARSER_DEPTH - 1))
    if len(markup) > max_characters and (characters := sum(map(len, _texts(tree)))) > max_characters:
        raise Unusable("too-long", too_long(characters, max_characters))
    for element in cast("list[HtmlElement]", _OVERLONG(tree)):
        for name in [name for name, value in element.attrib.items() if len(value) > MAX_ATTRIBUTE]:
            del element.attrib[name]
    return tree


def _encoded(markup: str) -> bytes:
    """Return the markup as UTF-8, blanks in place of what XML cannot hold: control characters, half surrogates."""
    for none in _NO_CHARACTERS:
        if none in markup:
            markup = markup.replace(none, " ")
    try:
        coded = markup.encode()
    except UnicodeEncodeError:
        coded = _HALVES.sub(" ", markup).encode()
    return coded.translate(_BLANKED)


def _texts(tree: HtmlElement) -> Iterator[str]:
    """Yield all text of a page that is not a script's or a style's."""
    for element in tree.iter():
        if element.text and element.tag not in _UNREAD:
            yield element.text
        if element.tail:
            yield element.tail


def _check_tags(markup: str) -> None:
    """Count the attributes of long tags before the parser does, which no alarm could stop."""
    if _has_long_tag(markup) and any(
        _has_long_tag(part.partition("<script")[0]) for part in markup.lower().split("</script")
    ):
        raise Unusable("too-many-attributes", f"a tag with over {MAX_ATTRIBUTES:,} attributes: damaged markup")


def _has_long_tag(markup: str) -> bool:
    """Tell whether a tag has too many attributes; what looks like one within a script is none."""
    pieces = (piece for piece in markup.split(">") if len(piece) > 2 * MAX_ATTRIBUTES)
    return any(_attributes(piece) > MAX_ATTRIBUTES for piece in pieces)


def _attributes(piece: str) -> int:
    """Return about how many attributes the tag has that a piece of markup up to ``>`` ends with, 0 for a short tag."""
    _, *tags = _TAG.split(piece)
    return len(_NAME.findall(_QUOTED.sub('"', tags[-1]))) if tags and len(tags[-1]) > 2 * MAX_ATTRIBUTES else 0


def _check_size(tree: HtmlElement, max_depth: int) -> None:
    """Walk the tree a level at a time: recursion over a hostile page would end the process."""
    depth = count = depths = 0
    level = [tree]
    while level:
        depth, count = depth + 1, count + len(level)
        depths += depth * len(level)
        if depth > max_depth:
            raise Unusable("too-deep", f"elements nested over {max_depth:,} deep; max_html_depth in [clean] bounds it")
        if count > MAX_ELEMENTS:
            raise Unusable("too-many-elements", f"over {MAX_ELEMENTS:,} elements: no article's page has as many")
        if depths > MAX_DEPTHS:
            raise Unusable("too-deep", "too many elements nested too deep: no article's page is built so")
        level = [child for element in level for child in element]


def words_of(element: HtmlElement) -> frozenset[str]:
    """Return the words of an element's class and id in small letters: ``Comment__Body`` → ``comment__body``."""
    names, name = element.get("class"), element.get("id")
    return _words(f"{names or ''} {name or ''}") if names or name else _NO_WORDS


@lru_cache(maxsize=8192)
def _words(names: str) -> frozenset[str]:
    return frozenset(_WORD.findall(names.lower()))


def short_text(element: HtmlElement, longest: int) -> str | None:
    """Return what an element says, on one line, or None where that is more than ``longest`` characters."""
    lines = short_paragraphs(element, longest)
    return None if lines is None else " ".join(lines)


def opening(element: HtmlElement, length: int) -> str:
    """Return at least the first ``length`` characters of what an element says, if it says as much."""
    return squeeze("".join(_bounded(element, length * _SLACK)[0]))


def paragraphs_of(element: HtmlElement) -> list[str]:
    """Return what an element says, split where blocks begin and end; a single ``<br>`` splits too."""
    return _lines(_pieces(element))


def short_paragraphs(element: HtmlElement, longest: int) -> list[str] | None:
    """Return an element's paragraphs, or None where they have more than ``longest`` characters together.

    The work is bounded: in a hostile page thousands of elements may hold each other, and all the text.
    """
    if not len(element):  # nothing to walk through: most elements that are asked about
        line = "" if element.tag in _UNSEEN or is_hidden(element) else squeeze(element.text or "")
        return None if len(line) > longest else [line] if line else []
    pieces, is_whole = _bounded(element, longest * _SLACK)
    lines = _lines(pieces)
    return lines if is_whole and sum(map(len, lines)) <= longest else None


def _bounded(element: HtmlElement, most: int) -> tuple[list[str], bool]:
    """Return the pieces of an element up to ``most`` characters and pieces, and whether these are all."""
    pieces: list[str] = []
    for piece in _pieces(element):
        pieces.append(piece)
        most -= 1 + len(piece)
        if most < 0:
            return pieces, False
    return pieces, True


def _lines(pieces: Iterable[str]) -> list[str]:
    lines: list[list[str]] = [[]]
    for piece in pieces:
        if piece == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [line for parts in lines if (line := squeeze("".join(parts)))]


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Yield the texts within ``element`` in order, ``"\n"`` for each border of a block; unseen parts are left out.

    Every element yields at least once, so that who counts the pieces bounds the work.
    """
    skipping: HtmlElement | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        is_block = node.tag in _BLOCKS
        if event == "start":
            if skipping is None and (node.tag in _UNSEEN or is_hidden(node)):
                skipping = node
            if is_block and skipping is None:
                yield "\n"
            yield node.text.replace("\n", " ") if node.text and skipping is None else ""
            continue
        if skipping is node:
            skipping = None
        elif is_block and skipping is None:
            yield "\n"
        if skipping is None and node is not element and node.tail:
            yield node.tail.replace("\n", " ")


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element is marked as not shown."""
    style = element.get("style")
    hides = style is not None and "display:none" in style.replace(" ", "").lower()
    return hides or element.get("hidden") is not None


def tags_above(element: HtmlElement) -> frozenset[str]:
    """Return the tags of what holds an element, as far up as is looked."""
    return frozenset(above.tag for above in islice(element.iterancestors(), MAX_ABOVE))


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree; the text that follows it stays."""
    if element.getparent() is not None:
        element.drop_tree()
