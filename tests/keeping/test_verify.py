"""Each kind of damage is one line, and what can be mended is mended without losing what was acknowledged."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.cli import main
from firsthand.errors import CorpusFormat
from firsthand.keeping.fault import MOST, Fault, bounded
from firsthand.model import Duplicate, Span
from firsthand.store import Snapshot, Writer, codec
from firsthand.store.lance_tables import LanceTables
from firsthand.store.table_files import TableFiles
from firsthand.store.tables import GIVEN, TABLES
from tests.keeping.conftest import CONFIG, facts

# Tables of which other tables tell each row that has to be there.
TOLD = ("stories", "statements", "attributions", "lineages", "counts", "paragraphs")


def files(corpus: fh.Corpus, name: str) -> TableFiles:
    return LanceTables(corpus.path / "tables").files(name)


def head(corpus: fh.Corpus, name: str) -> int:
    return Snapshot(corpus.path).versions[name]


def unrecorded(corpus: fh.Corpus, name: str = "articles") -> int:
    """Write a version that no step records, as a writer does that is then cut off."""
    rows = codec.table(TABLES[name], Snapshot(corpus.path).records(name)[:1])
    return LanceTables(corpus.path / "tables").append(name, rows)


def told(faults: list[Fault]) -> str:
    return "\n".join(map(str, faults))


def test_a_whole_corpus_has_no_faults(corpus: fh.Corpus) -> None:
    """Linked as it is, and with nothing to mend."""
    assert corpus.verify() == []
    repaired = corpus.repair()
    assert (repaired.found, repaired.done, repaired.left) == ([], [], [])


def test_added_and_not_linked_is_whole(tmp_path: Path) -> None:
    """And so is a corpus of nothing."""
    with Writer(tmp_path) as writer:
        assert fh.open(tmp_path).verify() == []
        writer.step("add", append={"duplicates": []})
    assert fh.open(tmp_path).verify() == []


def test_where_there_is_no_corpus_none_is_made(tmp_path: Path) -> None:
    """Neither by looking nor by mending."""
    for act in (fh.open(tmp_path / "c").verify, fh.open(tmp_path / "c").repair):
        with pytest.raises(CorpusFormat, match="no corpus here"):
            act()
    assert not (tmp_path / "c").exists()


def test_an_empty_newest_manifest_is_found_and_put_aside(corpus: fh.Corpus) -> None:
    """As a power cut may leave it, before the step was acknowledged: the version before comes back, nothing is lost."""
    before = facts(corpus)
    files(corpus, "articles").manifest(unrecorded(corpus)).write_bytes(b"")
    assert "fault: articles: the newest manifest" in told(corpus.verify())
    assert facts(corpus) == before
    repaired = corpus.repair()
    assert any("put aside damaged/articles-" in line for line in repaired.done)
    assert (repaired.left, corpus.verify(), facts(corpus)) == ([], [], before)
    with Writer(corpus.path) as writer:
        writer.step("add", append={"duplicates": [Duplicate("x", Snapshot(corpus.path).column("articles", "id")[0])]})
    assert len(corpus.tables().duplicates) == 1


def test_an_empty_newest_manifest_stops_no_writer(corpus: fh.Corpus) -> None:
    """It is of no finished step, so it is taken back like any other that is not."""
    before = facts(corpus)
    files(corpus, "articles").manifest(unrecorded(corpus)).write_bytes(b"")
    with Writer(corpus.path):
        pass
    assert facts(corpus) == before
    assert told([f for f in corpus.verify() if not f.leftover]) == ""


@pytest.mark.parametrize("damage", ["empty", "gone", "data"])
def test_documents_that_cannot_be_read_cost_the_last_step_only(corpus: fh.Corpus, damage: str) -> None:
    """The corpus goes back to the step before; what is added again ends in the same corpus."""
    before = facts(corpus)
    ids = Snapshot(corpus.path).column("articles", "id")
    table = files(corpus, "articles")
    manifest = table.manifest(head(corpus, "articles"))
    if damage == "data":
        (newest,) = table.files(head(corpus, "articles")) - table.files(head(corpus, "articles") - 1)
        (table.folder / newest).write_bytes(b"")
    elif damage == "gone":
        manifest.unlink()
    else:
        manifest.write_bytes(b"")
    assert "fault: articles: version" in told(corpus.verify())
    with pytest.raises(CorpusFormat, match="version"):
        corpus.tables()
    repaired = corpus.repair()
    assert repaired.left == corpus.verify() == []
    assert any(line.startswith("took back step") and ", add of" in line for line in repaired.done)
    kept = Snapshot(corpus.path).column("articles", "id")
    assert kept == ids[: len(kept)]
    assert len(ids) - len(kept) in range(1, 1 + CONFIG.engine.batch)
    corpus.trace([sample.path() / "ferry"])
    assert facts(corpus) == before


def test_where_no_step_before_can_be_read_a_backup_is_needed(
    corpus: fh.Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """Old versions were compacted away: it says so, and touches nothing."""
    corpus.compact(all_versions=True)
    files(corpus, "annotations").manifest(head(corpus, "annotations")).write_bytes(b"")
    held = sorted(path for path in corpus.path.rglob("*") if path.is_file())
    assert main(["verify", "--repair", "--corpus", str(corpus.path)]) == 1
    out = capsys.readouterr().out
    assert "a backup is needed" in out
    assert "not mended: annotations: version" in out
    assert sorted(path for path in corpus.path.rglob("*") if path.is_file()) == held


@pytest.mark.parametrize("name", ["stories", "copies", "counts", "paragraphs"])
@pytest.mark.parametrize("damage", ["manifest", "data"])
def test_conclusions_that_cannot_be_read_are_drawn_again(corpus: fh.Corpus, name: str, damage: str) -> None:
    """No document is lost: linking makes the same of them."""
    before = facts(corpus)
    table = files(corpus, name)
    version = head(corpus, name)
    path = table.manifest(version) if damage == "manifest" else table.folder / min(table.files(version))
    path.write_bytes(path.read_bytes()[:20])
    assert f"fault: {name}: version {version} cannot be read" in told(corpus.verify())
    repaired = corpus.repair()
    assert "dropped what was concluded; next: firsthand link" in repaired.done
    assert repaired.left == []
    assert corpus.tables().stories == []
    corpus.link()
    assert facts(corpus) == before


def test_a_lost_index_is_made_anew(corpus: fh.Corpus) -> None:
    """It says nothing that the tables do not."""
    before = facts(corpus)
    next((corpus.path / "tables" / "fingerprints.arrays").rglob("hashes.npy")).unlink()
    assert "fault: fingerprints: lacks 'hashes'" in told(corpus.verify())
    assert corpus.repair().left == []
    corpus.link()
    assert facts(corpus) == before


def test_an_index_of_other_articles_is_found(corpus: fh.Corpus) -> None:
    """It would hide copies, or name articles that are not there."""
    with Writer(corpus.path) as writer:
        writer.step("link", replace={"paragraphs": Snapshot(corpus.path).records("paragraphs")[1:]})
    found = told(corpus.verify())
    assert "fault: fingerprints: has 1 articles that are not linked" in found
    assert "is linked in part only" in found


def test_what_a_cut_off_writer_left_is_told_and_is_no_fault(corpus: fh.Corpus) -> None:
    """A version, files of none, a table and an index without a step; mending removes them, and so does a writer."""
    before = facts(corpus)
    unrecorded(corpus)
    stray = files(corpus, "copies").folder / "data" / "stray.lance"
    stray.write_bytes(b"half")
    half = corpus.path / "tables" / "fingerprints.arrays" / "9-9"
    half.mkdir()
    found = corpus.verify()
    assert [f.where for f in found] == ["articles", "copies", "fingerprints"]
    assert all(f.leftover for f in found)
    assert main(["verify", "--corpus", str(corpus.path)]) == 0
    assert corpus.repair().left == []
    assert (corpus.verify(), facts(corpus)) == ([], before)
    assert not stray.exists()
    assert not half.exists()


def test_a_table_that_no_step_wrote_is_removed(tmp_path: Path) -> None:
    """As the first step leaves it that is cut off."""
    with Writer(tmp_path):
        LanceTables(tmp_path / "tables").append("duplicates", codec.table(Duplicate, [Duplicate("x", "y")]))
    corpus = fh.open(tmp_path)
    assert told(corpus.verify()) == "leftover: duplicates: a table that no finished step wrote"
    corpus.repair()
    assert corpus.verify() == []


def test_what_is_being_written_is_no_leftover(corpus: fh.Corpus) -> None:
    """While a writer is at work, what is newer than the ledger is its business."""
    with Writer(corpus.path):
        unrecorded(corpus)
        assert corpus.verify() == []


def test_a_damaged_ledger_is_a_fault_that_only_a_backup_mends(
    corpus: fh.Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so, and touches nothing."""
    (corpus.path / "ledger.sqlite").write_bytes(b"no database" * 1000)
    assert main(["verify", "--repair", "--corpus", str(corpus.path)]) == 1
    assert "ledger.sqlite: file is not a database; nothing but a backup helps" in capsys.readouterr().out
    assert files(corpus, "articles").versions()


