"""The invented corpus that pages are timed on is one that linking and tracing could have left."""

from pathlib import Path

import pytest
from benchmarks.serve.corpus import write

from firsthand.present.catalog import catalog_of
from firsthand.present.catalog.query import parse
from firsthand.store import Snapshot

ARTICLES = 60


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    write(folder, ARTICLES)
    return folder


def test_spans_stand_where_they_say(corpus: Path) -> None:
    """Quotations are the words of their statements, passages the same on both sides, changes one word."""
    snapshot = Snapshot(corpus)
    texts = {a.id: a.text for a in snapshot.records("articles")}
    quotations = {q.id: q for a in snapshot.records("annotations") for q in a.quotations}
    assert len(texts) == ARTICLES and quotations
    for q in quotations.values():
        text = texts[q.article]
        assert text[q.start - 1] == "“" and text[q.end : q.end + 2] == ",”" and text[q.cue_start : q.cue_end] == "said"
    for statement in snapshot.records("statements"):
        first = quotations[statement.quotations[0]]
        assert statement.wording == first.words(texts[first.article])
    for c in snapshot.records("copies"):
        one, other = texts[c.earlier][c.earlier_start : c.earlier_end], texts[c.later][c.later_start : c.later_end]
        assert one == other and len(one) == c.characters
    for d in snapshot.records("differences"):
        one, other = quotations[d.quotation], quotations[d.other]
        for part in d.parts:
            here, there = (
                texts[one.article][part.start : part.end],
                texts[other.article][part.other_start : part.other_end],
            )
            assert here != there and " " not in here + there


def test_its_catalog_has_all_of_it(corpus: Path) -> None:
    """Every article is in a story, and a search finds it by its headline."""
    catalog = catalog_of(corpus)
    assert sum(s.articles for s in catalog.stories(limit=ARTICLES)) == ARTICLES == catalog.overview().articles
    row = catalog.articles(limit=1)[0]
    assert row.id in {hit.article.id for hit in catalog.search(parse(f'"{row.headline}"')).hits}


def test_equal_numbers_give_equal_corpora(corpus: Path, tmp_path: Path) -> None:
    """So that figures of two days speak of one thing."""
    write(tmp_path, ARTICLES)
    for name in ("articles", "counts", "copies"):
        assert Snapshot(tmp_path).records(name) == Snapshot(corpus).records(name)
