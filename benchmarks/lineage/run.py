"""Lineage on pages read by hand: ``python -m benchmarks.lineage.run SHARED``.

SHARED holds ``data/lineage`` (pages.jsonl, gold.jsonl) and ``tools/score_lineage.py``. Everything is scored twice: with
the stories that firsthand finds, and over the gold's stories, so that what is due to stories is seen. Prints the
scorer's table for both, then how the ranges hold the true numbers of origins.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.api import Corpus
from firsthand.config import LinkConfig
from firsthand.link.recurring import without
from firsthand.link.statements import link_statements
from firsthand.model import Story
from firsthand.trace import Trace, trace

FIELDS = ("origin", "relation", "draws_on", "rests_on", "family")
# Origins that the guidelines do not count (7).
NOT_COUNTED = frozenset({"", "unknown", "many", "wires", "tweets", "none"})
Row = dict[str, Any]


def main() -> int:
    """Print both tables."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    shared = Path(sys.argv[1])
    folder = shared / "data" / "lineage"
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = Pages(folder / "pages.jsonl")
    runs = {"own stories": pages.stories, "gold stories": pages.gold_stories(gold)}
    traced = {name: pages.trace(stories) for name, stories in runs.items()}
    print_scores(shared, {name: pages.rows(result) for name, result in traced.items()})
    for name, stories in runs.items():
        print_ranges(name, gold, pages.names, stories, traced[name])
    return 0


class Pages:
    """The pages, cleaned, annotated and linked once."""

    def __init__(self, pages: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(Path(folder) / "corpus")
            corpus.trace([pages])
            tables = corpus.tables()
        self.articles, self.annotations = without(
            {a.id: a for a in tables.articles}, {a.article: a for a in tables.annotations}, tables.recurring
        )
        self.copies, self.stories = tables.copies, tables.stories
        self.names = {a.id: a.external_id or a.id for a in tables.articles}

    def gold_stories(self, gold: Iterable[Row]) -> list[Story]:
        """Return the gold's stories."""
        story_of = {row["id"]: row["story"] for row in gold}
        members: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.articles, key=lambda k: self.articles[k].order):
            members[story_of[self.names[key]]].append(key)
        return [Story(name, name, tuple(keys), None, None) for name, keys in sorted(members.items())]

    def trace(self, stories: list[Story]) -> Trace:
        """Return lineages and counts over given stories; statements are linked within those."""
        said = link_statements(self.articles, self.annotations, stories, LinkConfig())
        return trace(
            self.articles, self.annotations, self.copies, stories, said.statements, said.attributions, said.differences
        )

    def rows(self, result: Trace) -> list[Row]:
        """Return the lineages as the scorer reads them."""
        return [
            {"id": self.names[line.article], "story": line.story, **{f: getattr(line, f) for f in FIELDS}}
            for line in result.lineages
        ]


def print_scores(shared: Path, found: Mapping[str, list[Row]]) -> None:
    """Print the scorer's figures, a column a run."""
    tables: dict[str, dict[str, float]] = {}
    for name, rows in found.items():
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("\n".join(json.dumps(row) for row in rows))
            file.flush()
            scorer = (sys.executable, shared / "tools" / "score_lineage.py")
            command = [*scorer, shared / "data" / "lineage" / "gold.jsonl", file.name, "--json"]
            tables[name] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"{'':26s} " + "  ".join(f"{name:>12s}" for name in tables))
    for measure in next(iter(tables.values())):
        print(f"{measure:26s} " + "  ".join(f"{_figure(table[measure]):>12s}" for table in tables.values()))


@dataclass(frozen=True)
class Held:
    """A story's true number of origins and the range that was found."""

    true: int
    low: int
    high: int


def print_ranges(name: str, gold: Iterable[Row], names: Mapping[str, str], stories: list[Story], result: Trace) -> None:
    """Print how often the true number lies within low–high, for stories of two pages and more.

    Once for the gold's stories, each held against the found story that has most of its pages; once for the found
    stories, each held against the gold's number for its very pages. Where the two differ, the stories do.
    """
    rows = {row["id"]: row for row in gold}
    counts = {count.subject: count for count in result.counts}
    found = {names[a]: s.id for s in stories for a in s.articles}
    wanted: dict[str, list[str]] = defaultdict(list)
    for row in rows.values():
        wanted[row["story"]].append(row["id"])
    gold_side, own_side = [], []
    for pages in wanted.values():
        best = counts[Counter(found[p] for p in pages).most_common(1)[0][0]]
        gold_side.append((pages, Held(origins(rows, pages), best.low, best.high)))
    for story in stories:
        pages, count = [names[a] for a in story.articles], counts[story.id]
        own_side.append((pages, Held(origins(rows, pages), count.low, count.high)))
    print(f"\n{name}")
    for what, side in (("gold's stories", gold_side), ("the found stories' very pages", own_side)):
        print(f"  {what:30s} {_summary([h for pages, h in side if len(pages) > 1 and h.true])}")


def origins(rows: Mapping[str, Row], pages: Iterable[str]) -> int:
    """Return the gold's number of origins of some pages."""
    return len({n for p in pages if rows[p]["counted"] for n in rows[p]["rests_on"]} - NOT_COUNTED)


def _summary(several: list[Held]) -> str:
    within = sum(h.low <= h.true <= h.high for h in several)
    widths = sorted(h.high - h.low for h in several)
    below, above = (sum(h.high < h.true for h in several), sum(h.low > h.true for h in several))
    return (
        f"within low–high {within / len(several):.3f} of {len(several)}, median width {widths[len(several) // 2]}, "
        f"mean {sum(widths) / len(widths):.2f}; range below {below}, above {above}"
    )


def _figure(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
