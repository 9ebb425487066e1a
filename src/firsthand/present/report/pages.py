"""Which pages there are, and what each shows: the same paths on disk and served.

index.html · stories/ID.html · stories/ID~N.html (statements that it has no room for) · compare/A~B.html (A the
earlier) · speakers/KEY.html · outlets/KEY.html · lists/KIND-N.html · search.html · check.html (served only)
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from firsthand.present.catalog import Catalog, parse
from firsthand.present.report.search_data import bounds
from firsthand.present.safe import slug
from firsthand.present.tables import Tables
from firsthand.present.views.compare import compare_view
from firsthand.present.views.front import front_view
from firsthand.present.views.index import Index
from firsthand.present.views.outlet import outlet_view
from firsthand.present.views.speaker import speaker_view
from firsthand.present.views.story import further_page, story_view

# Ours: rows of a page of a list, and hits of a page of a search.
ROWS, HITS = 200, 20
_PATH = re.compile(r"(?:(stories|compare|speakers|outlets|lists)/)?([0-9A-Za-z~-]{1,140})\.html")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_NUMBERED = re.compile(r"([a-z-]{1,20})-([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its template, the values that it is given, and the records that its filters look into."""

    template: str
    values: Mapping[str, object]
    index: Index = field(default_factory=lambda: Index(Tables()))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that goes on over pages: what it is called, and how its rows are read."""

    title: str
    note: str
    total: Callable[[Catalog], int]
    rows: Callable[[Catalog, int, int], Sequence[Any]]


LISTS: dict[str, Listing] = {
    "stories": Listing(
        "All stories",
        "Those with the most articles first, of these the ones on the fewest origins.",
        lambda c: c.overview().stories,
        lambda c, limit, offset: c.stories("articles", limit, offset),
    ),
    "origins": Listing(
        "Stories by independent origins",
        "Those that stand on the most independent origins first, by the lower end of the count.",
        lambda c: c.overview().stories,
        lambda c, limit, offset: c.stories("origins", limit, offset),
    ),
    "growth": Listing(
        "Stories by growth",
        "Those with the most articles of the corpus’s last 24 hours first.",
        lambda c: c.overview().stories,
        lambda c, limit, offset: c.stories("growth", limit, offset),
    ),
    "storylines": Listing(
        "All storylines",
        "Stories that follow each other, in order of time.",
        lambda c: c.overview().storylines,
        lambda c, limit, offset: c.storylines(limit, offset),
    ),
    "statements": Listing(
        "All statements",
        "Those that the most articles report first.",
        lambda c: c.overview().statements,
        lambda c, limit, offset: c.statements("repeated", limit=limit, offset=offset),
    ),
    "one-origin": Listing(
        "Many articles, one source",
        "Statements that several articles report and that go back to one origin.",
        lambda c: c.overview().one_origin,
        lambda c, limit, offset: c.statements("repeated", one_origin=True, limit=limit, offset=offset),
    ),
    "speakers": Listing(
        "All speakers",
        "Those whose words the most articles report first.",
        lambda c: c.overview().speakers,
        lambda c, limit, offset: c.speakers(limit, offset),
    ),
    "outlets": Listing(
        "All outlets",
        "Those with the most articles first.",
        lambda c: c.overview().outlets,
        lambda c, limit, offset: c.outlets(limit, offset),
    ),
    "rejected": Listing(
        "What was left out",
        "Input that did not become an article, by reason.",
        lambda c: c.overview().rejected,
        lambda c, limit, offset: c.rejected(limit, offset),
    ),
}


def page(catalog: Catalog, path: str, asked: Mapping[str, str] | None = None) -> Page | None:
    """Return the page at ``path``, None where there is none. ``asked`` are the fields of the address, for a search."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    folder, name = match.groups()
    if folder is None:
        return {"index": _front, "search": _search}.get(name, lambda *_: None)(catalog, asked or {})
    return _IN[folder](catalog, name)


def numbered(catalog: Catalog) -> Iterator[str]:
    """Yield the paths of all pages of the lists."""
    for kind, listing in LISTS.items():
        for number in range(1, _pages(listing.total(catalog)) + 1):
            yield f"lists/{kind}-{number}.html"


def _pages(total: int) -> int:
    return -(-total // ROWS)


def _front(catalog: Catalog, _asked: Mapping[str, str]) -> Page:
    return Page("index.html", {"view": front_view(catalog), "unpaired": False, "paired": 0})


def _search(catalog: Catalog, asked: Mapping[str, str]) -> Page:
    number = int(n) if (n := asked.get("page", "")).isascii() and n.isdigit() and len(n) < 7 else 1
    query = parse(asked.get("q", ""), limit=HITS, offset=(max(1, number) - 1) * HITS)
    found = catalog.search(query)
    of = -(-found.total // HITS)
    values = {"query": query, "found": found, "number": max(1, number), "of": of, "bounds": partial(bounds, catalog)}
    return Page("search.html", values)


def _story(catalog: Catalog, name: str) -> Page | None:
    name, _, number = name.partition("~")
    tables = catalog.tables_of_story(catalog.named("story", name))
    story = next((s for s in tables.stories if slug(s.id) == name), None)
    if story is None:
        return _moved(catalog, name)
    parts = catalog.parts_of(s.id for s in tables.statements)
    if not number:
        index = Index(tables, catalog.given(story.articles), parts)
        return Page("story.html", {"view": story_view(index, story)}, index)
    index = Index(tables, parts=parts)
    view = further_page(index, story, int(number)) if _NUMBER.fullmatch(number) else None
    return Page("further.html", {"view": view}, index) if view else None


def _moved(catalog: Catalog, name: str) -> Page | None:
    """Return the page that stands where a story was that is part of another now."""
    row = catalog.story(catalog.moved(name))
    return Page("moved.html", {"row": row, "was": name}) if row else None


def _compare(catalog: Catalog, name: str) -> Page | None:
    ids = [catalog.named("article", part) for part in name.split("~")]
    if len(ids) != 2 or ids[0] == ids[1] or not all(ids):
        return None
    index = Index(catalog.tables_of_articles(ids))
    view = compare_view(index, *ids)
    return Page("compare.html", {"view": view}, index) if view else None


def _speaker(catalog: Catalog, name: str) -> Page | None:
    view = speaker_view(catalog, catalog.named("speaker", name))
    return Page("speaker.html", {"view": view}, view.index) if view else None


def _outlet(catalog: Catalog, name: str) -> Page | None:
    view = outlet_view(catalog, catalog.named("outlet", name))
    return Page("outlet.html", {"view": view}) if view else None


def _list(catalog: Catalog, name: str) -> Page | None:
    match = _NUMBERED.fullmatch(name)
    listing = LISTS.get(match[1]) if match else None
    if match is None or listing is None:
        return None
    number, of = int(match[2]), _pages(listing.total(catalog))
    if number > max(of, 1):
        return None
    records = listing.rows(catalog, ROWS, (number - 1) * ROWS)
    values = {"kind": match[1], "listing": listing, "number": number, "of": of, "records": records}
    return Page("list.html", values)


_IN: dict[str, Callable[[Catalog, str], Page | None]] = {
    "stories": _story,
    "compare": _compare,
    "speakers": _speaker,
    "outlets": _outlet,
    "lists": _list,
}
