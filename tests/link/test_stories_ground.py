"""Two events of one kind are two stories, however alike news tells them. All news here is invented."""

from itertools import combinations

import numpy as np
import pytest

from firsthand.annotate import Annotate
from firsthand.config import LinkConfig
from firsthand.link.stories import link_stories
from firsthand.link.stories.evidence import OTHER_GROUND, VETOES, signs
from firsthand.link.stories.profiles import profile
from firsthand.link.stories.vectors import vectors
from firsthand.model import Article, Copy
from tests.factories import article

DAY = "2031-03-04T10:00:00Z"
QUAKES = (
    "A magnitude 6.2 earthquake struck southern Chile on Tuesday, killing at least three people and damaging hundreds "
    "of homes, the authorities said.\n\nRescuers searched the rubble through the night as aftershocks went on.",
    "A magnitude 5.7 earthquake struck western Nepal on Tuesday, killing at least eight people and damaging dozens of "
    "homes, the authorities said.\n\nRescuers searched the rubble through the night as aftershocks went on.",
)
CRASHES = (
    "Six people died and 14 were hurt when a bus plunged into a ravine near Tolvik on Monday, police said.\n\nThe "
    "driver, who survived, told police that the brakes of the bus had failed on the wet mountain road.",
    "Eleven people died and 30 were hurt when a bus plunged into a ravine near Brandsund on Monday, police said.\n\n"
    "The driver, who survived, told police that the brakes of the bus had failed on the wet mountain road.",
)
QUARTERS = (
    "Profit at Nordvall Foods rose 12% in the second quarter on strong demand, the maker of frozen meals said on "
    "Tuesday.\n\nNet income was $310 million for the three months. Analysts had expected less, and the shares rose.",
    "Profit at Kestrel Robotics rose 9% in the second quarter on strong demand, the maker of machine arms said on "
    "Tuesday.\n\nNet income was $88 million for the three months. Analysts had expected less, and the shares rose.",
)
TOLL = (
    QUAKES[0],
    "The earthquake that struck southern Chile on Tuesday has killed at least nine people and damaged thousands of "
    "homes, the authorities said on Wednesday.\n\nRescuers searched the rubble for a second night.",
)
CITY = (
    "A magnitude 6.2 earthquake struck near Santiago on Tuesday, killing at least three people and damaging hundreds "
    "of homes.\n\nRescuers searched the rubble through the night as aftershocks went on.",
    "A magnitude 6.2 earthquake killed at least five Chilean people on Tuesday and damaged hundreds of homes.\n\n"
    "Rescuers in the country searched the rubble through the night as aftershocks went on.",
)
RETAILER = (
    "Nordvall Foods will close 40 shops and cut 900 jobs, it said on Tuesday, after a winter of falling sales.\n\nThe "
    "retailer will keep its bakeries open, chief executive Ragna Oster said.",
    "The retailer that will close 35 shops and cut 900 jobs after a winter of falling sales keeps its bakeries open, "
    "chief executive Ragna Oster said on Tuesday.",
)
FOLLOW_UP = (
    CRASHES[0],
    "Police have questioned the owner of the bus that plunged into a ravine near Tolvik on Monday, in which seven "
    "people died.\n\nInspector Pavel Lindqvist said that the brakes had failed on the wet mountain road.",
)
PART = {"quakes": QUAKES, "crashes": CRASHES, "quarters": QUARTERS}
STAY = {"toll": TOLL, "city": CITY, "retailer": RETAILER, "follow-up": FOLLOW_UP}


def articles(texts: tuple[str, ...]) -> list[Article]:
    return [article(f"a{k}", text, published=DAY) for k, text in enumerate(texts)]


def vetoed(texts: tuple[str, ...]) -> bool:
    """Tell whether the two are on other ground."""
    space = vectors([profile(a, Annotate().annotate(a)) for a in articles(texts)])
    _, vetoes = signs(space, np.array([0]), np.array([1]))
    return bool(vetoes[0, -1])


def told(texts: tuple[str, ...], *copies: Copy) -> int:
    """Return how many stories the texts tell."""
    read = articles(texts)
    return len(link_stories(read, {a.id: Annotate().annotate(a) for a in read}, copies, LinkConfig()))


@pytest.mark.parametrize("kind", PART)
def test_other_places_or_companies_and_other_numbers_are_other_events(kind: str) -> None:
    """The words are those that news has for such events; what it is about and what is counted differ."""
    assert vetoed(PART[kind])
    assert told(PART[kind]) == 2


@pytest.mark.parametrize("kind", STAY)
def test_one_event_is_not_on_other_ground(kind: str) -> None:
    """A toll rises; a city is its country's; a company is "the retailer"; a follow-up has new names and numbers."""
    assert not vetoed(STAY[kind])
    assert told(STAY[kind]) == 1


@pytest.mark.parametrize(("share", "stories"), [(0.4, 2), (0.75, 1)])
def test_a_form_filled_in_twice_is_no_copy(share: float, stories: int) -> None:
    """What two such texts have alike names neither place: it says nothing, unless it is most of both."""
    first, second = (len(text) for text in QUAKES)
    copy = Copy("a0", 0, first, "a1", 0, second, int(share * second), "prose")
    assert told(QUAKES, copy) == stories


def test_one_thing_counted_alike_or_named_by_both_is_no_veto() -> None:
    """Names alone do not part, nor do numbers alone."""
    same_number = (QUAKES[0], QUAKES[1].replace("eight", "three").replace("5.7", "6.2").replace("dozens", "hundreds"))
    same_place = (QUAKES[0], QUAKES[1].replace("western Nepal", "southern Chile"))
    assert vetoed(QUAKES)
    assert not vetoed(same_number)
    assert not vetoed(same_place)


@pytest.mark.parametrize(("one", "other"), list(combinations(("Chile", "Chilean", "Santiago"), 2)))
def test_a_country_its_people_and_its_towns_are_no_other_ground(one: str, other: str) -> None:
    """Whichever of them a text names."""
    texts = tuple(
        f"On Tuesday a flood in the {name} valleys killed {dead} people and ruined many homes."
        for name, dead in ((one, "three"), (other, "nine"))
    )
    assert not vetoed(texts)


def test_the_veto_is_the_last() -> None:
    """Copies count less where it applies, and it is found by its place."""
    assert VETOES[-1] == OTHER_GROUND
