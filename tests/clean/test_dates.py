"""Times of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.clean import dates


@pytest.mark.parametrize(
    ("given", "value", "precision"),
    [
        ("2021-03-04T05:06:07+02:00", "2021-03-04T05:06:07+02:00", "second"),
        ("2021-03-04T05:06:07.250Z", "2021-03-04T05:06:07+00:00", "second"),
        ("2021-03-04T05:06Z", "2021-03-04T05:06+00:00", "minute"),
        ("2021-03-04", "2021-03-04", "day"),
        ("2021-03", "2021-03", "month"),
        ("Thu, 04 Mar 2021 05:06:07 GMT", "2021-03-04T05:06:07+00:00", "second"),
        ("20210304050607", "2021-03-04T05:06:07+00:00", "second"),
        ("1614834367", "2021-03-04T05:06:07+00:00", "second"),
        ("March 4, 2021", "2021-03-04", "day"),
        ("4 March 2021, 7:18 PM", "2021-03-04T19:18", "minute"),
        ("Updated 7:18 PM ET, Thu March 4, 2021", "2021-03-04T19:18", "minute"),
        ("Mar 4, 2021 | 3:50 AM EST", "2021-03-04T03:50-05:00", "minute"),
        ("4. März 2021", "2021-03-04", "day"),
        ("4 de marzo de 2021", "2021-03-04", "day"),
        ("4 марта 2021", "2021-03-04", "day"),
        ("25/12/2020", "2020-12-25", "day"),
        ("12/25/2020", "2020-12-25", "day"),
        ("04.03.2021", "2021-03-04", "day"),
        ("March 2021", "2021-03", "month"),
    ],
)
def test_usual_forms_are_read(given: str, value: str, precision: str) -> None:
    """Each form gives ISO 8601 as precise as it was, with an offset only where one is named."""
    assert dates.parse(given) == (value, precision)


def test_an_ambiguous_day_is_not_guessed() -> None:
    """Of 3/4/2021 only the year is known."""
    assert dates.parse("3/4/2021") == ("2021", "year")


@pytest.mark.parametrize("given", [None, "", "soon", "2021-13-45", "99 March", "the 5 boats"])
def test_what_is_no_date_is_none(given: str | None) -> None:
    """Unknown stays unknown."""
    assert dates.parse(given) is None


def test_a_date_without_year_takes_it_from_when_it_was_fetched() -> None:
    """The latest year in which that day was not in the future; none without a time of fetching."""
    assert dates.parse("March 4 at 9:04 AM", "2021-06-01T00:00:00Z") == ("2021-03-04T09:04", "minute")
    assert dates.parse("December 24", "2021-06-01") == ("2020-12-24", "day")
    assert dates.find("by Jane Roe March 4") is None


@pytest.mark.parametrize(
    ("line", "is_line"),
    [
        ("Posted on Thu, Mar. 04, 2021", True),
        ("Last updated at 7:18 PM, March 4, 2021", True),
        ("The bridge was opened on March 4, 2021 by the mayor", False),
    ],
)
def test_date_lines_say_hardly_anything_else(line: str, is_line: bool) -> None:
    """A line of a report that names a day is no date line."""
    assert dates.is_line(line) is is_line


@given(st.text(max_size=90))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    """Nothing raises, and what comes out starts with a year."""
    found = dates._written(text, "2021-06-01")
    assert found is None or found[0][:4].isdigit()
