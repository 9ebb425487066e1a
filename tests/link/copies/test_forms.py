"""One form filled in with other facts is no copy; a copy with a corrected fact is one."""

import re

import pytest

from firsthand.link.copies import find_copies
from firsthand.link.stories.copies import copied_shares, representatives
from firsthand.model import CopyKind
from tests.link.copies.bodies import article

BLOTTER = (
    "Harlan police arrested a {age}-year-old {town} man {day} on suspicion of driving under the influence after his "
    "{car} struck a parked vehicle in the {block} block of {street}. Officers were called at {time} and found the "
    "driver standing beside the car, according to a report released by the department. {name} was taken to the county "
    "jail, where he was booked and later released on ${bail} bail. Nobody was hurt. Anyone with information is asked "
    "to call the Harlan Police Department at 555-0134."
)
BLOTTERS = (
    {"age": "34", "town": "Tarnholt", "day": "Monday", "car": "van", "block": "1200", "street": "Mill Road",
     "time": "10:40 p.m.", "name": "Owen Brask", "bail": "2,500"},
    {"age": "27", "town": "Lindmouth", "day": "Thursday", "car": "pickup", "block": "300", "street": "Dock Street",
     "time": "1:15 a.m.", "name": "Paul Renner", "bail": "4,000"},
)  # fmt: skip
RESULTS = (
    "{company} said on {day} that its net profit for the {quarter} quarter rose to {profit} million crowns from {last} "
    "million a year earlier, helped by lower costs and a stronger order book. Revenue came to {revenue} million crowns "
    "against {before} million. Chief executive {boss} said the company kept its outlook for the full year and would "
    "propose a dividend of {dividend} crowns per share at the annual meeting in {month}. Shares closed {move} per cent "
    "{way} on the exchange in Port Halden."
)
RESULTS_OF = (
    {"company": "Harlan Steel", "day": "Tuesday", "quarter": "third", "profit": "41.2", "last": "38.7", "way": "higher",
     "revenue": "612", "before": "587", "boss": "Ada Holm", "dividend": "1.20", "month": "April", "move": "2.1"},
    {"company": "Brask Shipping", "day": "Friday", "quarter": "third", "profit": "7.9", "last": "6.4", "way": "lower",
     "revenue": "133", "before": "120", "boss": "Nils Orrin", "dividend": "0.35", "month": "May", "move": "0.8"},
)  # fmt: skip
QUAKE = (
    "An earthquake of magnitude {size} was recorded {day} at {time} local time, {far} kilometres {way} of {town}, the "
    "Norda Survey said. The epicentre lay at a depth of {deep} kilometres. There were no immediate reports of damage "
    "or of injuries. Earthquakes of this size are felt by people near the epicentre and seldom do harm. In the past "
    "ten days there were {others} earthquakes of magnitude 3.0 and more nearby. Readers who felt it can say so on the "
    "page of the survey. This post was made from data of the Norda Survey by a program."
)
QUAKES = (
    {"size": "3.4", "day": "Monday", "time": "5:12 a.m.", "far": "eight", "way": "north", "town": "Tarnholt",
     "deep": "9.1", "others": "two"},
    {"size": "4.1", "day": "Wednesday", "time": "11:47 p.m.", "far": "23", "way": "west", "town": "Skerry Bay",
     "deep": "14.6", "others": "no"},
)  # fmt: skip
FORMS = [(BLOTTER, *BLOTTERS), (RESULTS, *RESULTS_OF), (QUAKE, *QUAKES)]


def shared(first: str, second: str, kinds: tuple[str, ...] = ("body",)) -> list[CopyKind]:
    """The kinds of what two articles share."""
    return [copy.kind for copy in find_copies([article(first, "a", kinds), article(second, "b", kinds)], {})]


@pytest.mark.parametrize(("form", "one", "other"), FORMS)
def test_a_form_with_other_facts_is_no_copy(form: str, one: dict[str, str], other: dict[str, str]) -> None:
    """Most words are the same; the places, people, days and figures are not."""
    assert set(shared(form.format(**one), form.format(**other))) == {"form"}


@pytest.mark.parametrize(("form", "one", "other"), FORMS)
def test_each_filled_in_form_stands_for_itself(form: str, one: dict[str, str], other: dict[str, str]) -> None:
    """Two events are not counted as one text printed twice; a reprint of the second is one of the second."""
    articles = [article(form.format(**facts), name) for name, facts in (("a", one), ("b", other), ("c", other))]
    assert representatives(articles, copied_shares(articles, find_copies(articles, {}))) == [0, 1, 1]


@pytest.mark.parametrize(("form", "one", "other"), FORMS)
@pytest.mark.parametrize("wrong", [1, 2])
def test_a_reprint_with_corrected_facts_is_a_copy(
    form: str, one: dict[str, str], other: dict[str, str], wrong: int
) -> None:
    """A figure, or a figure and a day, were wrong: all else is as it was."""
    corrected = {**one, **{key: other[key] for key in ("time", "day", "profit", "last") if key in one}}
    kept = [key for key in ("time", "profit", "day", "last") if key in one][wrong:]
    corrected.update({key: one[key] for key in kept})
    assert set(shared(form.format(**one), form.format(**corrected))) == {"prose"}


def test_a_reprint_under_a_headline_of_its_town_is_a_copy() -> None:
    """Each outlet writes its own headline; the names in it are no facts of a form."""
    text = BLOTTER.format(**BLOTTERS[0])
    first = f"Tarnholt man, 34, arrested in Harlan after crash on Mill Road\n\n{text}"
    second = f"Van from Lindmouth Hire hit parked car, Harlan Police say on Monday\n\n{text}"
    assert set(shared(first, second, ("headline", "body"))) == {"prose"}


def test_numbers_in_the_style_of_another_house_are_the_same_facts() -> None:
    """One writes "eight", the other 8."""
    words = {"far": "eight", "others": "two", "deep": "nine", "size": "four"}
    figures = {"far": "8", "others": "2", "deep": "9", "size": "4"}
    one, other = (QUAKE.format(**{**QUAKES[0], **way}) for way in (words, figures))
    assert set(shared(one, re.sub(r"\bten days", "10 days", other))) == {"prose"}


def test_a_text_in_capitals_is_told_by_its_figures() -> None:
    """Where all words are capitals they are no names."""
    one, other = (QUAKE.format(**facts).upper() for facts in QUAKES)
    assert set(shared(one, other)) == {"form"}
    assert set(shared(one, one.replace("TARNHOLT", "LINDMOUTH").replace("NORTH", "SOUTH"))) == {"prose"}
