"""Odd phrases as evidence of descent: ``python -m benchmarks.lineage.oddities SHARED``.

SHARED holds ``data/lineage`` and ``data/reuse/clough_stevenson.jsonl``. Prints, of pairs of pages that share no
passage, how many have no odd phrase, one, or several, for pages that rest on one origin and pages that do not; then, of
short answers written from memory or revised from a text (Clough and Stevenson 2011), how many show it by odd phrases
with that text, and how many of these no shared passage shows.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.copies.background import articles
from benchmarks.lineage.run import Pages
from firsthand.link.copies import find_copies
from firsthand.model import Annotation, Article, Copy
from firsthand.trace.evidence.gather import gather
from firsthand.trace.families.group import families
from firsthand.trace.origins.drafting import seen
from firsthand.trace.origins.oddities import SHOWN_TOGETHER, odd_phrases
from firsthand.trace.origins.view import View

LABELS = ("light", "heavy", "non")
MOST = 3


def main() -> int:
    """Print both tables."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    data = Path(sys.argv[1]) / "data"
    print_pages(data / "lineage")
    print_answers(data / "reuse" / "clough_stevenson.jsonl")
    return 0


def print_pages(folder: Path) -> None:
    """Print how many odd phrases pairs of pages share."""
    gold = {row["id"]: row for row in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
    pages = Pages(folder / "pages.jsonl")
    view = seen_of(pages.articles, pages.annotations, pages.copies)
    first: dict[str, dict[str, Any]] = {}
    for key in sorted(view.tellings, key=view.clocks.order):
        first.setdefault(view.text_of(key), gold[pages.names[key]])
    shared, copied = phrases_of(view), {frozenset(map(view.text_of, (c.earlier, c.later))) for c in pages.copies}
    table: dict[str, Counter[int]] = defaultdict(Counter)
    for pair in combinations(sorted(first), 2):
        a, b = (first[text] for text in pair)
        kin = "one origin" if set(a["rests_on"]) & set(b["rests_on"]) else "other origins"
        where = "one story" if a["story"] == b["story"] else "other stories"
        if frozenset(pair) not in copied:
            table[f"{where}, {kin}"][min(MOST, shared[frozenset(pair)])] += 1
    print(f"{'pairs of pages without a common passage':42s}" + "".join(f"{n:>8d}" for n in range(MOST + 1)))
    for name in sorted(table):
        print(f"{name:42s}" + "".join(f"{table[name][n]:8d}" for n in range(MOST + 1)))


def print_answers(path: Path) -> None:
    """Print how many answers show by odd phrases whose text they were revised from."""
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    made = {a.id: a for a in articles({key: row["text"] for key, row in rows.items()})}
    print(
        f"\n{'answers, each beside its text':30s} {'all':>6s} {'passage':>8s} {'phrase':>8s} {'shown':>8s} {'new':>6s}"
    )
    for label in LABELS:
        figures: Counter[str] = Counter()
        for row in (row for row in rows.values() if row["label"] == label):
            figures.update(_told(made[row["id"]], made[row["source"]]))
        columns = (f"{figures[name]:8d}" for name in ("passage", "phrase", "shown"))
        print(f"{label:30s} {figures['all']:6d} {' '.join(columns)} {figures['new']:6d}")


def _told(answer: Article, text: Article) -> list[str]:
    """Return what tells that an answer was revised from a text; ``new`` is by odd phrases and no passage."""
    pair = {text.id: text, answer.id: answer}
    copies = find_copies(list(pair.values()), {})
    odd = sum(phrases_of(seen_of(pair, {}, [])).values())
    told = {"all": True, "passage": bool(copies), "phrase": odd > 0, "shown": odd >= SHOWN_TOGETHER}
    return [name for name, so in (*told.items(), ("new", told["shown"] and not copies)) if so]


def seen_of(found: Mapping[str, Article], annotations: Mapping[str, Annotation], copies: Iterable[Copy]) -> View:
    """Return what tracing sees of some articles."""
    copies = list(copies)
    tellings = gather(found, annotations, copies)
    return seen(tellings, families(tellings, copies))


def phrases_of(view: View) -> Counter[frozenset[str]]:
    """Return how many odd phrases two texts share."""
    return Counter(frozenset(view.text_of(p.article) for p in shared.places) for shared in odd_phrases(view))


if __name__ == "__main__":
    sys.exit(main())
