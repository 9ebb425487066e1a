"""The hard cases of origins, each with an invented telling: what the corpus shows is found, and no clock invents it."""

from tests.trace.pages import arrows, lineages, page, text

STORM = [text(k) for k in range(8)]
FERRY = [text(k) for k in range(20, 28)]
OWN = [text(k) for k in range(40, 48)]
AP = "Associated Press"
SLUG = (("(AP)", AP, "dateline"),)
CNN = (("(CNN)", "CNN", "dateline"),)


def test_an_agency_text_that_one_of_its_pages_credits_is_the_agency_s_everywhere() -> None:
    """The uncredited copy rests on it too, though its clock is the first."""
    bare = page("bare", *STORM[:5], publisher="Orrin Post", published="2031-03-04T06:00Z")
    signed = page(
        "signed",
        f"HALDEN (AP) — {OWN[0]}",
        *STORM[:5],
        publisher="Valley News",
        published="2031-03-04T09:00Z",
        credited=SLUG,
    )
    found = lineages(bare, signed)
    assert (found["bare"].origin, found["bare"].relation) == (AP, "verbatim")
    assert any("Valley News, with the same text, names Associated Press" in r.text for r in found["bare"].reasons)


def test_a_feed_s_label_gives_way_to_the_agency_that_another_page_credits() -> None:
    """The label names the agency's customer, which the feed had the text from."""
    feed = page(
        "feed",
        "Star Tribune•",
        *STORM[:5],
        publisher="Yahoo News",
        kinds=("boilerplate",),
        credited=(("Star Tribune•", "Minnesota Star Tribune", "byline"),),
    )
    signed = page("signed", f"HALDEN (AP) — {OWN[0]}", *STORM[:5], publisher="Valley News", credited=SLUG)
    assert {line.origin for line in lineages(feed, signed).values()} == {AP}


def test_a_slug_in_the_dateline_outweighs_the_label_above_it() -> None:
    """One page has both: who is named in the dateline wrote the words."""
    words = f"HALDEN (CNN) — {STORM[0]}"
    feed = page(
        "feed",
        "KYW•",
        words,
        publisher="Yahoo News",
        kinds=("boilerplate",),
        credited=(("KYW•", "KYW", "byline"), *CNN),
    )
    line = lineages(feed)["feed"]
    assert (line.origin, line.draws_on) == ("CNN", ("KYW", "CNN"))


def test_a_photo_credit_is_no_evidence_of_the_text() -> None:
    """One agency's picture above another's words."""
    signed = page("signed", f"HALDEN (AP) — {OWN[0]}", *STORM[:5], publisher="Valley News", credited=SLUG)
    bare = page(
        "bare",
        "A lamp. Reuters",
        *STORM[:5],
        publisher="Orrin Post",
        kinds=("caption",),
        credited=(("Reuters", "Reuters", "photo"),),
    )
    assert lineages(signed, bare)["bare"].origin == AP


def test_a_page_stitched_from_two_agencies_has_the_greater_part_s_origin_and_draws_on_both() -> None:
    """Nothing of its own stands between the passages."""
    storm = page(
        "storm",
        f"HALDEN (AP) — {OWN[0]}",
        *STORM[:6],
        publisher="Valley News",
        published="2031-03-04T06:00Z",
        credited=SLUG,
    )
    ferry = page(
        "ferry",
        f"ORRIN (Reuters) — {OWN[1]}",
        *FERRY[:6],
        publisher="Hill Gazette",
        published="2031-03-04T06:00Z",
        credited=(("(Reuters)", "Reuters", "dateline"),),
    )
    both = page("both", *STORM[:3], *FERRY[:2], publisher="Orrin Post", published="2031-03-04T12:00Z")
    line = lineages(storm, ferry, both)["both"]
    assert (line.origin, line.relation) == (AP, "verbatim")
    assert set(line.draws_on) == {AP, "Reuters"}


def test_a_scoop_its_wire_rewrite_and_the_stations_that_carry_it_rest_on_the_scoop() -> None:
    """Who copies a text rests on what the text itself has its news from."""
    scoop = page("scoop", *FERRY[:6], publisher="New York Times", published="2031-03-04T05:00Z")
    words = f"(CNN) — {OWN[0]} the New York Times reported."
    cited = (*CNN, ("the New York Times reported", "New York Times", "attribution"))
    stations = [
        page(f"s{k}", words, *STORM[:4], publisher=f"Station {k}", published=f"2031-03-04T0{7 + k}:00Z", credited=cited)
        for k in range(2)
    ]
    found = lineages(scoop, *stations)
    for name in ("s0", "s1"):
        assert (found[name].origin, found[name].rests_on) == ("CNN", ("New York Times",))
        assert found[name].draws_on == ("CNN", "New York Times")
    assert ("scoop", "s0", "credit") in arrows(scoop, *stations)


