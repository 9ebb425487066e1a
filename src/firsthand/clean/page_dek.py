"""The dek: the lines between headline and report that say what it is about.

Pages mark it by a class (``standfirst``, ``article__lead``, ``intro`` …), or set it apart: the page's description for
machines is often the dek, shown above the body and outside the body's own element.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from firsthand.clean.markup import classes, short_paragraphs
from firsthand.text import words

_SHORTEST, _LONGEST = 20, 600  # characters
_FEWEST_WORDS = 4
_TAGS = ("h1", "h2", "h3", "div", "header", "p", "section", "span", "strong")
_ELSEWHERE = ("aside", "button", "dialog", "figure", "footer", "form", "label", "nav")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z]+")
_MARKS = classes(
    """
    dek deck standfirst subtitle subhead subheadline subheading subline summary intro introduction lead lede leadtext
    leadin teaser excerpt abstract chapo vorspann ingress sapo entradilla sommario spot manchet underrubrik
    """
)
_PAIRS = frozenset((("sub", "title"), ("sub", "headline"), ("sub", "head"), ("lead", "in"), ("lead", "text")))
_NEIGHBOURS = 6  # paragraphs of the report whose element is compared
_SHARED = 2  # of them must stand in one element for another to be outside of it


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be the dek; ``marked`` where a class says so, ``home`` tells the element that they stand in."""

    text: str
    key: str
    marked: bool
    home: int


def candidates(tree: HtmlElement) -> list[Candidate]:
    """Return the headings, paragraphs and marked elements of a page in order, with where they stand."""
    return [c for element in tree.iter(*_TAGS) if (c := _candidate(element))]


def _candidate(element: HtmlElement) -> Candidate | None:
    marked = element.tag != "h1" and _is_marked(element)
    if not marked and element.tag not in ("h1", "h2", "h3", "p"):
        return None
    if any(True for _ in element.iterancestors(*_ELSEWHERE)):
        return None
    lines = short_paragraphs(element, _LONGEST)
    if lines is None or len(lines) != 1 or len(lines[0]) < _SHORTEST:
        return None
    norms = words(lines[0])
    return Candidate(lines[0], " ".join(norms), marked and len(norms) >= _FEWEST_WORDS, id(element.getparent()))


def _is_marked(element: HtmlElement) -> bool:
    names = _CAMEL.sub("-", f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}").lower()
    for name in names.split():
        parts = [part for part in _PARTS.split(name) if part]
        if _MARKS & set(parts) or _PAIRS & set(pairwise(parts)):
            return True
    return False


def choose(
    found: Sequence[Candidate], body: Sequence[str], description: str | None, headline: str | None
) -> str | None:
    """Return the dek, or None.

    ``body`` are the paragraphs of the report as extracted, the dek perhaps the first of them. The page's description
    is the dek where it is shown outside the element that the report's paragraphs share: else it repeats the first of
    them. A first paragraph that merely stands apart stays body: losing a paragraph is worse than missing a dek.
    """
    keys = [" ".join(words(text)) for text in body]
    homes = Counter(c.home for c in found if c.key in keys[1:_NEIGHBOURS] and not c.marked)
    said = " ".join(words(description or ""))
    above = list(_above(found, frozenset(keys[1:]), " ".join(words(headline or ""))))
    apart = [c for c in above if homes and max(homes.values()) >= _SHARED and not homes[c.home]]
    told = [c for c in above if c.key == said and (c.marked or c in apart)]
    marked = [c for c in above if c.marked]
    return next((c.text for c in (*told, *marked)), None)


def _above(found: Sequence[Candidate], later: frozenset[str], title: str) -> Iterator[Candidate]:
    """Yield what stands below the headline, where it is shown, and above the report's second paragraph."""
    start = next((n + 1 for n, c in enumerate(found) if c.key == title), 0)
    for candidate in found[start:]:
        if candidate.key in later:
            return
        if candidate.key != title:
            yield candidate
