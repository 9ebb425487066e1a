"""Typed uses of the public interface. It is checked, never run."""

from io import BytesIO
from pathlib import Path
from typing import assert_type

import polars as pl

import firsthand as fh
from firsthand.model import Reason


def corpora(path: Path) -> None:
    """What a corpus takes and gives."""
    corpus = fh.open(path)
    assert_type(corpus, fh.Corpus)
    assert_type(fh.open("my-corpus", fh.Config(), wait=2.5), fh.Corpus)
    assert_type(corpus.add(["news/", path]), fh.Added)
    assert_type(corpus.trace([path], stdin=BytesIO()), fh.Added)
    assert_type(corpus.link(), None)
    assert_type(corpus.articles(), list[fh.Article])
    assert_type(corpus.articles(story="id"), list[fh.Article])
    assert_type(corpus.stories(), list[fh.Story])
    assert_type(corpus.statements(speaker="Lena Korsvik", story=None), list[fh.Statement])
    assert_type(corpus.why("id"), fh.Why)
    assert_type(corpus.tables(), fh.Tables)
    assert_type(corpus.check(path, url="https://lind.example/1"), fh.Checked)
    assert_type(corpus.polars("stories"), pl.DataFrame)
    assert_type(corpus.export("out", format="csv", with_text=True), dict[str, int])
    assert_type(corpus.report(), Path)
    assert_type(corpus.merge("one", "other", note="why"), fh.Corrected)
    assert_type(corpus.undo(1).correction, fh.Correction)
    assert_type(corpus.corrections(), list[fh.Correction])


def records(story: fh.Story, statement: fh.Statement, why: fh.Why) -> None:
    """What the records hold."""
    assert_type(story.origins_low, int | None)
    assert_type(story.articles, tuple[fh.Article, ...])
    assert_type(story.reasons, tuple[Reason, ...])
    assert_type(story.coverage[0].rests_on, tuple[str, ...])
    assert_type(statement.speaker, str | None)
    assert_type(statement.wordings[0].text, str)
    assert_type(why.text, str)


def documents(path: Path) -> None:
    """Single documents."""
    article = fh.clean("A text.", publisher="Lind Gazette", published="2031-03-04")
    assert_type(article, fh.Article)
    assert_type(fh.clean(path), fh.Article)
    assert_type(fh.clean(BytesIO()), fh.Article)
    assert_type(fh.quotations(article), tuple[fh.Quotation, ...])
    assert_type(fh.quotations("A text."), tuple[fh.Quotation, ...])
    found = fh.compare(article, path)
    assert_type(found, fh.Comparison)
    assert_type(found.passages[0].changes[0].words, str)
    assert_type(found.share, float)
    try:
        fh.clean(path)
    except fh.FirsthandError as error:
        print(error)
