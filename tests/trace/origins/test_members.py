"""What a page is to the text that it shares: a copy of it, or a report in other words."""

from firsthand.link.copies import find_copies
from firsthand.model import Article, Lineage, Story
from firsthand.trace import trace
from tests.factories import annotation, article, credit

AGENCY = (
    "HALDEN (AP) — The director of the lighthouse service was told in spring that the lamp at Cape Orrin was cracked, "
    "according to a letter from the keepers that was read aloud at the inquiry on Monday afternoon.",
    "The letter, signed by nine keepers, asked the director to take the lamp out of service until it could be mended. "
    "The director did not answer it, the keepers say, and the lamp burned for another four months.",
)
WORDED = (
    "The director of the lighthouse service was told last spring that the old lamp at Cape Orrin was badly cracked, "
    "as a letter from keepers shows that was read out at an inquiry in Halden on Monday.",
    "The letter, which nine keepers signed, asked that director to put the lamp out of service till it could be fixed. "
    "The director never answered it, so the keepers say, and the lamp went on burning for four more months.",
)


def paper(*paragraphs: str) -> Lineage:
    """Return the lineage of a paper's page beside the agency's."""
    source = article("agency", *AGENCY, publisher="Associated Press", published="2031-03-04T06:00:00Z")
    page = article("paper", *paragraphs, publisher="Orrin Post", published="2031-03-04T09:00:00Z")
    notes = {source.id: annotation(source, credit(source, "(AP)", "Associated Press", "dateline"))}
    return _traced(source, page, notes | {page.id: annotation(page)})


def _traced(source: Article, page: Article, notes: dict) -> Lineage:  # type: ignore[type-arg]
    pages = {source.id: source, page.id: page}
    copies = find_copies((source, page), notes)
    assert copies, "the texts are held against each other"
    found = trace(pages, notes, copies, [Story("story", "Headline", tuple(pages), None, None)], [], [], [])
    return next(line for line in found.lineages if line.article == page.id)


def test_a_page_with_the_words_unchanged_is_a_copy() -> None:
    """Without a credit too."""
    found = paper(AGENCY[0].removeprefix("HALDEN (AP) — "), AGENCY[1])
    assert (found.relation, found.origin) == ("verbatim", "Associated Press")


def test_a_page_in_which_one_word_in_four_is_another_is_reworded() -> None:
    """It has the text sentence by sentence, and not in its words."""
    found = paper(*WORDED)
    assert found.relation == "partial"
    assert found.rests_on[0] == "Associated Press"
