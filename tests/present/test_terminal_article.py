"""One document in the terminal and as JSON: what holds for all documents."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from firsthand.model import Annotation, Article, Comment, Link
from firsthand.present import terminal_article
from firsthand.present.export.document import document_row, json_line, quotation_rows
from firsthand.present.export.jsonl import export as export_jsonl
from firsthand.present.tables import Tables
from firsthand.present.terminal_why import why
from tests.present.invented import hostile, tables


def documents(made: Tables) -> list[tuple[Article, Annotation]]:
    annotations = {a.article: a for a in made.annotations}
    return [(a, annotations.get(a.id, Annotation(a.id, (), (), (), ()))) for a in made.articles]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("made", [tables, hostile])
def test_lines_fit_and_carry_no_control_characters(width: int, made: object) -> None:
    """No line is wider than the terminal, counted in cells."""
    corpus: Tables = made()  # type: ignore[operator]
    for article, annotation in documents(corpus):
        for text in (
            terminal_article.article(article, width=width),
            terminal_article.quotations(article, annotation, width=width),
            why(corpus, article.id, width=width),
        ):
            assert max(cell_len(line) for line in text.splitlines()) <= width
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_every_word_of_the_article_is_shown() -> None:
    """Whatever its kind."""
    for article, _ in documents(tables()):
        shown = " ".join(terminal_article.article(article, width=200).split())
        for segment in article.segments:
            if segment.kind != "comment":
                for part in article.text[segment.start : segment.end].split():
                    assert part in shown


def test_what_the_page_says_beside_its_text_is_shown() -> None:
    """Last change, section, paywall, another address, links, and when a comment was written; hostile ones made safe."""
    plain, _ = documents(tables())[0]
    shown = terminal_article.article(plain, width=200)
    assert "updated" not in shown and "pay or register" not in shown and "other sites" not in shown
    rich = replace(
        plain,
        updated="2031-03-04T10:00+01:00",
        updated_precision="minute",
        section="Harbour\x1b[31m",
        paywalled=True,
        canonical="https://tribune.example.org/a",
        links=(Link(0, 5, "https://other.example.net/\x9b"),),
        comments=(Comment(0, None, 0, "Ann", 0, 5, "2031-03-05", "day"),),
    )
    shown = terminal_article.article(rich, width=200)
    assert "updated 4 March 2031, 10:00" in shown and "section Harbour" in shown and "pay or register" in shown
    assert "https://tribune.example.org/a" in shown and "https://other.example.net/" in shown
    assert "Ann · 5 March 2031" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_rows_are_those_of_an_export(tmp_path: Path) -> None:
    """A document alone has the fields that it has in a corpus, and what only a corpus knows is null."""
    made = tables()
    export_jsonl(made, tmp_path, with_text=True)
    exported = {row["id"]: row for row in map(json.loads, (tmp_path / "articles.jsonl").read_text().splitlines())}
    quoted = [json.loads(line) for line in (tmp_path / "quotations.jsonl").read_text().splitlines()]
    for article, annotation in documents(made):
        row = document_row(article, annotation)
        parts = {"segments", "comments", "links"}
        assert {k: v for k, v in row.items() if k not in parts} == exported[row["id"]]
        spans = [(q["start"], q["end"], q["type"]) for q in quotation_rows(article, annotation)]
        assert spans == [(q["start"], q["end"], q["type"]) for q in quoted if q["article"] == row["id"]]


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60), st.booleans())
def test_a_row_is_one_line_and_comes_back_whole(text: str, ascii_only: bool) -> None:
    """Lone surrogates and line separators included; a pair of them is one character to JSON."""
    assume(not re.search("[\ud800-\udbff][\udc00-\udfff]", text))
    line = json_line({"text": text}, ascii_only=ascii_only)
    assert line.endswith("\n") and line.count("\n") == 1
    assert json.loads(line.encode()) == {"text": text}
    assert not ascii_only or (line.isascii() and line[:-1].isprintable())
