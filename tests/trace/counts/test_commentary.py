"""A note on the author at either end of a text tells opinion that is not marked as such."""

import pytest

from firsthand.trace.counts.commentary import author_note
from tests.factories import article
from tests.trace.counting import REPORTS, counted, ends, rules

NOTE = "Ada Holm is a professor of harbour law at Norlandia State and the author of “Lamps”."


@pytest.mark.parametrize(
    "line",
    [
        NOTE,
        "Ben J. Krall has been an op-ed columnist since 2019.",
        "Cy Dorn teaches the law of the sea at Orrin University.",
        "By Ada Holm, is a senior fellow at the Cape Institute",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_scholar_columnist_or_guest_is_found_at_either_end(line: str, first: bool) -> None:
    """The passage is the words of the note."""
    text = article("a", line, *REPORTS) if first else article("a", *REPORTS, line)
    note = author_note(text)
    assert note is not None
    assert line.startswith(text.text[note.start : note.end])


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm is a staff writer who covers the university for the Orrin Post.",
        "Ben Krall is a keeper of the lighthouse.",
        "The Orrin Lamp is the work of a professor.",
        "a keeper is a fellow of the guild.",
        "“Ada Holm is a professor,” the mayor said.",
    ],
)
def test_reporters_keepers_and_sentences_are_no_notes(line: str) -> None:
    """Only who does not report for a living."""
    assert author_note(article("a", *REPORTS, line)) is None


def test_what_stands_amid_a_long_text_is_no_note() -> None:
    """A report names professors too."""
    assert author_note(article("a", *REPORTS * 3, NOTE, *REPORTS * 3)) is None


def test_a_page_without_a_body_has_no_note() -> None:
    """Captions only."""
    assert author_note(article("a", NOTE, kinds=("caption",))) is None


def test_a_guest_s_page_need_not_have_an_origin_of_its_own() -> None:
    """It counts at the high end only, and the note is cited."""
    guest = article("guest", REPORTS[1], NOTE, publisher="Hill Gazette")
    count = counted(article("p", REPORTS[0], publisher="Orrin Post"), guest)
    assert (ends(count), rules(count)) == ((1, 2), ["not-reporting"])
    (passage,) = count.reasons[-1].passages
    assert guest.text[passage.start : passage.end].startswith("Ada Holm is a professor")
