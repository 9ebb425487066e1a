"""Score firsthand on the invented pages: ``python -m benchmarks.lineage.invented.score SHARED``.

SHARED holds ``tools/score_lineage.py``. It compares names as they are written, so it is given the other names of the
outlets and agencies (outlets.csv) and the agencies of this set. Prints its table, then how many stories have their true
number of origins within the range that was found, then how many pages of each case have the gold's origin and relation.
"""

import csv
import importlib.util
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.sample.measure import exported
from firsthand.api import Corpus

HERE = Path(__file__).parent
FIELDS = ("id", "story", "origin", "relation", "draws_on", "rests_on", "family")
Row = dict[str, Any]
AGENCIES = {"kestrel news agency", "dpa", "pa", "xinhua"}


def main() -> int:
    """Print the tables."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    scorer = scorer_of(Path(sys.argv[1]) / "tools" / "score_lineage.py")
    gold = read(HERE / "gold.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        Corpus(Path(folder) / "corpus").trace([HERE / "pages.jsonl"])
        rows = exported(Path(folder) / "corpus")
    found = [{k: r[k] for k in FIELDS} for r in rows["lineage"]]
    for name, value in scorer.score(gold, found).items():
        print(f"{name:26s} {value:.3f}" if isinstance(value, float) else f"{name:26s} {value}")
    within(gold, {r["id"]: r["story"] for r in found}, {s["id"]: s for s in rows["stories"]})
    by_case(scorer, gold, {r["id"]: r for r in found})
    return 0


def scorer_of(path: Path) -> ModuleType:
    """Load the scorer and teach it the names of this set."""
    spec = importlib.util.spec_from_file_location("score_lineage", path)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with (HERE / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = scorer.norm(row["outlet"])
            others = {alias.lower() for alias in row["aliases"].split("|") if alias} - {name}
            scorer.ALIAS.update(dict.fromkeys(others, name))
    scorer.WIRES |= AGENCIES
    return scorer


def within(gold: list[Row], story_of: dict[str, str], stories: dict[str, Row]) -> None:
    """Print for how many stories of two pages and more the true number lies within low–high.

    Each is held against the found story that has most of its pages.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    for row in gold:
        pages[row["story"]].append(row["id"])
    below = inside = above = 0
    for true in json.loads((HERE / "stories.json").read_text(encoding="utf-8")):
        if true["documents"] < 2 or not true["independent_origins"]:
            continue
        best = stories[Counter(story_of[i] for i in pages[true["story"]] if i in story_of).most_common(1)[0][0]]
        below += best["origins_high"] < true["independent_origins"]
        above += best["origins_low"] > true["independent_origins"]
        inside += best["origins_low"] <= true["independent_origins"] <= best["origins_high"]
    total = below + inside + above
    print(f"{'within low–high':26s} {inside / total:.3f}   (of {total} stories; range below {below}, above {above})")


def by_case(scorer: ModuleType, gold: list[Row], found: dict[str, Row]) -> None:
    """Print, for each case, pages and how many have the gold's origin (where it is sure) and relation."""
    pages: Counter[str] = Counter()
    origin: Counter[str] = Counter()
    relation: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for true in gold:
        one = found.get(true["id"], {})
        for case in true["cases"]:
            pages[case] += 1
            relation[case] += true["relation"] == one.get("relation")
            if true["confidence"] == "high":
                sure[case] += 1
                origin[case] += scorer.named(true, true) == scorer.named(one, true)
    print(f"\n{'case':26s} {'pages':>5s} {'origin':>8s} {'relation':>9s}")
    for case, n in sorted(pages.items(), key=lambda x: (-x[1], x[0])):
        print(f"{case:26s} {n:5d} {f'{origin[case]}/{sure[case]}':>8s} {f'{relation[case]}/{n}':>9s}")


def read(path: Path) -> list[Row]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
