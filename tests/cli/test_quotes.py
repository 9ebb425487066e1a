"""``firsthand quotes`` as its user meets it: who said what, on the screen and as JSON."""

import json
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
    "cue", "cue_start", "cue_end", "occasion", "via", "statement",
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
        "          “We have waited for this day for a very long time,”",
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
    assert TEXT[first["start"] : first["end"]] == "We have waited for this day for a very long time,"
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
