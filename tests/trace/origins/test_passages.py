"""Passages of others, what is public of them, and links."""

from dataclasses import replace

from firsthand.model import Copy, Lineage, Link
from firsthand.trace.evidence.gather import gather
from firsthand.trace.families.group import families
from firsthand.trace.origins.drafting import drafts, lineage, seen
from tests.trace.pages import Page, arrows, copies_of, lineages, page, text

STORM = [text(k) for k in range(8)]
OWN = [text(k) for k in range(40, 48)]
SLUG = (("(AP)", "Associated Press", "dateline"),)


def _with_words(*pages: Page) -> dict[str, Lineage]:
    """Return the lineages of pages whose copies are counted in words, marked words being quotations."""
    copies = [
        replace(c, words=20, kind="quotation" if at(pages, c).startswith("“") else "prose") for c in copies_of(*pages)
    ]
    telling = gather({p.article.id: p.article for p in pages}, {p.article.id: p.annotation for p in pages}, copies)
    groups = families(telling, copies)
    view = seen(telling, groups)
    return {key: lineage(draft, "story", (), view) for key, draft in drafts(view, groups).items()}


def at(pages: tuple[Page, ...], copy: Copy) -> str:
    text_of = {p.article.id: p.article.text for p in pages}
    return text_of[copy.later][copy.later_start : copy.later_end]


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


def test_a_sentence_word_for_word_beside_a_quotation_is_an_agency_s() -> None:
    """Two reporters hear the same words; they do not write the same sentence. Without an agency it is too little."""
    lead = "The keeper lit the lamp at noon on Sunday and then sat down on the steps of the mill with a pot of soup."
    said = "“I have seen fog before, and I have seen soup before, and I know which one I would rather have today.”"
    agency = page("agency", lead, said, *STORM[:4], publisher="Reuters", published="2031-03-04T06:00Z")
    other = page("agency", lead, said, *STORM[:4], publisher="Valley News", published="2031-03-04T06:00Z")
    paper = page("paper", *OWN[:5], lead, said, publisher="Orrin Post", published="2031-03-04T08:00Z")
    assert _with_words(agency, paper)["paper"].draws_on == ("Reuters",)
    assert _with_words(other, paper)["paper"].draws_on == ()


def test_an_agency_s_own_page_takes_nothing_from_a_page_that_carries_it() -> None:
    """A page stitched from two agencies rests on both, and each agency's page is an original."""
    first = page("first", *STORM[:4], publisher="Reuters", published="2031-03-04T08:00Z")
    second = page("second", *OWN[:3], publisher="Associated Press", published="2031-03-04T06:00Z")
    both = page("both", *OWN[:3], *STORM[:2], publisher="Orrin Post", published="2031-03-04T07:00Z")
    found = lineages(first, second, both)
    assert (found["both"].origin, found["both"].relation) == ("Associated Press", "verbatim")
    assert set(found["both"].rests_on) == {"Associated Press", "Reuters"}
    assert found["first"].rests_on == ("Reuters",)
    assert {found["first"].relation, found["second"].relation} == {"original"}


def test_a_link_whose_words_say_that_an_outlet_reports_cites_it() -> None:
    """By the outlet's address; a link that names nobody, or whom it does not lead to, says nothing."""
    theirs = page("theirs", *STORM, publisher="orrinpost.example")
    for words, cites in (("Orrin reports", True), ("he reported", False), ("Halden reports", False), ("Orrin", False)):
        made = page("paper", f"The lamp is out, {words}, again.", *OWN, publisher="Valley News")
        start = made.article.text.index(words)
        link = Link(start, start + len(words), "https://www.orrinpost.example/lamp")
        paper = Page(replace(made.article, links=(link,)), made.annotation)
        line = lineages(theirs, paper)["paper"]
        assert (line.relation, line.rests_on) == (
            ("cites", ("orrinpost.example",)) if cites else ("independent", ("Valley News",))
        )
