"""A file that ends whoever reads it costs a line: it is read in another process."""

import os
import sqlite3
from pathlib import Path

import pytest

import firsthand as fh
from firsthand.errors import CorpusFormat
from firsthand.keeping.apart import DIED, Apart
from firsthand.keeping.fault import Fault
from firsthand.keeping.tables import needed
from firsthand.model import Article, Lineage
from firsthand.store import Snapshot
from firsthand.store.ledger import FILE
from tests.corpora import copied


def spoiled(corpus: fh.Corpus, table: str, words: bytes, other: bytes) -> None:
    """Put other words of the same length in place of the last ones of a table's data file."""
    assert len(words) == len(other)
    path = next((corpus.path / "tables" / f"{table}.lance" / "data").glob("*.lance"))
    whole = path.read_bytes()
    at = whole.rindex(words)
    path.write_bytes(whole[:at] + other + whole[at + len(words) :])


def lying(corpus: fh.Corpus, table: str) -> None:
    """Put a NUL into the name of an encoding: telling of it, Lance aborts, which no handler in its process meets."""
    spoiled(corpus, table, b"ColumnEncoding", b"Column\0ncoding")


def test_what_ends_the_reader_is_a_fault_of_its_table(corpus: fh.Corpus) -> None:
    """One line, the other tables are told of as ever, and it is mended as damage is."""
    whole = corpus.tables()
    lying(corpus, "attributions")
    (fault,) = corpus.verify()
    assert fault == Fault("attributions", f"version 1 cannot be read: {DIED}", "link anew")
    repaired = corpus.repair()
    assert repaired.left == [] and "dropped what was concluded; next: firsthand link" in repaired.done
    corpus.link()
    assert corpus.verify() == []
    assert corpus.tables().statements == whole.statements


def test_where_documents_are_gone_the_last_whole_step_comes_back(corpus: fh.Corpus, tmp_path: Path) -> None:
    """Or, where there is none, a backup is asked for; and nothing is changed."""
    folder = copied(corpus.path, tmp_path / "c")
    for path in (folder / "tables" / "articles.lance" / "data").glob("*.lance"):
        path.write_bytes(path.read_bytes().replace(b"ColumnEncoding", b"Column\0ncoding"))
    damaged = fh.open(folder)
    assert {(f.where, f.mend) for f in damaged.verify()} == {("articles", "take back")}
    assert damaged.repair().done == ["nothing that came in can be read: a backup is needed"]


def test_a_reader_that_died_is_followed_by_another(corpus: fh.Corpus) -> None:
    lying(corpus, "attributions")
    with Apart(corpus.path) as apart:
        with pytest.raises(OSError, match=DIED):
            apart.faults("attributions", 1, at_rest=True)
        assert apart.can_be_read("stories", Snapshot(corpus.path).versions["stories"])
        assert not apart.can_be_read("attributions", 1)
        assert apart.has_manifest("attributions", 1) and not apart.has_manifest("attributions", 9)


def test_a_reader_that_is_killed_is_damage_and_not_an_error(corpus: fh.Corpus) -> None:
    """As where the machine has no memory left for it."""
    with Apart(corpus.path) as apart:
        assert apart.can_be_read("stories", Snapshot(corpus.path).versions["stories"])
        assert apart._process is not None
        os.kill(apart._process.pid, 9)
        assert not apart.can_be_read("stories", Snapshot(corpus.path).versions["stories"])


def test_a_damaged_page_of_the_ledger_is_one_line(corpus: fh.Corpus) -> None:
    """Wherever it is met; several lines of SQLite's are one."""
    path = corpus.path / FILE
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'heads'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    whole = path.read_bytes()
    path.write_bytes(whole[: (page - 1) * size] + b"\xff" * 200 + whole[(page - 1) * size + 200 :])
    found = corpus.verify()
    assert found and all("\n" not in str(fault) and fault.where == FILE for fault in found)
    with pytest.raises(CorpusFormat, match="cannot be read as a ledger"):
        corpus.tables()


def test_a_column_that_no_row_can_do_without_is_told() -> None:
    """Fields with a default may have come later; those without were there from the first."""
    assert {"article", "draws_on"} <= needed(Lineage)
    assert "id" in needed(Article) and "links" not in needed(Article)
