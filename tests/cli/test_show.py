"""``firsthand show`` tells what a corpus holds, and what is still to be done to it."""

import json
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.cli import main


def document(folder: Path, name: str, place: str) -> Path:
    text = f"The bridge at {place} was opened again on Monday after two years of repairs, the council said."
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps({"text": f"Bridge at {place} opens again\n\n{text}\n", "publisher": "Halden Courier"}))
    return path


def shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["show", "--corpus", str(folder)]) == 0
    return capsys.readouterr().out


def test_a_trace_that_was_cut_off_before_linking_says_how_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has no stories because nobody looked, which is not to have none."""
    folder = tmp_path / "my corpus"
    Corpus(folder).add([document(tmp_path, "a", "Halden"), document(tmp_path, "b", "Orrin")])
    out = shown(folder, capsys)
    assert "Linking has not been run since 2 articles were added." in out
    assert f"firsthand link --corpus '{folder}'" in out
    assert "0 stories" not in out


def test_articles_added_since_are_counted_and_linking_ends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The stories that there are stay in sight."""
    folder = tmp_path / "c"
    corpus = Corpus(folder)
    corpus.trace([document(tmp_path, "a", "Halden")])
    assert "Linking has not" not in shown(folder, capsys)
    corpus.add([document(tmp_path, "b", "Orrin")])
    out = shown(folder, capsys)
    assert "2 articles · 1 outlet · 1 story" in out
    assert "Linking has not been run since 1 article was added." in out
    assert main(["link", "--corpus", str(folder), "--quiet"]) == 0
    capsys.readouterr()
    assert "Linking has not" not in shown(folder, capsys)
