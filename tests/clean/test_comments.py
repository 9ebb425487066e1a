"""Comment threads in markup-less text, all of them invented."""

import pytest

from firsthand.clean import Clean
from firsthand.config import CleanConfig
from firsthand.model import Article, Document

REPORT = """Ferry Service To The Island Ends In May

The ferry to the island will stop in May, the harbour office said on Monday. It had run for ninety years.

The office said that the boat was too old and that there was no money for a new one.


"""


def clean(text: str, config: CleanConfig | None = None) -> Article:
    """Return the article of a text."""
    article = Clean(config).clean(Document(input="page", kind="text", content=text))
    assert isinstance(article, Article)
    return article


def thread(article: Article) -> list[tuple[str | None, int, int | None, str]]:
    """Return author, depth, parent and words of each comment."""
    return [(c.author, c.depth, c.parent, article.text[c.start : c.end]) for c in article.comments]


def body(article: Article) -> str:
    """Return all that is labelled body."""
    return "\n".join(article.text[s.start : s.end] for s in article.parts("body"))


def test_a_thread_nests_by_indentation() -> None:
    """Bullet, author, words below; replies deeper. The report above stays the report."""
    article = clean(
        REPORT
        + """  • ferryfan

    I used it every week.

    And my mother did.

    • Jane Roe

      So did I!

      • ferryfan

        Then we have met.

  • old_salt

    Good riddance.
"""
    )
    assert thread(article) == [
        ("ferryfan", 0, None, "I used it every week.\n\n    And my mother did."),
        ("Jane Roe", 1, 0, "So did I!"),
        ("ferryfan", 2, 1, "Then we have met."),
        ("old_salt", 0, None, "Good riddance."),
    ]
    assert "every week" not in body(article)
    assert body(article).endswith("no money for a new one.")


def test_an_author_without_words_has_an_empty_span() -> None:
    """The words are gone, the author is not: the span is empty, right after the author line."""
    article = clean(REPORT + "  • ferryfan\n\n    I liked it.\n\n    • Jane Roe\n\n\n    • ferryfan\n\n      Same.\n")
    second = article.comments[1]
    assert (second.author, second.depth, second.start) == ("Jane Roe", 1, second.end)
    assert article.text[: second.end].endswith("Jane Roe")


def test_a_bullet_may_hold_the_words_without_an_author() -> None:
    """A sentence right behind the mark was written by nobody known."""
    article = clean(
        REPORT + "  • ferryfan\n\n    I liked it.\n\n    • Jane Roe\n\n      Me too.\n\n"
        "    • Who knows? Perhaps a new boat will come, and it will be better than the old one.\n"
    )
    assert thread(article)[2][0] is None
    assert thread(article)[2][3].startswith("Who knows?")


def test_numbers_and_cues_make_a_thread_too() -> None:
    """``1. Author says:`` with times and buttons around the words, which are left out."""
    article = clean(
        REPORT
        + """2 Responses to “Ferry Service”

  1. Jane Roe says:
    March 3, 2021 at 5:00 pm

    It was cold on board.

    Reply

  2. John Doe says:

    It was not.

Leave a Reply
"""
    )
    assert thread(article) == [
        ("Jane Roe", 0, None, "It was cold on board."),
        ("John Doe", 0, None, "It was not."),
    ]


def test_under_a_heading_entries_may_lack_authors() -> None:
    """The heading announces comments; names that the text lost are not made up."""
    article = clean(REPORT + "2 Comments\n\n  • What a pity that it ends.\n\n  • I never knew that there was one.\n")
    assert [entry[0] for entry in thread(article)] == [None, None]


def test_a_list_in_the_report_is_no_thread() -> None:
    """Headed paragraphs neither answer each other nor are they signed."""
    article = clean(
        REPORT
        + """What will change:

  • The timetable

    The last boat leaves at six in the evening, the office said.

  • The prices

    A ticket will cost five crowns, which is one more than before.

The island has forty inhabitants, according to the office.
"""
    )
    assert article.comments == ()
    assert "five crowns" in body(article)


