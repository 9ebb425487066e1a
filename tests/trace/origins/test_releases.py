"""Releases reprinted whole: several outlets carry a text, unsigned, in the words that releases are made of."""

from firsthand.model import Correction, Lineage
from tests.trace.pages import Page, lineages, page, text, traced

RELEASE = (
    "Halden Lamps has announced that its lamps will be lit again in the spring of next year, all nine of them.",
    "Director Ada Holm said: “We have waited for this day, and so have the lamps.”",
    *map(text, range(4)),
)
PLAIN = tuple(map(text, range(6)))


def found(
    words: tuple[str, ...], second: str = "Valley News", bylines: tuple[str, ...] = (), last: str = ""
) -> dict[str, Lineage]:
    one = page("one", *words, *([last] if last else []), publisher="Orrin Post", published="2031-03-04T06:00Z")
    two = page("two", *words, publisher=second, published="2031-03-04T09:00Z", bylines=bylines)
    return lineages(one, two)


def test_nobody_who_prints_a_release_wrote_it() -> None:
    """Not the first either; what the second left out is no writing of the first's own."""
    for line in found(RELEASE, last=text(9, 6)).values():
        assert (line.origin, line.relation, line.rests_on) == ("unknown", "verbatim", ())
        assert any(r.rule == "release" for r in line.reasons)


def test_a_report_that_another_carries_is_the_first_s() -> None:
    """Without the words of a release, or where somebody signs it."""
    assert found(PLAIN)["two"].origin == "Orrin Post"
    assert found(RELEASE, bylines=("Jane Roe",))["two"].origin == "Orrin Post"


def test_a_release_that_names_the_publisher_of_one_of_its_pages_is_that_one_s() -> None:
    """The issuer's own page is among them."""
    assert found(RELEASE, second="Halden Lamps")["one"].origin == "Halden Lamps"


SLUG = (("/PRNewswire/", "PR Newswire", "dateline"),)
PUT_OUT = (
    f"HALDEN, March 4 /PRNewswire/ -- Halden Lamps AS today announced nine lamps. {text(8)}",
    *map(text, range(4)),
)


def reprint(opening: str = PUT_OUT[0], publisher: str = "Orrin Post") -> Page:
    return page("reprint", opening, *PUT_OUT[1:], publisher=publisher, published="2031-03-04T09:00Z", credited=SLUG)


def test_a_distributor_s_slug_makes_a_release_of_its_issuer_s() -> None:
    """Who puts it out for others is no agency, and writes nothing."""
    found = lineages(reprint())["reprint"]
    assert (found.origin, found.relation, found.rests_on) == ("Halden Lamps", "verbatim", ("Halden Lamps",))
    assert [r.rule for r in found.reasons] == ["release"]


def test_a_release_whose_issuer_is_not_told_is_nobody_s() -> None:
    """Not the distributor's, and not that of the paper which prints it."""
    found = lineages(reprint(f"HALDEN, March 4 /PRNewswire/ -- {text(8)}"))["reprint"]
    assert (found.origin, found.rests_on) == ("unknown", ())


def test_on_its_issuer_s_own_page_a_release_is_its_own() -> None:
    """The slug stands there too."""
    found = lineages(reprint(publisher="Halden Lamps"))["reprint"]
    assert (found.origin, found.relation) == ("own", "independent")
    assert [r.rule for r in found.reasons] == ["release"]


def test_a_release_and_its_reprint_are_one_origin_and_so_they_are_corrected() -> None:
    """The user who says whose the reprint is says what was found."""
    issued = page("issued", *PUT_OUT, publisher="Halden Lamps", published="2031-03-04T06:00Z", credited=SLUG)
    printed = page("reprint", *PUT_OUT[1:], publisher="Orrin Post", published="2031-03-04T09:00Z")
    by_hand = Correction(
        1, "2031-03-05T08:00:00+00:00", "origin", "text", ("reprint",), (("reprint",),), "Halden Lamps"
    )
    for corrections in ([], [by_hand]):
        found = traced(issued, printed, corrections=corrections)
        assert {line.rests_on for line in found.lineages} == {("Halden Lamps",)}
        assert [(c.low, c.high) for c in found.counts] == [(1, 1)]
