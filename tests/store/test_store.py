"""The corpus on disk keeps what was acknowledged, and shows nothing that was not."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import lance
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import CorpusBusy, CorpusError, CorpusFormat, NotFound
from firsthand.model import (
    Article,
    Attribution,
    Change,
    Comment,
    Count,
    Difference,
    Duplicate,
    Link,
    Paragraphs,
    Passage,
    Reason,
    Rejected,
    Span,
)
from firsthand.store import Snapshot, Writer, codec
from firsthand.store.lance_tables import LanceTables
from tests.factories import article

KEYS = (["x"], [], ["x", "y", "x"], ["x"], ["z"])


def rejected(name: str) -> Rejected:
    return Rejected(name, "read", "empty", "nothing in it")


def test_what_a_step_wrote_is_read_back_as_the_same_records(tmp_path: Path) -> None:
    """Nested records, empty tuples and missing values survive the round trip."""
    count = Count("s", ("A", "B"), 1, 2, (Reason("r", "why", (Passage("a", 0, 3),)), Reason("q", "else")))
    with Writer(tmp_path) as writer:
        writer.step("trace", replace={"counts": [count], "storylines": []})
    assert Snapshot(tmp_path).records("counts") == [count]
    assert Snapshot(tmp_path).records("storylines") == []


def test_steps_append_and_replace(tmp_path: Path) -> None:
    """Appended rows come after those that were there; replaced tables hold the new rows only."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
        writer.step("add", append={"rejected": [rejected("b")], "duplicates": [Duplicate("x", "y")]})
        writer.step("add", replace={"duplicates": []})
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == ["a", "b"]
    assert Snapshot(tmp_path).records("duplicates") == []


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=4, max_size=20), st.integers(2, 4), st.sampled_from([500, 10_000, 10**9]))
def test_many_small_steps_are_read_like_one(steps: list[int], fragments: int, largest: int) -> None:
    """Small fragments are merged behind the scenes: the order of rows stays, and so does what was read before."""
    rows = [[rejected(f"{k}-{n}") for n in range(count)] for k, count in enumerate(steps)]
    with (
        TemporaryDirectory() as folder,
        patch.multiple("firsthand.store.lance_tables", FRAGMENTS=fragments, LARGEST=largest),
        Writer(Path(folder)) as writer,
    ):
        seen = []
        for come in rows:
            writer.step("add", append={"rejected": come})
            seen.append(Snapshot(Path(folder)))
        for k, snapshot in enumerate(seen):
            assert snapshot.records("rejected") == [row for come in rows[: k + 1] for row in come]


def test_a_merge_without_its_ledger_row_is_taken_back(tmp_path: Path) -> None:
    """The rows of the fragments that it took up are where they were."""
    with Writer(tmp_path) as writer, patch("firsthand.store.lance_tables.FRAGMENTS", 3):
        for name in "abcd":
            writer.step("add", append={"rejected": [rejected(name)]})
        LanceTables(tmp_path / "tables").append("rejected", codec.table(Rejected, [rejected("lost")]))
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("e")]})
    assert Snapshot(tmp_path).records("rejected") == [rejected(name) for name in "abcde"]


def test_small_fragments_become_few(tmp_path: Path) -> None:
    """A reader opens a logarithmic number of files, not one for each step."""
    with Writer(tmp_path) as writer, patch("firsthand.store.lance_tables.FRAGMENTS", 4):
        for k in range(70):
            writer.step("add", append={"rejected": [rejected(f"{k:02}")]})
        assert len(lance.dataset(str(tmp_path / "tables" / "rejected.lance")).get_fragments()) < 12
    assert [row.input for row in Snapshot(tmp_path).records("rejected")] == [f"{k:02}" for k in range(70)]


def test_a_snapshot_does_not_see_later_steps(tmp_path: Path) -> None:
    """A reader keeps the set of tables that it opened."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
        snapshot = Snapshot(tmp_path)
        writer.step("add", append={"rejected": [rejected("b")]})
        assert len(snapshot.records("rejected")) == 1
        assert len(Snapshot(tmp_path).records("rejected")) == 2


def test_a_table_written_without_its_ledger_row_is_taken_back(tmp_path: Path) -> None:
    """The next writer undoes what was committed but never recorded, and goes on from there."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
    tables = LanceTables(tmp_path / "tables")
    tables.append("rejected", codec.table(Rejected, [rejected("lost")]))
    tables.append("duplicates", codec.table(Duplicate, [Duplicate("lost", "lost")]))
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == ["a"]
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("b")]})
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == ["a", "b"]
    assert Snapshot(tmp_path).records("duplicates") == []


