"""The streets that reports name, and what they tell of two reports. All news here is invented."""

import numpy as np
import pytest

from firsthand.link.stories.evidence import STREET, street_odds
from firsthand.link.stories.profiles import profile, streets_of
from firsthand.link.stories.streets import MAX_STREETS, streets
from firsthand.link.stories.vectors import vectors
from tests.factories import article
from tests.link.test_stories_reasons import DAY, link_of, reasons_for

REPORT = (
    "A man was hurt in a shooting in the 1200 block of {} in Tolvik on Monday evening, police said.\n\n"
    "Officers were called there at about nine and found a man with a wound in his leg, a spokeswoman said."
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in the 1200 block of North 5th Street near Elm Grove Ave. on Monday", {"5th", "elm grove"}),
        ("It hit a bus at N. Main St and W. Oak Drive.", {"main", "oak"}),
        ("à l'angle de la rue de la Gare et du boulevard Voltaire", {"gare", "voltaire"}),
        ("in der Lindenstraße und der Nordallee", {"linden", "nord"}),
        ("en la calle Mayor; in via Dante; na rua Augusta", {"mayor", "dante", "augusta"}),
        ("на улице Садовая", {"садовая"}),
        ("St. Orla police found the way home on this street.", set()),
        ("The Superior Court gave First Place to the Middle Way.", set()),
    ],
)
def test_streets_are_read_as_news_writes_them(text: str, names: set[str]) -> None:
    """Without the kind of street and the point of the compass, which outlets write in many ways."""
    assert streets(text).keys() == names


def test_a_street_is_shown_where_it_is_named_first() -> None:
    text = "Elm Street was closed. On Elm Street a tree fell."
    assert [text[start:end] for start, end in streets(text).values()] == ["Elm Street"]


def test_a_list_of_streets_is_cut() -> None:
    """A timetable of road works names no place of an event; its first streets are kept, in time that is linear."""
    text = ", ".join(f"Ward{k} Street".replace("0", "o") for k in range(200))
    assert 0 < len(streets(text)) <= MAX_STREETS


def test_streets_count_near_the_top_only() -> None:
    """Further down an article tells of other days."""
    late = "The fire brigade came. " * 200 + "In 2029 a house in Elm Street burned."
    assert streets_of(article("a", late)) == {}
    assert streets_of(article("b", "A house in Elm Street burned.")).keys() == {"elm"}


def test_what_streets_add_to_the_odds() -> None:
    """One that both name speaks for one event, others against it, and a text that names none says nothing."""
    texts = (
        REPORT.format("Elm Street"),
        REPORT.format("N. Elm St"),
        REPORT.format("Oak Road"),
        REPORT.format("a town"),
    )
    space = vectors([profile(article(str(k), text), None) for k, text in enumerate(texts)])
    pairs = np.array([0, 0, 0]), np.array([1, 2, 3])
    assert street_odds(space, *pairs).tolist() == [STREET, -STREET, 0]


def test_streets_are_among_the_reasons() -> None:
    read = [article(name, REPORT.format("Elm Street"), published=DAY) for name in ("a", "b")]
    read[1] = article("b", REPORT.format("Elm St").replace("hurt", "wounded"), published=DAY)
    told = {r.rule: r.text for r in link_of(reasons_for(read), "a").speaks_for}
    assert told["shared-streets"] == "Both name Elm Street"
