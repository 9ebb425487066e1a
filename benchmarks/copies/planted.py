"""Planted copies found again: ``python -m benchmarks.copies.planted [BACKGROUND] [--documents N] [--each N] …``.

BACKGROUND is gzipped JSON Lines with ``id`` and ``text``; without it reports are made up. Passages of 40 to 150 words
are copied out of reports into others (``planting``: verbatim, cut, reordered; ``edits``: light edits touch 10 % of the
words, heavy ones 30 to 45 %, and recast sentences). ``find_copies`` looks for them among all documents, candidates
included.

Prints plagdet by kind. Judged is every detection that has a document on either side that takes part in planting; these
share no run of six words (``--unique``) with any other background report: what else is found in them counts as wrong.
Background reports repeat one another on their own (running stories): detections among them are counted, not judged.
"""

import argparse
import sys
import time
from pathlib import Path

from benchmarks.copies import background
from benchmarks.copies.plagdet import Score, Shared, score
from benchmarks.copies.planting import KINDS, UNIQUE_RUN, Planted, plant
from firsthand.link.copies import find_copies
from firsthand.model import Copy

DOCUMENTS, EACH, SEED = 20_000, 100, 7


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="planted", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("background", nargs="?", type=Path)
    for name, value in (("documents", DOCUMENTS), ("each", EACH), ("seed", SEED), ("unique", UNIQUE_RUN)):
        parser.add_argument(f"--{name}", type=int, default=value)
    given = parser.parse_args(arguments)
    if given.background:
        texts = background.read(given.background, given.documents)
    else:
        texts = background.made_up(given.documents, given.seed)
    planted = plant(texts, given.each, given.seed, given.unique)
    started = time.perf_counter()
    copies = find_copies(background.articles(planted.texts), {})
    seconds = time.perf_counter() - started
    scores = judge(planted, copies)
    print(f"{'':12s}{'cases':>7s}{'found':>7s}{'precision':>11s}{'recall':>8s}{'granularity':>13s}{'plagdet':>9s}")
    for kind, figures in scores.items():
        print(
            f"{kind:12s}{figures.cases:7d}{figures.detections:7d}{figures.precision:11.3f}{figures.recall:8.3f}"
            f"{figures.granularity:13.3f}{figures.plagdet:9.3f}"
        )
    apart = sum(c.earlier not in planted.kind_of and c.later not in planted.kind_of for c in copies)
    print(f"{len(planted.texts)} documents, {seconds:.1f} s; {apart} passages among background reports, not judged")
    return 0


def judge(planted: Planted, copies: list[Copy]) -> dict[str, Score]:
    """Return the score of each kind, and of all together."""
    direction = {case.key for cases in planted.cases.values() for case in cases}
    detections: dict[str, list[Shared]] = {kind: [] for kind in KINDS}
    for copy in copies:
        found = _directed(copy, direction)
        kind = planted.kind_of.get(found.second) or planted.kind_of.get(found.first)
        if kind:
            detections[kind].append(found)
    out = {kind: score(planted.cases[kind], detections[kind]) for kind in KINDS}
    out["all"] = score(
        [case for kind in KINDS for case in planted.cases[kind]], [d for kind in KINDS for d in detections[kind]]
    )
    return out


def _directed(copy: Copy, direction: set[tuple[str, str]]) -> Shared:
    earlier = copy.earlier, copy.earlier_start, copy.earlier_end
    later = copy.later, copy.later_start, copy.later_end
    return Shared(*later, *earlier) if (copy.later, copy.earlier) in direction else Shared(*earlier, *later)


if __name__ == "__main__":
    sys.exit(main())
