"""Odd phrases and slips that two texts alone share show where a reworded text was had from."""

import random
from dataclasses import replace

import pytest

from firsthand.model import Count, Lineage, Quotation, Span
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.families.group import families
from firsthand.trace.origins.drafting import seen
from firsthand.trace.origins.oddities import oddities
from tests.factories import quotation
from tests.trace.counting import counted
from tests.trace.pages import Page, lineages, page, tellings, text

FIRST = (
    "Workers patched the breakwater with salvaged girders on Monday, two days after the storm tore a hole in it.",
    "The harbour office had mothballed the old crane years ago, so a borrowed barge lifted each piece into place.",
)
REWORDED = (
    "Two days after a gale holed the sea wall it was closed again with salvaged girders, the port says.",
    "Lifting them took a barge from elsewhere: the office had mothballed the old crane long before.",
)
ONE_PHRASE = (
    "Two days after a gale holed the sea wall it was closed again with salvaged girders, the port says.",
    "Lifting them took a barge from elsewhere, since the port has had no crane of its own for years.",
)
OTHER = ("Repairs at the port were finished on Monday, and ferries will sail again from tomorrow.", text(7))


def told(name: str, paragraphs: tuple[str, ...], hour: int, publisher: str = "", **more: str) -> Page:
    return page(
        name, *paragraphs, publisher=publisher or f"Paper {name}", published=f"2031-03-04T{hour:02d}:00Z", **more
    )


def counts(*pages: Page) -> Count:
    return counted(*(p.article for p in pages), notes=[p.annotation for p in pages])


def rules(line: Lineage) -> list[str]:
    return [r.rule for r in line.reasons]


def test_two_odd_phrases_show_that_a_text_was_reworded() -> None:
    """The later text draws on the earlier in part, and each phrase is a reason with both places."""
    a, b = told("a", FIRST, 8), told("b", REWORDED, 12)
    line = lineages(a, b, told("c", OTHER, 13))["b"]
    assert (line.relation, line.draws_on, line.authorship) == ("partial", ("Paper a",), "rewrite")
    assert rules(line) == ["odd-phrase", "odd-phrase"]
    for reason in line.reasons:
        here, there = reason.passages
        assert (here.article, there.article) == ("b", "a")
        assert b.article.text[here.start : here.end] == a.article.text[there.start : there.end]
    assert "“with salvaged girders” stands in this text and in that of Paper a alone" in line.reasons[0].text


def test_its_origin_could_be_the_others() -> None:
    """The range of a story says so, with a reason; what nothing shows stays apart at both ends."""
    count = counts(told("a", FIRST, 8), told("b", REWORDED, 12), told("c", OTHER, 13))
    assert (count.low, count.high) == (2, 3)


def test_one_odd_phrase_only_lowers_the_low_number() -> None:
    """It can be chance."""
    pages = told("a", FIRST, 8), told("b", ONE_PHRASE, 12)
    line = lineages(*pages)["b"]
    assert (line.relation, line.draws_on, line.authorship) == ("independent", (), "own")
    count = counts(*pages)
    assert (count.low, count.high) == (1, 2)
    (reason,) = [r for r in count.reasons if r.rule == "odd-phrase"]
    assert reason.text.startswith("Paper b and Paper a alone have “with salvaged girders”")
    assert len(reason.passages) == 2


def test_a_phrase_that_a_third_text_has_is_not_odd() -> None:
    third = "They were lifted with salvaged girders over the mothballed the old crane of the yard."
    assert lineages(told("a", FIRST, 8), told("b", REWORDED, 12), told("c", (third,), 13))["b"].draws_on == ()


def test_reprints_of_one_text_are_one_text() -> None:
    """That ten papers print the first text leaves its phrases odd."""
    reprints = [told(f"r{k}", FIRST, 9) for k in range(3)]
    found = lineages(told("a", FIRST, 8), *reprints, told("z", REWORDED, 12))["z"]
    assert found.relation == "partial"
    assert "odd-phrase" in rules(found)


def test_what_a_text_is_about_is_no_oddity() -> None:
    """A rare word that a text has twice is its subject."""
    about = "The girders came by barge, and the girders held."
    found = lineages(told("a", (*FIRST, about), 8), told("b", (*ONE_PHRASE, about.replace("barge", "rail")), 12))
    assert "odd-phrase" not in [r.rule for line in found.values() for r in line.reasons]