def test_rows_are_found_by_an_item_of_a_list(tmp_path: Path) -> None:
    """In whichever step they came, each once; empty lists are in nobody's way."""
    rows = [Paragraphs(f"a{k}", "", tuple(keys), tuple(Span(0, 1) for _ in keys)) for k, keys in enumerate(KEYS)]
    with Writer(tmp_path) as writer:
        writer.step("link", append={"paragraphs": rows[:2]})
        writer.step("link", append={"paragraphs": rows[2:]})
    snapshot = Snapshot(tmp_path)
    assert snapshot.having("paragraphs", "keys", {"x"}) == [rows[0], rows[2], rows[3]]
    assert snapshot.having("paragraphs", "keys", {"y", "z"}) == [rows[2], rows[4]]
    assert snapshot.having("paragraphs", "keys", {"w"}) == []
    assert snapshot.having("paragraphs", "keys", ()) == []
    assert snapshot.having("recurring", "keys", {"x"}) == []


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    """Two writers never run at once."""
    with Writer(tmp_path), pytest.raises(CorpusBusy, match="another process is writing"), Writer(tmp_path):
        pass


def test_a_folder_without_a_corpus_is_an_error_that_names_the_command(tmp_path: Path) -> None:
    """The message says how to make one."""
    with pytest.raises(CorpusFormat, match="firsthand trace"):
        Snapshot(tmp_path)


def test_a_ledger_that_is_no_database_is_one_clear_error(tmp_path: Path) -> None:
    """Damage is named, not a stack trace of the database."""
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(CorpusFormat, match="cannot be read as a ledger"):
        Snapshot(tmp_path)


def test_a_corpus_on_a_read_only_disk_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite would want to write beside a ledger in WAL mode; where it may not, it is told to take it as it is."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
    opened: list[str] = []
    connect = sqlite3.connect
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: opened.append(path) or connect(path, **options))
    assert len(Snapshot(tmp_path).records("rejected")) == 1
    assert [address.endswith("?immutable=1") for address in opened] == [True]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """A corpus path that cannot be a folder is one clear error."""
    (tmp_path / "c").write_text("x")
    with pytest.raises(CorpusError, match="cannot be written"), Writer(tmp_path / "c"):
        pass


def test_unknown_tables_list_the_known_ones(tmp_path: Path) -> None:
    """An unknown name is answered with the names that exist."""
    with Writer(tmp_path):
        pass
    with pytest.raises(NotFound, match="articles"):
        Snapshot(tmp_path).records("artcles")


WRITE_FOREVER = """
    import sys
    from pathlib import Path
    from firsthand.model import Rejected
    from firsthand.store import Writer
    with Writer(Path(sys.argv[1])) as writer:
        for step in range(100_000):
            rows = [Rejected(f"{step}-{k}", "read", "empty", "x" * 100) for k in range(50)]
            writer.step("add", append={"rejected": rows, "duplicates": []})
            print(step, flush=True)
"""


@pytest.mark.parametrize("after", [1, 4, 9])
def test_kill_9_keeps_every_acknowledged_step_and_no_half_of_one(tmp_path: Path, after: int) -> None:
    """After a kill the corpus holds whole steps only, all that were acknowledged among them, and takes new ones."""
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITE_FOREVER), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    acknowledged = -1
    for line in child.stdout:
        acknowledged = int(line)
        if acknowledged >= after:
            break
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    rows = Snapshot(tmp_path).records("rejected")
    assert len(rows) % 50 == 0
    assert len(rows) >= 50 * (acknowledged + 1)
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("after")]})
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == [r.input for r in rows] + ["after"]


def test_a_table_of_an_older_firsthand_is_read_and_rewritten_before_it_grows(tmp_path: Path) -> None:
    """Fields that it lacks have their defaults, nested ones too; nothing that is stored is lost."""
    before, after = linked("a"), linked("b")
    with Writer(tmp_path) as writer:
        writer.step("add", append={"articles": [before]})
    tables = LanceTables(tmp_path / "tables")
    plain = codec.table(Article, [replace(before, comments=())]).to_pylist()
    fields = [f for f in codec.schema(Article) if f.name not in ("links", "section")]
    fields = [
        pa.field(f.name, pa.list_(pa.struct(list(f.type.value_type)[:6]))) if f.name == "comments" else f
        for f in fields
    ]
    version = tables.replace("articles", pa.Table.from_pylist(plain, schema=pa.schema(fields)))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE heads SET version = ? WHERE name = 'articles'", (version,))
    was = replace(before, comments=(), links=(), section=None)
    assert Snapshot(tmp_path).records("articles") == [was]
    with Writer(tmp_path) as writer:
        writer.step("add", append={"articles": [after]})
    assert Snapshot(tmp_path).records("articles") == [was, after]


