"""A site to ask, and a small corpus with documents that are added and not linked, copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.config import AnnotateConfig, EngineConfig
from tests.corpora import copied
from tests.watch.server import Site, serving

CONFIG = fh.Config(engine=EngineConfig(workers=1, batch=4, seconds=60.0), annotate=AnnotateConfig(quote_model=""))


def documents() -> list[Path]:
    """Return the files that are read, in their order."""
    return sorted(p for p in (sample.path() / "ferry").iterdir() if p.suffix in (".txt", ".html"))[:9]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "corpus"
    fh.open(path, CONFIG).trace(documents()[:6])
    fh.open(path, CONFIG).add(documents()[6:8])
    return path


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path / "corpus")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running
