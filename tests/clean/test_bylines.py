"""Bylines."""

import pytest

from firsthand.clean import bylines


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("BY JANE ROE AND JOHN DOE", ("JANE ROE", "JOHN DOE")),
        ("By Jane Roe and John Doe, Associated Press", ("Jane Roe", "John Doe")),
        ("By Reuters", ("Reuters",)),
        ("by Jane Roe July 16 at 9:04 AM", ("Jane Roe",)),
        ("By Jane Roe | Sunday, 15 July 2018", ("Jane Roe",)),
        ("By Jane Roe, Staff Writer", ("Jane Roe",)),
        ("By Jane van der Roe", ("Jane van der Roe",)),
        ("Von Jane Roe", ("Jane Roe",)),
        ("The Associated Press — By JANE ROE - Associated Press", ("JANE ROE",)),
        ("Jane Roe, Associated Press", ("Jane Roe",)),
        ("Jane Roe | Political Reporter", ("Jane Roe",)),
        ("Associated Press", ("Associated Press",)),
    ],
)
def test_bylines_name_people_and_else_the_agency(line: str, names: tuple[str, ...]) -> None:
    """An agency beside people is left out; alone it is the byline."""
    assert bylines.read(line) == names


@pytest.mark.parametrize(
    "line", ["By the river, a boat sank", "By 2025 it will be done", "Jane Roe, a teacher", "The boat sank.", "", "By"]
)
def test_other_lines_have_no_names(line: str) -> None:
    """A sentence that starts with "by" signs nothing."""
    assert bylines.read(line) == ()
