"""Releases reprinted whole: several outlets carry a text, unsigned, in the words that releases are made of."""

from firsthand.model import Lineage
from tests.trace.pages import lineages, page, text

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
