"""Whose own page a text without an address is."""

import pytest

from firsthand.clean import datelines, publishers
from firsthand.clean.rendered import Rendered
from firsthand.model import Segment

REPORT = "The ferry was closed on Monday after the river had risen."


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("OSLO, March 3. /TASS/. ", "TASS"),
        ("МОСКВА, 3 марта. /ТАСС/. ", "TASS"),
        ("OSLO (Reuters) - ", None),
        ("OSLO, March 3, 2031 /PRNewswire/ -- ", None),
        ("OSLO, March 3. /Riverton/. ", None),
    ],
)
def test_slashes_sign_an_agencys_own_pages(dateline: str, publisher: str | None) -> None:
    """Brackets and press releases are printed by anybody."""
    text = dateline + REPORT
    found = datelines.read(text)
    assert found is not None
    segments = (Segment("dateline", 0, found.end), Segment("body", found.end, len(text)))
    assert publishers.own_agency(Rendered(text=text, segments=segments)) == publisher
