"""``firsthand export`` and ``firsthand eval``: formats by name, errors in one line."""

import json
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.cli import main
from firsthand.present.export.formats import FORMATS

TEXT = "Ferry sails again\n\nThe ferry from Halden sails again. “We are ready,” said Ada Holm, who runs the harbour.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One article, traced."""
    folder = tmp_path_factory.mktemp("corpus")
    page = folder / "ferry.txt"
    page.write_text(TEXT, encoding="utf-8")
    Corpus(folder / "c").trace([page])
    return folder / "c"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_written_and_counted(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The line says where to, and how many of what."""
    assert main(["export", "--corpus", str(corpus), "--format", name, "--to", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path / 'out'}: ")
    assert list((tmp_path / "out").iterdir())


def test_json_lines_are_what_is_written_unless_it_is_said(corpus: Path, tmp_path: Path) -> None:
    """And texts only where they are asked for."""
    main(["export", "--corpus", str(corpus), "--to", str(tmp_path), "--with-text"])
    assert json.loads((tmp_path / "articles.jsonl").read_text(encoding="utf-8"))["text"] == TEXT


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_that_cannot_be_written_is_one_line(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """With the folder in it."""
    (tmp_path / "file").touch()
    assert main(["export", "--corpus", str(corpus), "--format", name, "--to", str(tmp_path / "file")]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"firsthand: {tmp_path / 'file'}: cannot be written: ") and error.count("\n") == 1


def test_a_corpus_is_measured(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As lines, and as JSON."""
    gold = tmp_path / "gold.jsonl"
    quotation = {"text": "We are ready", "type": "direct", "speaker": "Ada Holm"}
    gold.write_text(json.dumps({"id": "ferry", "story": "s", "quotations": [quotation]}), encoding="utf-8")
    assert main(["eval", str(gold), "--corpus", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("quotations (gold of 1 articles)\n") and "speaker right" in out
    assert main(["eval", str(gold), "--corpus", str(corpus), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["quotations"]["articles"] == 1 and made["stories"]["stories: BCubed F1"] == 1


def test_bad_gold_is_one_line(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the file and the line in it."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{", encoding="utf-8")
    assert main(["eval", str(gold), "--corpus", str(corpus)]) == 2
    assert capsys.readouterr().err.startswith(f"firsthand: {gold}:1: is no JSON")
