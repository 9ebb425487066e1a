"""``firsthand add`` says what became of each input, and where the reasons are."""

import json
from pathlib import Path

import pytest

from firsthand.cli import main

NEWS = (
    "Harbour reopens after the storm\n\nThe harbour of Lindmouth reopened on Monday after masons had mended its wall. "
    "“We counted every stone of it,” said harbour master Tilde Omsk. Ferries to the islands sail again from Tuesday, "
    "and the fish market opens a day later.\n"
)


def added(folder: Path, corpus: Path, *options: str) -> int:
    return main(["add", str(folder), "--corpus", str(corpus), *options])


def test_what_was_rejected_is_written_with_its_reason_and_said_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has to link a corpus to learn why something is not in it."""
    folder, corpus = tmp_path / "in", tmp_path / "c"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWS)
    (folder / "empty.txt").touch()
    assert added(folder, corpus, "--verbose") == 0
    captured = capsys.readouterr()
    assert f"1 articles stored, 0 unchanged, 0 duplicates, 1 rejected; {corpus / 'rejected.jsonl'} says why." in (
        captured.out
    )
    assert "empty.txt" in captured.err
    (line,) = (corpus / "rejected.jsonl").read_text().splitlines()
    assert json.loads(line)["reason"] == "empty"


def test_where_nothing_was_rejected_no_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON too."""
    (tmp_path / "news.txt").write_text(NEWS)
    assert added(tmp_path / "news.txt", tmp_path / "c", "--json") == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["stored"], row["rejected"], row["rejections"]) == (1, 0, None)
