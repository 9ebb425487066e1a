"""Lines: what a line is, and paragraphs that were broken at a column."""

import pytest

from firsthand.clean.lines import LOOK, ends_sentence, same, split


def test_lines_keep_their_place_in_the_text() -> None:
    """Spans leave outer blanks out; the gap counts the blank lines above."""
    text = "First.\r\n\r\n\r\n  Second line \n"
    first, second = split(text)
    assert (text[first.start : first.end], first.gap, first.indent) == ("First.", 0, 0)
    assert (text[second.start : second.end], second.gap, second.indent) == ("Second line", 2, 2)


def test_a_carriage_return_ends_a_line_where_there_is_no_line_feed() -> None:
    """Old files end their lines in CR alone."""
    assert [line.text for line in split("One\rTwo")] == ["One", "Two"]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The council voted for the new bridge on Monday.", True),
        ("Council Votes For New Bridge", False),
        ("Home News Sport Weather", False),
        ("“We will build it,” the mayor of the town said.", True),
        (
            "The council voted for the bridge and then "
            + "went home without a word on what it would cost the town " * 2,
            True,
        ),
    ],
)
def test_prose_reads_like_a_sentence(text: str, prose: bool) -> None:
    """A closed line of some words in lower case is prose, and so is a long one that lost its full stop."""
    assert split(text)[0].prose is prose


def test_closing_marks_and_other_scripts_end_sentences() -> None:
    """Quotation marks after the stop are looked through; the stops of other scripts count."""
    assert ends_sentence("he said.”")
    assert ends_sentence("終わった。")
    assert not ends_sentence("Council Votes")


def test_a_text_set_in_a_column_is_read_in_paragraphs() -> None:
    """Lines broken at 60 columns are one line of the paragraph; an indented or blank-separated one starts another."""
    text = (
        "    The port of the small town will be closed for most of the\n"
        "winter, the harbour master said, as the ice is thicker than in\n"
        "any of the years that he could remember.\n"
        "    Ships will be sent to the next port, which lies further to\n"
        "the south and is hardly ever closed.\n"
    )
    first, second = split(text)
    assert text[first.start : first.end].endswith("could remember.")
    assert text[second.start :].startswith("Ships will be sent")


def test_menus_are_not_taken_for_a_column() -> None:
    """Lines that each start with a capital stay apart."""
    text = "\n".join(["Town Hall To Be Closed For Repairs Until The Next Spring"] * 6)
    assert len(split(text)) == 6


def test_a_huge_line_is_looked_at_in_part() -> None:
    """Features come from the beginning; the span covers all."""
    line = split("word " * 1_000_000)[0]
    assert len(line.text) == LOOK
    assert line.end == 4_999_999


def test_lines_compare_by_letters() -> None:
    """Case, marks and blanks make no difference."""
    assert same("A  Title: Here!") == same("a title here")
