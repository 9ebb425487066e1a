"""Numbers, times and names in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Count, Statement
from firsthand.present import labels
from tests.present.invented import tables


@pytest.mark.parametrize(
    ("n", "noun", "said"), [(1, "story", "1 story"), (3, "story", "3 stories"), (1200, "article", "1,200 articles")]
)
def test_counted(n: int, noun: str, said: str) -> None:
    """A number stands with its noun in the right form."""
    assert labels.counted(n, noun) == said


def test_a_count_is_a_range() -> None:
    """Both ends are said where they differ; what was not counted is not given a number."""
    assert labels.origins_line(Count("x", (), 1, 2, ())) == "1–2 independent origins"
    assert labels.origins_line(Count("x", (), 1, 1, ())) == "1 independent origin"
    assert labels.origins_line(None) == "origins not counted"


@pytest.mark.parametrize(
    ("time", "precision", "said"),
    [
        ("2031-03-03T08:10:00+00:00", "minute", "3 March 2031, 08:10 UTC"),
        ("2031-03-03T08:10:00Z", "second", "3 March 2031, 08:10 UTC"),
        ("2031-03-03T08:10:00+03:00", "minute", "3 March 2031, 08:10 UTC+03:00"),
        ("2031-03-03T08:10:00", "minute", "3 March 2031, 08:10"),
        ("2031-03-03T00:00:00", "day", "3 March 2031"),
        ("2031-03-03", "day", "3 March 2031"),
        ("2031-03", "month", "March 2031"),
        ("2031", "year", "2031"),
        ("2031-13", "month", "time not known"),
        ("<b>", "minute", "time not known"),
        (None, None, "time not known"),
    ],
)
def test_times_are_said_as_precisely_as_they_are_known(time: str | None, precision: str | None, said: str) -> None:
    """No hour is made up for a day, no day for a month, and text that is no time is not shown as one."""
    assert labels.when(time, precision) == said


def test_times_sort_by_the_instant() -> None:
    """An hour earlier in another zone may be later; no time sorts last."""
    times = ["2031-03-03T10:00:00+03:00", "2031-03-03T08:10:00+00:00", None]
    assert sorted((times[2], times[1], times[0]), key=labels.moment) == times


def test_unnamed_outlets_are_counted_apart() -> None:
    """An article that names no outlet is not taken for an outlet of its own."""
    one, two, *_ = tables().articles
    bare = replace(two, publisher=None, url=None)
    assert labels.outlets_line([one, two]) == "2 outlets"
    assert labels.outlets_line([one, bare]) == "1 outlet (1 not named)"
    assert labels.outlets_line([bare]) == "outlet not named"
    assert labels.outlet(bare) == "[post]"


def test_names_of_outlets_are_compared_without_case_accents_and_article() -> None:
    """“The Écho” is “echo”."""
    assert labels.same_name("The Écho", "echo") and not labels.same_name("Echo", "Morning Echo")


@given(st.text(), st.integers(4, 60))
def test_shortened_text_fits(text: str, characters: int) -> None:
    """What is shortened is on one line and no longer than asked."""
    short = labels.shorten(text, characters)
    assert len(short) <= characters and "\n" not in short


def test_lists_are_written_as_a_sentence_has_them() -> None:
    """Commas, and an “and” before the last."""
    assert [labels.listed(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("it was “cooperating fully.", "it was “cooperating fully.”"),
        ("the groaning” for weeks", "“the groaning” for weeks"),
        ('she "saw it', 'she "saw it"'),
        ("„Nie wieder“, sagte er", "„Nie wieder“, sagte er"),
        ("er sei „müde", "er sei „müde“"),
        ("«jamais", "«jamais»"),
        ("plain", "plain"),
    ],
)
def test_a_mark_that_was_cut_off_is_put_back(said: str, shown: str) -> None:
    """A quotation within marks may begin or end between them."""
    assert labels.balanced(said) == shown


def test_a_denied_clause_is_shown_under_its_cue() -> None:
    """Direct speech stands alone, whatever the verb beside it."""
    statement = Statement("s", "Ols", "ols", None, "the letter was ignored", 1, ("q",), "denied")
    assert labels.told(statement) == "denied: the letter was ignored"
    assert labels.told(replace(statement, cue="said")) == labels.told(replace(statement, cue=None)) == statement.wording
