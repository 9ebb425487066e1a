"""Large tables are indexed by what rows are looked up by; nothing but the time that it takes tells."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import lance
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.keeping.fault import Fault
from firsthand.keeping.files import file_faults
from firsthand.keeping.repair import repair
from firsthand.keeping.verify import verify
from firsthand.model import Copy
from firsthand.store import Snapshot, Writer, indexes
from firsthand.store.lance_tables import LanceTables
from firsthand.store.table_files import TableFiles
from tests.factories import annotation, article

NAMES = st.sampled_from(["a", "b", "it's", "c"])
ROWS = st.lists(st.tuples(NAMES, NAMES), max_size=8)
STEPS = st.lists(st.tuples(st.sampled_from(["append", "patch", "replace", "compact"]), ROWS), min_size=1, max_size=8)


@pytest.fixture(autouse=True)
def small() -> Iterator[None]:
    """A table of three rows is a large one."""
    with patch.object(indexes, "INDEXED", 3):
        yield


def copies(rows: list[tuple[str, str]]) -> list[Copy]:
    return [Copy(earlier, 0, n, later, 0, n, n, "prose") for n, (earlier, later) in enumerate(rows)]


def dataset(folder: Path, name: str = "copies") -> lance.LanceDataset:
    return lance.dataset(str(folder / "tables" / f"{name}.lance"), version=Snapshot(folder).versions[name])


def faults(folder: Path) -> list[Fault]:
    """Return what is wrong with the files."""
    return list(file_faults(folder, Snapshot(folder).versions, at_rest=True))


def index_folders(folder: Path, name: str = "copies") -> set[str]:
    return {path.name for path in (folder / "tables" / f"{name}.lance" / indexes.FOLDER).iterdir()}


@given(STEPS)
@settings(max_examples=40, deadline=None)
def test_rows_are_found_as_by_reading_all(steps: list[tuple[str, list[tuple[str, str]]]]) -> None:
    """Whatever was appended, patched, replaced or compacted, and in the order of the table."""
    with TemporaryDirectory() as temporary, patch.object(indexes, "INDEXED", 3):
        folder = Path(temporary)
        with Writer(folder) as writer:
            for how, rows in steps:
                if how == "compact":
                    writer.compact("9999")
                elif how == "patch":
                    writer.step("link", patch={"copies": ({"earlier": {name for name, _ in rows[:1]}}, copies(rows))})
                elif how == "append":
                    writer.step("link", append={"copies": copies(rows)})
                else:
                    writer.step("link", replace={"copies": copies(rows)})
        stored = Snapshot(folder)
        for column in ("earlier", "later"):
            for wanted in ({"a"}, {"it's", "c"}, {"none"}):
                read = [row for row in stored.records("copies") if getattr(row, column) in wanted]
                assert stored.having("copies", column, wanted) == read
        assert faults(folder) == []


def test_a_table_is_indexed_from_so_many_rows_on(tmp_path: Path) -> None:
    """Of small ones reading all is as quick; only columns that rows are looked up by are indexed."""
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"copies": copies([("a", "b")] * 2)})
        assert indexes.indexed(dataset(tmp_path)) == frozenset()
        writer.step("link", append={"copies": copies([("a", "b")])})
    assert indexes.indexed(dataset(tmp_path)) == {"earlier", "later"}


def test_an_index_that_lacks_little_stays(tmp_path: Path) -> None:
    """Rows that it lacks are read through; it is made anew when they are many."""
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"copies": copies([("a", "b")] * 64)})
        first = index_folders(tmp_path)
        writer.step("link", append={"copies": copies([("a", "c")] * 4)})
        assert index_folders(tmp_path) == first
        assert len(Snapshot(tmp_path).having("copies", "earlier", ["a"])) == 68
        writer.step("link", append={"copies": copies([("a", "d")])})
        assert len(index_folders(tmp_path) - first) == 2
        writer.compact("9999")
    assert not index_folders(tmp_path) & first


def test_what_is_asked_for_comes_by_the_index(tmp_path: Path) -> None:
    """Neither all of a column is read, nor rows that were not asked for; of very many values the column is."""
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"copies": copies([("a", "b"), ("b", "c"), ("c", "d")])})
    with patch.object(LanceTables, "batches"), patch.object(indexes, "rows_having", wraps=indexes.rows_having) as asked:
        assert len(Snapshot(tmp_path).having("copies", "earlier", ["b"])) == 1
        assert asked.call_count == 1
        with patch.object(indexes, "MOST_VALUES", 1):
            assert len(Snapshot(tmp_path).having("copies", "earlier", ["b", "c"])) == 2
        assert asked.call_count == 1


@pytest.mark.parametrize("damage", ["gone", "cut", "false"])
def test_a_damaged_index_is_found_and_made_anew(tmp_path: Path, damage: str) -> None:
    """No row is lost by it: what cannot be read of the index is read of the table."""
    shown, others = ([article(f"{k}{n:02}") for n in range(40)] for k in "ab")
    with Writer(tmp_path) as writer:
        writer.step("add", replace={"articles": others})
        writer.step("add", replace={"articles": shown, "annotations": [annotation(a) for a in shown]})
    files = TableFiles(tmp_path / "tables" / "articles.lance")
    old, new = (_of_index(files, version) for version in (2, Snapshot(tmp_path).versions["articles"]))
    for path, other in zip(new, old, strict=True):
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(other.read_bytes() if damage == "false" else path.read_bytes()[:20])
    if damage != "false":
        assert Snapshot(tmp_path).having("articles", "id", [shown[7].id]) == [shown[7]]
    assert [(f.where, f.mend) for f in verify(tmp_path)] == [("articles", "index anew")]
    repaired = repair(tmp_path)
    assert repaired.done[0] == "made the indexes of articles anew"
    assert repaired.left == verify(tmp_path) == []
    assert Snapshot(tmp_path).having("articles", "id", [shown[7].id]) == [shown[7]]


def _of_index(files: TableFiles, version: int) -> list[Path]:
    return sorted(files.folder / p for p in files.files(version) if p.parts[0] == indexes.FOLDER)


def test_an_index_of_a_step_that_was_cut_off_is_removed(tmp_path: Path) -> None:
    """As are those of versions that nobody needs, when old versions go."""
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"copies": copies([("a", "b")] * 4)})
        before = index_folders(tmp_path)
        writer._tables.replace("copies", dataset(tmp_path).to_table())
        writer._tables.index("copies", ["earlier"])
    assert index_folders(tmp_path) - before
    with Writer(tmp_path):
        pass
    assert index_folders(tmp_path) == before
    with Writer(tmp_path) as writer:
        writer.step("forget", replace={"copies": []})
        writer.purge()
    assert not index_folders(tmp_path)
    assert faults(tmp_path) == []
