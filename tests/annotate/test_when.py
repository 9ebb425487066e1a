"""Dates in the text, against the day of publication."""

import pytest

from tests.annotate.made import annotated


def dates(body: str, **options: object) -> list[tuple[str, str, str]]:
    """Return words, value and precision of each date."""
    text, annotation = annotated(body, **options)
    return [(text[d.start : d.end], d.value, d.precision) for d in annotation.dates]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Wednesday", "2024-03-13"),
        ("on Friday", "2024-03-15"),
        ("last Friday", "2024-03-08"),
        ("next Friday", "2024-03-22"),
        ("yesterday", "2024-03-14"),
        ("tomorrow", "2024-03-16"),
        ("on Feb. 14", "2024-02-14"),
        ("on December 8", "2023-12-08"),
        ("on April 2", "2024-04-02"),
        ("on 3 March", "2024-03-03"),
        ("on March 16, 2017", "2017-03-16"),
        ("on 2016-02-29", "2016-02-29"),
    ],
)
def test_days(words: str, value: str) -> None:
    """The article is of Friday 15 March 2024: days take the nearest year, weekdays look back."""
    assert [d[1:] for d in dates(f"It rained {words}.")] == [(value, "day")]


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [("in December", "2023-12", "month"), ("in May 2016", "2016-05", "month"), ("since 2011", "2011", "year")],
)
def test_coarser(words: str, value: str, precision: str) -> None:
    """Months and years are no more precise than the text."""
    assert [d[1:] for d in dates(f"It rained {words}.")] == [(value, precision)]


def test_without_a_reference() -> None:
    """Without a day of publication only dates with their year are resolved."""
    assert dates("It rained on Monday, on March 3 and on March 4, 2019.", published=None) == [
        ("March 4, 2019", "2019-03-04", "day")
    ]


def test_fetched_stands_in() -> None:
    """The day of fetching serves where there is no day of publication."""
    assert dates("It rained on Monday.", published=None, fetched="2024-03-15T10:00:00Z")[0][1] == "2024-03-11"


def test_impossible_day() -> None:
    """A day that no calendar has is no date."""
    assert dates("It rained on February 30, 2019 and on 2019-13-45.") == []


def test_may_is_a_verb_too() -> None:
    """A bare "May" is no date."""
    assert dates("May it rain. It may rain, May said.") == []
