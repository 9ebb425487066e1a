"""Distributors of releases, and who issued what they put out."""

import pytest

from firsthand.model import Credit
from firsthand.trace.evidence.distributors import is_distributor, is_issuer, issuer


@pytest.mark.parametrize(
    "name", ["PR Newswire", "PRNewswire", "Business Wire", "GlobeNewswire", "EIN Presswire", "ots", "PRNewswire-Nord"]
)
def test_distributors_are_known_by_name(name: str) -> None:
    """In any case."""
    assert is_distributor(name) and is_distributor(name.upper())


@pytest.mark.parametrize("name", ["Associated Press", "Wire Post", "Otis Herald", ""])
def test_agencies_and_outlets_are_none(name: str) -> None:
    """They report."""
    assert not is_distributor(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HALDEN, March 4 /PRNewswire/ -- Halden Lamps AS today announced nine lamps.", "Halden Lamps"),
        ("HALDEN, March 4 /PRNewswire/ -- The Orrin Lamp Trust (OLT) has announced nine lamps.", "Orrin Lamp Trust"),
        ("HALDEN, March 4 /PRNewswire/ -- Nine lamps.\n\nSOURCE Halden Lamps Inc.", "Halden Lamps"),
        ("HALDEN, March 4 /PRNewswire/ -- Nine lamps.\n\nAbout Halden Lamps: It makes lamps.", "Halden Lamps"),
        (
            "H. /PRNewswire/ - Neun.\nOriginal-Content von: Halden Lampen GmbH, übermittelt durch news aktuell",
            "Halden Lampen",
        ),
    ],
)
def test_the_forms_of_releases_tell_the_issuer(text: str, name: str) -> None:
    """Without its legal form, with the place that says so."""
    at = text.index("/PRNewswire/")
    found = issuer(text, Credit(at, at + len("/PRNewswire/"), "PR Newswire", "dateline"))
    assert found is not None
    assert found[0] == name and name in text[found[1].start : found[1].end]


def test_a_release_that_names_nobody_has_no_issuer() -> None:
    """Unknown is a value."""
    text = "HALDEN, March 4 /PRNewswire/ -- nine lamps were lit.\n\nAbout Us: lamps."
    assert issuer(text, Credit(16, 28, "PR Newswire", "dateline")) is None


def test_an_issuer_goes_by_the_first_words_of_its_name() -> None:
    """With or without its legal form."""
    assert is_issuer("Halden Lamps AS", "Halden Lamps") and is_issuer("Halden Lamps", "Halden Lamps AS")
    assert not is_issuer("Orrin Post", "Halden Lamps") and not is_issuer("", "Halden Lamps")
