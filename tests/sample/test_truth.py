"""The sample news is read as it was written: floors for each figure, raised when the reading gets better."""

import json
import tempfile
from pathlib import Path

import pytest
from benchmarks.sample.measure import Rows, exported, measure

from firsthand import sample
from firsthand.api import Corpus

TRUTH = json.loads(sample.truth_path().read_text(encoding="utf-8"))

# Printed by: python -m benchmarks.sample.measure
FLOORS = {
    "articles": 1.0,
    "stories: pair F1": 0.97,
    "storylines: pair F1": 0.97,
    "look-alikes kept apart": 1.0,
    "headlines": 0.96,
    "publishers": 0.98,
    "comments": 1.0,
    "origin": 0.97,
    "relation": 0.97,
    "draws_on: F1": 0.91,
    "rests_on: F1": 0.90,
    "families: pair F1": 0.97,
    "story ranges meet the truth's": 0.98,
    "story ranges hold the truth's high": 0.78,
    "quotations found": 0.93,
    "types": 0.98,
    "speakers": 0.95,
    "statements: pair F1": 0.88,
    "statement ranges meet the truth's": 0.86,
}


@pytest.fixture(scope="module")
def rows() -> Rows:
    with tempfile.TemporaryDirectory() as folder:
        Corpus(Path(folder) / "corpus").trace([sample.path()])
        return exported(Path(folder) / "corpus")


def test_every_figure_is_at_its_floor_or_above(rows: Rows) -> None:
    """Stories, lineage, quotations and statements against the truth."""
    found = measure(rows, TRUTH)
    assert set(found) == set(FLOORS)
    assert {name: value for name, value in found.items() if value < FLOORS[name]} == {}


def test_nothing_of_the_sample_is_rejected(rows: Rows) -> None:
    """All its formats and encodings are read."""
    assert rows["rejected"] == []
    assert rows["duplicates"] == []


def test_comments_feed_nothing(rows: Rows) -> None:
    """No quotation and no copied passage lies in a reader's comment, though readers quote the articles."""
    assert rows["comments"]
    for comment in rows["comments"]:
        for table, article, start, end in (
            ("quotations", "article", "start", "end"),
            ("copies", "earlier", "earlier_start", "earlier_end"),
            ("copies", "later", "later_start", "later_end"),
        ):
            for row in rows[table]:
                if row[article] == comment["article"]:
                    assert row[end] <= comment["start"] or row[start] >= comment["end"]


def test_the_sample_is_small(rows: Rows) -> None:
    """About fifty articles and more, in under 300 kB."""
    assert len(rows["articles"]) >= 50
    assert sum(p.stat().st_size for p in sample.path().rglob("*") if p.is_file()) < 300_000


def test_spans_of_every_table_lie_within_their_texts(rows: Rows) -> None:
    """Offsets are usable as they are."""
    length = {a["id"]: len(a["text"]) for a in rows["articles"]}
    for table in ("segments", "comments", "quotations", "credits"):
        for row in rows[table]:
            assert 0 <= row["start"] <= row["end"] <= length[row["article"]]