def test_a_page_of_the_ledger_that_was_overwritten_is_found(corpus: fh.Corpus) -> None:
    """SQLite's own check is part of ours."""
    with sqlite3.connect(corpus.path / "ledger.sqlite") as ledger:
        ledger.execute("PRAGMA writable_schema=ON")
        ledger.execute("UPDATE sqlite_schema SET rootpage = 99 WHERE name = 'watch_feeds'")
    assert "fault: ledger.sqlite" in told(corpus.verify())


BROKEN: dict[str, tuple[str, Callable[[Any], Any], str]] = {
    "text": ("articles", lambda a: replace(a, text=a.text[:-1] + "#"), "is not the one that was stored"),
    "segments": ("articles", lambda a: replace(a, segments=a.segments[::-1]), "do not lie in its text"),
    "annotation": ("annotations", lambda n: replace(n, article="x"), "names article x, which is not there"),
    "quotation": ("annotations", lambda n: replace(n, quotations=n.quotations * 2), "there twice or astray"),
    "paragraphs": ("paragraphs", lambda p: replace(p, spans=(Span(0, 10**6),) * len(p.keys)), "not in the text"),
    "copy": ("copies", lambda c: replace(c, earlier="x"), "not in the text of article x"),
    "story": ("stories", lambda s: replace(s, articles=("x", *s.articles)), "names article x"),
    "statement": ("statements", lambda s: replace(s, quotations=("x", *s.quotations)), "names quotation x"),
    "attribution": ("attributions", lambda a: replace(a, statement="x"), "is not of statement x"),
    "difference": ("differences", lambda d: replace(d, other="x"), "are not of statement"),
    "storyline": ("storylines", lambda s: replace(s, stories=("x", *s.stories)), "names story x"),
    "lineage": ("lineages", lambda n: replace(n, story="x"), "is not of story x"),
    "edge": ("edges", lambda e: replace(e, target="x"), "article x is not of story"),
    "count": ("counts", lambda c: replace(c, low=c.high + 1), "is counted twice, or"),
    "subject": ("counts", lambda c: replace(c, subject="x"), "is neither a story nor a statement"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_row_that_another_table_does_not_bear_out_is_found(corpus: fh.Corpus, name: str) -> None:
    """One line for it; if it is a conclusion it is drawn again."""
    table, spoil, line = BROKEN[name]
    rows = Snapshot(corpus.path).records(table)
    at = next(n for n, row in enumerate(rows) if getattr(row, "quotations", True))
    before = facts(corpus)
    with Writer(corpus.path) as writer:
        writer.step("test", replace={table: [*rows[:at], spoil(rows[at]), *rows[at + 1 :]]})
    assert line in told(corpus.verify())
    left = corpus.repair().left
    if table in GIVEN:
        assert line in told(left)
    else:
        corpus.link()
        assert (corpus.verify(), facts(corpus)) == ([], before)


@pytest.mark.parametrize("name", TOLD)
def test_a_row_that_is_missing_is_found(corpus: fh.Corpus, name: str) -> None:
    """Where other tables tell that it has to be there."""
    rows = Snapshot(corpus.path).records(name)
    with Writer(corpus.path) as writer:
        writer.step("test", replace={name: rows[1:]})
    assert [f for f in corpus.verify() if not f.leftover]


def test_of_many_alike_some_are_shown_and_the_rest_counted() -> None:
    """The report of a ruined table stays readable."""
    many = [("kind", Fault("t", f"row {n}")) for n in range(MOST + 5)]
    shown = list(bounded(many))
    assert len(shown) == MOST + 1
    assert shown[-1].what == f"5 more of the kind: row {MOST + 4}"


def test_the_command_says_what_it_found_and_did(corpus: fh.Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a fault; exit code 1 while there are any, 0 once they are mended, 2 without a corpus."""
    path = str(corpus.path)
    files(corpus, "articles").manifest(unrecorded(corpus)).write_bytes(b"")
    assert main(["verify", "--corpus", path]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("fault: articles: the newest manifest")
    assert out[-1].endswith(f"firsthand verify --repair --corpus {path}")
    assert main(["verify", "--repair", "--corpus", path]) == 0
    out = capsys.readouterr().out.splitlines()
    assert any(line.startswith("mended: put aside damaged/") for line in out)
    assert out[-1] == f"{path}: whole"
    assert main(["verify", "--corpus", path]) == 0
    assert main(["verify", "--corpus", f"{path}-none"]) == 2