def test_author_lines_make_a_thread_without_marks() -> None:
    """Under a heading: ``Author says:`` above the words."""
    article = clean(
        REPORT
        + "Comments (2)\n\nJane Roe says:\n\nIt was cold on board.\n\nJohn Doe says:\n\nIt was not cold at all.\n"
    )
    assert thread(article) == [
        ("Jane Roe", 0, None, "It was cold on board."),
        ("John Doe", 0, None, "It was not cold at all."),
    ]
    assert "cold" not in body(article)


def test_ages_and_answers_nest_a_thread_without_indentation() -> None:
    """``Name``, ``1 year ago``, ``Reply to Name``: as comment widgets are rendered."""
    article = clean(
        REPORT
        + """3 Comments
Jane Roe
1 year ago

It was cold on board.

10
John Doe
1 year ago
Reply to Jane Roe

It was not cold at all.

4
ferryfan
2 years ago

I shall miss it.
"""
    )
    assert [entry[:3] for entry in thread(article)] == [
        ("Jane Roe", 0, None),
        ("John Doe", 1, 0),
        ("ferryfan", 0, None),
    ]


def test_signatures_below_the_words_close_comments() -> None:
    """``Posted by:`` lines of many people, below what they wrote."""
    article = clean(
        REPORT
        + """Comments

It was cold on board, and nobody cared.
Posted by: Jane | Jan 10, 2021 4:49:12 PM
It was not cold at all.
Posted by: John | Jan 10, 2021 6:02:53 PM
I shall miss it very much.
Posted by: ferryfan | Jan 11, 2021 6:16:13 AM
"""
    )
    assert [entry[0] for entry in thread(article)] == ["Jane", "John", "ferryfan"]
    assert thread(article)[0][3] == "It was cold on board, and nobody cared."
    assert "cold" not in body(article)


def test_a_byline_is_no_comment() -> None:
    """One signed line above a report announces no thread."""
    article = clean("Ferry Ends\n\nPosted by Jane Roe at 7:18 PM, March 3, 2021\n\n" + REPORT.split("\n\n", 1)[1])
    assert article.comments == ()


def test_past_the_limit_lines_stay_comments_unsplit() -> None:
    """``max_comments`` bounds what is split, not what is kept out of the body."""
    many = "".join(f"  • user{n}\n\n    I say so {n} times.\n\n" for n in range(9))
    article = clean(REPORT + many, CleanConfig(max_comments=4))
    assert len(article.comments) == 4
    assert "8 times" not in body(article)
    assert article.text[article.segments[-1].start :].strip().startswith("• user8")


def test_five_hundred_levels_cost_no_recursion() -> None:
    """Depth is kept on a stack."""
    deep = "".join(
        "  " * (n + 1) + f"• user{n % 7}\n\n" + "  " * (n + 2) + f"I say so {n} times.\n\n" for n in range(500)
    )
    article = clean(REPORT + deep)
    assert [c.depth for c in article.comments] == list(range(500))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_make_no_difference(ending: str) -> None:
    """Threads are found in files from any system."""
    text = REPORT + "  • ferryfan\n\n    I liked it.\n\n    • Jane Roe\n\n      Me too.\n"
    assert [c.author for c in clean(text.replace("\n", ending)).comments] == ["ferryfan", "Jane Roe"]


def test_people_who_speak_in_a_report_are_no_readers() -> None:
    """A round of reactions, each under "Name said:", is the report; so are sentences that end in "she said"."""
    article = clean(
        REPORT
        + """Jane Roe, the mayor, said:

“This is a sad day for all who live here.”

John Doe, a fisherman, said:

“I shall row, as my father did before me.”

Ann Poe, a teacher, said:

“The children will have to stay in town.”

“We cannot stop it,” she said.
"""
    )
    assert article.comments == ()
    assert "my father did" in body(article)


def test_entries_of_a_live_blog_are_no_comments() -> None:
    """They carry their age, but titles instead of names."""
    entry = "The boat has left the port, and all who wanted to go are on it.\n\n"
    article = clean(REPORT + f"Here's the picture:\n5 min ago\n\n{entry}Watch it again\n1 hr 5 min ago\n\n{entry}" * 2)
    assert article.comments == ()


def test_captions_that_name_places_are_no_signatures() -> None:
    """``The ferry, Oslo`` under a paragraph signs nothing."""
    article = clean(REPORT + "".join(f"The boat is seen on day {n}.\n\nA view of the port, Oslo\n\n" for n in "abcd"))
    assert article.comments == ()
