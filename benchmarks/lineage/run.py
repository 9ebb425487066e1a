"""Lineage on pages read by hand: ``python -m benchmarks.lineage.run SHARED``.

SHARED holds ``data/lineage`` (pages.jsonl, gold.jsonl) and ``tools/score_lineage.py``. Stories are firsthand's own.
Prints the scorer's table, then how many of the gold's stories have their number of origins within low–high.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.sample.measure import exported
from firsthand.api import Corpus

FIELDS = ("id", "story", "origin", "relation", "draws_on", "rests_on", "family")


def main() -> int:
    """Print the table."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    shared = Path(sys.argv[1])
    gold = shared / "data" / "lineage" / "gold.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        Corpus(corpus).trace([shared / "data" / "lineage" / "pages.jsonl"])
        rows = exported(corpus)
        found = Path(folder) / "found.jsonl"
        found.write_text("\n".join(json.dumps({k: r[k] for k in FIELDS}) for r in rows["lineage"]), encoding="utf-8")
        subprocess.run([sys.executable, shared / "tools" / "score_lineage.py", gold, found], check=True)
    true = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    within(true, {r["id"]: r["story"] for r in rows["lineage"]}, {s["id"]: s for s in rows["stories"]})
    return 0


def within(gold: list[dict[str, object]], story_of: dict[str, str], stories: dict[str, dict[str, int]]) -> None:
    """Print how often the true number of origins lies in the range of the story that holds most of the pages."""
    pages: dict[object, list[dict[str, object]]] = defaultdict(list)
    for row in gold:
        pages[row["story"]].append(row)
    held = total = 0
    widths = []
    for members in pages.values():
        names = {str(n) for row in members if row["counted"] for n in row["rests_on"]}  # type: ignore[attr-defined]
        if len(members) < 2 or not names:
            continue
        best = stories[Counter(story_of[str(row["id"])] for row in members).most_common(1)[0][0]]
        total += 1
        held += best["origins_low"] <= len(names) <= best["origins_high"]
        widths.append(best["origins_high"] - best["origins_low"])
    print(
        f"{'within low–high':26s} {held / total:.3f}   (of {total} stories; median width {sorted(widths)[total // 2]})"
    )


if __name__ == "__main__":
    sys.exit(main())
