"""Compacting changes files and nothing that is stored."""

from pathlib import Path

import lance
import pytest

import firsthand as fh
from firsthand import sample
from firsthand.cli import main
from firsthand.errors import CorpusFormat
from firsthand.model import Rejected
from firsthand.store import Snapshot, Writer
from firsthand.store.lance_tables import LanceTables
from tests.keeping.conftest import facts

LATER = "9999"  # than all steps


def rows(*names: str) -> list[Rejected]:
    return [Rejected(name, "read", "empty", "") for name in names]


def fragments(folder: Path, name: str) -> int:
    return len(lance.dataset(str(folder / "tables" / f"{name}.lance")).get_fragments())


def test_the_corpus_is_the_same_and_smaller(corpus: fh.Corpus) -> None:
    """Every table has one file and one version, rows keep their order, and the corpus still grows."""
    before, ids = facts(corpus), Snapshot(corpus.path).column("articles", "id")
    assert fragments(corpus.path, "articles") > 1
    assert corpus.compact(all_versions=True) > 0
    assert (facts(corpus), Snapshot(corpus.path).column("articles", "id")) == (before, ids)
    assert fragments(corpus.path, "articles") == 1
    tables = LanceTables(corpus.path / "tables")
    versions = {n: tables.files(n).versions() for n in Snapshot(corpus.path).versions if n != "fingerprints"}
    assert "stories" in versions and {len(kept) for kept in versions.values()} == {1}
    assert corpus.verify() == []
    assert corpus.compact(all_versions=True) == 0
    corpus.trace([sample.path() / "river"])
    assert corpus.verify() == []


def test_readers_of_the_last_hour_keep_what_they_have_opened(tmp_path: Path) -> None:
    """Their versions stay; those of before go."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": rows("a")})
        opened = Snapshot(tmp_path)
        writer.step("add", append={"rejected": rows("b")})
        writer.compact("2000-01-01T00:00:00+00:00")
        assert opened.records("rejected") == rows("a")
        writer.compact(LATER)
    assert Snapshot(tmp_path).records("rejected") == rows("a", "b")
    with pytest.raises(CorpusFormat, match="rejected version 1 cannot be read"):
        opened.records("rejected")


def test_what_no_version_needs_goes_before_anything_is_written(tmp_path: Path) -> None:
    """A full disk may have no room for more."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": rows("a")})
        stray = tmp_path / "tables" / "rejected.lance" / "data" / "stray.lance"
        stray.write_bytes(b"x" * 1000)
        assert writer.compact("2000-01-01T00:00:00+00:00") == 1000
    assert not stray.exists()


def test_rows_that_a_patch_took_out_stay_out(tmp_path: Path) -> None:
    """Sweeping keeps the files that say so, compacting needs them no more; one that is lost is a fault."""
    deletions = tmp_path / "tables" / "rejected.lance" / "_deletions"
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": rows("a", "b")})
        writer.step("link", patch={"rejected": ({"input": ["a"]}, [])})
        assert writer.sweep() == 0
        assert Snapshot(tmp_path).records("rejected") == rows("b")
        (deleted,) = deletions.iterdir()
        whole = deleted.read_bytes()
        deleted.unlink()
        assert any(fault.where == "rejected" and not fault.leftover for fault in fh.open(tmp_path).verify())
        deleted.write_bytes(whole)
        writer.compact(LATER)
    assert list(deletions.iterdir()) == []
    assert Snapshot(tmp_path).records("rejected") == rows("b")
    assert fh.open(tmp_path).verify() == []


def test_the_command_says_what_was_freed(corpus: fh.Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    """And makes no corpus where there is none."""
    assert main(["compact", "--all", "--corpus", str(corpus.path)]) == 0
    freed, unit = capsys.readouterr().out.split(maxsplit=1)
    assert int(freed.replace(",", "")) > 0
    assert unit == "bytes freed\n"
    assert main(["compact", "--corpus", f"{corpus.path}-none"]) == 2
    assert not Path(f"{corpus.path}-none").exists()
