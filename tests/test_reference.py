"""The pages on articles and quotations name every field and kind that there is."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from firsthand.link.stories.kinds import Gathering
from firsthand.model import Article, Comment, Link, PageKind, Quotation, QuotationType, SegmentKind
from firsthand.present.views.corrections import State

PAGES = Path(__file__).resolve().parents[1] / "docs" / "reference"


def defined(page: str) -> set[str]:
    """The words in code type in the first cells of the page's tables."""
    cells = re.findall(r"^\| (`[^|]+) \|", (PAGES / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {word for cell in cells for word in re.findall(r"`([\w -]+)`", cell)}


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("article.md", [f.name for cls in (Article, Comment, Link) for f in fields(cls)]),
        ("article.md", get_args(SegmentKind)),
        ("article.md", get_args(PageKind)),
        ("quotation.md", [f.name for f in fields(Quotation)]),
        ("quotation.md", get_args(QuotationType)),
        ("quotation.md", ["anonymous", "speaker_id", "statement"]),
        ("corrections.md", get_args(State)),
        ("stories.md", get_args(Gathering)),
        ("stories.md", ["headline", "summary", "happened", "happened_precision", "dates"]),
    ],
)
def test_everything_has_a_definition(page: str, wanted: list[str]) -> None:
    """A new field or kind comes with a line on what it means."""
    assert sorted(set(wanted) - defined(page)) == []


@pytest.mark.parametrize("page", ["article.md", "quotation.md", "cli.md", "export.md", "config.md"])
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    """And the README leads to each of them."""
    text = (PAGES / page).read_text(encoding="utf-8")
    assert [link for link in re.findall(r"\]\(([\w.-]+)", text) if not (PAGES / link).exists()] == []
    assert f"docs/reference/{page}" in (PAGES.parents[1] / "README.md").read_text(encoding="utf-8")
