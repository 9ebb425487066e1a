"""Quotations against gold: found or not, at the right place, of whom.

A span is the set of letters and digits that it covers, so that marks and blanks at its ends make no difference; two
spans match where they share half of what both cover together, each span once, best pairs first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from firsthand.errors import InputError
from firsthand.measure.figures import Figures, grouped, scored, share
from firsthand.text import words

Row = dict[str, Any]
Cover = frozenset[int]
# Half of the union, as for detected boxes and in PARC 3 and Citron evaluations ("overlap").
MATCH = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """The quotations of one article: its text, gold's rows, and those that were found."""

    article: str
    text: str
    gold: Sequence[Row]
    found: Sequence[Row]


@dataclass(slots=True)
class _Tally:
    counts: dict[str, int] = field(default_factory=dict)
    gold_statements: list[str] = field(default_factory=list)
    found_statements: list[str] = field(default_factory=list)

    def add(self, name: str, number: int | bool = 1) -> None:
        self.counts[name] = self.counts.get(name, 0) + int(number)

    def __getitem__(self, name: str) -> int:
        return self.counts.get(name, 0)


def measure_quotations(articles: Iterable[Marked], lost: int = 0) -> Figures:
    """Return the figures over all articles; see ``docs/reference/eval.md``.

    ``lost`` are gold's quotations in articles that the corpus lacks: not found. Raises InputError where an article does
    not hold the words that gold says it quotes.
    """
    tally = _Tally()
    tally.add("gold", lost)
    for marked in articles:
        _measure(marked, tally)
    gold, found = tally["gold"], tally["found"]
    figures: Figures = {"gold": gold, "found": found, **scored("overlap", tally["overlap"], found, gold)}
    figures |= scored("exact", tally["exact"], found, gold)
    figures |= scored("characters", tally["both"], tally["found characters"], tally["gold characters"])
    for kind in ("direct", "indirect", "mixed"):
        if tally[f"gold {kind}"]:
            figures[f"{kind}: recall"] = share(tally[f"matched {kind}"], tally[f"gold {kind}"])
    if tally["typed"]:
        figures["type right"] = share(tally["type"], tally["typed"])
    if tally["with speaker"]:
        figures["speaker right"] = share(tally["speaker"], tally["with speaker"])
        figures["speaker nearly right"] = share(tally["speaker nearly"], tally["with speaker"])
        figures |= scored("with speaker", tally["whole"], found, gold)
    for part in ("speaker", "cue"):
        if of := tally[f"with {part} mention"]:
            figures[f"{part} mention right"] = share(tally[f"{part} mention"], of)
    if tally.gold_statements:
        figures |= grouped("statements", tally.gold_statements, tally.found_statements)
    return figures


def _measure(marked: Marked, tally: _Tally) -> None:
    gold = [_cover(marked.text, _pieces(marked, row)) for row in marked.gold]
    covers = [(row, _cover(marked.text, _pieces(marked, row))) for row in marked.found]
    rows, found = [r for r, c in covers if c], [c for _, c in covers if c]
    pairs = matches(gold, found, MATCH)
    tally.add("gold", len(gold))
    tally.add("found", len(found))
    tally.add("overlap", len(pairs))
    tally.add("exact", len(matches(gold, found, 1.0)))
    every, all_found = frozenset().union(*gold), frozenset().union(*found)
    tally.add("gold characters", len(every))
    tally.add("found characters", len(all_found))
    tally.add("both", len(every & all_found))
    for row in marked.gold:
        tally.add(f"gold {row.get('type')}")
    for g, f in pairs:
        _compare(marked.gold[g], rows[f], tally)
        for part in ("speaker", "cue"):
            if wanted := _part(marked.text, marked.gold[g], part):
                tally.add(f"with {part} mention")
                tally.add(f"{part} mention", not wanted.isdisjoint(_part(marked.text, rows[f], part)))


def _compare(gold: Row, found: Row, tally: _Tally) -> None:
    tally.add(f"matched {gold.get('type')}")
    if gold.get("type"):
        tally.add("typed")
        tally.add("type", gold["type"] == found["type"])
    if gold.get("speaker"):
        right, nearly = same_speaker(gold["speaker"], found["speaker"])
        tally.add("with speaker")
        tally.add("speaker", right)
        tally.add("speaker nearly", nearly)
        tally.add("whole", nearly)
    else:
        tally.add("whole", not found["speaker"])
    if gold.get("statement"):
        tally.gold_statements.append(str(gold["statement"]))
        tally.found_statements.append(str(found.get("statement") or found["id"]))


def same_speaker(gold: str, found: str | None) -> tuple[bool, bool]:
    """Tell whether two names are one after folding, and whether one of them has the last word of the other."""
    one, other = words(gold), words(found or "")
    if not one or not other:
        return False, False
    return one == other, one == other or one[-1] in other or other[-1] in one


def matches(gold: Sequence[Cover], found: Sequence[Cover], least: float) -> list[tuple[int, int]]:
    """Return pairs of positions: one-to-one, best first, each sharing at least ``least`` of what both cover."""
    shares = [
        (-len(g & f) / len(g | f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if not g.isdisjoint(f)
    ]
    made: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(found)))
    for value, i, j in sorted(shares):
        if -value >= least and i in left and j in right:
            left.discard(i)
            right.discard(j)
            made.append((i, j))
    return made


def _pieces(marked: Marked, row: Row) -> list[list[int]]:
    if row.get("fragments"):
        return list(row["fragments"])
    if row.get("start") is not None:
        return [[row["start"], row["end"]]]
    at = marked.text.find(row["text"])
    if at < 0:
        raise InputError(f"gold of {marked.article}: its text does not hold the words {row['text'][:60]!r}")
    return [[at, at + len(row["text"])]]


def _part(text: str, row: Row, part: str) -> Cover:
    """Return what a quotation's speaker or cue covers in the text; nothing where it has none."""
    start, end = row.get(f"{part}_start"), row.get(f"{part}_end")
    return _cover(text, [[start, end]]) if isinstance(start, int) and isinstance(end, int) else frozenset()


def _cover(text: str, pieces: Iterable[Sequence[int]]) -> Cover:
    return frozenset(i for start, end in pieces for i in range(max(0, start), min(end, len(text))) if text[i].isalnum())
