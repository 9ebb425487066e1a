"""A small linked corpus, made once and copied for each test."""

from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.config import EngineConfig
from tests.corpora import copied

# Batches of four make several steps; a minute for a document is never taken, however busy the machine is.
CONFIG = fh.Config(engine=EngineConfig(workers=1, batch=4, seconds=60.0))


def facts(corpus: fh.Corpus) -> dict[str, list[str]]:
    """Everything but the order in which articles came."""
    tables = corpus.tables()
    return {name: sorted(map(repr, getattr(tables, name))) for name in tables.__slots__}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "corpus"
    fh.open(path, CONFIG).trace([sample.path() / "ferry"])
    return path


@pytest.fixture
def corpus(made: Path, tmp_path: Path) -> fh.Corpus:
    return fh.open(copied(made, tmp_path / "corpus"), CONFIG)
