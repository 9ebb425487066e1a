"""What adding knows of a corpus stays from one run to the next, as long as nothing else was written."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.adding.held import Held
from firsthand.config import AnnotateConfig, EngineConfig
from firsthand.errors import CorpusError
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs
from firsthand.store import Snapshot, Writer

CONFIG = fh.Config(engine=EngineConfig(workers=1, seconds=60.0), annotate=AnnotateConfig(quote_model=""))
FILES = sorted((sample.path() / "ferry").glob("*.txt"))


@pytest.fixture
def corpus(tmp_path: Path) -> fh.Corpus:
    found = fh.open(tmp_path / "corpus", CONFIG)
    found.add(FILES[:2])
    return found


def documents(*paths: Path) -> Iterator[Document | Rejected]:
    return read_inputs(list(paths), CONFIG.read)


def test_a_second_run_reads_nothing_of_the_articles(corpus: fh.Corpus) -> None:
    """It knows them, and what is there already."""
    with patch.object(Snapshot, "column") as column:
        assert corpus.add(FILES[:3]).unchanged == 2
        assert corpus.add(FILES[:3]).unchanged == 3
    column.assert_not_called()
    assert len(corpus.articles()) == 3


def test_what_others_added_meanwhile_is_known(corpus: fh.Corpus) -> None:
    """Also what they took away."""
    other = fh.open(corpus.path, CONFIG)
    other.add(FILES[2:3])
    assert corpus.add(FILES[2:3]).unchanged == 1
    article = other.articles()[0]
    other.forget(article.id)
    other.remember(article.id)
    assert corpus.add(FILES[:2]).stored == 1
    assert corpus.verify() == []


def test_a_run_that_was_cut_off_is_not_believed(corpus: fh.Corpus) -> None:
    """What it took for stored was not."""
    with patch.object(Writer, "step", side_effect=CorpusError("no room")), pytest.raises(CorpusError):
        corpus.add(FILES[2:3])
    assert corpus.add(FILES[2:3]).stored == 1


def test_what_is_watched_is_known_otherwise(corpus: fh.Corpus) -> None:
    """An address is one article there, whatever it says, and so is a path."""
    held = Held.of(corpus.path, watched=False)
    assert Held.of(corpus.path, watched=False, before=held) is held
    assert Held.of(corpus.path, watched=True, before=held) is not held
    assert corpus.add_documents(documents(*FILES[2:4])).stored == 2
    assert corpus.add(FILES[:4]).unchanged == 4
