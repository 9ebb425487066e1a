"""The dek: the lines between headline and report that say what it is about.

Pages mark it by a class (``standfirst``, ``article__lead``, ``intro`` …), set it apart from the report's paragraphs
(another element holds it, its paragraph has a class of its own, it is bold as a whole), and repeat it as the page's
description for machines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from firsthand.clean import bylines, datelines, dates
from firsthand.clean.markup import classes, short_paragraphs, short_text
from firsthand.text import words

_SHORTEST, _LONGEST = 20, 700  # characters
_FEWEST_WORDS = 4
_MOST, _MOST_ELEMENTS = 30, 600  # candidates and elements below the headline that are looked at
_HEADINGS = ("h1", "h2", "h3", "h4")
_TAGS = (*_HEADINGS, "div", "header", "p", "section", "span", "strong")
_ELSEWHERE = ("aside", "button", "dialog", "figure", "footer", "form", "label", "li", "nav", "td")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z]+")
_MARKS = classes(
    """
    dek deck standfirst subtitle subhead subheadline subheading subline summary intro introduction lead lede leadtext
    leadin teaser excerpt subheader abstract chapo vorspann ingress sapo entradilla sommario spot manchet underrubrik
    einleitung
    """
)
_OTHERS = classes("headline title picture image caption link button author date more list headlines")
_PAIRS = frozenset((("sub", "title"), ("sub", "headline"), ("sub", "head"), ("lead", "in"), ("lead", "text")))
_INLINE = ("a", "b", "br", "em", "i", "span", "strong", "time")
_MOST_INLINE = 5
_NEIGHBOURS = 6  # paragraphs of the report whose element is compared
_SHARED = 2  # of them must stand in one element for another to be outside of it
_ALIKE = 85  # of 100 that a description and the dek that it repeats agree in; rapidfuzz' ratio. Ours.
_LEAD = 40  # characters of a first paragraph; kickers and labels above it are shorter
_CUT = 40  # characters of a description that was cut short
_PLACE = 30  # characters of a place that stands before the dek's words ("Riverton. The river …")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be the dek: ``marked`` where a class says so.

    ``home`` tells the element that they stand in, ``look`` how their own element is set.
    """

    text: str
    key: str
    marked: bool
    home: int
    look: tuple[str, str, bool]


def candidates(tree: HtmlElement, headline: str | None) -> list[Candidate]:
    """Return the headings and paragraphs below the headline (of the whole page where none is shown) in order.

    Homes are told by identity: keep the tree's elements alive for as long as the candidates.
    """
    elements = list(tree.iter(*_TAGS))
    title = " ".join(words(headline or ""))
    start = next((n + 1 for n, e in enumerate(elements) if e.tag in _HEADINGS and _is_title(e, title)), 0)
    out: list[Candidate] = []
    for element in elements[start : start + _MOST_ELEMENTS]:
        found = _candidate(element) if element.tag != "h1" else None
        if found is not None and fuzz.ratio(found.key, title) < _ALIKE:
            out.append(found)
        if len(out) >= _MOST:
            break
    return out


def _is_title(element: HtmlElement, title: str) -> bool:
    text = short_text(element, _LONGEST)
    return bool(text) and fuzz.ratio(" ".join(words(text or "")), title) >= _ALIKE


def _candidate(element: HtmlElement) -> Candidate | None:
    marked = _is_marked(element)
    if not marked and element.tag not in (*_HEADINGS, "p") and not _is_leaf(element):
        return None
    lines = short_paragraphs(element, _LONGEST)
    if lines is None or len(lines) != 1 or len(lines[0]) < _SHORTEST:
        return None
    if any(True for _ in element.iterancestors(*_ELSEWHERE)):
        return None
    norms = words(lines[0])
    home = id(element.getparent())
    look = (element.tag, element.get("class", ""), _is_bold(element, lines[0]))
    return Candidate(lines[0], " ".join(norms), marked and len(norms) >= _FEWEST_WORDS, home, look)