def test_quoted_and_reported_words_are_no_oddity() -> None:
    """Both could have heard them."""
    said = "“We closed it with salvaged girders and mothballed the old crane,” Ada Quell said."
    assert lineages(told("a", (said, text(1)), 8), told("b", (f"Later: {said}", text(2)), 12))["b"].draws_on == ()
    a, b = told("a", FIRST, 8), told("b", REWORDED, 12)
    assert lineages(_reporting(a), _reporting(b))["b"].draws_on == ()


def _reporting(made: Page) -> Page:
    """Return a page all of which is reported as said."""
    body = made.article.text
    whole = replace(
        quotation(made.article, body, "Ada Quell"), type="indirect", fragments=(Span(0, len(body)),), end=len(body)
    )
    assert isinstance(whole, Quotation)
    return Page(made.article, replace(made.annotation, quotations=(whole,)))


@pytest.mark.parametrize("language", ["de", "ru"])
def test_other_languages_have_no_list_of_rare_words(language: str) -> None:
    pages = [
        Page(replace(p.article, language=language), p.annotation) for p in (told("a", FIRST, 8), told("b", REWORDED, 9))
    ]
    assert lineages(*pages)["b"].draws_on == ()


def test_clocks_that_do_not_order_show_no_direction() -> None:
    """Two texts of one day: nobody drew on nobody as far as is known, but they could be one."""
    a, b = (
        Page(replace(p.article, published="2031-03-04"), p.annotation)
        for p in (told("a", FIRST, 8), told("b", REWORDED, 9))
    )
    assert {line.draws_on for line in lineages(a, b).values()} == {()}
    assert counts(a, b).low == 1


def test_texts_of_one_outlet_need_no_evidence() -> None:
    found = lineages(told("a", FIRST, 8, "Kanal Vest"), told("b", REWORDED, 9, "Kanal Vest"))
    assert found["b"].relation == "independent"


def test_a_word_misspelt_alike_is_as_one_odd_phrase() -> None:
    """Two may make one slip: alone it lowers the low number, with an odd phrase it shows more."""
    a, b = (told(k, (f"The goverment of the harbour is to meet {k}. {text(n)}",), 8 + n) for n, k in enumerate("ab"))
    assert lineages(a, b)["b"].draws_on == ()
    assert (counts(a, b).low, counts(a, b).high) == (1, 2)
    a, b = told("a", (*FIRST, "The goverment paid."), 8), told("b", (*ONE_PHRASE, "Its goverment has paid."), 12)
    line = lineages(a, b)["b"]
    assert (line.relation, line.draws_on) == ("partial", ("Paper a",))
    assert any("the word is spelt “government”" in r.text for r in line.reasons)


def test_digits_swapped_alike_are_evidence() -> None:
    """Two texts say 514 where four of the story say 541; not where the two have the right figure too."""
    right = [told(f"r{k}", (f"It cost 541 crowns. {text(k)}",), 1) for k in range(4)]
    a, b = (told(k, (f"It cost 514 crowns. {text(10 + n)}",), 8 + n) for n, k in enumerate("ab"))
    line = lineages(*right, a, b)["b"]
    assert line.draws_on == ("Paper a",)
    assert "4 others have “541 crowns”" in line.reasons[-1].text
    assert lineages(*right[:3], a, b)["b"].draws_on == ()
    both = [told(k, (f"It cost 514 crowns, not 541 crowns. {text(10 + n)}",), 8 + n) for n, k in enumerate("ab")]
    assert lineages(*right, *both)["b"].draws_on == ()


def test_the_order_of_articles_does_not_matter() -> None:
    pages = [told("a", FIRST, 8), told("b", REWORDED, 12), told("c", OTHER, 13), told("d", ONE_PHRASE, 14)]
    found = []
    for seed in range(4):
        random.Random(seed).shuffle(pages)
        made = tellings(*pages)
        view = seen(made, families(made, []))
        assert isinstance(view.clocks, Clocks)
        found.append(oddities(view, dict.fromkeys(made, "story")))
    assert all(each == found[0] for each in found)
    assert [(o.earlier, o.later, len(o.reasons)) for o in found[0]] == [("a", "b", 1)]
