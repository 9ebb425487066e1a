"""Which quotations stand under the citation that an article's news was had from, and which its outlet has itself."""

from dataclasses import replace

import pytest

from firsthand.model import Count, CreditKind
from tests.factories import annotation, article, credit, quotation
from tests.trace.counting import REPORTS, counted, utterance

SAID = "The lamp is out and stays out"
OTHER = "Nobody asked the keepers at all"
RESIGNS = f"Ilse Marran resigned on Monday, two days after she told Kanal Vest that “{SAID}”."
CITES = f"“{SAID}” Ilse Marran told Kanal Vest on Monday."
REPORTED = f"The lamp was sold in spring, Kanal Vest reported on Monday. “{SAID}” Ilse Marran said."


def origins(
    lead: str,
    words: str,
    speaker: str,
    occasion: str | None = None,
    named: str = "told Kanal Vest",
    kind: CreditKind = "interview",
) -> Count:
    """Count an utterance of an article of the Orrin Post that names Kanal Vest in its lead."""
    text = article("a", lead, f"“{OTHER}”, it was said.", REPORTS[0], publisher="Orrin Post")
    first = quotation(text, SAID, "Ilse Marran")
    asked = replace(quotation(text, words, speaker, occasion=occasion), id="asked")
    note = annotation(text, first, asked, credit(text, named, "Kanal Vest", kind))
    return counted(text, notes=[note], statements=[utterance(asked)], subject="said")


def test_a_clause_that_looks_back_is_about_its_own_words() -> None:
    """The quotation of the clause was said there, and nothing else of the article was."""
    assert origins(RESIGNS, SAID, "Ilse Marran").origins == ("Kanal Vest",)
    assert origins(RESIGNS, OTHER, "Ilse Marran").origins == ("Orrin Post",)
    assert origins(RESIGNS, OTHER, "Ada Holm").origins == ("Orrin Post",)


def test_an_interview_covers_the_words_of_who_was_interviewed() -> None:
    """Others were heard by whoever writes, and a speaker whom nothing names may be the one interviewed."""
    assert origins(CITES, OTHER, "Ilse Marran").origins == ("Kanal Vest",)
    assert origins(CITES, OTHER, "").origins == ("Kanal Vest",)
    assert origins(CITES, OTHER, "Ada Holm").origins == ("Orrin Post",)


@pytest.mark.parametrize("occasion", ["told a news conference in Halden", "told reporters", "in a statement"])
def test_words_with_an_occasion_of_their_own_were_heard_there(occasion: str) -> None:
    """Whatever the lead cites: an interview, or a report."""
    assert origins(CITES, OTHER, "Ilse Marran", occasion).origins == ("Orrin Post",)
    found = origins(REPORTED, OTHER, "Ilse Marran", occasion, "Kanal Vest reported", "attribution")
    assert found.origins == ("Orrin Post",)


@pytest.mark.parametrize("occasion", [None, "in an interview", "in remarks published by Kanal Vest"])
def test_a_report_covers_all_that_is_quoted(occasion: str | None) -> None:
    """Whoever speaks: nothing tells that the outlet which writes it up has asked them."""
    found = origins(REPORTED, OTHER, "Ada Holm", occasion, "Kanal Vest reported", "attribution")
    assert found.origins == ("Kanal Vest",)
