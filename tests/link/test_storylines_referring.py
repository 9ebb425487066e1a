"""Words that refer back to an earlier story. All news here is invented."""

import pytest

from firsthand.link.storylines.referring import refers_back
from firsthand.model import Annotation, Article, DateMention, Reason, Story
from tests.factories import article

HEADLINE = "Ferry runs aground off Tolvik"
GROUNDED = article("ground", "A ferry ran aground off Tolvik on Monday, March 3.", published="2031-03-03")
STORY = Story("s1", HEADLINE, ("ground",), "2031-03-03", "2031-03-03", (), "2031-03-03", "day")
HEARING = article("hearing", "Divers spoke at a hearing in Grauhafen.", published="2031-03-10")
HEARD = Story("s2", "Divers speak at hearing in Grauhafen", ("hearing",), "2031-03-10", None, (), "2031-03-10", "day")


def reason(text: str, published: str = "2031-04-04", *dates: tuple[str, str]) -> tuple[Reason | None, Article]:
    told = article("later", text, published=published)
    later = Story("s3", "Captain charged", ("later",), published, published, (), published, "day")
    found = tuple(DateMention(text.index(w), text.index(w) + len(w), value, "day") for w, value in dates)
    notes = {"later": Annotation("later", (), found, (), ())}
    return refers_back([(STORY, [GROUNDED]), (HEARD, [HEARING])], later, [told], notes), told


def test_last_months_event_is_the_one_whose_words_stand_beside_it() -> None:
    """Both stories are of last month; the sentence tells which is meant."""
    found, told = reason("The captain was charged after last month's ferry accident, when it ran aground off Tolvik.")
    assert found and found.rule == "refers-back" and HEADLINE in found.text
    passage = found.passages[0]
    assert told.text[passage.start : passage.end] == "last month's ferry accident"


def test_the_day_of_the_earlier_event_refers_back() -> None:
    """As the annotation has resolved it."""
    found, _ = reason("The ferry ran aground near Tolvik on March 3.", "2031-04-04", ("March 3", "2031-03-03"))
    assert found and "“March 3”" in found.text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The captain was charged after last month's storm in Ostermark.", "2031-04-04"),  # another matter
        ("The ferry ran aground off Tolvik last month.", "2031-06-04"),  # another month
        ("The ferry that ran aground off Tolvik is repaired.", "2031-04-04"),  # no time
    ],
)
def test_words_that_do_not_refer_back(text: str, published: str) -> None:
    """Time and words must both fit."""
    assert reason(text, published)[0] is None
