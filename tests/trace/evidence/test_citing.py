"""Citations that carry an article stand in its headline or lead; others are mentions."""

from dataclasses import replace

import pytest

from firsthand.model import CreditKind
from firsthand.trace.evidence.citing import load_bearing, rests_on
from tests.factories import quotation
from tests.trace.pages import Page, page, tellings, text

Named = tuple[tuple[str, str, CreditKind], ...]
TOLD = "The keeper told CNN on Sunday that the lamp would be lit again."
REPORTED = "The lamp was sold in spring, the New York Times reported."


def bearing(found: Page) -> list[str]:
    return [c.publisher for c in load_bearing(tellings(found)["p"])]


def paper(
    *paragraphs: str,
    credited: Named,
    headline: str | None = None,
) -> Page:
    return page("p", *paragraphs, publisher="Orrin Post", headline=headline, credited=credited)


def test_an_interview_in_the_lead_carries_the_article() -> None:
    """Whoever writes up a broadcast rests on the broadcaster."""
    assert bearing(paper(TOLD, *map(text, range(9)), credited=(("told CNN", "CNN", "interview"),))) == ["CNN"]


def test_a_passing_citation_far_down_carries_nothing() -> None:
    """A wide article that quotes one interview among much else rests on its own reporting."""
    assert bearing(paper(*map(text, range(9)), TOLD, credited=(("told CNN", "CNN", "interview"),))) == []


def test_a_report_is_cited_in_the_first_paragraphs_or_for_a_detail() -> None:
    """In a short article too: what the fifth paragraph has from somebody is not the news."""
    short = [f"The lamp went out at {k}." for k in range(1, 5)]
    named: Named = (("the New York Times reported", "New York Times", "attribution"),)
    assert bearing(paper(short[0], REPORTED, *short[1:], credited=named)) == ["New York Times"]
    assert bearing(paper(*short, REPORTED, text(1), text(2), credited=named)) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Analysis: What the lamp means",
        "Your Monday Briefing",
        "The Harborsecurity 202: Lamps",
        "Opinion | The lamp",
        "Five takeaways from the storm",
    ],
)
def test_a_page_that_looks_from_above_rests_on_itself(headline: str) -> None:
    """Analyses, briefings and opinion quote in passing, even in their first lines."""
    found = paper(TOLD, *map(text, range(9)), headline=headline, credited=(("told CNN", "CNN", "interview"),))
    assert bearing(found) == []


def test_a_roundup_of_what_was_said_on_air_rests_on_all_broadcasters() -> None:
    """None of them comes at once, and there are three and more."""
    words = [
        text(1),
        text(2),
        TOLD,
        text(3),
        "The warden told NBC News of a ditch.",
        text(4),
        text(5),
        text(6),
        "The pilot told ABC News of fog.",
    ]
    named: Named = (
        ("told CNN", "CNN", "interview"),
        ("told NBC News", "NBC News", "interview"),
        ("told ABC News", "ABC News", "interview"),
    )
    assert bearing(paper(*words, credited=named)) == ["CNN", "NBC News", "ABC News"]
    assert bearing(paper(TOLD, *map(text, range(10, 16)), *words, credited=named)) == ["CNN"]


def test_an_interview_given_to_several_at_once_rests_on_none_of_them() -> None:
    """Whether all of them are known outlets or only one is."""
    several = "The keeper said in an interview with CNN, Cape Radio and Orrin TV that the lamp was lit."
    assert bearing(paper(several, text(1), credited=(("CNN", "CNN", "interview"),))) == []
    two = "The keeper told CNN and, in the same breath, NBC News that the lamp was lit."
    known: Named = (
        ("CNN", "CNN", "interview"),
        ("NBC News", "NBC News", "interview"),
    )
    assert bearing(paper(two, text(1), credited=known)) == []


def test_a_report_that_quotes_another_s_interview_rests_on_the_report() -> None:
    """The first citation is the news, the interview was found with it."""
    named: Named = (
        ("the New York Times reported", "New York Times", "attribution"), ("told CNN", "CNN", "interview"),
    )  # fmt: skip
    assert bearing(paper(REPORTED, TOLD, text(1), credited=named)) == ["New York Times"]


def test_an_outlet_that_writes_up_its_own_broadcast_rests_on_itself() -> None:
    """Whatever else it quotes for background; the other way round the news is the other's."""
    named: Named = (("told CNN", "CNN", "interview"), ("told NBC News", "NBC News", "interview"))
    other = "The warden told NBC News of a ditch."
    own = page("p", TOLD, other, text(1), publisher="CNN", credited=named)
    background = page("p", other, TOLD, text(1), publisher="CNN", credited=named)
    assert bearing(own) == []
    assert bearing(background) == ["NBC News"]


def test_a_credit_in_a_caption_is_no_citation() -> None:
    """ "via Reuters" below a picture says whose picture it is."""
    found = page(
        "p", "A lamp, via REUTERS", text(1), publisher="Orrin Post", kinds=("caption",),
        credited=(("via REUTERS", "Reuters", "attribution"),),
    )  # fmt: skip
    assert bearing(found) == []


def test_a_lead_that_cites_many_reports_rests_on_none_of_them_alone() -> None:
    """Four reports in one lead are a gathering."""
    names = ("CNN", "NBC News", "ABC News", "Reuters")
    words = " ".join(f"{name} reported wind." for name in names)
    found = paper(words, text(1), credited=tuple((f"{n} reported", n, "attribution") for n in names))
    assert rests_on(tellings(found)["p"]) == []


def test_an_interview_further_down_than_the_article_s_own_speaker_is_one_voice_of_several() -> None:
    """Where the one who was interviewed is the first to speak, it carries the article."""
    told = "The choir told CNN that it had sung everything it knew."
    said = "“A comma was wrong,” the miller said."
    lead = [text(1), "The lamp went out.", said, "It was dark."]
    for first, carries in (("the miller", []), ("the choir", ["CNN"])):
        made = page("p", *lead, told, text(2), publisher="Orrin Post", credited=(("told CNN", "CNN", "interview"),))
        spoken = (
            quotation(made.article, "A comma was wrong,", first),
            quotation(made.article, "it had sung everything it knew", "the choir"),
        )
        found = Page(made.article, replace(made.annotation, quotations=spoken))
        assert bearing(found) == carries
