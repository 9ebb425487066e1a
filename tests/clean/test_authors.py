"""The lines above and below a reader's comment."""

import pytest

from firsthand.clean import authors


@pytest.mark.parametrize(
    ("line", "name", "sure"),
    [
        ("ferryfan99", "ferryfan99", False),
        ("Jane Roe", "Jane Roe", False),
        ("Jane R.", "Jane R.", False),
        ("Jane Roe says:", "Jane Roe", True),
        ("**Jane Roe** says:", "Jane Roe", True),
        ("[12]Jane Roe says:", "Jane Roe", True),
        ("[Jane Roe](https://example.org/u/1) says:", "Jane Roe", True),
        ("> Jane Roe wrote:", "Jane Roe", True),
        ("river\\_rat", "river_rat", False),
        ("On October 15, 2012 at 11:02 am Jane Roe said:", "Jane Roe", True),
        ("Jane Roe said, on August 3, 2019 at 3:12 pm", "Jane Roe", True),
        ("On October 29, 2012 at 2:35am, Jane said...", "Jane", True),
        ("Jane Roe sagt:", "Jane Roe", True),
        ("Posted by Jane Roe at 7:18 PM", "Jane Roe", True),
        ("Posted By: ferryfan | December 13 2007 at 11:25 AM", "ferryfan", True),
        ("BY FERRYFAN AT 01/08/08 05:30 PM", "FERRYFAN", True),
        ("Jane Roe • 2 hours ago", "Jane Roe", True),
        ("Jane Roe March 3, 2012 at 5:00 pm", "Jane Roe", True),
        ("https://example.org/u/jane Jane Roe", "Jane Roe", True),
    ],
)
def test_author_lines_name_who_wrote(line: str, name: str, sure: bool) -> None:
    """Cues, times, links and buttons are left out; they make the line sure."""
    found = authors.author(line)
    assert found is not None
    assert (found.name, found.sure) == (name, sure)


@pytest.mark.parametrize(
    "line", ["@ Jane Roe", "I think this is wrong!", "Reply", "2 hours ago", "x" * 300, "This was all that he had."]
)
def test_other_lines_name_nobody(line: str) -> None:
    """Sentences, buttons and times are not names."""
    assert authors.author(line) is None


@pytest.mark.parametrize("line", ["2 hours ago", "26 abril 2022 a las 14:02", "March 3, 2012 at 5:00 pm", "01/08/08"])
def test_stamps_are_times_alone(line: str) -> None:
    """A line that is nothing but a time."""
    assert authors.is_stamp(line)
    assert authors.is_meta(line)


@pytest.mark.parametrize(
    "line", ["[14]May 4, 2021 at 5:10 pm", "[May 4, 2021](https://example.org/1)", "[13]Reply", ">"]
)
def test_what_renderers_add_makes_no_difference(line: str) -> None:
    """Link numbers, addresses and marks of quotations."""
    assert authors.is_meta(line)


@pytest.mark.parametrize("line", ["I came in 2012", "10. Roe 1'35.5", "41", "May I?"])
def test_words_beside_a_number_are_no_stamp(line: str) -> None:
    """Other words, other numbers."""
    assert not authors.is_stamp(line)


def test_a_line_may_say_whom_the_comment_answers() -> None:
    """That nests a thread that has no indentation."""
    assert authors.answered("Reply to Jane Roe") == "Jane Roe"
    assert authors.answered("Jane Roe") is None
