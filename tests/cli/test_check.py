"""``firsthand check`` as its user meets it."""

import io
import json
import sys
from pathlib import Path

import pytest

from firsthand import sample
from firsthand.api import Corpus
from firsthand.cli import main
from tests.watch.server import Page, serving


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("c")
    Corpus(folder).trace([sample.path() / "ferry"])
    return folder


@pytest.fixture(scope="module")
def text(corpus: Path) -> str:
    return next(a.text for a in Corpus(corpus).tables().articles if a.external_id == "harbor-02-courier")


def run(capsys: pytest.CaptureFixture[str], corpus: Path, *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(["check", *words, "--corpus", str(corpus)]) == code
    captured = capsys.readouterr()
    return captured.out if code == 0 else captured.err


def test_a_file_is_told_where_it_comes_from(
    corpus: Path, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(f"{text[:800]}\n\nAnd a sentence that nobody else has.", encoding="utf-8")
    said = " ".join(run(capsys, corpus, str(file)).split())
    for part in ("of this text stands in", "Norda was first", "independent origins", "Passages that it shares",
                 "Who says what in it", "Independent does not mean true"):  # fmt: skip
        assert part in said, part


def test_standard_input_gives_the_same_as_json(
    corpus: Path, text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Spans are in the text of the answer, and in that of the stored article."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    row = json.loads(run(capsys, corpus, "-", "--json"))
    assert row["share"] > 0.9 and row["story"]["origins_low"] >= 1 and row["story"]["reasons"]
    stored = {a.external_id: a.text for a in Corpus(corpus).tables().articles}
    passage = next(p for s in row["shared"] if s["article"] == "harbor-02-courier" for p in s["passages"])
    assert (
        row["text"][passage["start"] : passage["end"]]
        == (stored["harbor-02-courier"][passage["other_start"] : passage["other_end"]])
    )
    assert any(q["statement"] and q["origins_high"] for q in row["quotations"])


def test_an_address_is_fetched_and_a_private_one_only_where_that_is_allowed(
    corpus: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as site:
        site.pages["/a"] = Page(f"<article><h1>Copy</h1><p>{text[:800]}</p></article>".encode())
        refused = run(capsys, corpus, f"{site.address}/a", code=2)
        assert "not fetched" in refused and site.asked == []
        assert "of this text stands in" in run(capsys, corpus, f"{site.address}/a", "--allow-private")
        assert "status 404" in run(capsys, corpus, f"{site.address}/none", "--allow-private", code=2)


def test_what_cannot_be_read_is_named(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "none.txt" in run(capsys, corpus, str(tmp_path / "none.txt"), code=2)
    (tmp_path / "two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    assert "several documents" in run(capsys, corpus, str(tmp_path / "two.jsonl"), code=2)
    (tmp_path / "a.txt").write_text("News of today.", encoding="utf-8")
    assert "no corpus here" in run(capsys, tmp_path / "none", str(tmp_path / "a.txt"), code=2)