def test_an_agency_s_wide_report_with_one_passing_citation_rests_on_the_agency() -> None:
    """Its copies too."""
    told = "The pilot told CNN of fog."
    words = (f"HALDEN (AP) — {OWN[0]}", *STORM[:6], told)
    pages = [
        page(f"p{k}", *words, publisher=f"Paper {k}", credited=(*SLUG, ("told CNN", "CNN", "interview")))
        for k in range(2)
    ]
    assert {line.rests_on for line in lineages(*pages).values()} == {(AP,)}


def test_a_broadcaster_s_own_page_of_its_interview_is_the_origin_of_all_write_ups() -> None:
    """Everyone else cites."""
    own = page("own", *FERRY[:5], publisher="CNN", published="2031-03-04T05:00Z")
    paper = page(
        "paper",
        "The keeper told CNN of waves.",
        *OWN,
        publisher="Orrin Post",
        credited=(("told CNN", "CNN", "interview"),),
    )
    found = lineages(own, paper)
    assert found["own"].relation == "independent"
    assert (found["paper"].relation, found["paper"].rests_on) == ("cites", ("CNN",))
    assert arrows(own, paper) == {("own", "paper", "credit")}


def test_a_page_read_twice_is_its_outlet_s_original() -> None:
    """Both readings, whatever their times."""
    pages = [page(f"r{k}", *STORM[:5], publisher="Orrin Post", fetched=f"2031-03-04T0{k + 1}:00Z") for k in range(2)]
    assert {(line.origin, line.relation) for line in lineages(*pages).values()} == {("own", "original")}


def test_a_page_whose_passages_another_has_is_no_family_with_it() -> None:
    """Half of the other is its own writing: it took a part, and the first page is the original of that."""
    first = page("first", *STORM[:4], publisher="Orrin Post", published="2031-03-04T06:00Z")
    other = page("other", *STORM[:3], *OWN[:3], publisher="Valley News", published="2031-03-04T08:00Z")
    found = lineages(first, other)
    assert (found["other"].relation, found["other"].draws_on) == ("partial", ("Orrin Post",))
    assert (found["first"].relation, found["first"].family, found["other"].family) == ("original", None, None)


def test_a_live_page_that_keeps_its_earlier_entries_is_its_own_outlet_s() -> None:
    """It is a family with its earlier state, and cites nobody though its entries quote others."""
    told = "The pilot told CNN of fog."
    early = page(
        "early",
        "2:10 p.m.",
        told,
        STORM[0],
        "2:20 p.m.",
        *STORM[1:4],
        "2:40 p.m.",
        STORM[4],
        publisher="Orrin Post",
        published="2031-03-04T15:00Z",
        credited=(("told CNN", "CNN", "interview"),),
    )
    late = page(
        "late",
        "4:10 p.m.",
        *OWN[:6],
        "4:20 p.m.",
        STORM[0],
        "4:40 p.m.",
        *STORM[1:4],
        publisher="Orrin Post",
        published="2031-03-04T17:00Z",
    )
    found = lineages(early, late)
    assert {(line.origin, line.relation) for line in found.values()} == {("own", "original")}
    assert found["early"].family == found["late"].family is not None


def test_sister_papers_that_carry_one_text_have_it_from_their_group_s_desk() -> None:
    """Nobody credits it, and no other outlet has it."""
    names = ("Arizona Republic", "Indianapolis Star", "Tennessean")
    pages = [page(f"p{k}", *STORM[:5], publisher=name, published="2031-03-04") for k, name in enumerate(names)]
    found = lineages(*pages)
    assert {line.origin for line in found.values()} == {"USA Today"}
    assert any(r.rule == "chain" and "only outlets of Gannett" in r.text for r in found["p0"].reasons)


def test_a_sister_paper_that_signs_the_text_is_its_origin() -> None:
    """Papers of a group carry each other's local stories."""
    own = page(
        "own",
        "Ada Holm, Tennessean",
        *STORM[:5],
        publisher="Tennessean",
        kinds=("byline",),
        credited=(("Ada Holm, Tennessean", "Tennessean", "byline"),),
    )
    other = page("other", *STORM[:5], publisher="Arizona Republic")
    assert lineages(own, other)["other"].origin == "Tennessean"


