"""Which of two names in one story are one person's: python -m benchmarks.speakers.names

Reads ``names.csv`` beside it, pairs of invented names with what a careful reader would say, and prints how many pairs
of each sort are told right, and those that are not.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand.link.statements.speakers.people import People

PAIRS = Path(__file__).with_name("names.csv")


@dataclass(frozen=True)
class Pair:
    """Two names, whether they are one person's, and what the pair tries."""

    one: str
    other: str
    same: bool
    why: str


def pairs() -> list[Pair]:
    """Return the pairs of the file."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [Pair(r["one"], r["other"], r["same"] == "yes", r["why"]) for r in csv.DictReader(file)]


def wrong(given: list[Pair]) -> Iterator[Pair]:
    """Yield the pairs that firsthand tells otherwise, as the only names of a story, in either order."""
    for pair in given:
        found = {len(People([a, b]).spellings) < 2 for a, b in ((pair.one, pair.other), (pair.other, pair.one))}
        if pair.one.split() != pair.other.split() and found != {pair.same}:
            yield pair


def main() -> None:
    """Print the table."""
    given = pairs()
    failed = list(wrong(given))
    for same, name in ((True, "one person"), (False, "two people")):
        all_, bad = (sum(p.same is same for p in some) for some in (given, failed))
        print(f"{name}: {all_ - bad} of {all_} right, {(all_ - bad) / all_:.3f}")
    print(f"all: {len(given) - len(failed)} of {len(given)} right, {1 - len(failed) / len(given):.3f}")
    for pair in failed:
        print(f"  wrong: {pair.one} / {pair.other}: {'one' if pair.same else 'two'} ({pair.why})")


if __name__ == "__main__":
    main()