def test_attributions_written_before_there_were_entities_are_read(tmp_path: Path) -> None:
    """Their entity is unknown; the next writer rewrites them."""
    attribution = Attribution("q", "a", "Ada Holm", "1", "s")
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"attributions": [attribution]})
    tables = LanceTables(tmp_path / "tables")
    version = tables.replace("attributions", codec.table(Attribution, [attribution]).drop_columns(["entity"]))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE heads SET version = ? WHERE name = 'attributions'", (version,))
    assert Snapshot(tmp_path).records("attributions") == [attribution]
    with Writer(tmp_path) as writer:
        writer.step("link", append={"attributions": [replace(attribution, entity="P1")]})
    assert [a.entity for a in Snapshot(tmp_path).records("attributions")] == [None, "P1"]


def test_differences_stored_without_their_spans_are_read(tmp_path: Path) -> None:
    """Those of an older firsthand have kinds only, until the corpus is linked anew."""
    now = Difference("s", "q", "r", ("changed number",), (Change("changed number", 3, 5, 4, 6),))
    with Writer(tmp_path) as writer:
        writer.step("link", replace={"differences": [now]})
    assert Snapshot(tmp_path).records("differences") == [now]
    fields = [f for f in codec.schema(Difference) if f.name != "parts"]
    rows = [{f.name: codec.table(Difference, [now]).to_pylist()[0][f.name] for f in fields}]
    version = LanceTables(tmp_path / "tables").replace("differences", pa.Table.from_pylist(rows, pa.schema(fields)))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE heads SET version = ? WHERE name = 'differences'", (version,))
    assert Snapshot(tmp_path).records("differences") == [replace(now, parts=())]
    with Writer(tmp_path):
        pass
    assert Snapshot(tmp_path).records("differences") == [replace(now, parts=())]


def test_a_table_of_a_newer_firsthand_is_not_written_to(tmp_path: Path) -> None:
    """Its fields would be lost."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a")]})
    tables = LanceTables(tmp_path / "tables")
    rows = codec.table(Rejected, [rejected("a")])
    version = tables.replace("rejected", rows.append_column("colour", pa.array(["red"])))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE heads SET version = ? WHERE name = 'rejected'", (version,))
    assert [r.input for r in Snapshot(tmp_path).records("rejected")] == ["a"]
    with pytest.raises(CorpusFormat, match=r"newer firsthand.*colour"), Writer(tmp_path):
        pass


def linked(name: str) -> Article:
    """An article with everything that nests."""
    made = article(name, "The ferry stops.")
    comment = Comment(0, None, 0, "Ann", 0, 3, "2031-03-03", "day")
    return replace(made, comments=(comment,), links=(Link(0, 3, "https://tribune.example.org/"),), section="Harbour")


def test_a_patch_takes_rows_out_and_puts_others_in_and_leaves_the_rest(tmp_path: Path) -> None:
    """By the values of columns, whatever stands in them; a reader of an earlier step sees that step."""
    rows = [rejected(name) for name in ("a", "it's", "c")]
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": rows})
        before = Snapshot(tmp_path)
        writer.step("link", patch={"rejected": ({"input": {"it's", "none"}}, [rejected("d")])})
        assert {r.input for r in Snapshot(tmp_path).records("rejected")} == {"a", "c", "d"}
        writer.step("link", patch={"rejected": ({"input": ()}, [])})
    assert {r.input for r in Snapshot(tmp_path).records("rejected")} == {"a", "c", "d"}
    assert {r.input for r in before.records("rejected")} == {"a", "it's", "c"}


def test_a_patch_without_its_ledger_row_is_taken_back(tmp_path: Path) -> None:
    """Both of its halves."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"rejected": [rejected("a"), rejected("b")]})
    LanceTables(tmp_path / "tables").patch("rejected", {"input": ["a"]}, codec.table(Rejected, [rejected("c")]))
    with Writer(tmp_path):
        pass
    assert {r.input for r in Snapshot(tmp_path).records("rejected")} == {"a", "b"}
