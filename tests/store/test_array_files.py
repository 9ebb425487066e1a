"""Sets of arrays are stored with a step or not at all, and what stays is not written again."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from firsthand.errors import CorpusFormat
from firsthand.model import Rejected
from firsthand.store import Snapshot, Writer
from firsthand.store.array_files import Array, ArrayFiles


def segment(*numbers: int) -> dict[str, Array]:
    return {"numbers": np.array(numbers, dtype=np.uint64), "names": np.array([b"a"] * len(numbers), dtype="S3")}


def numbers(folder: Path) -> list[list[int]]:
    return [s["numbers"].tolist() for s in Snapshot(folder).arrays("fingerprints")]


def test_what_was_stored_is_read_back(tmp_path: Path) -> None:
    """Segments in their order, empty ones too; a set that no step wrote has none."""
    with Writer(tmp_path) as writer:
        assert numbers(tmp_path) == []
        writer.step("link", arrays={"fingerprints": [segment(3, 2), segment()]})
    assert numbers(tmp_path) == [[3, 2], []]
    assert Snapshot(tmp_path).arrays("fingerprints")[0]["names"].tolist() == [b"a", b"a"]


def test_segments_that_stay_are_not_written_again(tmp_path: Path) -> None:
    """They are the same files; what is needed no more is removed."""
    with Writer(tmp_path) as writer:
        writer.step("link", arrays={"fingerprints": [segment(1), segment(2)]})
        files = {path.stat().st_ino for path in tmp_path.rglob("numbers.npy")}
        stored = Snapshot(tmp_path).arrays("fingerprints")
        writer.step("link", arrays={"fingerprints": [stored[1], segment(3)]})
    assert numbers(tmp_path) == [[2], [3]]
    after = {path.stat().st_ino for path in tmp_path.rglob("numbers.npy")}
    assert len(after) == 2
    assert len(after & files) == 1


def test_what_is_stored_ahead_is_seen_with_its_step_and_not_written_again(tmp_path: Path) -> None:
    """Until then it is mapped from disk, and nobody's; beside segments that stay."""
    with Writer(tmp_path) as writer:
        writer.step("link", arrays={"fingerprints": [segment(1)]})
        stored = Snapshot(tmp_path).arrays("fingerprints")
        found = writer.ahead("fingerprints", [*stored, segment(2, 3)])
        assert [s["numbers"].tolist() for s in found] == [[1], [2, 3]]
        assert numbers(tmp_path) == [[1]]
        files = {path.stat().st_ino for path in tmp_path.rglob("*.npy")}
        writer.step("link", arrays={"fingerprints": found})
    assert numbers(tmp_path) == [[1], [2, 3]]
    assert {path.stat().st_ino for path in tmp_path.rglob("*.npy")} == files


@pytest.mark.parametrize("known", [True, False])
def test_what_was_stored_ahead_of_a_step_that_never_came_is_removed(tmp_path: Path, known: bool) -> None:
    """By the next writer; so is a set that no step wrote at all."""
    with Writer(tmp_path) as writer:
        if known:
            writer.step("link", arrays={"fingerprints": [segment(1)]})
        writer.ahead("fingerprints", [segment(2), segment(3)])
    with Writer(tmp_path):
        pass
    assert numbers(tmp_path) == ([[1]] if known else [])
    assert len(list(tmp_path.rglob("numbers.npy"))) == known


def test_a_segment_of_which_a_part_was_made_anew_stays_if_that_is_equal(tmp_path: Path) -> None:
    """As the mark of a scheme is, that every version is given; one with another part, or a part more, is another."""
    with Writer(tmp_path) as writer:
        writer.step("link", arrays={"fingerprints": [segment(1, 2)]})
        for names, same in ((b"a", True), (b"b", False)):
            files = {path.stat().st_ino for path in tmp_path.rglob("*.npy")}
            (stored,) = Snapshot(tmp_path).arrays("fingerprints")
            writer.step("link", arrays={"fingerprints": [{**stored, "names": np.array([names] * 2, dtype="S3")}]})
            assert (files == {path.stat().st_ino for path in tmp_path.rglob("*.npy")}) is same
        (stored,) = Snapshot(tmp_path).arrays("fingerprints")
        assert stored["names"].tolist() == [b"b", b"b"]
        writer.step("link", arrays={"fingerprints": [{"numbers": stored["numbers"][:1], "names": stored["names"]}]})
    assert numbers(tmp_path) == [[1]]


