"""A correction changes what it touches: the tables are then those of a recount of the whole corpus, row for row."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import lance
import pytest
from benchmarks.scale.generate import generate

from firsthand import sample
from firsthand.api import Corpus
from firsthand.api.correcting import Corrected
from firsthand.config import Config, EngineConfig
from firsthand.model import Statement, Story
from firsthand.pipeline.link import Links
from firsthand.pipeline.recount import KEYS, recount
from firsthand.present.tables import Tables
from firsthand.store import Snapshot
from tests.link.test_stories import ELECTION, FIRE
from tests.pipeline.test_arrivals import document

# No bound on a document: on a machine that is busy with other things ten seconds can pass for any.
CONFIG = Config(engine=EngineConfig(workers=1, seconds=600.0))
GENERATED = 100
Made = Iterator[Corrected]


@pytest.fixture(scope="module")
def of_the_sample(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    corpus = Corpus(tmp_path_factory.mktemp("recount") / "sample", CONFIG)
    corpus.trace([sample.path()])
    return corpus


@pytest.fixture(scope="module")
def of_generated_news(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("recount")
    lines = (json.dumps(made) for made, _ in generate(GENERATED, seed=11))
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    corpus = Corpus(folder / "generated", CONFIG)
    corpus.trace([folder / "news.jsonl"])
    return corpus


@pytest.mark.parametrize("name", ["of_the_sample", "of_generated_news"])
def test_its_tables_are_those_of_the_whole_recount(name: str, request: pytest.FixtureRequest) -> None:
    """Whatever is corrected, on top of each other, and taken back in another order than it was said."""
    corpus: Corpus = request.getfixturevalue(name)
    first = corpus.tables()
    for made in (step for told in (_stories, _statements, _texts, _undone) for step in told(corpus)):
        assert not _odd(corpus, made), (made.correction.verb, made.correction.kind)
    assert _rows(corpus.tables()) == _rows(first)


def _stories(corpus: Corpus) -> Made:
    small, other, *_ = sorted(_several(corpus.tables().stories), key=lambda s: (len(s.articles), s.id))
    yield corpus.merge(small.id, other.id)
    large = max(corpus.tables().stories, key=lambda s: (len(s.articles), s.id))
    yield corpus.split(large.id, large.articles[-1])


def _statements(corpus: Corpus) -> Made:
    one, other, *_ = sorted(_several(corpus.tables().statements), key=lambda s: (len(s.quotations), s.id))
    yield corpus.merge(one.id, other.id)
    large = max(corpus.tables().statements, key=lambda s: (len(s.quotations), s.id))
    yield corpus.split(large.id, large.quotations[-1])


def _texts(corpus: Corpus) -> Made:
    tables = corpus.tables()
    copying = [line for line in sorted(tables.lineages, key=lambda x: x.article) if line.family]
    one, other = next((a, b) for a, b in combinations(copying, 2) if a.family == b.family)
    yield corpus.split(one.article, other.article)
    yield corpus.origin(one.article, "Norda")
    apart = next(line for line in copying if line.family != one.family)
    yield corpus.merge(other.article, apart.article)


def _undone(corpus: Corpus) -> Made:
    for correction in sorted(corpus.corrections(), key=lambda c: (c.number % 3, c.number)):
        yield corpus.undo(correction.number)


def _several(subjects: list[Story] | list[Statement]) -> list[Story | Statement]:
    return [s for s in subjects if len(s.articles if isinstance(s, Story) else s.quotations) > 1]


def _odd(corpus: Corpus, made: Corrected) -> list[str]:
    """Return the tables that a recount of all would change, and those that were returned otherwise than stored."""
    stored, snapshot = corpus.tables(), Snapshot(corpus.path)
    parts = {f.name: getattr(stored, f.name) for f in fields(Links) if f.name != "inferred"}
    inferred = snapshot.records("inferred")
    links, traced = recount(
        {a.id: a for a in stored.articles},
        {a.article: a for a in stored.annotations},
        stored.recurring,
        Links(**parts, inferred=inferred),
        snapshot.corrections,
        None,
        CONFIG,
    )
    assert Counter(links.inferred) == Counter(inferred)
    whole = {name: Counter(getattr(links if hasattr(links, name) else traced, name)) for name in KEYS}
    return [name for name in KEYS if not whole[name] == _rows(stored)[name] == _rows(made.after)[name]]


def _rows(tables: Tables) -> dict[str, Counter[object]]:
    return {name: Counter(getattr(tables, name)) for name in KEYS}


def _said_of_a_text(corpus: Corpus, tables: Tables) -> Corrected:
    return corpus.origin(tables.articles[0].id, "Norda")


def _said_of_a_statement(corpus: Corpus, tables: Tables) -> Corrected:
    return corpus.merge(*(s.id for s in tables.statements[:2]))


@pytest.mark.parametrize("correct", [_said_of_a_text, _said_of_a_statement])
def test_rows_that_it_does_not_touch_are_not_written_again(
    tmp_path: Path, correct: Callable[[Corpus, Tables], Corrected]
) -> None:
    """They stay in the files in which they are, so that a catalog of the pages is renewed in place."""
    corpus = Corpus(tmp_path / "c", CONFIG)
    corpus.add_documents(iter([document(f"d{n}", text) for n, text in enumerate([*FIRE, *ELECTION])]))
    corpus.link()
    before = Snapshot(corpus.path).versions
    correct(corpus, corpus.tables())
    after = Snapshot(corpus.path).versions
    assert {name for name in before if before[name] != after[name]} <= set(KEYS)
    assert before["stories"] == after["stories"]
    assert before["copies"] == after["copies"]
    kept = {f.fragment_id for f in lance.dataset(str(corpus.path / "tables/counts.lance")).get_fragments()}
    assert 0 in kept
