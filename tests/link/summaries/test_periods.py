"""Days told by words, periods, and ranges of days. All of it is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.summaries.periods import begun, by_word, opens_range
from firsthand.model import DateMention
from tests.factories import article


def words(text: str, published: str | None = "2031-03-04") -> list[tuple[str, str, str]]:
    """Return the words of a text that tell a day or period, its value and precision."""
    made = article("a", text, published=published)
    return [(text[m.start : m.end], m.value, m.precision) for m in by_word(made, [(0, len(text))])]


def mentioned(text: str, **values: str) -> list[DateMention]:
    """Return mentions of words of a text, "_" for blanks, with their days."""
    places = {w.replace("_", " "): v for w, v in values.items()}
    found = [DateMention(text.index(w), text.index(w) + len(w), v, "day") for w, v in places.items()]
    return sorted(found, key=lambda m: m.start)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("It burned this morning.", "2031-03-04", "day"),
        ("It burned overnight.", "2031-03-04", "day"),
        ("It burned last night.", "2031-03-03", "day"),
        ("It burned last month.", "2031-02", "month"),
        ("It burned earlier this month.", "2031-03", "month"),
        ("It burned last year.", "2030", "year"),
        ("It burned earlier this year.", "2031", "year"),
    ],
)
def test_words_are_read_against_the_day_of_publication(text: str, value: str, precision: str) -> None:
    """As precise as they are."""
    assert [(v, p) for _, v, p in words(text)] == [(value, precision)]


def test_the_month_before_january_is_december() -> None:
    """Of the year before."""
    assert words("It burned last month.", "2031-01-31")[0][1] == "2030-12"


@pytest.mark.parametrize(
    "text",
    ["Less than last year.", "Compared with last month it rose.", "Last month's summit failed.", "The same last year?"],
)
def test_what_is_compared_or_referred_back_to_is_not_the_event(text: str) -> None:
    """ "Last month's summit" is another story's event."""
    assert not [w for w in words(text) if "than" in text or "Compared" in text or "summit" in text]


@pytest.mark.parametrize("published", [None, "2031", "2031-03", "soon"])
def test_without_a_day_of_publication_nothing_is_told(published: str | None) -> None:
    """Words mean nothing then."""
    assert words("It burned last night, and last year.", published) == []


def test_a_range_is_dated_by_its_first_day() -> None:
    """However it is written."""
    text = "It blew from March 3 to March 5 there."
    found = mentioned(text, March_3="2031-03-03", March_5="2031-03-05")
    assert [m.value for m in begun(text, found)] == ["2031-03-03"]
    assert opens_range(text, found[0], found) and not opens_range(text, found[1], found)
    text = "It blew between 3 and 5 March there."
    (mention,) = begun(text, mentioned(text, **{"5_March": "2031-03-05"}))
    assert (mention.value, text[mention.start : mention.end]) == ("2031-03-03", "3 and 5 March")
    text = "The storm of 3-5 March."
    assert begun(text, mentioned(text, **{"5_March": "2031-03-05"}))[0].value == "2031-03-03"


def test_two_days_that_are_no_range_are_two() -> None:
    """Nor is a number before a date a day of it."""
    text = "It blew on March 3 and March 5, and on route 3 5 March was calm."
    found = mentioned(text, March_3="2031-03-03", **{"5_March": "2031-03-05"})
    assert begun(text, found) == found
    text = "By 40 to 5 March"
    found = mentioned(text, **{"5_March": "2031-03-05"})
    assert begun(text, found) == found


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=5))
def test_any_mentions_are_taken(text: str, drawn: list[tuple[int, int]]) -> None:
    """Values stay days, and there are no more than were given."""
    found = sorted((DateMention(a, a + n, f"2031-03-{n:02}", "day") for a, n in drawn), key=lambda m: (m.start, m.end))
    assert len(begun(text, found)) <= len(found)