def test_what_was_written_without_its_ledger_row_is_not_seen(tmp_path: Path) -> None:
    """The next writer removes it, a half-written segment too, and goes on from what is there."""
    with Writer(tmp_path) as writer:
        writer.step("link", arrays={"fingerprints": [segment(1)]})
    files = ArrayFiles(tmp_path / "tables")
    files.write("fingerprints", [segment(7)], 1)
    half = tmp_path / "tables" / "fingerprints.arrays" / "2-1"
    half.mkdir()
    (half / "numbers.npy").write_bytes(b"half")
    assert numbers(tmp_path) == [[1]]
    with Writer(tmp_path) as writer:
        assert not half.exists()
        writer.step("link", arrays={"fingerprints": [*Snapshot(tmp_path).arrays("fingerprints"), segment(2)]})
    assert numbers(tmp_path) == [[1], [2]]


def test_a_first_version_without_its_ledger_row_is_removed(tmp_path: Path) -> None:
    """There was none before."""
    with Writer(tmp_path):
        ArrayFiles(tmp_path / "tables").write("fingerprints", [segment(7)], 0)
    with Writer(tmp_path):
        assert numbers(tmp_path) == []
        assert not list(tmp_path.rglob("*.npy"))


def test_a_reader_keeps_what_it_has_opened(tmp_path: Path) -> None:
    """Mapped arrays outlive their removal."""
    with Writer(tmp_path) as writer:
        writer.step("link", arrays={"fingerprints": [segment(1, 2, 3)]})
        (opened,) = Snapshot(tmp_path).arrays("fingerprints")
        writer.step("link", arrays={"fingerprints": [segment(9)]})
    assert opened["numbers"].tolist() == [1, 2, 3]


def test_a_lost_file_is_one_clear_error(tmp_path: Path) -> None:
    """It is named, not a stack trace."""
    with Writer(tmp_path) as writer:
        writer.step("link", arrays={"fingerprints": [segment(1)]})
    next(tmp_path.rglob("1.json")).unlink()
    with pytest.raises(CorpusFormat, match="fingerprints version 1 cannot be read"):
        Snapshot(tmp_path).arrays("fingerprints")


WRITE_FOREVER = """
    import sys
    from pathlib import Path
    import numpy as np
    from firsthand.model import Rejected
    from firsthand.store import Snapshot, Writer
    with Writer(Path(sys.argv[1])) as writer:
        for step in range(100_000):
            stored = Snapshot(Path(sys.argv[1])).arrays("fingerprints")[-3:]
            new = {"numbers": np.full(10_000, step, dtype=np.uint64)}
            rows = [Rejected(str(step), "read", "empty", "")]
            writer.step("link", append={"rejected": rows}, arrays={"fingerprints": [*stored, new]})
            print(step, flush=True)
"""


@pytest.mark.parametrize("after", [1, 6])
def test_kill_9_leaves_arrays_and_tables_of_one_step(tmp_path: Path, after: int) -> None:
    """Whole segments only, those of the last step that the tables show too; new steps go on from there."""
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITE_FOREVER), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    acknowledged = next(int(line) for line in child.stdout if int(line) >= after)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    snapshot = Snapshot(tmp_path)
    last = max(int(r.input) for r in snapshot.records("rejected"))
    assert last >= acknowledged
    wanted = range(max(0, last - 3), last + 1)
    assert [set(s["numbers"].tolist()) for s in snapshot.arrays("fingerprints")] == [{k} for k in wanted]
    with Writer(tmp_path) as writer:
        writer.step("link", append={"rejected": [Rejected("x", "read", "empty", "")]}, arrays={"fingerprints": []})
    assert numbers(tmp_path) == []


def test_rows_are_found_by_a_text(tmp_path: Path) -> None:
    """In whichever step they came."""
    rows = [Rejected(name, "read", "empty", "") for name in "abcb"]
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": rows[:2]})
        writer.step("add", append={"rejected": rows[2:]})
    assert Snapshot(tmp_path).having("rejected", "input", ["b", "c", "x"]) == [rows[1], rows[2], rows[3]]
    assert Snapshot(tmp_path).having("rejected", "input", []) == []
