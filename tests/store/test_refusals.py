"""What the disk refuses is one clear error; nothing that was stored is lost, and the same step goes on later."""

import errno
import os
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from firsthand.cli import main
from firsthand.errors import CorpusBusy, CorpusError, CorpusFormat
from firsthand.model import Rejected
from firsthand.store import Snapshot, Writer
from firsthand.store.disk import refusal
from firsthand.store.ledger import told

# A process that may write files of so many bytes at most meets at any place what a full disk answers.
WRITE_UNTIL_FULL = """
    import os, resource, sys
    from pathlib import Path
    import numpy as np
    from firsthand.errors import CorpusError
    from firsthand.model import Rejected
    from firsthand.store import Writer
    folder, most, step = Path(sys.argv[1]), int(sys.argv[2]), 0
    writer = Writer(folder)
    try:
        with writer:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            for step in range(10_000):
                rows = [Rejected(f"{step}-{k}", "read", "empty", os.urandom(8 * step).hex()) for k in range(5)]
                arrays = {"fingerprints": [{"numbers": np.full(5 * step, step)}]}
                writer.step("add", append={"rejected": rows}, arrays=arrays)
                print(step, flush=True)
    except CorpusError as e:
        print(f"error {e}")
"""


def rejected(name: str) -> Rejected:
    return Rejected(name, "read", "empty", "")


@pytest.mark.parametrize("most", [140_000, 4_000])
def test_a_full_disk(tmp_path: Path, most: int) -> None:
    """Whether the ledger, a table or an array meets it first: whole steps stay, and the next writer goes on."""
    with Writer(tmp_path):
        pass
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(WRITE_UNTIL_FULL), str(tmp_path), str(most)],
        capture_output=True,
        text=True,
        check=True,
    )
    *steps, error = done.stdout.splitlines()
    assert error.startswith("error ")
    assert "nothing stored is lost" in error
    assert done.stderr == ""
    last = len(steps) - 1
    snapshot = Snapshot(tmp_path)
    assert [r.input for r in snapshot.records("rejected")] == [f"{s}-{k}" for s in range(last + 1) for k in range(5)]
    assert [s["numbers"].tolist() for s in snapshot.arrays("fingerprints")] == ([[last] * 5 * last] if steps else [])
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("after")]})
    assert len(Snapshot(tmp_path).records("rejected")) == 5 * len(steps) + 1


READ_ON_A_FULL_DISK = """
    import resource, sys
    from pathlib import Path
    from firsthand.store import Snapshot
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    print(len(Snapshot(Path(sys.argv[1])).records("rejected")))
"""


def test_a_full_disk_is_read(tmp_path: Path) -> None:
    """Though there is no room for what SQLite puts beside a ledger that it reads."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
    code = textwrap.dedent(READ_ON_A_FULL_DISK)
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOSPC])
@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_folder_that_may_not_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int, call: str
) -> None:
    """Permission denied, a read-only disk: the error says which; readers go on reading."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
    real = getattr(os, call)

    def refuse(first: object, *given: int) -> int:
        if call == "fsync" or (given and given[0] & os.O_RDWR):
            raise OSError(code, os.strerror(code), str(first))
        return int(real(first, *given))

    monkeypatch.setattr(os, call, refuse)
    if call == "open":
        assert main(["link", "--corpus", str(tmp_path)]) == 2
        assert f"{tmp_path}: cannot be written: {os.strerror(code)}" in capsys.readouterr().err
    with pytest.raises(CorpusError, match=os.strerror(code)), Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("b")]})
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == ["a"]
    monkeypatch.undo()
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("b")]})
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == ["a", "b"]


def test_a_damaged_table_is_no_full_disk(tmp_path: Path) -> None:
    """Who would write to it is told of the command that mends it."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
    next((tmp_path / "tables" / "rejected.lance").rglob("*.manifest")).write_bytes(b"")
    with pytest.raises(CorpusFormat, match=r"damaged.*firsthand verify"), Writer(tmp_path):
        pass


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, "x"), "No space left on device"),
        (OSError("LanceError(IO): File too large (os error 27), somewhere.rs:1"), "File too large"),
        (OSError(errno.ENOENT, "x"), None),
        (ValueError("LanceError(IO): file size is too small"), None),
    ],
)
def test_refusals_and_damage_are_told_apart(error: Exception, why: str | None) -> None:
    """Lance has its own words for what the disk answers."""
    assert refusal(error) == why


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, CorpusError),
        (sqlite3.SQLITE_IOERR, CorpusError),
        (sqlite3.SQLITE_READONLY, CorpusError),
        (sqlite3.SQLITE_BUSY, CorpusBusy),
        (sqlite3.SQLITE_CORRUPT, CorpusFormat),
    ],
)
def test_what_the_ledger_meets(code: int, kind: type[CorpusError]) -> None:
    """A full disk is no damage, and a ledger that is kept by another is neither."""
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    with pytest.raises(CorpusError) as met, told(Path("ledger.sqlite")):
        raise error
    assert type(met.value) is kind