def test_a_station_s_own_byline_on_an_agency_s_text_does_not_make_it_the_station_s() -> None:
    """Another page of the text names the agency."""
    own = page(
        "own", "Ada Holm, WDIV", *STORM[:5], publisher="WDIV", kinds=("byline",), published="2031-03-04T05:00Z",
        credited=(("Ada Holm, WDIV", "WDIV", "byline"),),
    )  # fmt: skip
    signed = page(
        "signed",
        f"HALDEN (AP) — {OWN[0]}",
        *STORM[:5],
        publisher="Valley News",
        published="2031-03-04T09:00Z",
        credited=SLUG,
    )
    assert lineages(own, signed)["own"].origin == AP


def test_a_labelled_text_with_an_agency_s_passages_is_partly_the_agency_s() -> None:
    """A small outlet's rewrite of a report, read on a feed: both are drawn on."""
    agency = page(
        "agency",
        f"HALDEN (AP) — {OWN[7]}",
        *STORM[:5],
        publisher="Valley News",
        published="2031-03-04T06:00Z",
        credited=SLUG,
    )
    feed = page(
        "feed",
        "The Hill•",
        *OWN[:3],
        *STORM[:2],
        publisher="Yahoo News",
        kinds=("boilerplate",),
        published="2031-03-04T08:00Z",
        credited=(("The Hill•", "The Hill", "byline"),),
    )
    line = lineages(agency, feed)["feed"]
    assert (line.origin, line.relation, line.draws_on) == ("The Hill", "partial", ("The Hill", AP))
    assert line.rests_on == (AP, "The Hill")


def test_an_aggregator_s_own_report_speaks_of_itself() -> None:
    """ "told Yahoo News": a page that only passes on a text keeps the words of whoever wrote it."""
    own = page("own", *OWN[:4], "The keeper told Yahoo News that he was tired.", publisher="Yahoo News")
    passed = page("passed", *FERRY[:4], publisher="Yahoo News")
    found = lineages(own, passed)
    assert (found["own"].origin, found["own"].relation) == ("own", "independent")
    assert (found["passed"].origin, found["passed"].relation) == ("unknown", "verbatim")


def test_captions_whose_pictures_are_all_one_agency_s_are_the_agency_s_words() -> None:
    """A page without a body."""
    named = tuple((f"AP Photo/{k}", AP, "photo") for k in "abc")
    captions = [f"{text(60 + n)} (AP Photo/{k})" for n, k in enumerate("abc")]
    bare = page(
        "bare",
        "Light of Halden fails",
        *captions,
        kinds=("headline", *["caption"] * 3),
        publisher="Orrin Post",
        credited=named,
    )
    assert lineages(bare)["bare"].origin == AP


def test_of_a_text_that_nobody_signs_the_first_page_is_the_origin_if_the_clocks_tell() -> None:
    """An hour's lead tells; a page that gives only its day tells nothing within it."""
    first = page("first", *STORM[:5], publisher="Orrin Post", published="2031-03-04T06:00Z")
    second = page("second", *STORM[:5], publisher="Valley News", published="2031-03-04T08:00Z")
    day = page("day", *STORM[:5], publisher="Valley News", published="2031-03-04")
    assert lineages(first, second)["second"].origin == "Orrin Post"
    found = lineages(first, day)
    assert {line.origin for line in found.values()} == {"unknown"}
    assert any("do not tell which of them was first" in r.text for r in found["first"].reasons)


def test_a_clock_that_cannot_be_right_makes_nobody_the_first() -> None:
    """1970 is no publication, 2099 tells nothing of the others, and a page of last year made no new text."""
    days = [page(f"d{k}", *STORM[:5], publisher=f"Paper {k}", published=f"2031-03-0{k + 1}T06:00Z") for k in range(3)]
    for bad in ("1970-01-01T00:00Z", "2099-01-01T00:00Z", "2030-02-01T06:00Z"):
        found = lineages(*days, page("bad", *STORM[:5], publisher="Bad Clock", published=bad))
        assert all(line.origin != "Bad Clock" for line in found.values())
        assert found["bad"].origin != "own"
        assert any(r.rule == "clock" for r in found["bad"].reasons)
        assert not any("days" in r.text and r.rule == "shared-text" for r in found["bad"].reasons)


def test_a_page_without_a_time_may_have_been_first() -> None:
    """The one whose time is known is not the origin for that."""
    timed = page("timed", *STORM[:5], publisher="Orrin Post", published="2031-03-04T06:00Z")
    untimed = page("untimed", *STORM[:5], publisher="Valley News")
    assert {line.origin for line in lineages(timed, untimed).values()} == {"unknown"}
