"""How much a command says: JSON where that is asked for and nothing else, hints unless it is quiet, more if verbose."""

import json
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.cli import COMMANDS, main
from tests.laid_out import lay_out, trace

# Commands that print no result: two that serve until they are stopped, and one whose output a shell reads.
NO_RESULT = {"serve", "mcp", "completion"}


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trace(tmp_path_factory.mktemp("output"))


@pytest.fixture(autouse=True)
def here(traced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each runs in a folder with the sample and its corpus."""
    lay_out(tmp_path, traced)
    monkeypatch.chdir(tmp_path)


def story() -> str:
    return max(Corpus("my-corpus").tables().stories, key=lambda s: len(s.articles)).id


def rows(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> list[dict[str, object]]:
    """Run a command with ``--json`` and return what it prints, all of which must be JSON."""
    capsys.readouterr()
    assert main([*words, "--json"]) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_command_that_shows_or_does_something_has_json(capsys: pytest.CaptureFixture[str]) -> None:
    """By its own help; so a new command has it too."""
    without = set()
    for name in COMMANDS:
        with pytest.raises(SystemExit):
            main([name, "--help"])
        told = capsys.readouterr().out
        if "--json" not in told:
            without.add(name)
        elif "--quiet" not in told or "--verbose" not in told:
            without.add(f"{name} (quiet, verbose)")
    assert without <= NO_RESULT


def test_reading_and_linking_say_what_came_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The same fields for trace, link and demo; the counts of this run for add."""
    (traced,) = rows(capsys, "trace", "news/mill", "--corpus", "c")
    assert (traced["stored"], traced["rejected"], traced["articles"]) == (12, 0, 12)
    assert Path(str(traced["report"])).is_file()
    (added,) = rows(capsys, "add", "news/mill", "--corpus", "c")
    assert added == {"stored": 0, "unchanged": 12, "duplicates": 0, "rejected": 0, "rejections": None}
    (linked,) = rows(capsys, "link", "--corpus", "c")
    assert linked["stories"] == traced["stories"] and linked.keys() == traced.keys()
    (demo,) = rows(capsys, "demo", "--corpus", "d")
    assert demo["articles"] == len(Corpus("my-corpus").tables().articles) and demo.keys() == traced.keys()


def test_show_gives_the_exports_row(capsys: pytest.CaptureFixture[str]) -> None:
    """The summary, an article, a story, a statement, a speaker."""
    tables = Corpus("my-corpus").tables()
    (summary,) = rows(capsys, "show", "--corpus", "my-corpus")
    assert summary["articles"] == len(tables.articles)
    (article,) = rows(capsys, "show", "harbor-02-courier", "--corpus", "my-corpus")
    assert article["id"] == "harbor-02-courier" and article["segments"] and article["text"]
    (told,) = rows(capsys, "show", story(), "--corpus", "my-corpus")
    assert told["id"] == story() and isinstance(told["articles"], list) and "origins_low" in told
    statement = tables.statements[0].id
    assert [row["id"] for row in rows(capsys, "show", statement, "--corpus", "my-corpus")] == [statement]
    speaker = next(p.speaker for line in tables.storylines for p in line.positions)
    assert {row["speaker"] for row in rows(capsys, "show", speaker, "--corpus", "my-corpus")} == {speaker}


def test_corrections_say_what_was_and_what_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Each as the row of the export, and the list as one a line."""
    one, other = sorted(s.id for s in Corpus("my-corpus").tables().stories)[:2]
    (merged,) = rows(capsys, "merge", one, other, "--corpus", "my-corpus")
    (named,) = rows(capsys, "origin", "single-04-bees", "Norda", "--corpus", "my-corpus")
    (split,) = rows(capsys, "split", one, other, "--corpus", "my-corpus")
    assert [row["verb"] for row in (merged, named, split)] == ["merge", "origin", "split"]
    assert merged["state"] == "applies" and merged["before"] != merged["now"]
    listed = rows(capsys, "corrections", "--corpus", "my-corpus")
    assert [row["number"] for row in listed] == [1, 2, 3] and listed[0]["state"] == "overruled"
    (undone,) = rows(capsys, "corrections", "--undo", "2", "--corpus", "my-corpus")
    assert undone["number"] == 2 and undone["state"] == "undone"


def test_keeping_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    """verify, repair, compact, backup, forget and remembering again."""
    corpus = ["--corpus", "my-corpus"]
    assert rows(capsys, "verify", *corpus) == [{"whole": True, "found": [], "mended": [], "left": []}]
    assert rows(capsys, "compact", *corpus)[0].keys() == {"freed"}
    (copied,) = rows(capsys, "backup", "copy", *corpus)
    assert copied["to"] == "copy" and rows(capsys, "verify", "--corpus", "copy")[0]["whole"]
    assert rows(capsys, "forget", "single-04-bees", *corpus, code=2) == []
    (gone,) = rows(capsys, "forget", "single-04-bees", "--yes", *corpus)
    assert gone["kind"] == "article" and gone["removed"]["articles"] == 1  # type: ignore[index]
    (article,) = gone["articles"]  # type: ignore[misc]
    assert rows(capsys, "forget", article, "--undo", *corpus) == [{"remembered": article}]


def test_faults_are_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong, where, and what mends it; the exit code as without JSON."""
    for data in Path("my-corpus", "tables").rglob("articles.lance/data/*.lance"):
        data.unlink()
    (found,) = rows(capsys, "verify", "--corpus", "my-corpus", code=1)
    assert not found["whole"] and {"where", "what", "mend", "leftover"} == found["left"][0].keys()  # type: ignore[index]


def test_writing_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    """Exports with their rows, the report with its page."""
    (out,) = rows(capsys, "export", "--format", "csv", "--to", "out", "--corpus", "my-corpus")
    assert (out["to"], out["format"]) == ("out", "csv") and Path("out", "stories.csv").is_file()
    (page,) = rows(capsys, "report", "--to", "site", "--corpus", "my-corpus")
    assert Path(str(page["report"])).name == "index.html" and Path(str(page["report"])).is_file()


def test_quiet_leaves_the_hints_out(capsys: pytest.CaptureFixture[str]) -> None:
    """The result stays."""
    assert main(["trace", "news/mill", "--corpus", "c"]) == 0
    loud = capsys.readouterr().out
    assert main(["trace", "news/mill", "--corpus", "c", "--quiet"]) == 0
    quiet = capsys.readouterr()
    assert "Report: " in loud and "Report: " not in quiet.out and quiet.err == ""
    assert loud.startswith(quiet.out)


def test_verbose_tells_stages_rejections_and_where_an_error_is_from(capsys: pytest.CaptureFixture[str]) -> None:
    """All on standard error, and the error itself still the last line."""
    Path("empty.txt").write_text(" \n")
    assert main(["trace", "empty.txt", "news/other", "--corpus", "c", "--verbose"]) == 0
    told = capsys.readouterr().err
    assert "Reading, cleaning and annotating: " in told and "Counting origins: " in told
    assert "firsthand: rejected: empty.txt: " in told
    assert main(["show", "nothing", "--corpus", "c", "--verbose"]) == 2
    *trail, last = capsys.readouterr().err.splitlines()
    assert trail[0].startswith("Traceback") and last.startswith("firsthand: nothing in this corpus has the id")


def test_quiet_and_verbose_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said in one line."""
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--quiet", "--verbose"])
    assert stopped.value.code == 2 and len(capsys.readouterr().err.splitlines()) == 1
