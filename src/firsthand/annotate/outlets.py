"""Outlets and agencies named in running text: those of the gazetteer, and others by the words beside their names."""

import re
from typing import NamedTuple

from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import any_of

_NAME = r"[A-Z0-9][\w.&’'-]{0,40}(?: (?:of|the|and|de|for|[A-Z0-9][\w.&’'-]{0,40})){0,6}"
_CAPITALISED = re.compile(_NAME)
_KIND = "(?:news |wire |press )?" + any_of(
    "agency service newspaper daily broadcaster magazine website portal network channel wire"
)
_BEFORE_KIND = re.compile(r"(" + _NAME + r") (?:\w+ )?" + _KIND + r"\b")
_AFTER_KIND = re.compile(r"\b" + _KIND + r" (" + _NAME + r")")


class Outlet(NamedTuple):
    """An outlet's name at its place; ``name`` is the gazetteer's where it knows the outlet."""

    start: int
    end: int
    name: str


def first(text: str, start: int, end: int) -> Outlet | None:
    """Return the first outlet named in ``text[start:end]``: known ones first, then "the Norda news agency"."""
    for m in _CAPITALISED.finditer(text, start, end):
        if (known := _known(m.group(), m.start())) is not None:
            return known
    for pattern in (_AFTER_KIND, _BEFORE_KIND):
        if (m2 := pattern.search(text, start, end)) is not None:
            name = m2.group(1)
            offset = 4 if name.startswith("The ") else 0
            return Outlet(m2.start(1) + offset, m2.end(1), _own(name[offset:]))
    return None


def _known(run: str, start: int) -> Outlet | None:
    """Return the longest stretch of a capitalised run that the gazetteer knows as an outlet."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", run)]
    for length in range(len(words), 0, -1):
        for k in range(len(words) - length + 1):
            a, b = words[k][0], words[k + length - 1][1]
            part = re.sub(r"['’]s?$", "", run[a:b].rstrip(".,"))
            if (name := gazetteer.publisher(part)) is not None:
                return Outlet(start + a, start + a + len(part), name)
    return None


def _own(name: str) -> str:
    return re.sub(r"['’]s$", "", name.strip(" ."))
