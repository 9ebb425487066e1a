"""Which step is served: the last, or the one before until the last one's catalog is whole."""

import threading
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.errors import CorpusFormat
from firsthand.present.catalog import catalog_of
from firsthand.web import current as module
from firsthand.web.children import Undone
from firsthand.web.current import Current
from firsthand.web.tasks import Build


def grown(folder: Path, name: str) -> None:
    """A step more."""
    (folder / f"{name}.txt").write_text(f"{name}\n\nThe pilots of {name} voted on Monday for a pier of their own.\n")
    Corpus(folder).add([folder / f"{name}.txt"])


class Here:
    """Stands for the process that builds: does it at once, or fails."""

    failing = ""

    def __init__(self, corpus: Corpus, *, behind: bool) -> None:
        assert behind
        self._corpus = corpus

    def __enter__(self) -> "Here":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        pass

    def ask(self, task: Build) -> None:
        if self.failing:
            raise Undone(self.failing)
        task.run(self._corpus)


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Child", Here)
    monkeypatch.setattr(module, "EVERY", 0.01)
    monkeypatch.setattr(module, "REST", 0.0)
    monkeypatch.setattr(module, "AGAIN", 0.01)


def test_the_last_step_is_served_where_it_has_a_catalog(folder: Path) -> None:
    current = Current(Corpus(folder), lambda _: None)
    assert current.catalog and current.is_newest and current.step == catalog_of(folder).path.stem


def test_an_older_one_is_shown_until_the_new_is_whole(folder: Path) -> None:
    before = catalog_of(folder).path
    grown(folder, "Ellmar")
    current = Current(Corpus(folder), lambda _: None)
    assert current.catalog and current.catalog.path == before and not current.is_newest
    thread = threading.Thread(target=current.follow, daemon=True)
    thread.start()
    assert current.wait(30) and current.is_newest
    assert current.catalog.overview().articles == Current(Corpus(folder), print).catalog.overview().articles  # type: ignore[union-attr]
    grown(folder, "Sorve")
    assert current.wait(30) and current.step != before.stem
    current.end()
    thread.join(30)
    assert not thread.is_alive()


def test_what_goes_wrong_is_said_and_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages stay as they were meanwhile."""
    said: list[str] = []
    heard = threading.Event()

    def say(text: str) -> None:
        said.append(text)
        heard.set()

    monkeypatch.setattr(Here, "failing", "the disk is full")
    current = Current(Corpus(folder), say)
    before = current.step
    grown(folder, "Ellmar")
    threading.Thread(target=current.follow, daemon=True).start()
    assert heard.wait(30) and said[0] == "the pages stay as they are: the disk is full"
    assert current.step == before
    monkeypatch.setattr(Here, "failing", "")
    assert current.wait(30) and current.step != before
    current.end()


def test_without_a_corpus_nothing_is_served(tmp_path: Path) -> None:
    with pytest.raises(CorpusFormat):
        Current(Corpus(tmp_path), lambda _: None)
