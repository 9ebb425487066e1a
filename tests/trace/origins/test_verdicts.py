"""What the corpus gives away of a text that none of its own pages credits."""

from tests.trace.pages import Page, lineages, page, text

STORM = [text(k) for k in range(8)]
FERRY = [text(k) for k in range(20, 28)]
OWN = [text(k) for k in range(40, 48)]
AP = "Associated Press"
SLUG = (("(AP)", AP, "dateline"),)


def feed(*paragraphs: str, headline: str | None = None, bylines: tuple[str, ...] = ()) -> Page:
    return page("feed", *paragraphs, publisher="Yahoo News", headline=headline, bylines=bylines)


def signed(name: str, *paragraphs: str, headline: str | None = None, bylines: tuple[str, ...] = ()) -> Page:
    words = (f"HALDEN (AP) — {paragraphs[0]}", *paragraphs)
    return page(name, *words, publisher=f"Paper {name}", credited=SLUG, headline=headline, bylines=bylines)


def why(*pages: Page) -> list[tuple[str, str]]:
    line = lineages(*pages)["feed"]
    return [(line.origin, r.rule) for r in line.reasons]


def test_an_author_who_signs_for_an_agency_elsewhere_names_the_origin() -> None:
    """ "Ada Holm" above an uncredited text, "Ada Holm" above an agency's."""
    known = signed("known", *STORM, bylines=("Ada Holm",))
    assert (AP, "author") in why(feed(*OWN, bylines=("Ada Holm",)), known)


def test_an_author_who_signs_for_two_outlets_names_none() -> None:
    """A freelance."""
    known = signed("known", *STORM, bylines=("Ada Holm",))
    other = page("other", *FERRY, publisher="Orrin Post", bylines=("Ada Holm",))
    assert why(feed(*OWN, bylines=("Ada Holm",)), known, other) == [("unknown", "no-label")]


def test_an_outlet_keeps_its_author_unless_an_agency_has_them() -> None:
    """Somebody who writes for two papers wrote this one's text for it; an agency's reporter wrote the agency's."""
    paper = page("paper", *STORM, publisher="Orrin Post", bylines=("Ada Holm",))
    other = page("other", *FERRY, publisher="Valley News", bylines=("Ada Holm",))
    assert lineages(paper, other)["paper"].origin == "own"
    assert lineages(paper, signed("known", *FERRY, bylines=("Ada Holm",)))["paper"].origin == AP


def test_a_photographer_is_no_author() -> None:
    """Who is named in a caption took the picture, of whatever text."""
    caption = "A lamp. (Ada Holm via AP)"
    known = page(
        "known",
        caption,
        f"HALDEN (AP) — {STORM[0]}",
        publisher="Orrin Post",
        kinds=("caption",),
        credited=SLUG,
        bylines=("Ada Holm",),
    )
    assert why(feed(*OWN, bylines=("Ada Holm",)), known) == [("unknown", "no-label")]


def test_a_headline_that_stands_over_an_agency_s_text_names_the_origin_of_a_feed_page() -> None:
    """The feed cut another part of the text, so that no passage is shared."""
    headline = "Old lamp of Halden fails in the storm"
    assert (AP, "same-headline") in why(feed(*OWN, headline=headline), signed("known", *STORM, headline=headline))
    assert (
        why(feed(*OWN, headline="Old lamp fails"), signed("known", *STORM, headline="Old lamp fails"))[0][0]
        == "unknown"
    )


def test_background_that_only_one_agency_s_texts_have_names_the_origin() -> None:
    """A standing paragraph in two other texts of the agency; in one text it may have been had from anywhere."""
    one, two = signed("one", STORM[0], *FERRY[:4]), signed("two", STORM[0], *OWN[4:8])
    assert (AP, "standing-passage") in why(feed(STORM[0], *OWN[:3]), one, two)
    assert why(feed(STORM[0], *OWN[:3]), one) == [("unknown", "no-label")]


def test_background_that_another_outlet_s_text_has_too_names_nobody() -> None:
    """It may have been taken from either."""
    one, two = signed("one", STORM[0], *FERRY[:4]), signed("two", STORM[0], *OWN[4:8])
    other = page("other", STORM[0], *[text(k) for k in range(70, 76)], publisher="Orrin Post")
    assert lineages(feed(STORM[0], *OWN[:3]), one, two, other)["feed"].origin == "unknown"


def test_an_agency_that_was_told_everything_in_an_unlabelled_text_wrote_it() -> None:
    """ "told The Associated Press": an agency names itself so in its own reports; a broadcaster is quoted by all."""
    words = "The keeper told The Associated Press of waves."
    for outlet, origin in ((AP, AP), ("CNN", "unknown")):
        told = page(
            "feed",
            *OWN[:3],
            words,
            publisher="Yahoo News",
            credited=(("told The Associated Press", outlet, "interview"),),
        )
        assert lineages(told)["feed"].origin == origin


def test_a_family_on_pages_of_several_outlets_may_be_an_agency_s_too() -> None:
    """Two papers carry one text, neither credits it, and its background is the agency's."""
    one, two = signed("one", STORM[0], *FERRY[:4]), signed("two", STORM[0], *OWN[4:8])
    papers = [
        page(f"p{k}", STORM[0], *OWN[:3], publisher=f"Daily {k}", published="2031-03-04T06:00Z") for k in range(2)
    ]
    assert {lineages(one, two, *papers)[f"p{k}"].origin for k in range(2)} == {AP}


def test_an_author_of_two_texts_of_the_outlet_is_the_outlet_s() -> None:
    """A second text shows it, whatever an agency's page is signed with: two names may be alike."""
    papers = [page(n, *t, publisher="Orrin Post", bylines=("Ada Holm",)) for n, t in (("a", STORM), ("b", OWN))]
    known = signed("known", *FERRY, bylines=("Ada Holm",))
    assert {lineages(*papers, known)[n].origin for n in "ab"} == {"own"}


def test_an_author_is_no_evidence_against_an_outlet_that_the_agency_s_text_cites() -> None:
    """The agency writes up what the paper's reporter found out, and thanks her in its byline."""
    paper = page("paper", *STORM, publisher="Orrin Post", bylines=("Ada Holm",))
    cited = "The Orrin Post reported it."
    known = page(
        "known",
        f"HALDEN (AP) — {FERRY[0]}",
        cited,
        *FERRY,
        publisher="Valley News",
        credited=(*SLUG, ("The Orrin Post reported", "Orrin Post", "attribution")),
        bylines=("Ada Holm",),
    )
    assert lineages(paper, known)["paper"].origin == "own"
