"""Where texts come from, against gold: origins, relations, what is drawn on, families, and the numbers of origins."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from firsthand.data import publisher_named
from firsthand.measure.figures import Figures, grouped, mean, scored, share
from firsthand.text import words

Row = dict[str, Any]
RELATIONS = ("original", "verbatim", "partial", "cites", "independent")
_UNKNOWN = ("", "unknown", "none")
_OWN = "own"


@dataclass(frozen=True, slots=True)
class Placed:
    """One article: gold's row, its row of ``lineage`` (None where it has none), and who published it."""

    article: str
    gold: Row
    found: Row | None
    outlet: str | None


def measure_lineage(articles: Iterable[Placed]) -> Figures:
    """Return the figures over all articles; see ``docs/reference/eval.md``. Only what gold says is asked for."""
    placed = list(articles)
    figures: Figures = {}
    if asked := [p for p in placed if "origin" in p.gold and _origin(p, p.gold) not in _UNKNOWN]:
        figures |= _origins(asked)
    if asked := [p for p in placed if p.gold.get("relation")]:
        figures |= _relations(asked)
    for name in ("draws_on", "rests_on"):
        if asked := [p for p in placed if name in p.gold]:
            figures |= _lists(name, asked)
    if asked := [p for p in placed if "rests_on" in p.gold and p.gold.get("story")]:
        figures |= _behind(asked)
    if asked := [p for p in placed if "family" in p.gold]:
        gold = [str(p.gold["family"] or f"alone {p.article}") for p in asked]
        found = [str((p.found or {}).get("family") or f"alone {p.article}") for p in asked]
        figures |= grouped("families", gold, found)
    return figures


def measure_counts(
    ranges: Mapping[str, tuple[int, int]],
    stories: Mapping[str, Iterable[str]],
    found: Mapping[str, Row],
) -> Figures:
    """Return how far the ranges of origins are from gold's, over gold's stories that have one.

    ``stories`` has the articles of each of gold's stories, ``found`` the row of the corpus's story by article. A gold
    story is held against the story that has most of its articles, of equals the first by id.
    """
    held = [(ranges[s], row) for s in sorted(ranges) if (row := _home(stories.get(s, ()), found))]
    counted = [(gold, (r["origins_low"], r["origins_high"])) for gold, r in held if r["origins_low"] is not None]
    middles = [((a + b) / 2 - (c + d) / 2) for (c, d), (a, b) in counted]
    return {
        "stories": len(ranges),
        "counted": len(counted),
        "ranges meet": share(sum(a <= d and c <= b for (c, d), (a, b) in counted), len(ranges)),
        "ranges hold gold's": share(sum(a <= c and d <= b for (c, d), (a, b) in counted), len(ranges)),
        "ranges are gold's": share(sum(gold == made for gold, made in counted), len(ranges)),
        "low: mean error": mean([abs(a - c) for (c, _), (a, _) in counted]),
        "high: mean error": mean([abs(b - d) for (_, d), (_, b) in counted]),
        "middle: bias": mean(middles),
        "width": mean([b - a for _, (a, b) in counted]),
    }


def _origins(asked: list[Placed]) -> Figures:
    right = [p for p in asked if _origin(p, p.gold) == _origin(p, p.found)]
    others = [p for p in asked if _origin(p, p.gold) != _OWN]
    return {
        "articles with an origin": len(asked),
        "origin right": share(len(right), len(asked)),
        "articles of another's words": len(others),
        "origin of another's words right": share(sum(_origin(p, p.gold) != _OWN for p in right), len(others)),
    }


def _relations(asked: list[Placed]) -> Figures:
    pairs = [(p.gold["relation"], (p.found or {}).get("relation")) for p in asked]
    scores: Figures = {}
    for relation in RELATIONS:
        gold, found = (sum(pair[side] == relation for pair in pairs) for side in (0, 1))
        if gold:
            both = sum(g == f == relation for g, f in pairs)
            scores[f"{relation}: F1"] = scored("", both, found, gold)[": F1"]
    return {
        "relation right": share(sum(g == f for g, f in pairs), len(pairs)),
        "relation: mean F1": mean(list(scores.values())),
        **scores,
    }


def _lists(name: str, asked: list[Placed]) -> Figures:
    right = made = wanted = 0
    for p in asked:
        drop = {folded(p.gold.get("publisher") or p.outlet)} if name == "draws_on" else set()
        gold, found = _names(p, p.gold, name) - drop, _names(p, p.found, name) - drop
        right, made, wanted = right + len(gold & found), made + len(found), wanted + len(gold)
    return scored(name, right, made, wanted)


def _behind(asked: list[Placed]) -> Figures:
    """Return how far the number of origins that a story's articles rest on is from gold's, over gold's stories."""
    stories: defaultdict[str, list[Placed]] = defaultdict(list)
    for p in asked:
        stories[str(p.gold["story"])].append(p)
    several = [members for members in stories.values() if len(members) > 1]
    over = [
        len(set().union(*(_names(p, p.found, "rests_on") for p in members)))
        - len(set().union(*(_names(p, p.gold, "rests_on") for p in members)))
        for members in several
    ]
    return {"origins of a story: mean error": mean([abs(n) for n in over]), "origins of a story: bias": mean(over)}


def _names(placed: Placed, row: Row | None, name: str) -> set[str]:
    """Return the folded names of a list, the outlet's own as its name; what says that it is not known is left out."""
    own = placed.gold.get("publisher") or placed.outlet
    return {folded(own if n == _OWN else n) for n in (row or {}).get(name) or ()} - {*_UNKNOWN}


def _origin(placed: Placed, row: Row | None) -> str:
    """Return an origin's folded name; the outlet's own is ``own`` however it is written, none found is nothing."""
    name = folded((row or {}).get("origin"))
    return _OWN if name and name == folded(placed.gold.get("publisher") or placed.outlet) else name


def folded(name: str | None) -> str:
    """Return a name without case, accents, marks and a leading article; a listed outlet's as the lists have it."""
    known = publisher_named(name) if name else None
    found = words(known.name if known else name or "")
    return " ".join(found[1:] if found[:1] == ["the"] and len(found) > 1 else found)


def _home(articles: Iterable[str], found: Mapping[str, Row]) -> Row | None:
    votes: defaultdict[str, int] = defaultdict(int)
    rows: dict[str, Row] = {}
    for article in articles:
        if row := found.get(article):
            votes[row["id"]] += 1
            rows[row["id"]] = row
    return rows[min(votes, key=lambda s: (-votes[s], s))] if votes else None
