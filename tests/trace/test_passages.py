"""Passages of others, what is public of them, and links."""

from dataclasses import replace

from firsthand.model import Link
from tests.trace.pages import Page, arrows, lineages, page, text

STORM = [text(k) for k in range(8)]
OWN = [text(k) for k in range(40, 48)]
SLUG = (("(AP)", "Associated Press", "dateline"),)


def test_a_passage_is_traced_to_the_origin_of_the_page_that_has_it() -> None:
    """Not to the paper that carries it."""
    carrier = page(
        "carrier",
        f"HALDEN (AP) — {text(9)}",
        *STORM[:6],
        publisher="Valley News",
        published="2031-03-04T06:00Z",
        credited=SLUG,
    )
    paper = page("paper", STORM[0], STORM[1], *OWN, publisher="Orrin Post", published="2031-03-04T08:00Z")
    line = lineages(carrier, paper)["paper"]
    assert (line.relation, line.draws_on) == ("partial", ("Associated Press",))
    assert set(line.rests_on) == {"Associated Press", "Orrin Post"}


def test_the_earlier_of_two_pages_took_nothing_from_the_later() -> None:
    """Unless the later is an agency's, whose clock may be that of its last version."""
    first = page("first", STORM[0], STORM[1], *OWN[:4], publisher="Orrin Post", published="2031-03-04T06:00Z")
    later = page("later", STORM[0], STORM[1], *STORM[2:6], publisher="Valley News", published="2031-03-04T08:00Z")
    agency = page("later", STORM[0], STORM[1], *STORM[2:6], publisher="Reuters", published="2031-03-04T08:00Z")
    assert lineages(first, later)["first"].relation == "independent"
    assert lineages(first, agency)["first"].draws_on == ("Reuters",)


def test_of_pages_of_one_day_neither_took_from_the_other() -> None:
    """Both say what they share, and that nothing tells which was first."""
    pages = [
        page(
            f"p{k}",
            *STORM[:2],
            *[text(200 + 10 * k + n) for n in range(5)],
            publisher=f"Paper {k}",
            published="2031-03-04",
        )
        for k in range(2)
    ]
    for line in lineages(*pages).values():
        assert (line.relation, line.draws_on) == ("independent", ())
        assert [r.rule for r in line.reasons] == ["no-order"]
        assert line.reasons[0].text.endswith("published the same day; which of them was first is not known")


def test_a_passage_in_many_texts_is_out_in_public() -> None:
    """Three other texts have it; copies of one text count once."""
    paper = page("paper", STORM[0], STORM[1], *OWN[:5], publisher="Orrin Post", published="2031-03-04T20:00Z")
    texts = [
        page(
            f"t{k}",
            STORM[0],
            STORM[1],
            *[text(100 + 10 * k + n) for n in range(5)],
            publisher=f"Paper {k}",
            published="2031-03-04T06:00Z",
        )
        for k in range(3)
    ]
    copies = [
        page(f"c{k}", STORM[0], STORM[1], *STORM[2:7], publisher=f"Paper {k}", published=f"2031-03-04T06:0{k}:00Z")
        for k in range(3)
    ]
    assert lineages(paper, *texts)["paper"].relation == "independent"
    assert lineages(paper, *copies)["paper"].draws_on == ("Paper 0",)


def linking(target: str, at: int = 0) -> Page:
    made = page("linking", *OWN, publisher="Orrin Post", published="2031-03-04T08:00Z")
    start = made.article.parts("body")[at].start
    return Page(replace(made.article, links=(Link(start, start + 6, target),)), made.annotation)


def test_a_link_in_the_lead_draws_on_the_linked_page() -> None:
    """By its address, however it is written; further down a link is a reference."""
    other = page("other", *STORM, publisher="Valley News", url="https://valley.example/lamp")
    for address in ("http://www.valley.example/lamp/?from=feed#top", "https://valley.example/lamp"):
        line = lineages(other, linking(address))["linking"]
        assert (line.relation, line.draws_on, line.rests_on) == ("independent", ("Valley News",), ("Orrin Post",))
        assert any(r.rule == "link" and r.passages for r in line.reasons)
    assert ("other", "linking", "inferred") in arrows(other, linking("https://valley.example/lamp"))
    assert lineages(other, linking("https://valley.example/lamp", at=7))["linking"].draws_on == ()
    assert lineages(other, linking("http://[broken"))["linking"].draws_on == ()
