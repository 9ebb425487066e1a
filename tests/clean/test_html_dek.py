"""The dek is told by its mark, its place and look, and what the page says of itself; the report's first words stay."""

import pytest

from firsthand.clean.markup import parse
from firsthand.clean.page_dek import candidates, choose

DEK = "Both bridges are closed and the schools of the town stay shut as the water rises."
BODY = [
    "The river rose by two metres on Monday night and closed both bridges of the town, officials said.",
    "“We have never seen anything like it,” said Mayor Ada Brook, who spent the night in the town hall.",
    "The water is expected to fall by Wednesday, and the schools will stay closed until then.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)


def dek(markup: str, *descriptions: str, first: str | None = None) -> str | None:
    """Return the dek of a page whose extracted body starts with ``first``, where it is given."""
    tree = parse(f"<nav><p class='intro'>Welcome to the Daily Example</p></nav><h1>Flood</h1>{markup}", 1000)
    alive = list(tree.iter())
    found = choose(candidates(tree, "Flood"), [*([first] if first else []), *BODY], descriptions)
    del alive
    return found


@pytest.mark.parametrize(
    "markup",
    [
        f'<p class="articleLeadIn">{DEK}</p><div>{PARAGRAPHS}</div>',
        f'<header><h2 class="story__standfirst">{DEK}</h2></header><div>{PARAGRAPHS}</div>',
    ],
)
def test_a_mark_outside_the_report_is_enough(markup: str) -> None:
    assert dek(markup) == DEK


@pytest.mark.parametrize(
    "markup",
    [
        f"<header><p>{DEK}</p></header><div>{PARAGRAPHS}</div>",
        f"<section><div>{DEK}</div></section><div>{PARAGRAPHS}</div>",
        f'<div><p class="large">{DEK}</p>{PARAGRAPHS}</div>',
        f'<div class="a"><p class="b">{DEK}</p></div>' + "".join(f"<div><p>{text}</p></div>" for text in BODY),
    ],
)
@pytest.mark.parametrize("description", [DEK, DEK[:60], DEK.replace("are closed", "closed")])
def test_what_a_description_repeats_is_the_dek_where_it_is_set_apart(markup: str, description: str) -> None:
    assert dek(markup, "A boat on Main Street", description, first=DEK) == DEK


def test_a_place_may_stand_before_the_words_that_a_description_repeats() -> None:
    assert dek(f'<div><p class="large">Riverton. {DEK}</p>{PARAGRAPHS}</div>', DEK, first=f"Riverton. {DEK}")


def test_a_first_paragraph_in_bold_above_plain_ones_is_the_dek() -> None:
    assert dek(f"<div><p><strong>{DEK}</strong></p>{PARAGRAPHS}</div>", first=DEK) == DEK


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><p>{DEK}</p>{PARAGRAPHS}</div>",
        f'<div><p class="story-introduction">{DEK}</p>{PARAGRAPHS}</div>',
        f'<aside><p class="intro">{DEK}</p></aside><div>{PARAGRAPHS}</div>',
    ],
)
def test_the_first_paragraph_among_its_like_is_no_dek(markup: str) -> None:
    assert dek(markup, first=DEK) is None


def test_a_first_paragraph_set_like_the_others_is_no_dek_whatever_the_description_repeats() -> None:
    assert dek(f"<div><p>{DEK}</p>{PARAGRAPHS}</div>", DEK, first=DEK) is None


@pytest.mark.parametrize(
    "line", ["By Jane Roe and John Doe", "Published 4 May 2021, 5:00 pm", f"RIVERTON (AP) — {DEK}"]
)
def test_bylines_dates_and_reports_with_a_dateline_are_no_deks(line: str) -> None:
    assert dek(f'<p class="intro">{line}</p><div>{PARAGRAPHS}</div>', line) is None


def test_short_lines_above_the_report_do_not_hide_the_dek() -> None:
    markup = f'<p class="kicker">Weather</p><header><p>{DEK}</p></header><div>{PARAGRAPHS}</div>'
    tree = parse(f"<h1>Flood</h1>{markup}", 1000)
    alive = list(tree.iter())
    assert choose(candidates(tree, "Flood"), ["Weather", DEK, *BODY], [DEK]) == DEK
    assert alive
