"""``firsthand trace`` as its user meets it: exit codes, the summary, what is left behind."""

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.cli import main

NEWS = (
    "Bridge at Halden opens again\n\n"
    "The bridge over the Lind at Halden was opened again on Monday after two years of repairs.\n\n"
    "“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.\n\n"
    "The repairs cost nine million crowns, a third more than planned, the council said.\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "bridge.txt").write_text(NEWS, encoding="utf-8")
    (folder / "bridge.meta.json").write_text(json.dumps({"publisher": "Halden Courier", "published": "2031-03-04"}))
    return folder


def reprint(folder: Path) -> None:
    """Put the same report, by another outlet, beside the first."""
    (folder / "reprint.txt").write_text(NEWS.replace("opens again", "open once more"), encoding="utf-8")
    (folder / "reprint.meta.json").write_text(json.dumps({"publisher": "Lind Gazette", "published": "2031-03-05"}))


def trace(*arguments: str | Path) -> int:
    return main(["trace", *map(str, arguments), "--quiet"])


def test_a_folder_is_traced_and_the_summary_says_what_is_in_it(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Articles, outlets, origins as a range, statements with speaker, and where the report is."""
    reprint(news)
    assert trace(news, "--corpus", tmp_path / "c") == 0
    out = capsys.readouterr().out
    assert "2 articles · 2 outlets · 1 independent origin" in out
    assert "Greta Ols: “We have waited for this day for a very long time”" in out
    assert (tmp_path / "c" / "report" / "index.html").is_file()
    assert (tmp_path / "c" / "rejected.jsonl").read_text() == ""


def test_the_same_input_again_changes_nothing(news: Path, tmp_path: Path) -> None:
    """A rerun stores nothing twice."""
    trace(news, "--corpus", tmp_path / "c")
    before = Corpus(tmp_path / "c").tables()
    assert trace(news, "--corpus", tmp_path / "c") == 0
    assert Corpus(tmp_path / "c").tables() == before


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` stands for it."""

    class Stdin:
        buffer = io.BytesIO(NEWS.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert trace("-", "--corpus", tmp_path / "c") == 0
    assert len(Corpus(tmp_path / "c").tables().articles) == 1


def test_nothing_traced_is_exit_2_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file is no news."""
    (tmp_path / "empty.txt").touch()
    assert trace(tmp_path / "empty.txt", "--corpus", tmp_path / "c") == 2
    captured = capsys.readouterr()
    assert "empty" in captured.out
    assert "nothing could be traced" in captured.err
    (line,) = (tmp_path / "c" / "rejected.jsonl").read_text().splitlines()
    assert json.loads(line)["reason"] == "empty"


def test_an_input_that_does_not_exist_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The path is named, without a stack trace."""
    assert trace(tmp_path / "nowhere", "--corpus", tmp_path / "c") == 2
    err = capsys.readouterr().err
    assert "nowhere" in err
    assert len(err.strip().splitlines()) == 1


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "line.txt": (b"word " * 5_000_000, "too-large"),
    "broken.jsonl.gz": (gzip.compress(json.dumps({"text": NEWS}).encode() * 50)[:-30], "truncated"),
    "bad.jsonl": (b'{"text": "' + b"A fire broke out at the mill on Tuesday." + b'"}\n{oops\n', "bad-json"),
    "deep.html": (b"<html><body>" + b"<div>" * 100_000 + b"<p>News.</p>" + b"</div>" * 100_000, "too-deep"),
    "nuls.txt": (b"The ferry\x00 ran\x00 aground\x00\x00\x00.\n" * 20, "binary"),
    "cut.warc": (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>x",
        "truncated",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line_and_costs_nothing_else(name: str, news: Path, tmp_path: Path) -> None:
    """It is recorded with its reason, what and where; the good document beside it is traced, and the exit code is 0."""
    content, reason = BAD[name]
    (news / name).write_bytes(content)
    assert trace(news, "--corpus", tmp_path / "c") == 0
    tables = Corpus(tmp_path / "c").tables()
    assert any(a.external_id == "bridge" for a in tables.articles)
    mine = [r for r in tables.rejected if name in r.input]
    assert reason in {r.reason for r in mine}
    assert all(len(r.detail) <= 300 and r.detail.isprintable() for r in mine)


def test_right_to_left_text_and_lone_surrogates_are_read(news: Path, tmp_path: Path) -> None:
    """They are text like any other."""
    (news / "rtl.txt").write_text(
        "وزير الخارجية يعلن عن اتفاق جديد\n\nأعلن وزير الخارجية يوم الاثنين أن بلاده ستوقع اتفاقا جديدا.\n",
        encoding="utf-8",
    )
    (news / "lone.jsonl").write_text(
        '{"text": "The mill \\ud800 burned on Tuesday night, the fire service said in Halden."}\n'
    )
    assert trace(news, "--corpus", tmp_path / "c") == 0
    assert len(Corpus(tmp_path / "c").tables().articles) == 3


def test_strict_makes_a_rejection_exit_1(news: Path, tmp_path: Path) -> None:
    """All the same, what could be traced is traced."""
    (news / "empty.txt").touch()
    assert trace(news, "--corpus", tmp_path / "c", "--strict") == 1
    assert len(Corpus(tmp_path / "c").tables().articles) == 1


def test_a_bad_run_loses_nothing_that_was_stored(news: Path, tmp_path: Path) -> None:
    """Garbage added to a good corpus leaves the corpus good."""
    trace(news, "--corpus", tmp_path / "c")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 9)
    trace(tmp_path / "bad.txt", "--corpus", tmp_path / "c")
    assert [a.external_id for a in Corpus(tmp_path / "c").tables().articles] == ["bridge"]


def test_one_article_under_two_names_is_a_recorded_duplicate(tmp_path: Path) -> None:
    """The same page twice in a feed is stored once, and said."""
    row = json.dumps({"text": NEWS, "url": "https://example.org/bridge"})
    (tmp_path / "two.jsonl").write_text(row + "\n" + row + "\n")
    assert trace(tmp_path / "two.jsonl", "--corpus", tmp_path / "c") == 0
    tables = Corpus(tmp_path / "c").tables()
    assert (len(tables.articles), len(tables.duplicates)) == (1, 1)


def test_show_export_and_report_read_what_trace_left(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The summary again, one story, the data, the page."""
    corpus = ["--corpus", str(tmp_path / "c")]
    trace(news, *corpus)
    story = Corpus(tmp_path / "c").tables().stories[0].id
    assert main(["show", *corpus]) == 0
    assert main(["show", story, *corpus]) == 0
    assert main(["show", "bridge", *corpus]) == 0
    assert "Greta Ols" in capsys.readouterr().out
    assert main(["export", *corpus, "--format", "jsonl", "--to", str(tmp_path / "out")]) == 0
    assert json.loads((tmp_path / "out" / "articles.jsonl").read_text().splitlines()[0])["id"] == "bridge"
    assert main(["report", *corpus, "--to", str(tmp_path / "site")]) == 0
    assert (tmp_path / "site" / "index.html").is_file()


def test_an_unknown_id_is_one_line_that_helps(news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest known ids are named."""
    trace(news, "--corpus", tmp_path / "c")
    capsys.readouterr()
    assert main(["show", "bridg", "--corpus", str(tmp_path / "c")]) == 2
    err = capsys.readouterr().err
    assert "the nearest are bridge" in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("command", ["show", "export", "report", "link"])
def test_no_corpus_is_one_line_and_none_is_made(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says how to make one."""
    extra = ["--to", str(tmp_path / "x")] if command == "export" else []
    assert main([command, "--corpus", str(tmp_path / "c"), *extra]) == 2
    assert "firsthand trace" in capsys.readouterr().err
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("after", [0.8, 1.6, 2.4])
def test_kill_9_leaves_whole_batches_and_the_next_run_ends_the_same(after: float, tmp_path: Path) -> None:
    """However far it came: what is there is whole, and running again gives what an uninterrupted run gives."""
    rows = (json.dumps({"text": NEWS.replace("nine", f"{k}"), "id": f"n{k}"}) for k in range(400))
    (tmp_path / "news.jsonl").write_text("\n".join(rows))
    (tmp_path / "small.toml").write_text("[engine]\nbatch = 8\n")
    command = [
        sys.executable,
        "-m",
        "firsthand",
        "trace",
        str(tmp_path / "news.jsonl"),
        "--config",
        str(tmp_path / "small.toml"),
    ]
    child = subprocess.Popen(
        [*command, "--corpus", str(tmp_path / "c")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    if (tmp_path / "c" / "ledger.sqlite").exists():
        tables = Corpus(tmp_path / "c").tables()
        assert len(tables.articles) == len(tables.annotations)
        assert len(tables.articles) % 8 == 0
    assert subprocess.run([*command, "--corpus", str(tmp_path / "c")], check=False, capture_output=True).returncode == 0
    assert (
        subprocess.run([*command, "--corpus", str(tmp_path / "whole")], check=False, capture_output=True).returncode
        == 0
    )
    assert Corpus(tmp_path / "c").tables() == Corpus(tmp_path / "whole").tables()


def test_a_report_that_cannot_be_written_is_an_error_and_the_corpus_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full or read-only disk: here a file is in the way."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "report").write_text("x")
    (tmp_path / "bridge.txt").write_text(NEWS)
    assert main(["trace", str(tmp_path / "bridge.txt"), "--corpus", str(corpus)]) == 2
    assert "report: cannot be written: " in capsys.readouterr().err
    assert main(["show", "--corpus", str(corpus)]) == 0