def _is_leaf(element: HtmlElement) -> bool:
    """Tell whether a ``div`` is a paragraph by another name: words and no block in it."""
    return element.tag == "div" and len(element) <= _MOST_INLINE and not any(e.tag not in _INLINE for e in element)


def _is_bold(element: HtmlElement, text: str) -> bool:
    bold = next(element.iter("strong", "b"), None)
    return bold is not None and " ".join("".join(bold.itertext()).split()) == text


def _is_marked(element: HtmlElement) -> bool:
    given = [name for key in ("class", "id", "itemprop") if (name := element.get(key))]
    return bool(given) and _is_mark(" ".join(given))


@lru_cache(maxsize=8192)
def _is_mark(names: str) -> bool:
    """Tell whether one of an element's names is a dek's: ``articleLeadIn``, ``story__standfirst``."""
    for name in _CAMEL.sub("-", names).lower().split():
        parts = [part for part in _PARTS.split(name) if part]
        if not _PAIRS.isdisjoint(pairwise(parts)):
            return True
        if not _MARKS.isdisjoint(parts) and _OTHERS.isdisjoint(parts):
            return True
    return False


def choose(found: Sequence[Candidate], body: Sequence[str], descriptions: Sequence[str]) -> str | None:
    """Return the dek, or None.

    ``body`` are the paragraphs of the report as extracted, the dek perhaps the first of them; ``descriptions`` what
    the page says of itself. What stands in the report's own element, set like its other paragraphs, is its first
    paragraph, whatever a description repeats: losing a paragraph is worse than missing a dek.
    """
    keys = [" ".join(norms) for norms in map(words, body)]
    first = next((n for n, key in enumerate(keys) if len(key) >= _LEAD), 0)
    later = keys[first + 1 :]
    setting = _setting([c for c in found if c.key in later[:_NEIGHBOURS] and not c.marked])
    above = list(_above(found, frozenset(later)))
    said = [" ".join(words(text)) for text in descriptions]
    told = [c for c in above if (c.marked or setting.differs(c)) and any(_repeats(c.key, s) for s in said)]
    marked = [c for c in above if c.marked and setting.is_outside(c)]
    bold = [c for c in above if c.look[2] and setting.is_plain and c.key in keys[first : first + 1]]
    return next((c.text for c in (*told, *marked, *bold)), None)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where the report's paragraphs stand and how they are set, each with how many of them were seen to."""

    homes: Counter[int]
    looks: Counter[tuple[str, str, bool]]

    @property
    def is_plain(self) -> bool:
        return max(self.homes.values(), default=0) >= _SHARED and not any(bold for _, _, bold in self.looks)

    def is_outside(self, candidate: Candidate) -> bool:
        return not self.homes[candidate.home]

    def differs(self, candidate: Candidate) -> bool:
        if max(self.homes.values(), default=0) >= _SHARED and self.is_outside(candidate):
            return True
        return max(self.looks.values(), default=0) >= _SHARED and not self.looks[candidate.look]


def _setting(near: Sequence[Candidate]) -> _Setting:
    return _Setting(Counter(c.home for c in near), Counter(c.look for c in near))


def _repeats(key: str, said: str) -> bool:
    """Tell whether a description repeats the words: nearly, cut short, or without the place that opens them."""
    if not said:
        return False
    if key.startswith(said) or said.startswith(key):
        return min(len(key), len(said)) >= _CUT or key == said
    return (key.endswith(said) and len(key) - len(said) <= _PLACE) or fuzz.ratio(key, said, score_cutoff=_ALIKE) > 0


def _above(found: Sequence[Candidate], later: frozenset[str]) -> Iterator[Candidate]:
    """Yield what stands above the report's second paragraph and is neither byline, date nor report."""
    for candidate in found:
        if candidate.key in later:
            return
        if not (dates.is_line(candidate.text) or bylines.read(candidate.text) or _is_signed(candidate.text)):
            yield candidate


def _is_signed(text: str) -> bool:
    """Tell whether a paragraph opens with an agency's or outlet's dateline: so do reports, and no deks."""
    dateline = datelines.read(text)
    return dateline is not None and dateline.slug is not None
