"""What waits is put in a file, and comes back as it was; what the disk refuses is told."""

import errno
import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import aside
from firsthand.api import Corpus
from firsthand.aside import Aside, Place, aside_in
from firsthand.config import Config, EngineConfig
from firsthand.errors import CorpusError
from firsthand.model import Document
from firsthand.model.packed import Sealed, packed
from tests.model.test_packed import article

NEWS = [
    Document(f"{n}.txt", "text", f"The harbour of {n} opens on Monday. “We are glad,” the mayor said.", f"{n}.txt")
    for n in ("Lind", "Tolvik", "Osterby")
]


@given(st.lists(st.binary()))
def test_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, values: list[bytes]) -> None:
    file = Aside(tmp_path_factory.mktemp("aside"))
    places = [file.put(value) for value in values]
    assert [place.read() for place in places] == values
    file.close()


def test_nothing_of_it_is_seen_in_the_folder(tmp_path: Path) -> None:
    with aside_in(tmp_path):
        assert isinstance(aside.kept(b"text"), Place)
        assert not list(tmp_path.iterdir())
    assert aside.kept(b"text") == b"text"


def test_objects_come_back(tmp_path: Path) -> None:
    """With a file and without one."""
    value = {"a": [1, 2]}
    for file in (None, Aside(tmp_path)):
        assert aside.back(aside.away(value, file)) == value


def test_a_packed_record_waits_in_the_file(tmp_path: Path) -> None:
    """It is what it was, also in another process, which does not have the file."""
    plain = article()
    with aside_in(tmp_path):
        made: Any = packed(plain)
        sent: Any = Sealed.of(plain).opened()
        for found in (made, sent, pickle.loads(pickle.dumps(made)), Sealed.of(made).opened()):
            assert (found.text, found.segments, found.id) == (plain.text, plain.segments, plain.id)
        assert isinstance(made._packed, Place)
        assert isinstance(sent._packed, Place)


def test_the_disk_is_given_back(tmp_path: Path) -> None:
    """Also where somebody still has what was put there."""
    with aside_in(tmp_path):
        place: Any = aside.kept(b"text")
    with pytest.raises(ValueError, match="closed"):
        place.read()


def refuse(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    """Linking that cannot set anything aside ends with one line, and goes through once there is room."""
    corpus = Corpus(tmp_path / "c", Config(engine=EngineConfig(workers=workers, seconds=600.0)))
    corpus.add_documents(iter(NEWS))
    with monkeypatch.context() as broken:
        broken.setattr(os, "pwrite", refuse)
        with pytest.raises(CorpusError, match=r"cannot be kept: No space left on device; nothing stored is lost"):
            corpus.link()
    assert len(corpus.tables().articles) == len(NEWS)
    corpus.link()
    assert len(corpus.tables().stories) >= 1


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be kept"):
        Aside(tmp_path / "not there")
