"""``firsthand quotes`` as its user meets it: who said what, on the screen and as JSON."""

import io
import json
import sys
from pathlib import Path

import pytest

from firsthand.cli import main

TEXT = """Bridge at Halden opens again

The bridge over the Lind at Halden was opened again on Monday after two years of repairs.

“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.

The repairs cost nine million crowns, a third more than planned, Ols said, according to Reuters.

A senior official said the toll would stay “for as long as it takes” to pay for them.
"""
# Of an export's row; statement and speaker_id need a corpus.
FIELDS = {
    "id", "article", "type", "start", "end", "fragments", "speaker", "speaker_id", "speaker_start", "speaker_end",
    "cue", "cue_start", "cue_end", "occasion", "via", "statement", "entity",
}  # fmt: skip


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_speaker_cue_words_occasion_and_chain_are_shown(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Direct words in marks, others without; who is not named is anonymous."""
    assert main(["quotes", str(bridge)]) == 0
    rows = capsys.readouterr().out.splitlines()
    for row in (
        "direct    Greta Ols: said",
        "          “We have waited for this day for a very long time”",
        "          occasion: at the ceremony",
        "indirect  Greta Ols: said",
        "          via Reuters",
        "mixed     Anonymous: said",
    ):
        assert row in rows


def test_json_rows_are_those_of_the_export(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a quotation, spans in the text, no statement outside a corpus."""
    assert main(["quotes", "--json", str(bridge)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(set(row) == FIELDS for row in rows)
    assert {(row["article"], row["statement"], row["speaker_id"]) for row in rows} == {("bridge", None, None)}
    first = rows[0]
    assert TEXT[first["start"] : first["end"]] == "We have waited for this day for a very long time"
    assert TEXT[first["speaker_start"] : first["speaker_end"]] == "Mayor Greta Ols"
    assert [row["via"] for row in rows] == [[], ["Reuters"], []]
    assert rows[2]["speaker"] == "anonymous"


def test_a_document_without_quotations_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON it has no rows; neither is an error."""
    path = tmp_path / "quiet.txt"
    path.write_text("Rain over Halden\n\nIt rained in Halden all day on Tuesday, and the river rose by a hand.\n")
    assert main(["quotes", str(path)]) == 0
    assert "No quotations found." in capsys.readouterr().out
    assert main(["quotes", "--json", str(path)]) == 0
    assert capsys.readouterr().out == ""


def test_what_the_settings_leave_out_is_counted(
    bridge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is left out silently."""
    (tmp_path / "one.toml").write_text("[annotate]\nmax_quotations = 1\n")
    assert main(["quotes", str(bridge), "--config", str(tmp_path / "one.toml")]) == 0
    assert "and 2 more, past the setting [annotate] max_quotations" in capsys.readouterr().out


def test_readers_comments_are_not_quotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They say much, and are no sources."""
    comments = (
        "\n2 comments\n\n• Ann says:\n\n  “It was never closed,” the mayor told me!\n\n• Bob says:\n\n  You wish!\n"
    )
    path = tmp_path / "commented.txt"
    path.write_text(TEXT + comments, encoding="utf-8")
    assert main(["quotes", str(path)]) == 0
    assert "never closed" not in capsys.readouterr().out


def test_the_model_of_the_option_goes_before_the_settings(
    bridge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``none`` is the rules alone, whatever the settings say."""
    settings = tmp_path / "s.toml"
    settings.write_text('[annotate]\nquote_model = "no-such-file"\n')
    assert main(["quotes", str(bridge), "--config", str(settings), "--quote-model", "none"]) == 0
    by_rules = capsys.readouterr().out
    assert main(["quotes", str(bridge), "--config", str(settings)]) == 2
    assert main(["quotes", str(bridge), "--config", str(settings), "--quote-model", "shipped"]) == 0
    assert capsys.readouterr().out.count("\n") >= by_rules.count("\n")


@pytest.mark.parametrize("command", [["quotes"], ["add", "--corpus", "c"], ["trace", "--corpus", "c"]])
@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("nowhere.model", "nowhere.model: cannot be read as a model of quotations: No such file or directory"),
        ("bridge.txt", "bridge.txt: cannot be read as a model of quotations: File is not a zip file"),
        ("", "--quote-model: no model is named; give a file, shipped or none"),
    ],
)
def test_a_model_that_cannot_be_read_is_exit_2_and_one_line(
    command: list[str],
    model: str,
    message: str,
    bridge: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Of every command that annotates; nothing is printed."""
    monkeypatch.chdir(bridge.parent)
    assert main([*command, str(bridge), "--quote-model", model]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"firsthand: {message}\n"


def test_a_closed_output_is_one_line(
    bridge: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``firsthand quotes FILE >&-``: Python has no standard output then."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["quotes", "--json", str(bridge)]) == 2
    assert capsys.readouterr().err == "firsthand: standard output is closed: nothing could be printed\n"


@pytest.mark.parametrize("columns", [1, 40, 100, 1_000])
def test_rows_fit_the_terminal(
    columns: int, bridge: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between 40 and 120 cells; no word is lost."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.chdir(bridge.parent)
    assert main(["quotes", "bridge.txt"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= max(40, min(120, columns))
    assert "“We have waited for this day for a very long time" in " ".join(out.split())


class Stream(io.TextIOWrapper):
    """Standard output of some encoding."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def printed(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined]


def test_an_output_that_lacks_letters_shows_their_escapes(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing fails in a locale without curly marks, and JSON stays JSON."""
    monkeypatch.setattr(sys, "stdout", shown := Stream("ascii"))
    assert main(["quotes", str(bridge)]) == 0
    assert rb"\u201cWe have waited" in shown.printed()
    bridge.write_text(TEXT.replace("Greta Ols", "Gréta Ols"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", rows := Stream("latin-1"))
    assert main(["quotes", "--json", str(bridge)]) == 0
    assert json.loads(rows.printed().decode("ascii").splitlines()[0])["speaker"] == "Gréta Ols"


def test_a_full_disk_is_exit_2_and_one_line(
    bridge: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said what could not be written, and why."""

    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", Full())
        assert main(["quotes", str(bridge)]) == 2
    assert capsys.readouterr().err == "firsthand: standard output cannot be written to: No space left on device\n"


def test_a_terminal_without_styles_gets_none(
    bridge: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``TERM=dumb`` says so; other terminals have them."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert main(["quotes", str(bridge)]) == 0
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert main(["quotes", str(bridge)]) == 0
    assert "\x1b[" not in capsys.readouterr().out
