"""What counts as a quotation, case by case: the tables beside this file are the specification."""

import pytest

from tests.annotate.quotations.cases import HERE, Case, cases, found

TABLES = sorted(path.stem for path in HERE.glob("*.txt"))
ALL = [case for name in TABLES for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    """The text holds the quotations of its rows, in text order, and no other."""
    assert found(case) == list(case.rows), case.text
