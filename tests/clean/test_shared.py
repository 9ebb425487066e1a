"""Held against documents read by hand that lie beside the checkout (``../shared``), where they are."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document

SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not beside the checkout"),
]


@cache
def cleaned() -> list[tuple[dict[str, Any], Article]]:
    """Return gold and article of each document."""
    out = []
    for gold in json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))["documents"]:
        text = (SEEDS / f"{gold['id']}.txt").read_text(encoding="utf-8")
        article = Clean().clean(Document(input=gold["id"], kind="text", content=text, path=gold["id"]))
        assert isinstance(article, Article)
        out.append((gold, article))
    return out


def letters(text: str, spans: list[list[int]]) -> set[int]:
    """Return the places of letters and digits in spans."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def squeeze(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())


def test_headlines_and_datelines() -> None:
    """All as read by hand."""
    for gold, article in cleaned():
        assert article.headline == squeeze(gold["headline"])
        assert article.dateline == gold["dateline"]


def test_body_characters() -> None:
    """F1 of at least .99 over letters and digits."""
    shared = wanted = found = 0
    for gold, article in cleaned():
        text = article.text
        start, end = gold["body"]
        inner = [x for kind in ("captions", "boilerplate", "subheadings") for x in gold[kind]]
        apart = [[at, at + len(x)] for x in inner for at in [text.find(x)] if start <= at and at + len(x) <= end]
        want = letters(text, [gold["body"]]) - letters(text, apart)
        got = letters(text, [[s.start, s.end] for s in article.parts("body", "dateline")])
        shared, wanted, found = shared + len(want & got), wanted + len(want), found + len(got)
    assert 2 * shared / (wanted + found) >= 0.99


def test_lines_of_other_kinds() -> None:
    """Captions, subheadings and notices are labelled as such."""
    for gold, article in cleaned():
        for name, kind in (("captions", "caption"), ("boilerplate", "boilerplate"), ("subheadings", "subheading")):
            lines = {
                line.strip()
                for s in article.segments
                if s.kind == kind
                for line in article.text[s.start : s.end].split("\n")
            }
            assert set(gold[name]) <= lines


def test_comments() -> None:
    """Author, depth, parent and words of every comment, and none that is none."""
    for gold, article in cleaned():
        got = [
            (c.author, c.depth, c.parent, squeeze(article.text[c.start : c.end]) if c.end else "")
            for c in article.comments
        ]
        assert got == [(c["author"], c["depth"], c["parent"], squeeze(c["text"])) for c in gold["comments"]]
