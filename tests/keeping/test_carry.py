"""Backups and exports in object stores; a folder named by URL stands for one, as Arrow opens both alike."""

from pathlib import Path

import pytest

import firsthand as fh
from firsthand.api import restore
from firsthand.cli import main
from firsthand.errors import InputError, OutputError
from firsthand.keeping import carry
from firsthand.remote import is_address, send
from tests.keeping.conftest import CONFIG, facts


def test_a_corpus_goes_to_a_store_and_comes_back(corpus: fh.Corpus, tmp_path: Path) -> None:
    """It is the same, whole, and can be worked with."""
    address = (tmp_path / "bucket" / "of ours").as_uri()
    sent = corpus.backup(address)
    brought = restore(address, tmp_path / "back")
    assert (sent.files, sent.size) == (brought.files, brought.size)
    copy = fh.open(tmp_path / "back", CONFIG)
    assert (copy.verify(), facts(copy)) == ([], facts(corpus))


def test_nothing_is_written_over(corpus: fh.Corpus, tmp_path: Path) -> None:
    """Neither in the store nor here."""
    (tmp_path / "bucket").mkdir()
    (tmp_path / "bucket" / "theirs").write_text("kept")
    with pytest.raises(OutputError, match="something already"):
        corpus.backup((tmp_path / "bucket").as_uri())
    assert [p.name for p in (tmp_path / "bucket").iterdir()] == ["theirs"]
    with pytest.raises(OutputError, match="there already"):
        restore((tmp_path / "bucket").as_uri(), corpus.path)


def test_a_backup_that_was_cut_off_is_refused(
    corpus: fh.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger is sent last; nothing of it stays here."""
    corpus.backup((tmp_path / "bucket").as_uri())
    (tmp_path / "bucket" / "ledger.sqlite").unlink()
    with pytest.raises(InputError, match=r"no whole backup"):
        restore((tmp_path / "bucket").as_uri(), tmp_path / "back")
    assert {p.name for p in tmp_path.iterdir() if p.name.startswith("back")} == set()
    order: list[str] = []
    monkeypatch.setattr(carry, "send", lambda _, __, last: order.extend(last) or (0, 0))
    corpus.backup((tmp_path / "other").as_uri())
    assert order == ["ledger.sqlite"]


def test_a_store_that_fails_half_way_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was sent is taken away, and the error says where."""
    (tmp_path / "given").mkdir()
    for name in "ab":
        (tmp_path / "given" / name).write_text(name)
    opened = Path.open

    def failing(self: Path, mode: str) -> object:
        if self.name == "b":
            raise OSError(5, "the line is dead")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(OutputError, match="the line is dead"):
        send(tmp_path / "given", (tmp_path / "bucket").as_uri())
    assert list((tmp_path / "bucket").iterdir()) == []


def test_nothing_there_is_said(tmp_path: Path) -> None:
    """In a store and in a folder."""
    for given in ((tmp_path / "nothing").as_uri(), str(tmp_path / "nothing")):
        with pytest.raises((InputError), match="nothing"):
            restore(given, tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_by_the_command_line(corpus: fh.Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Backup, export and restore take addresses."""
    address, tables = (tmp_path / "b").as_uri(), (tmp_path / "t").as_uri()
    assert main(["backup", address, "--corpus", str(corpus.path)]) == 0
    assert main(["restore", address, "--corpus", str(tmp_path / "back")]) == 0
    assert main(["export", "--corpus", str(tmp_path / "back"), "--to", tables]) == 0
    assert (tmp_path / "t" / "articles.jsonl").is_file()
    assert "stories" in capsys.readouterr().out
    assert main(["export", "--corpus", str(tmp_path / "back"), "--to", tables]) == 2
    assert "something already" in capsys.readouterr().err


def test_what_is_an_address() -> None:
    """Pages on the web are none: fetching has rules of its own."""
    assert is_address("s3://bucket/name")
    assert not any(map(is_address, ("folder/s3", "https://example.org/", "s3://", "C:\\corpus")))
