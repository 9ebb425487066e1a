"""A corpus of any earlier format opens, is whole, and is brought up to date by whoever writes to it."""

import sqlite3
from pathlib import Path

import pytest

from firsthand.errors import CorpusFormat
from firsthand.keeping.verify import verify
from firsthand.model import Rejected
from firsthand.store import Snapshot, Writer
from firsthand.store.migrations import MIGRATIONS
from firsthand.store.watching import Watching

ADDED = [Rejected("a", "read", "empty", "")]


def older(folder: Path, migrations: int) -> None:
    """Make a corpus whose ledger has seen the first so many migrations."""
    with Writer(folder) as writer:
        writer.step("add", append={"rejected": ADDED})
    (folder / "ledger.sqlite").unlink()
    with sqlite3.connect(folder / "ledger.sqlite") as ledger:
        ledger.execute("CREATE TABLE migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
        for name, apply in MIGRATIONS[:migrations]:
            apply(ledger)
            ledger.execute("INSERT INTO migrations VALUES (?, '')", (name,))
        ledger.execute("INSERT INTO steps VALUES (1, 'add', '{}', '{\"rejected\": 1}', '2031-03-03T00:00:00+00:00')")
        ledger.execute("INSERT INTO heads VALUES ('rejected', 1)")
    ledger.close()


@pytest.mark.parametrize("migrations", range(1, len(MIGRATIONS) + 1))
def test_an_older_ledger_is_read_as_it_is_and_migrated_by_a_writer(tmp_path: Path, migrations: int) -> None:
    """Nothing stored is lost, and what came with later formats is there, empty."""
    older(tmp_path, migrations)
    before = (tmp_path / "ledger.sqlite").read_bytes()
    assert (Snapshot(tmp_path).records("rejected"), Snapshot(tmp_path).corrections) == (ADDED, [])
    assert verify(tmp_path) == []
    assert (tmp_path / "ledger.sqlite").read_bytes() == before
    with Writer(tmp_path) as writer:
        assert writer.forgotten() == {}
        writer.step("add", append={"rejected": ADDED})
    with Watching(tmp_path) as watch:
        assert watch.files() == {}
    assert (Snapshot(tmp_path).records("rejected"), verify(tmp_path)) == (ADDED * 2, [])


def test_a_newer_ledger_is_refused_and_not_changed(tmp_path: Path) -> None:
    """By readers and writers, with what is to be done."""
    older(tmp_path, len(MIGRATIONS))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("INSERT INTO migrations VALUES ('m999_colours', '')")
    ledger.close()
    for act in (Snapshot, verify, lambda folder: Writer(folder).__enter__()):
        with pytest.raises(CorpusFormat, match=r"newer firsthand.*m999_colours.*upgrade"):
            act(tmp_path)
    assert Path(tmp_path / "tables" / "rejected.lance").exists()


def test_migrations_are_numbered_in_their_order() -> None:
    """Names say when they came; none is given twice."""
    assert [name[:4] for name, _ in MIGRATIONS] == [f"m{n:03}" for n in range(1, len(MIGRATIONS) + 1)]
