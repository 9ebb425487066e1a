"""One writer at a time; a second one waits as long as it is told to, and then says why it did not write."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.cli import main
from firsthand.errors import CorpusBusy
from firsthand.store import Writer
from firsthand.store.lock import Lock, is_held

HOLD = """
    import sys, time
    from pathlib import Path
    from firsthand.store.lock import Lock
    with Lock(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(600)
"""


def test_a_lock_is_held_until_it_is_given_back(tmp_path: Path) -> None:
    """By anybody, this process too."""
    assert not is_held(tmp_path / "none")
    with Lock(tmp_path):
        assert is_held(tmp_path)
        with pytest.raises(CorpusBusy, match=r"another process is writing.*--wait"), Lock(tmp_path):
            pass
    assert not is_held(tmp_path)


def test_who_waits_gets_it(tmp_path: Path) -> None:
    """As soon as the other one is done."""
    held = Lock(tmp_path)
    held.__enter__()
    threading.Timer(0.3, held.__exit__, (None, None, None)).start()
    with Writer(tmp_path, wait=60.0):
        assert is_held(tmp_path)


def test_who_waited_in_vain_says_how_long(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the command line it is exit code 2, and nothing was written."""
    corpus = fh.open(tmp_path)
    with Writer(tmp_path):
        for command in (["add", str(sample.path())], ["link"], ["compact"], ["verify", "--repair"]):
            assert main([*command, "--wait", "0.1", "--corpus", str(tmp_path)]) == 2
            assert "another process is writing to this corpus; waited 0.1 s" in capsys.readouterr().err
    assert corpus.tables().articles == []


def test_the_operating_system_gives_back_what_a_killed_writer_held(tmp_path: Path) -> None:
    """No stale lock is ever in the way."""
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    assert is_held(tmp_path)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    with Writer(tmp_path):
        pass
