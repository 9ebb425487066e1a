"""What libraries parse and what plug-ins read runs in a process of its own, bounded in time and memory."""

from pathlib import Path

import pytest

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs
from tests.plugins.packages import install

READERS = '''
"""Readers that go wrong, each in its way."""
import os, time
from firsthand.model import Document

class Odd:
    def claims(self, head, name):
        return head.startswith(b"@odd ")

    def read(self, data, name):
        for number, line in enumerate(data, 1):
            what = line.strip().decode()
            if what == "hang":
                time.sleep(600)
            elif what == "crash":
                os._exit(7)
            elif what == "eat":
                eaten = [bytearray(50_000_000) for _ in range(100)]
            elif what == "fail":
                raise RuntimeError("it went wrong")
            elif what == "none":
                yield None
            elif what == "odd":
                yield Document(name, "picture", 7)
            elif what == "stubborn":
                while True:
                    try:
                        time.sleep(600)
                    except BaseException:
                        pass
            else:
                yield Document(f"{name}#{number}", "text", what)
'''
QUICK = ReadConfig(seconds=2.0, megabytes=600)


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plug-in that does what a file tells it to."""
    site = install(tmp_path / "site", "odd-readers", {"firsthand.readers": {"odd": "odd_readers:Odd"}}, READERS)
    monkeypatch.syspath_prepend(str(site))


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("hang", "timeout"),
        ("stubborn", "timeout"),
        ("crash", "crashed"),
        ("eat", "memory"),
        ("fail", "plug-in"),
        ("none", "plug-in"),
        ("odd", "plug-in"),
    ],
)
def test_what_goes_wrong_costs_that_file_and_nothing_else(tmp_path: Path, what: str, reason: str) -> None:
    """One clear line; what follows is read by a new process."""
    (tmp_path / "a.txt").write_text(f"@odd \n{what}\n")
    (tmp_path / "b.txt").write_text("@odd \nThe ferry stayed.\n")
    (tmp_path / "c.txt").write_text("The storm cost two million.")
    found = list(read_inputs([tmp_path / name for name in ("a.txt", "b.txt", "c.txt")], QUICK))
    lines = [item for item in found if isinstance(item, Rejected)]
    assert [line.reason for line in lines] == [reason]
    assert lines[0].input.partition("#")[0] == str(tmp_path / "a.txt") and "\n" not in lines[0].detail
    texts = [item.content for item in found if isinstance(item, Document)]
    assert texts[-3:] == ["@odd", "The ferry stayed.", "The storm cost two million."]


@pytest.mark.usefixtures("odd")
def test_what_came_before_is_kept(tmp_path: Path) -> None:
    """In portions; the line says after how many records it ended."""
    (tmp_path / "a.txt").write_text("@odd \n" + "The ferry stayed.\n" * 999 + "crash\n")
    *kept, last = read_inputs([tmp_path / "a.txt"], QUICK)
    assert isinstance(last, Rejected) and last.reason == "crashed"
    assert len(kept) >= 900 and f"after {len(kept)} records" in last.detail


def test_a_time_that_is_too_short_names_the_setting(tmp_path: Path) -> None:
    config = ReadConfig(seconds=0.000001)
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 " + b"The ferry stayed.\\par " * 20_000 + b"}")
    (found,) = read_inputs([tmp_path / "a.rtf"], config)
    assert isinstance(found, Rejected) and found.reason == "timeout"
    assert "raise seconds under [read]" in found.detail


def test_no_process_is_started_for_what_needs_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And none is left behind by a reading that is given up."""
    from firsthand.engine import process

    started: list[object] = []
    real = process.subprocess.Popen

    def popen(*arguments: object, **options: object) -> object:
        started.append(real(*arguments, **options))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(process.subprocess, "Popen", popen)
    (tmp_path / "a.txt").write_text("One.")
    assert len(list(read_inputs([tmp_path / "a.txt"]))) == 1 and not started
    (tmp_path / "a.mbox").write_bytes(b"From a Mon Mar  3 05:12:00 2031\nMessage-ID: <1>\nFrom: a\n\nWord.\n" * 200)
    reading = read_inputs([tmp_path / "a.mbox"])
    next(reading)
    reading.close()  # type: ignore[attr-defined]
    assert [child.poll() is not None for child in started] == [True]  # type: ignore[attr-defined]
