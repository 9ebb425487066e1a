"""``firsthand clean`` as its user meets it: the parts of a document, on the screen and as JSON."""

import gzip
import io
import json
import re
import sys
from pathlib import Path

import pytest

from firsthand.cli import main

TEXT = """Bridge at Halden opens again

By Jane Roe

HALDEN (Norwire) — The bridge over the Lind at Halden was opened again on Monday after two years of repairs.

“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.

The repairs cost nine million crowns, a third more than planned, the council said.

3 comments

• Ann says:

  About time!

  • Bob says:

    I drove there today. You would not know it was ever closed!

• Carl says:

  Thanks to the mayor, you did well.
"""
PAGE = """<!doctype html><html lang="en"><head><title>Ferry late again</title>
<meta property="og:title" content="Ferry late again"><meta property="og:site_name" content="Lind Gazette">
<meta property="article:published_time" content="2031-03-04T08:05:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry late again</h1>
<p>The ferry to Skarrow was late again on Monday, the third time in as many weeks, and passengers waited for two
hours in the rain before it left the pier at Lindport.</p>
<p>Nobody at the company could be reached, and a note on the door of its office gave no reason for the delay, nor a
time at which the ferry would leave.</p></article></body></html>"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def clean(*arguments: str | Path) -> int:
    return main(["clean", *map(str, arguments)])


def test_each_part_stands_beside_its_kind(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain where there is no terminal."""
    assert clean(bridge) == 0
    out = capsys.readouterr().out
    for row in (
        "headline     Bridge at Halden opens again",
        "byline       By Jane Roe",
        "dateline     HALDEN (Norwire) —",
        "body         The bridge over the Lind at Halden was opened again on Monday after",
    ):
        assert row in out.splitlines()
    assert "\x1b" not in out


def test_comments_are_indented_by_depth_under_their_authors(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reply stands further in than what it answers, and the article's own text holds none of them."""
    clean(bridge)
    text, _, comments = capsys.readouterr().out.partition("3 comments by readers\n")
    assert comments.splitlines() == [
        "Ann",
        "  About time!",
        "  Bob",
        "    I drove there today. You would not know it was ever closed!",
        "Carl",
        "  Thanks to the mayor, you did well.",
    ]
    assert "About time" not in text


def test_json_has_the_exported_fields_and_the_text_that_its_spans_are_in(
    bridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object a document."""
    assert clean(bridge, "--json") == 0
    (line,) = capsys.readouterr().out.splitlines()
    row = json.loads(line)
    assert (row["id"], row["headline"], row["bylines"], row["text"]) == (
        "bridge", "Bridge at Halden opens again", ["Jane Roe"], TEXT,
    )  # fmt: skip
    words = [(s["kind"], row["text"][s["start"] : s["end"]]) for s in row["segments"]]
    assert words[0] == ("headline", "Bridge at Halden opens again")
    assert [(c["author"], c["parent"], c["depth"]) for c in row["comments"]] == [
        ("Ann", None, 0), ("Bob", 0, 1), ("Carl", None, 0),
    ]  # fmt: skip


def test_pages_are_rendered_without_their_menus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """HTML by its content, whatever the file is called; gzipped too."""
    path = tmp_path / "page.gz"
    path.write_bytes(gzip.compress(PAGE.encode()))
    assert clean(path) == 0
    out = capsys.readouterr().out
    assert "Lind Gazette · 4 March 2031, 08:05 UTC · en" in out
    assert "headline     Ferry late again" in out
    assert "Sport" not in out


def test_several_documents_follow_each_other_and_bad_ones_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad line costs itself only, and goes to standard error."""
    rows = [json.dumps({"id": name, "text": TEXT}) for name in ("one", "two")]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([rows[0], "{oops", rows[1]]), encoding="utf-8")
    assert clean(path, "--json") == 0
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["one", "two"]
    assert "(bad-json)" in captured.err
    assert len(captured.err.splitlines()) == 1


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``-`` stands for it."""

    class Stdin:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert clean("-") == 0
    assert "Bridge at Halden opens again" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 40])
def test_nothing_read_is_exit_2_and_one_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names the file."""
    (tmp_path / "bad.txt").write_bytes(content)
    assert clean(tmp_path / "bad.txt") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "bad.txt" in captured.err
    assert len(captured.err.splitlines()) == 1


def test_a_missing_file_is_exit_2_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The path is named."""
    assert clean(tmp_path / "nowhere.txt") == 2
    assert "nowhere.txt" in capsys.readouterr().err


def test_a_document_cannot_steer_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal only our own colours come through, as JSON only ASCII."""
    hostile = TEXT.replace("nine million", "nine \x1b[2J\u202emillion\x9b1m").replace("Ann", "A\x1b]0;x\x07nn")
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps({"text": hostile}))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert clean(path) == 0
    out = capsys.readouterr().out
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", out)) == {"m"}
    assert not re.search(r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e]|\x1b(?!\[)", out)
    assert clean(path, "--json") == 0
    out = capsys.readouterr().out
    assert out.isascii() and out[:-1].isprintable()
    assert json.loads(out)["text"] == hostile
