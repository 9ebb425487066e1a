"""A second report below the first. All texts are invented."""

import pytest

from firsthand.clean import next_report, plain
from firsthand.config import CleanConfig

PROSE = [
    "The ferry to the island will stop in May, the harbour office said on Monday.",
    "The office said that the boat was too old and that there was no money for a new one.",
    "Nobody on the island had been asked about it, its forty inhabitants said.",
]
TITLE, OTHER = "Ferry Service To The Island Ends In May", "Council Of Torrin Votes To Keep Tram Line"


def signed(*lines: str) -> list[str]:
    """Return the names of all bylines that are left when a second report is left out."""
    page, _, _ = plain.by_rules("\n\n".join(lines), None, CleanConfig())
    return [name for names in page.bylines for name in names]


def test_a_second_report_is_furniture_that_nobody_signed() -> None:
    """It has a title, another name, a day and three paragraphs, and the first has ended by then."""
    lines = [
        TITLE,
        "By Jane Roe",
        "March 4, 2031",
        *PROSE,
        "NEXT ARTICLE",
        OTHER,
        "By John Doe",
        "March 3, 2031",
        *PROSE,
    ]
    assert signed(*lines) == ["Jane Roe"]
    page, _, rules = plain.by_rules("\n\n".join(lines), None, CleanConfig())
    assert next_report.begins(page) == len(lines)  # none is left
    assert "body" not in rules.kinds[lines.index(OTHER) :]


@pytest.mark.parametrize(
    "second",
    [
        ("9:04 am", OTHER, "By John Doe", "10:15 am", *PROSE),  # a live blog's entry
        (OTHER, "By John Doe", "March 3, 2031", PROSE[0]),  # a teaser
        (OTHER, "By Jane Roe", "March 3, 2031", *PROSE),  # the same author: parts of one report
        (PROSE[0], "By John Doe", "March 3, 2031", *PROSE),  # a report that is signed below
    ],
)
def test_what_is_no_second_report(second: tuple[str, ...]) -> None:
    """Where one of these is missing, it is all one page."""
    assert len(signed(TITLE, "By Jane Roe", "March 4, 2031", *PROSE, *second)) == 2


def test_teasers_above_a_report_are_no_first_report() -> None:
    """A first report has three paragraphs."""
    teaser = ("Boat Show Opens In The Old Harbour", "By Ann Poe", PROSE[0])
    assert signed(*teaser, TITLE, "By Jane Roe", "March 4, 2031", *PROSE) == ["Ann Poe", "Jane Roe"]
