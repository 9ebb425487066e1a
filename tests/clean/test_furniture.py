"""Page furniture and captions."""

import pytest

from firsthand.clean import captions, furniture
from firsthand.clean.lines import split


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "Subscribe to our newsletter",
        "Sign up here to get the latest offers in your inbox.",
        "Add new comment",
        "Read our comment policy before posting",
        "Share on Facebook",
        "Follow us on Twitter",
        "© 2021 Example Media. All rights reserved.",
        "Copyright 2021 The Example Press. This material may not be published.",
        "Your email address will not be published. Required fields are marked *",
        "Related stories",
        "Home | News | Sport | Weather",
        "***",
        "&lt;script src=x&gt;",
        "window._ads = window._ads || [];",
        "12 shares",
        "Tags: ferry, bridge",
        "You are receiving this email because you signed up for the Harbour Letter.",
        "View this email in your browser",
        "Subscribe to @harbournews",
        "Page 4 of 16",
        "4-5 minutes",
        "![A boat at the pier](https://img.example/1.jpg)",
        "[Why the old boat was never mended](https://harbour-post.example/boat)",
        "Alle rechten voorbehouden",
        "Усі права захищено",
        "جميع الحقوق محفوظة",
        "版权所有",
    ],
)
def test_furniture_is_known_by_itself(line: str) -> None:
    """By gazetteer or by look, wherever it stands."""
    assert furniture.is_furniture(split(line)[0])


@pytest.mark.parametrize(
    "line",
    [
        "The company changed its privacy policy on Friday after users had complained for weeks.",
        "Top official resigns over ferry accident",
        "The council asked [its lawyers](https://law.example/a) for advice.",
        "Page 4 of the report was missing",
        "More people died in the floods",
        "Ferry sinks off the coast",
        "“Click on the map,” the teacher told the class on Monday.",
        "He told the paper that the news was read by many.",
    ],
)
def test_reports_about_such_things_are_not_furniture(line: str) -> None:
    """A sentence or headline that uses the same words stays."""
    assert not furniture.is_furniture(split(line)[0])


def test_lists_of_other_pages_have_headings() -> None:
    """Headlines below such a line belong to other pages."""
    assert furniture.opens_list(split("Related Articles")[0])
    assert furniture.opens_list(split("More from Business")[0])
    assert not furniture.opens_list(split("Latest figures show that the ferry was full and late.")[0])


@pytest.mark.parametrize(
    "line",
    [
        "© Jane Roe/TASS",
        "Photo: Jane Roe",
        "Photo by Jane Roe/Getty Images",
        "FILE - In this March 3, 2021, photo, the ferry leaves the port.",
        "The ferry leaves the port on Monday. (AP Photo/Jane Roe)",
        "The ferry leaves the port. (Jane Roe / AP)",
        "Jane Roe, AFP/Getty Images",
        "Ferry in port (AFP)",
    ],
)
def test_captions_carry_credits(line: str) -> None:
    """A credit alone or at the end makes a caption."""
    assert captions.is_caption(line, len(line.split()))


@pytest.mark.parametrize(
    "line", ["© 2021 Example Media", "The ferry left the port on Monday.", "Jane Roe told AFP that the ferry left."]
)
def test_other_lines_are_no_captions(line: str) -> None:
    """Neither copyright notices nor reports that name an agency."""
    assert not captions.is_caption(line, len(line.split()))


@pytest.mark.parametrize("line", ["Lees ook", "Читайте також", "اقرأ أيضا", "相关阅读", "यह भी पढ़ें", "İlgili haberler"])
def test_lists_of_other_pages_open_in_many_languages(line: str) -> None:
    """Their headings are known, and what follows is no report's."""
    assert furniture.opens_list(split(line)[0])


@pytest.mark.parametrize("text", ["(Photo: Jane Roe / Harbour Post)", "Photo by Jane Roe", "Pictures by Jane Roe"])
def test_a_picture_credit_may_stand_in_brackets_or_say_by(text: str) -> None:
    """Whose picture it is says nothing of whose text it is."""
    assert captions.is_picture_credit(text, len(text.split()))


def test_a_sentence_about_pictures_is_no_credit() -> None:
    """A credit is a name and no sentence."""
    text = "Photos by the sailor showed the crack."
    assert not captions.is_picture_credit(text, len(text.split()))
