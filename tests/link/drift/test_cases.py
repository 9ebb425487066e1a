"""Invented cases of drift, each with what a careful reader would say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from firsthand.link.statements.drift import Side, compare, kinds_of
from firsthand.model import WHOLE, QuotationType

CASES = Path(__file__).with_name("cases.txt")
NONE = "-"


@dataclass(frozen=True)
class Case:
    """Two quotations, and what is told: kind, words, other words; no words for what is said of the whole."""

    a: Side
    b: Side
    told: tuple[tuple[str, str, str], ...]


def cases() -> Iterator[Case]:
    """Read the table."""
    lines = (line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for block in "\n".join(lines).split("\n\n"):
        rows = block.strip().splitlines()
        if rows:
            yield Case(side(rows[0]), side(rows[1]), tuple(map(told, rows[2:])))


def side(row: str) -> Side:
    """Read ``type: words``."""
    kind, _, words = row.partition(": ")
    types: dict[str, QuotationType] = {"direct": "direct", "indirect": "indirect", "mixed": "mixed"}
    return Side(words, types[kind])


def told(row: str) -> tuple[str, str, str]:
    """Read ``kind: words -> other words``."""
    kind, _, words = row.partition(": ")
    left, _, right = words.partition(" -> ")
    return kind, left.removesuffix(NONE), right.removesuffix(NONE)


def found(case: Case) -> tuple[tuple[str, str, str], ...]:
    """What comparing finds, written as the table writes it."""
    return tuple(
        (c.kind, "", "")
        if c.kind in WHOLE
        else (c.kind, case.a.text[c.start : c.end], case.b.text[c.other_start : c.other_end])
        for c in compare(case.a, case.b)
    )


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.b.text[:60])
def test_a_case_is_told_as_a_reader_would(case: Case) -> None:
    """Every difference with its words on both sides, in the order of the text, and no other."""
    assert found(case) == case.told
    assert kinds_of(compare(case.a, case.b)) == (
        tuple(dict.fromkeys(kind for kind, _, _ in case.told)) or ("same words",)
    )


def test_the_table_covers_every_kind_that_two_quotations_show() -> None:
    """Merged and split quotations need more than two; they are told in test_differences.py."""
    from typing import get_args

    from firsthand.model import DifferenceKind

    kinds = {kind for case in cases() for kind, _, _ in case.told}
    assert kinds == set(get_args(DifferenceKind)) - {"same words", "merged quotations", "split quotation"}
    assert sum(1 for _ in cases()) >= 60
