"""Exit codes: one table in the docs, and a command for each way to one of them."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.cli import main
from firsthand.cli.codes import MEANING, Code

TABLE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "exit-codes.md"
NEWS = "Bridge at Halden opens again\n\nThe bridge over the Lind was opened again on Monday, the council said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each runs in a folder with a text and nothing else."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")


def code(*words: str) -> int:
    """Run a command as ``main`` does for the shell."""
    try:
        return main(list(words))
    except SystemExit as e:
        return int(e.code or 0)


def test_the_table_of_the_docs_is_the_list_of_the_code() -> None:
    """Every code with its meaning, in order, and no other."""
    found = re.findall(r"^\| (\d+) \| (.+) \|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(int(number), meaning) for number, meaning in found] == [(int(c), MEANING[c]) for c in Code]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--version"], Code.DONE),
        (["trace", "bridge.txt", "--corpus", "c"], Code.DONE),
        (["quotes", "bridge.txt"], Code.DONE),
        (["trace", "bridge.txt", "empty.txt", "--corpus", "c"], Code.DONE),
        (["trace", "bridge.txt", "empty.txt", "--corpus", "c", "--strict"], Code.FOUND),
        (["add", "bridge.txt", "empty.txt", "--corpus", "c", "--strict"], Code.FOUND),
        (["trace", "empty.txt", "--corpus", "c"], Code.NOTHING),
        (["trace", "nowhere.txt", "--corpus", "c"], Code.NOTHING),
        (["trace", "bridge.txt"], Code.NOTHING),
        (["nothing-like-it"], Code.NOTHING),
        (["show", "--corpus", "c"], Code.NOTHING),
        (["clean", "empty.txt"], Code.NOTHING),
        (["trace", "bridge.txt", "--corpus", "c", "--config", "bridge.txt"], Code.NOTHING),
        (["completion", "tcsh"], Code.NOTHING),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_a_command_ends_with_its_code(words: list[str], wanted: Code, capsys: pytest.CaptureFixture[str]) -> None:
    """And what is not done is said in one line that names firsthand."""
    assert code(*words) == wanted
    told = capsys.readouterr().err.splitlines()
    if wanted == Code.NOTHING:
        assert len(told) == 1 and told[0].startswith("firsthand"), told
    else:
        assert told == []


def test_a_damaged_corpus_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """``verify`` is the command that looks for faults."""
    assert code("trace", "bridge.txt", "--corpus", "c") == Code.DONE
    assert code("verify", "--corpus", "c") == Code.DONE
    for data in Path("c", "tables").rglob("annotations.lance/data/*.lance"):
        data.unlink()
    assert code("verify", "--corpus", "c") == Code.FOUND
    assert "to mend them: firsthand verify --repair" in capsys.readouterr().out


def test_a_question_answered_with_no_is_nothing_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody can be asked, nothing is removed."""
    assert code("trace", "bridge.txt", "--corpus", "c") == Code.DONE
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert code("forget", "bridge", "--corpus", "c") == Code.NOTHING
    assert "give --yes" in capsys.readouterr().err


def test_a_missing_package_is_nothing_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The line names what to install."""
    assert code("trace", "bridge.txt", "--corpus", "c") == Code.DONE
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "firsthand.web.server", raising=False)
    assert code("serve", "--corpus", "c", "--port", "0") == Code.NOTHING
    assert "pip install 'firsthand[serve]'" in capsys.readouterr().err


def test_ctrl_c_is_said_and_has_a_code_of_its_own() -> None:
    """A watch is stopped as its user stops it."""
    Path("feed").mkdir()
    # Tests that run in the background are deaf to it, and so would the child be.
    code = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from firsthand.cli import main\n"
        "sys.exit(main(['watch', 'feed', '--corpus', 'c']))\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for _ in range(600):
            if Path("c", "watch.lock").exists():
                break
            time.sleep(0.1)
        os.killpg(child.pid, signal.SIGINT)
        _, told = child.communicate(timeout=60)
    finally:
        child.kill()
    assert child.returncode == Code.STOPPED and told.decode().splitlines()[-1].startswith("firsthand: stopped;")


def test_a_reader_that_goes_away_is_no_error() -> None:
    """``firsthand … | head`` ends quietly."""
    command = f"{sys.executable} -m firsthand completion bash | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == str(int(Code.DONE)) and done.stderr == ""
