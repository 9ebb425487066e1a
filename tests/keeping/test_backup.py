"""A backup is a corpus of one moment, whoever writes meanwhile."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.cli import main
from firsthand.errors import CorpusFormat, OutputError
from firsthand.keeping import backup as module
from firsthand.keeping.backup import backup
from firsthand.model import Rejected
from firsthand.store import Snapshot, Writer
from tests.keeping.conftest import CONFIG, facts


def test_a_backup_is_the_same_corpus(corpus: fh.Corpus, tmp_path: Path) -> None:
    """It opens, is whole, has the corrections, and grows on its own."""
    stories = corpus.tables().stories
    corpus.merge(stories[0].id, stories[1].id, note="one event")
    corpus.backup(tmp_path / "copies" / "b")
    copy = fh.open(tmp_path / "copies" / "b", CONFIG)
    assert (copy.verify(), facts(copy)) == ([], facts(corpus))
    copy.trace([sample.path() / "river"])
    assert copy.verify() == []
    assert len(copy.tables().articles) > len(corpus.tables().articles)


def test_only_the_newest_version_is_copied(tmp_path: Path) -> None:
    """Old versions are no part of the corpus."""
    with Writer(tmp_path / "c") as writer:
        for name in "abc":
            writer.step("add", replace={"rejected": [Rejected(name, "read", "empty", "")]})
    backup(tmp_path / "c", tmp_path / "b")
    assert len(list((tmp_path / "b" / "tables").rglob("*.manifest"))) == 1
    assert [r.input for r in Snapshot(tmp_path / "b").records("rejected")] == ["c"]


def test_a_step_under_way_is_not_in_it(corpus: fh.Corpus, tmp_path: Path) -> None:
    """A writer has the lock, and has written what it has not recorded."""
    with Writer(corpus.path) as writer:
        writer._tables.append("articles", writer._tables.read("articles", 1))
        corpus.backup(tmp_path / "b")
    assert facts(fh.open(tmp_path / "b")) == facts(corpus)


WRITE_FOREVER = """
    import sys
    from pathlib import Path
    import numpy as np
    from firsthand.model import Rejected
    from firsthand.store import Writer
    with Writer(Path(sys.argv[1])) as writer:
        for step in range(100_000):
            rows = [Rejected(f"{step}-{k}", "read", "empty", "x" * 100) for k in range(50)]
            arrays = {"fingerprints": [{"numbers": np.full(100, step)}]}
            writer.step("add", append={"rejected": rows}, arrays=arrays)
            if step % 7 == 0:
                writer.compact("9999")
            print(step, flush=True)
"""


def test_backups_while_another_process_writes_and_compacts(tmp_path: Path) -> None:
    """Each has whole steps only, and tables and arrays of one step, though files vanish under the copying."""
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITE_FOREVER), str(tmp_path / "c")], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    try:
        for number in range(5):
            backup(tmp_path / "c", tmp_path / str(number))
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    for number in range(5):
        snapshot = Snapshot(tmp_path / str(number))
        rows = [r.input for r in snapshot.records("rejected")]
        last = len(rows) // 50 - 1
        assert rows == [f"{step}-{k}" for step in range(last + 1) for k in range(50)]
        assert [set(s["numbers"].tolist()) for s in snapshot.arrays("fingerprints")] == [{last}]


def test_files_that_vanish_are_looked_for_anew(
    corpus: fh.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All is copied again from the ledger on; at last it is an error, and no half copy stays."""
    copyfile, tries = shutil.copyfile, 0

    def once_gone(source: Path, target: Path) -> None:
        nonlocal tries
        tries += 1
        if tries == 3:
            raise FileNotFoundError(2, "gone", str(source))
        copyfile(source, target)

    monkeypatch.setattr(module.shutil, "copyfile", once_gone)
    corpus.backup(tmp_path / "b")
    assert tries > 3
    assert fh.open(tmp_path / "b").verify() == []
    monkeypatch.setattr(module.shutil, "copyfile", lambda *_: (tmp_path / "none").read_bytes())
    with pytest.raises(CorpusFormat, match="cannot be copied"):
        corpus.backup(tmp_path / "b2")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b", "corpus"]


def test_where_it_cannot_be_put(corpus: fh.Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not over anything, not within the corpus, not where a file is in the way."""
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_text("x")
    for place, why in (
        ("there", "is there already"),
        ("corpus/b", "within the corpus"),
        ("file/b", "cannot be written"),
    ):
        with pytest.raises(OutputError, match=why):
            corpus.backup(tmp_path / place)
    assert main(["backup", str(tmp_path / "b"), "--corpus", str(corpus.path)]) == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path / 'b'}: ")
    assert main(["backup", str(tmp_path / "b3"), "--corpus", str(tmp_path / "none")]) == 2
    assert not (tmp_path / "b3").exists()
