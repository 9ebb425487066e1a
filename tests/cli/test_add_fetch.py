"""``firsthand add --fetch`` and what is said without it."""

from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.cli import main


def test_a_list_of_addresses_is_told_at_once_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "list.txt").write_text("https://halden.example/ferry\nhttps://halden.example/storm\n")
    assert main(["add", str(tmp_path / "list.txt"), "--corpus", str(tmp_path / "c")]) == 2
    assert "0 articles stored, 0 unchanged, 0 duplicates, 1 rejected; " in capsys.readouterr().out
    assert "list.txt: holds 2 addresses and no text; to ask for the pages: firsthand add --fetch FILE" in caplog.text
    (kept,) = Corpus(tmp_path / "c").tables().rejected
    assert kept.reason == "addresses-only"


def test_addresses_that_are_not_public_are_not_asked(tmp_path: Path) -> None:
    """Whatever a list holds."""
    (tmp_path / "list.txt").write_text("http://127.0.0.1:9/a\nhttp://[::1]:9/b\nhttp://10.1.2.3/c\n")
    assert main(["add", str(tmp_path / "list.txt"), "--fetch", "--corpus", str(tmp_path / "c")]) == 2
    found = Corpus(tmp_path / "c").tables().rejected
    assert [r.reason for r in found] == ["refused"] * 3


def test_an_http_address_is_an_input_with_fetch_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "http://127.0.0.1:9/a", "--corpus", str(tmp_path / "c")]) == 2
    assert "are asked for by firsthand add --fetch" in capsys.readouterr().err
    assert main(["add", "http://127.0.0.1:9/a", "--fetch", "--corpus", str(tmp_path / "c")]) == 2
    (refused,) = Corpus(tmp_path / "c").tables().rejected
    assert "not an address of the public network" in refused.detail
