"""Pairs that differ in little but mean another thing, and pairs that differ in much but mean the same.

    python benchmarks/variants/hard.py

Prints what is decided wrongly of ``hard.jsonl``, and how many are right of it and of ``blind.jsonl``. Each pair stands
in two articles of one story and is put together, or not, by the grouping that ships. The pairs never serve to fit
anything. Those of ``hard.jsonl`` were written before most features, and what is decided wrongly there was looked at;
of the blind ones only the figures are, so that they tell what new pairs of these kinds would give.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from firsthand.link.statements.encoder import Encoder
from firsthand.link.statements.group import Said, group
from firsthand.link.statements.wording import wording
from firsthand.model import Quotation, Span

PAIRS = Path(__file__).parent / "hard.jsonl"
BLIND = Path(__file__).parent / "blind.jsonl"
DAY = date(2031, 5, 4)


def main() -> None:
    """Print the pairs decided wrongly, and the accuracies."""
    out = sys.stdout.write
    rows, blind = read(PAIRS), read(BLIND)
    found = decisions(rows)
    for row, said in zip(rows, found, strict=True):
        if said != row["same"]:
            out(f"{row['kind']}: {row['why']}\n    {row['a']}\n    {row['b']}\n")
    seen, unseen = accuracies(rows, found), accuracies(blind, decisions(blind))
    out(f"{'':16}{'hard':>12}{'blind':>12}\n")
    for kind in seen:
        out(f"{kind:16}" + "".join(f"{right:5} of {total:3}" for right, total in (seen[kind], unseen[kind])) + "\n")


def read(path: Path) -> list[dict[str, Any]]:
    """Return the pairs of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def decisions(rows: Sequence[dict[str, Any]], encoder: Encoder | None = None) -> list[bool]:
    """Return for each pair whether it is put together, all pairs being one corpus, each a story and a speaker."""
    said = [_said(row, number, side) for number, row in enumerate(rows) for side in "ab"]
    together = {frozenset(s.quotation.id for s in found) for found in group(said, days=7, encoder=encoder)}
    return [frozenset((f"{number}a", f"{number}b")) in together for number in range(len(rows))]


def accuracies(rows: Sequence[dict[str, Any]], found: Sequence[bool]) -> dict[str, tuple[int, int]]:
    """Return how many are right, of how many: for each kind in the order of the file, then for all."""
    right: dict[str, list[bool]] = defaultdict(list)
    for row, said in zip(rows, found, strict=True):
        right[row["kind"]].append(said == row["same"])
    everything = [x for kind in right.values() for x in kind]
    return {kind: (sum(x), len(x)) for kind, x in (*right.items(), ("all", everything))}


def _said(row: dict[str, Any], number: int, side: str) -> Said:
    words, kind = row[side], row[f"{side}_type"]
    name = f"{number}{side}"
    day = DAY + timedelta(days=row.get("days", 0) if side == "b" else 0)
    quotation = Quotation(
        *(name, name, kind, 0, len(words), (Span(0, len(words)),), "A"),
        *(None, None, "said", None, None, row.get(f"{side}_occasion"), ()),
    )
    form = wording(words, "said" if kind == "indirect" else None)
    return Said(quotation, words, form, f"speaker {number}", f"story {number}", (f"{day}", name, 0, name), day)


if __name__ == "__main__":
    main()
