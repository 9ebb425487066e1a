"""Score stories against the measuring sets, beside a TF-IDF single-pass baseline: python benchmarks/stories/run.py

Prints BCubed, pairwise F1 and ARI by the logic of the shared score_clusters.py, CPU seconds, and documents per
CPU-second. Stories are linked without copies, as the baseline is, but for ``lineage``, whose copies firsthand finds.
``--set NAME`` (repeatable) restricts the sets, ``--no-baseline`` leaves the baseline out.
"""

import argparse
import platform
import resource
import sys
import time
from typing import Any

import common
from common import SETS, SHARED, annotated, rows, single_pass

from firsthand.config import LinkConfig
from firsthand.engine import shuffle
from firsthand.link.copies import find_copies
from firsthand.link.recurring import paragraphs, recurrences, without
from firsthand.link.stories import link_stories

sys.path.insert(0, str(SHARED / "tools"))
from score_clusters import score

ALL = (*SETS, "lineage")
COPIED = ("lineage",)  # sets of pages that copy from each other


def ours(records: list[dict[str, Any]], copied: bool) -> tuple[dict[str, str], float]:
    """Return the story of each record, and CPU seconds for the stories alone, cleaned and annotated before."""
    pairs = [annotated(r) for r in records]
    articles, annotations = {a.id: a for a, _ in pairs}, {a.id: note for a, note in pairs}
    copies = []
    if copied:
        found = recurrences([paragraphs(a, annotations.get(a.id)) for a in articles.values()], shuffle)
        articles, annotations = without(articles, annotations, found)
        copies = find_copies(list(articles.values()), annotations)
    start = time.process_time()
    stories = link_stories(list(articles.values()), annotations, copies, LinkConfig())
    seconds = time.process_time() - start
    name = {a.id: a.external_id or "" for a, _ in pairs}
    return {name[a]: s.id for s in stories for a in s.articles}, seconds


def show(name: str, system: str, gold: dict[str, str], found: dict[str, str], seconds: float) -> None:
    r = score(gold, found)
    print(
        f"{name:20} {system:9} BCubed P {r['bcubed_p']:.3f} R {r['bcubed_r']:.3f} F1 {r['bcubed_f1']:.3f}  "
        f"pairs F1 {r['pair_f1']:.3f}  ARI {r['ari']:.3f}  clusters {r['clusters']} of {r['gold_clusters']}  "
        f"{seconds:.1f} s  {len(gold) / max(seconds, 1e-9):.0f} documents/s",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", choices=ALL)
    parser.add_argument("--no-baseline", action="store_true")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, numpy {common.np.__version__}, {platform.machine()}")
    for name in options.set or ALL:
        records = rows(name)
        gold = {r["id"]: r["story"] for r in records}
        show(name, "firsthand", gold, *ours(records, name in COPIED))
        if not options.no_baseline:
            clusters, seconds = single_pass([f"{r.get('title') or ''}\n{r.get('text') or ''}" for r in records])
            show(name, "baseline", gold, {r["id"]: str(c) for r, c in zip(records, clusters, strict=True)}, seconds)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
