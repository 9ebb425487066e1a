"""Datelines and agency slugs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.clean import datelines


@pytest.mark.parametrize(
    ("line", "words", "slug"),
    [
        ("OSLO – The ferry", "OSLO", None),
        ("OSLO (Reuters) — The ferry", "OSLO", "Reuters"),
        ("Oslo (Reuters) - The ferry", "Oslo", "Reuters"),
        ("PARIS, March 3 (AFP) - The ferry", "PARIS, March 3", "AFP"),
        ("NEW HAVEN, Conn. (AP) _ The ferry", "NEW HAVEN, Conn", "AP"),
        ("BUFFALO, N.Y. (WXYZ)- The ferry", "BUFFALO, N.Y", "WXYZ"),
        ("OSLO, September 22./TASS/. The ferry", "OSLO, September 22", "TASS"),
        ("OSLO, 3 July. /TASS/. The ferry", "OSLO, 3 July", "TASS"),
        ("New Delhi, Jul 15 (PTI) The ferry", "New Delhi, Jul 15", "PTI"),
        ("SAN FRANCISCO/OAKLAND -- The ferry", "SAN FRANCISCO/OAKLAND", None),
        ("ÅRHUS — The ferry", "ÅRHUS", None),
        ("(AP) — The ferry", None, "AP"),
    ],
)
def test_datelines_are_read_without_slug_and_dash(line: str, words: str | None, slug: str | None) -> None:
    """The words are place and date; what follows is the report."""
    found = datelines.read(line)
    assert found is not None
    assert (found.words, found.slug) == (words, slug)
    assert line[found.end :] == "The ferry"


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE – The ferry sank",
        "The minister (Labour) – who was late – spoke.",
        "Jane Roe – the mayor – spoke.",
        "NASA engineers said the ferry sank - and left.",
        "The ferry sank.",
        "",
    ],
)
def test_other_beginnings_are_no_datelines(line: str) -> None:
    """Labels, people and organisations are not places."""
    assert datelines.read(line) is None


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    """Pages set ``Place (AGENCY)`` above the report."""
    found = datelines.read_line("Oslo (AP)")
    assert found is not None
    assert (found.words, found.slug) == ("Oslo", "AP")
    assert datelines.read_line("The ferry sank") is None


@given(st.text(max_size=200))
def test_any_line_is_read(line: str) -> None:
    """Nothing raises, and the end lies within the line."""
    found = datelines.read(line)
    assert found is None or 0 < found.end <= len(line)
