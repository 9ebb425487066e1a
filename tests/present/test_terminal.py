"""What the terminal says, in 80 columns and without colour."""

import re

import pytest
from rich.cells import cell_len

from firsthand.errors import NotFound
from firsthand.present.tables import Tables
from firsthand.present.terminal import show, summary
from tests.present.invented import ATTACK, COST, HARBOUR, PLEDGE, hostile, reprints, tables


def test_the_summary_has_stories_statements_and_what_was_skipped() -> None:
    """One screen: counts as ranges, the sentence, the caveat."""
    text = summary(tables())
    for line in (
        "12 articles · 8 outlets · 3 stories",
        "  8 articles · 8 outlets · 2–3 independent origins",
        "  5 wordings · 7 articles · 2–3 independent origins",
        "2 × bad-json (read)",
        "1 × already there (same origin, same text)",
    ):
        assert line in text.splitlines()
    assert "Independent does not mean true" in text


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("made", [tables, hostile])
def test_lines_fit(width: int, made: object) -> None:
    """No line is wider than the terminal, counted in cells."""
    for text in (summary(made(), width=width), show(made(), made().articles[0].id, width=width)):  # type: ignore[operator]
        assert max(cell_len(line) for line in text.splitlines()) <= width


def test_documents_cannot_steer_the_terminal() -> None:
    """No escape sequence and no direction mark of a document comes through; with colour only our own styles do."""
    made = hostile()
    plain = "".join([summary(made), show(made, ATTACK), *(show(made, a.id) for a in made.articles)])
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", plain)
    assert "<script>" in plain
    coloured = summary(made, colour=True)
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", coloured)) == {"m"} and "\u202e" not in coloured


def test_markup_of_rich_is_text() -> None:
    """Square brackets of a headline are no style."""
    made = tables()
    from dataclasses import replace

    stories = [replace(s, headline="[red]Stop[/red] [link=x]") for s in made.stories]
    assert "[red]Stop[/red] [link=x]" in summary(replace(made, stories=stories))


def test_a_story_is_shown_with_its_articles_and_reasons() -> None:
    """By its id."""
    text = show(tables(), HARBOUR)
    assert "  Carries Norwire’s text, without crediting it" in text
    assert "  · Five articles carry Norwire’s text or name it." in text


def test_a_statement_is_shown_with_every_wording() -> None:
    """And who prints it, and how it differs."""
    text = show(tables(), PLEDGE)
    assert "“No pier shuts while there is cargo aboard”\n  Valdoria Today\n  other translation\n" in text
    assert "  changed words\n    changed words: “a single” became “any”\n" in text
    assert "    added words: with “on the coast”\n" in show(tables(), COST)


def test_an_article_is_shown_by_the_id_it_was_given() -> None:
    """With its story and statements."""
    assert "Shares 232 characters with Norwire" in show(tables(), "coast")
    with pytest.raises(NotFound, match="nearest are coast"):
        show(tables(), "coasst")


def test_what_does_not_fit_is_counted() -> None:
    """Nothing is left out silently."""
    assert "and 22 more statements, in the report" in summary(reprints(20, 30))


def test_an_empty_corpus_says_so() -> None:
    """No table, no caveat."""
    assert summary(Tables()).strip() == "No articles yet."
