"""Corrections are in the ledger: durable when acknowledged, and known to be counted or not."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

from firsthand.model import Correction
from firsthand.store import Snapshot, Writer

MERGE = Correction(0, "", "merge", "story", ("s", "t"), (("a", "b"), ("c",)), note="one fire", before=("s: 1", "t: 2"))


def test_what_was_said_is_read_back(tmp_path: Path) -> None:
    """With a number and a time; numbers are never given twice."""
    with Writer(tmp_path) as writer:
        first, second = writer.correct(MERGE), writer.correct(MERGE)
    (one, two) = Snapshot(tmp_path).corrections
    assert (one, two) == (first, second)
    assert (one.number, two.number) == (1, 2)
    assert (one.groups, one.note, one.before, one.undone) == (MERGE.groups, MERGE.note, MERGE.before, None)
    assert one.at.endswith("+00:00")


def test_what_was_taken_back_keeps_its_place(tmp_path: Path) -> None:
    """With the time."""
    with Writer(tmp_path) as writer:
        writer.correct(MERGE)
        writer.undo(1)
        assert writer.correct(MERGE).number == 2
    assert [c.undone is None for c in Snapshot(tmp_path).corrections] == [False, True]


def test_what_no_step_has_counted_yet_is_known(tmp_path: Path) -> None:
    """Made or taken back since; steps that do not count leave it so."""
    with Writer(tmp_path) as writer:
        writer.correct(MERGE)
        assert Snapshot(tmp_path).uncounted == [1]
        writer.step("add", append={"rejected": []})
        assert Snapshot(tmp_path).uncounted == [1]
        writer.step("correct", replace={"counts": []})
        assert Snapshot(tmp_path).uncounted == []
        writer.correct(MERGE)
        writer.undo(1)
        assert Snapshot(tmp_path).uncounted == [1, 2]
        writer.step("link", replace={"counts": []})
    assert Snapshot(tmp_path).uncounted == []


def test_a_corpus_of_an_older_firsthand_has_none_and_takes_them(tmp_path: Path) -> None:
    """Reading changes nothing, the next writer makes the place for them."""
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"counts": []})
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("DROP TABLE corrections")
        ledger.execute("DELETE FROM migrations WHERE name = 'm002_corrections'")
        ledger.execute("UPDATE steps SET inputs = '{}'")
    assert (Snapshot(tmp_path).corrections, Snapshot(tmp_path).uncounted) == ([], [])
    with Writer(tmp_path) as writer:
        writer.correct(MERGE)
    assert len(Snapshot(tmp_path).corrections) == 1


CORRECT_FOREVER = """
    import sys
    from pathlib import Path
    from firsthand.model import Correction
    from firsthand.store import Writer
    with Writer(Path(sys.argv[1])) as writer:
        for n in range(100_000):
            made = writer.correct(Correction(0, "", "merge", "text", ("a", "b"), (("a",), ("b",)), note="x" * 100))
            print(made.number, flush=True)
            writer.step("correct", replace={"counts": []})
"""


def test_kill_9_keeps_every_correction_that_was_acknowledged(tmp_path: Path) -> None:
    """Between it and its count too: then it is known not to be counted."""
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CORRECT_FOREVER), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    acknowledged = 0
    for line in child.stdout:
        acknowledged = int(line)
        if acknowledged >= 3:
            break
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    snapshot = Snapshot(tmp_path)
    assert len(snapshot.corrections) >= acknowledged
    assert [c.number for c in snapshot.corrections] == list(range(1, len(snapshot.corrections) + 1))
    assert snapshot.uncounted in ([], [len(snapshot.corrections)])
    assert snapshot.records("counts") == []
