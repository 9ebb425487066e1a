"""The JSON lines export is a contract: names of fields, ids, order, bytes."""

import json
import random
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from firsthand.present.export.jsonl import export as export_jsonl
from firsthand.present.tables import Tables
from tests.present.invented import HARBOUR, PLEDGE, hostile, tables

FIELDS = {
    "articles": "id url path publisher headline dek bylines dateline published published_precision language characters "
    "sha256 page",
    "segments": "article start end kind",
    "comments": "article number parent depth author start end",
    "quotations": "id article type start end fragments speaker speaker_id speaker_start speaker_end cue cue_start "
    "cue_end occasion via statement",
    "statements": "id speaker occasion wording quotations origins origins_low origins_high reasons",
    "credits": "article start end publisher kind",
    "copies": "earlier earlier_start earlier_end later later_start later_end characters kind "
    "words changed verbatim earlier_share later_share",
    "stories": "id headline articles first last summary happened happened_precision dates also "
    "origins origins_low origins_high reasons",
    "storylines": "id stories reasons positions",
    "lineage": "id story origin relation authorship draws_on rests_on family reasons",
    "rejected": "input stage reason detail",
    "duplicates": "input article",
    # Beyond the contract.
    "links": "article start end anchor target",
    "recurring": "article start end pages",
    "names": "article start end kind name",
    "dates": "article start end value precision",
    "differences": "statement quotation other kinds parts",
    "edges": "story source target evidence reasons",
    "corrections": "number at verb kind said given groups name relation note before now state overruled_by undone",
}


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the invented corpus."""
    path: Path = tmp_path_factory.mktemp("export")
    export_jsonl(tables(), path)
    return path


@pytest.mark.parametrize("name", FIELDS)
def test_a_table_has_the_fields_of_the_contract(tmp_path: Path, name: str) -> None:
    """Every row of every table has all of them; what comes on top stands in the reference."""
    from firsthand.model import Copy, Correction, DateMention, Difference, Link, Mention, Recurrence

    made = hostile()
    linked = replace(made.articles[0], links=(Link(0, 5, "https://tribune.example.org/"),))
    one, two = (a.id for a in made.articles)
    named = replace(
        made.annotations[0],
        mentions=(Mention(0, 3, "person", "Ada Holm", "ada holm"),),
        dates=(DateMention(0, 3, "2031-03", "month"),),
    )
    made = replace(
        made,
        articles=[linked, *made.articles[1:]],
        annotations=[named, *made.annotations[1:]],
        copies=[Copy(one, 0, 5, two, 0, 5, 5, "prose")],
        recurring=[Recurrence(one, 0, 5, 6)],
        differences=[Difference("s", "q", "r", ("same words",))],
        corrections=[Correction(1, "2031-03-05T08:00:00+00:00", "merge", "text", (one, two), ((one,), (two,)))],
    )
    rows = export_jsonl(made, tmp_path)
    assert rows[name] == len(read(tmp_path, name)) > 0
    assert all(set(FIELDS[name].split()) <= set(row) for row in read(tmp_path, name))


def test_articles_are_called_by_the_ids_that_they_were_given(folder: Path) -> None:
    """In every table that refers to one."""
    ids = {a["id"] for a in read(folder, "articles")}
    assert "coast" in ids and len(ids) == 12
    assert {q["article"] for q in read(folder, "quotations")} <= ids
    assert (
        {a for s in read(folder, "stories") for a in s["articles"]} == ids == {n["id"] for n in read(folder, "lineage")}
    )
    assert read(folder, "duplicates") == [{"input": "again/wire.txt", "article": "wire"}]


def test_offsets_point_at_the_words(folder: Path, tmp_path: Path) -> None:
    """Fragments cut from the exported text are the quotation's words."""
    export_jsonl(tables(), tmp_path, with_text=True)
    text = {a["id"]: a["text"] for a in read(tmp_path, "articles")}
    first = next(q for q in read(folder, "quotations") if q["statement"] == PLEDGE and q["article"] == "coast")
    ((start, end),) = first["fragments"]
    assert text["coast"][start:end] == "We will not close a single quay before the last ship has been unloaded"
    assert "text" not in read(folder, "articles")[0]


def test_counts_are_ranges_with_reasons(folder: Path) -> None:
    """On stories and on statements; null ends where nothing was counted."""
    story = next(s for s in read(folder, "stories") if s["id"] == HARBOUR)
    assert (story["origins_low"], story["origins_high"], story["origins"]) == (2, 3, ["Norwire", "Valdoria Today"])
    assert story["reasons"][0] == {
        "rule": "count",
        "text": "Five articles carry Norwire’s text or name it.",
        "passages": [],
    }


def test_uncounted_is_null(tmp_path: Path) -> None:
    """Unknown is a value."""
    export_jsonl(replace(tables(), counts=[], attributions=[]), tmp_path)
    assert {(s["origins_low"], s["origins_high"]) for s in read(tmp_path, "stories")} == {(None, None)}
    assert {q["statement"] for q in read(tmp_path, "quotations")} == {None}


def shuffled(rows: list[Any]) -> list[Any]:
    """The rows in another order, the same in every run."""
    return random.Random(7).sample(rows, len(rows))


def test_the_order_of_the_tables_does_not_show(folder: Path, tmp_path: Path) -> None:
    """Equal corpora give equal bytes."""
    made = tables()
    mixed = {f.name: shuffled(getattr(made, f.name)) for f in fields(Tables)}
    export_jsonl(Tables(**mixed), tmp_path)
    for path in sorted(folder.iterdir()):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_any_text_survives_the_round_trip(tmp_path: Path) -> None:
    """Line separators, a lone surrogate, astral characters, controls."""
    odd = "a\ud800b\u2028c\x00d\U0001f600e\n"
    made = tables()
    export_jsonl(replace(made, articles=[replace(made.articles[0], headline=odd)]), tmp_path)
    data = (tmp_path / "articles.jsonl").read_bytes()
    assert data.count(b"\n") == 1
    assert json.loads(data)["headline"] == odd


def test_nothing_gives_empty_files(tmp_path: Path) -> None:
    """An empty corpus has every table, with no rows, and leaves no temporary files."""
    assert set(export_jsonl(Tables(), tmp_path / "deep" / "er").values()) == {0}
    assert {p.name for p in (tmp_path / "deep" / "er").iterdir()} == {f"{n}.jsonl" for n in FIELDS}
