"""What a disk refuses costs one clear line: nothing that was stored is lost, and the same command goes on afterwards.

Each command that writes meets a disk without room, one that may only be read, and a folder that it may not enter.
"""

import errno
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest

import firsthand as fh
from firsthand.cli import main
from tests.corpora import copied
from tests.hostile.conftest import documents
from tests.keeping.conftest import facts

Said = pytest.CaptureFixture[str]
SETTINGS = '[engine]\nworkers = 1\nseconds = 60.0\n[annotate]\nquote_model = ""\n'


def command(name: str, corpus: Path, out: Path) -> list[str]:
    """Return the command line; what a command writes elsewhere goes to ``out``."""
    settings = ["--config", str(out.parent / "settings.toml")]
    (out.parent / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    first = fh.open(corpus).tables().articles[0].id
    given: dict[str, list[str]] = {
        "add": [str(documents()[8]), *settings],
        "link": settings,
        "trace": [str(documents()[8]), *settings],
        "compact": ["--all"],
        "backup": [str(out / "backup")],
        "forget": [first, "--yes"],
        "origin": [first, "Norwire"],
        "export": ["--to", str(out / "export")],
        "report": ["--to", str(out / "site")],
    }
    return [name, *given[name], "--corpus", str(corpus)]


COMMANDS = ("add", "link", "trace", "compact", "backup", "forget", "origin", "export", "report")


@contextmanager
def no_room() -> Iterator[None]:
    """No file may grow: what a full disk answers, with another word for it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """A disk that is full to the last page."""
    handle = os.open(folder / "filler", os.O_WRONLY | os.O_CREAT)
    try:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while os.write(handle, b"x" * size) == size:
                    pass
            except OSError as e:
                assert e.errno == errno.ENOSPC
        yield
    finally:
        os.close(handle)
        (folder / "filler").unlink()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own in memory, for who may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", place], check=False).returncode
    ):
        pytest.skip("needs the right to mount a disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def refused(line: list[str], capsys: Said) -> str:
    """Run a command that cannot be done, and return the one line that says so."""
    capsys.readouterr()
    assert main(line) == 2
    said = [row for row in capsys.readouterr().err.splitlines() if row.startswith("firsthand: ")]
    assert len(said) == 1
    return said[0]


def check(name: str, folder: Path, out: Path, stop: Callable[[], AbstractContextManager[None]], said: Said) -> None:
    """Meet what stops a command: one line. Then all is as it was, and the command does what it does elsewhere."""
    line, before = command(name, folder, out), facts(fh.open(folder))
    with stop():
        assert str(out.parent) in refused(line, said)
    after = facts(fh.open(folder))
    if name == "origin":  # what the user said is kept before anything is counted
        after["corrections"] = before["corrections"]
    assert after == before
    assert [f for f in fh.open(folder).verify() if not f.leftover] == []
    assert main(line) == 0
    assert fh.open(folder).verify() == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_room(name: str, folder: Path, tmp_path: Path, capsys: Said) -> None:
    check(name, folder, tmp_path / "out", no_room, capsys)


# One command that writes to the corpus, and those that write beside it.
@pytest.mark.parametrize("name", ["add", "forget", "backup", "export", "report"])
def test_a_full_disk(name: str, made: Path, disk: Path, capsys: Said) -> None:
    """The file system itself says so, at whichever write it is."""
    folder = copied(made, disk / "corpus")
    check(name, folder, disk / "out", partial(filled, disk), capsys)


@pytest.mark.parametrize("name", ["link", "compact", "backup", "export"])
def test_a_disk_that_may_only_be_read(name: str, made: Path, disk: Path, capsys: Said) -> None:
    """Reading commands go on: ``show`` and ``verify`` need no file of their own."""
    folder = copied(made, disk / "corpus")
    check(name, folder, disk / "out", partial(read_only, disk), capsys)
    with read_only(disk):
        assert main(["show", "--corpus", str(folder)]) == 0
        assert main(["verify", "--corpus", str(folder)]) == 0
