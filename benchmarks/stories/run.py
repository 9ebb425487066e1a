"""Score stories against the measuring sets, beside a TF-IDF single-pass baseline: python benchmarks/stories/run.py

Prints BCubed, pairwise F1 and ARI by the logic of the shared score_clusters.py, on all documents and on those of
stories with more than one, CPU seconds, and documents per CPU-second. ``batch`` links all at once; ``live`` reads the
articles one by one in order of time, and is also held against batch. One configuration serves all sets; ``titles_eng``
is the English part of ``titles_multilingual``. Stories are linked without copies, as the baseline is, but for
``lineage``, whose copies firsthand finds. ``--set NAME`` (repeatable) restricts the sets, ``--no-baseline`` leaves the
baseline out, ``--no-live`` the live reading, ``--encoder accurate`` compares by meaning too.
"""

import argparse
import platform
import resource
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.stories.common import SETS, SHARED, annotated, rows, single_pass

from firsthand.config import LinkConfig
from firsthand.engine.local import shuffle
from firsthand.link.copies import find_copies
from firsthand.link.recurring import paragraphs, recurrences, without
from firsthand.link.stories import link_stories
from firsthand.link.stories.live import LiveStories
from firsthand.link.stories.profiles import days
from firsthand.model import Annotation, Article, Copy

sys.path.insert(0, str(SHARED / "tools"))
from score_clusters import score

ALL = (*SETS, "titles_eng", "lineage")
COPIED = ("lineage",)  # sets of pages that copy from each other

Corpus = tuple[dict[str, Article], dict[str, Annotation], list[Copy]]


def records_of(name: str) -> list[dict[str, Any]]:
    """Return the records of a set, or of the English part of one."""
    if name == "titles_eng":
        return [r for r in rows("titles_multilingual") if r["lang"] == "eng"]
    return rows(name)


def prepared(records: list[dict[str, Any]], copied: bool) -> Corpus:
    """Return the records cleaned and annotated, with their copies if asked for."""
    pairs = [annotated(r) for r in records]
    articles, annotations = {a.id: a for a, _ in pairs}, {a.id: note for a, note in pairs}
    if not copied:
        return articles, annotations, []
    found = recurrences([paragraphs(a, annotations.get(a.id)) for a in articles.values()], shuffle)
    articles, annotations = without(articles, annotations, found)
    return articles, annotations, find_copies(list(articles.values()), annotations)


def batch(corpus: Corpus, config: LinkConfig) -> tuple[dict[str, str], float]:
    """Return the story of each record, and CPU seconds for the stories alone."""
    articles, annotations, copies = corpus
    start = time.process_time()
    stories = link_stories(list(articles.values()), annotations, copies, config)
    seconds = time.process_time() - start
    return {articles[a].external_id or "": s.id for s in stories for a in s.articles}, seconds


def live(corpus: Corpus, config: LinkConfig) -> tuple[dict[str, str], float, int]:
    """Return the same by reading one article after the other, and the number of repairs."""
    articles, annotations, copies = corpus
    story: dict[str, str] = {}
    reader, repairs = LiveStories(config), 0
    start = time.process_time()
    for article in sorted(articles.values(), key=lambda a: (days(a.published) or 0.0, a.id)):
        mine = [c for c in copies if article.id in (c.earlier, c.later)]
        story[article.id] = reader.add(article, annotations.get(article.id), mine).story
        for change in reader.changes():
            repairs += 1
            story.update(dict.fromkeys(change.articles, change.after))
    seconds = time.process_time() - start
    return {articles[a].external_id or "": s for a, s in story.items()}, seconds, repairs


def show(
    name: str, system: str, gold: Mapping[str, str], found: Mapping[str, str], seconds: float, more: str = ""
) -> None:
    """Print the scores of one system on one set."""
    size = Counter(gold.values())
    r, m = score(gold, found), score({i: s for i, s in gold.items() if size[s] > 1}, found)
    print(
        f"{name:20} {system:8} all P {r['bcubed_p']:.3f} R {r['bcubed_r']:.3f} F1 {r['bcubed_f1']:.3f}  "
        f"multi P {m['bcubed_p']:.3f} R {m['bcubed_r']:.3f} F1 {m['bcubed_f1']:.3f}  pairs {r['pair_f1']:.3f}  "
        f"ARI {r['ari']:.3f}  clusters {r['clusters']} of {r['gold_clusters']}  "
        f"{seconds:.1f} s  {len(gold) / max(seconds, 1e-9):.0f} documents/s{more}",
        flush=True,
    )


def baseline(records: Sequence[dict[str, Any]]) -> tuple[dict[str, str], float]:
    """Return the clusters of TF-IDF single pass, and CPU seconds."""
    clusters, seconds = single_pass([f"{r.get('title') or ''}\n{r.get('text') or ''}" for r in records])
    return {r["id"]: str(c) for r, c in zip(records, clusters, strict=True)}, seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", choices=ALL)
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument("--no-live", action="store_true")
    parser.add_argument("--encoder", default="")
    options = parser.parse_args()
    config = LinkConfig(encoder=options.encoder)
    print(f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}")
    for name in options.set or ALL:
        records = records_of(name)
        gold = {r["id"]: r["story"] for r in records}
        corpus = prepared(records, name in COPIED)
        at_once, seconds = batch(corpus, config)
        show(name, "batch", gold, at_once, seconds)
        if not options.no_live:
            found, seconds, repairs = live(corpus, config)
            agreement = score(at_once, found)["ari"]
            show(name, "live", gold, found, seconds, f"  {repairs} repairs  ARI with batch {agreement:.3f}")
        if not options.no_baseline:
            show(name, "baseline", gold, *baseline(records))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
