"""Building: from disk as from memory, whole or not at all, the same from the same."""

import random
import sqlite3
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from firsthand.model import Correction
from firsthand.present.catalog import catalog_of, catalog_path
from firsthand.present.catalog.build import build, write
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.source import InMemory, Stored
from firsthand.present.tables import Tables
from firsthand.store import Snapshot, Writer
from tests.present.invented import HARBOUR, tables


def stored(folder: Path, made: Tables) -> Snapshot:
    """Return the corpus in ``folder`` that holds some tables."""
    rows = {f.name: getattr(made, f.name) for f in fields(Tables) if f.name not in ("corrections", "uncounted")}
    with Writer(folder) as writer:
        writer.step("link", replace=rows)
    return Snapshot(folder)


def contents(path: Path) -> list[str]:
    """Return all that a catalog holds, as SQL."""
    with sqlite3.connect(path) as connection:
        return [line for line in connection.iterdump() if "'versions'" not in line]


def test_a_corpus_on_disk_gives_the_catalog_of_its_tables(tmp_path: Path) -> None:
    """Reading in a stream changes nothing."""
    snapshot = stored(tmp_path / "corpus", tables())
    write(InMemory(tables()), tmp_path / "memory.sqlite")
    write(Stored(snapshot), tmp_path / "disk.sqlite")
    assert contents(tmp_path / "memory.sqlite") == contents(tmp_path / "disk.sqlite")


def test_the_order_of_records_changes_no_row(tmp_path: Path) -> None:
    """Lists and parts are sorted by what they hold."""
    made = tables()
    shuffled = replace(
        made, **{f.name: random.Random(5).sample(v, len(v)) for f in fields(Tables) if (v := getattr(made, f.name))}
    )
    found = []
    for n, some in enumerate((made, shuffled)):
        write(InMemory(some), tmp_path / f"{n}.sqlite")
        catalog = Catalog(tmp_path / f"{n}.sqlite")
        found.append(
            (catalog.stories(), catalog.statements(), catalog.articles(), catalog.outlets(), catalog.overview())
        )
    assert found[0] == found[1]


def test_the_catalog_of_a_step_is_built_once(tmp_path: Path) -> None:
    """Another step has another; readers of the one before keep it."""
    snapshot = stored(tmp_path, tables())
    first = catalog_of(tmp_path)
    before = first.path.stat().st_mtime_ns
    assert catalog_of(tmp_path).path == first.path == catalog_path(tmp_path, snapshot)
    assert first.path.stat().st_mtime_ns == before
    stored(tmp_path, replace(tables(), statements=[]))
    second = catalog_of(tmp_path)
    assert second.path != first.path and second.overview().statements == 0
    assert first.story(HARBOUR) and first.overview().statements == 4
    stored(tmp_path, replace(tables(), stories=[]))
    third = catalog_of(tmp_path)
    assert sorted(p.name for p in third.path.parent.glob("*.sqlite")) == sorted([second.path.name, third.path.name])


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a part of a catalog nor one that looks finished; what an earlier run left is taken away."""
    (tmp_path / "left.part").write_bytes(b"x")
    monkeypatch.setattr(sys.modules[build.__module__], "derive", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(InMemory(tables()), tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["lock"]
    monkeypatch.undo()
    assert Catalog(build(InMemory(tables()), tmp_path)).overview().articles == 12


def test_a_correction_makes_another_state(tmp_path: Path) -> None:
    """Also before it is counted: the page says that it is not."""
    snapshot = stored(tmp_path, tables())
    before = Stored(snapshot).step
    with Writer(tmp_path) as writer:
        writer.correct(Correction(0, "", "origin", "text", ("wire",), (("x",),), "own"))
    assert Stored(Snapshot(tmp_path)).step != before
