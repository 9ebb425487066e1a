"""How many facts differ between texts that share their words: forms filled in twice, and reprints.

    python -m benchmarks.copies.forms FILE...

Each FILE holds JSON Lines with ``text``, packed or not. Prints, for pairs with at least half of the shorter's words in
common, in how many places names, numbers or dates differ and which share of all facts these are; with ``--show N``
also the beginnings of N pairs on either side of the border, for reading.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.copies.background import article
from firsthand.link.copies import Index, meeting
from firsthand.link.copies.align import align
from firsthand.link.copies.body import Body, body
from firsthand.link.copies.chains import words
from firsthand.link.copies.forms import FACTS_SHARE, LEAST_PLACES, differing

MIN_SHARE = 0.5
Found = tuple[float, int, str, str]


def texts(path: Path) -> dict[str, str]:
    """Return the texts of a file by the number of their line."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return {f"{k:06}": json.loads(line).get("text") or "" for k, line in enumerate(lines)}


def pairs(found: dict[str, str]) -> Iterator[Found]:
    """Yield for each pair with enough in common the share of differing facts, their places, and the two texts."""
    articles = [article(key, text) for key, text in found.items()]
    bodies: dict[str, Body] = {}
    of = {a.id: a for a in articles}
    for one, other in meeting(Index(), (), articles, lambda _: ()).pairs:
        first, second = (bodies.setdefault(key, body(of[key])) for key in (one, other))
        chains = align(first, second).chains
        if sum(map(words, chains)) >= MIN_SHARE * min(len(first.norms), len(second.norms)):
            places, share = differing(chains, first, second)
            yield share, places, found[one], found[other]


def main() -> None:
    """Print the table of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for path in options.files:
        found = list(pairs(texts(path)))
        many = [p for p in found if p[1] >= LEAST_PLACES]
        tenths = Counter(int(10 * share) for share, *_ in many)
        print(f"{path.name}: {len(found):,} pairs, {len(found) - len(many):,} with under {LEAST_PLACES} places")
        print("  share of facts that differ, by tenths:", *(tenths[k] for k in range(11)))
        print(f"  forms: {sum(share >= FACTS_SHARE for share, *_ in many):,}")
        many.sort(key=lambda p: abs(p[0] - FACTS_SHARE))
        for share, places, one, other in many[: options.show]:
            print(f"--- {share:.2f} in {places} places\n{one[:400]}\n  and\n{other[:400]}")


if __name__ == "__main__":
    main()
