"""Gold of a whole corpus, and what is wrong with a gold file."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from firsthand.errors import InputError
from firsthand.measure import evaluate, read_gold
from firsthand.present.export.jsonl import table_rows
from firsthand.present.views.index import Index
from tests.present.invented import HARBOUR, tables

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "eval.md"


def gold_of_itself() -> list[dict[str, Any]]:
    """What the invented corpus says, as if people had marked it."""
    index = Index(tables())
    rows = {row["id"]: {"id": row["id"], "quotations": []} for row in table_rows(index, "articles")}
    for quotation in table_rows(index, "quotations"):
        names = ("start", "end", "fragments", "type", "speaker", "statement")
        rows[quotation["article"]]["quotations"].append({name: quotation[name] for name in names})
    for row in table_rows(index, "lineage"):
        names = ("story", "origin", "relation", "draws_on", "rests_on", "family")
        rows[row["id"]].update({name: row[name] for name in names})
    ranges = [s for s in table_rows(index, "stories") if s["origins_low"] is not None]
    told = [{"story": s["id"], **{n: s[n] for n in ("origins_low", "origins_high")}} for s in ranges]
    return [*rows.values(), *told]


def written(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """A gold file."""
    path = folder / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_a_corpus_agrees_with_itself(tmp_path: Path) -> None:
    """Every share is 1 and every error 0, at every stage."""
    stages = evaluate(read_gold(written(tmp_path, gold_of_itself())), tables())
    assert [s.name for s in stages] == ["quotations", "stories", "lineage", "counts"]
    for stage in stages:
        for name, value in stage.figures.items():
            if isinstance(value, float) and name != "width":
                assert value == (0 if "error" in name or "bias" in name else 1), (stage.name, name)


def test_every_figure_is_defined(tmp_path: Path) -> None:
    """In the reference, under its stage; and nothing is defined that is not there."""
    stages = evaluate(read_gold(written(tmp_path, gold_of_itself())), tables())
    text = REFERENCE.read_text(encoding="utf-8")
    for stage in stages:
        part = text.split(f"\n## {stage.name.capitalize()}\n")[1].split("\n## ")[0]
        defined = {
            n for line in part.splitlines() if line.startswith("| `") for n in line.split("|")[1].split("`")[1::2]
        }
        extra = {"mixed: recall", "speaker mention right", "cue mention right"}  # where gold has them
        assert set(stage.figures) <= defined <= set(stage.figures) | extra, stage.name


def test_gold_of_one_stage_gives_one_stage(tmp_path: Path) -> None:
    """What gold does not speak of is not asked."""
    (stage,) = evaluate(
        read_gold(written(tmp_path, [{"id": "wire", "story": "s"}, {"id": "post", "story": "s"}])), tables()
    )
    assert (stage.name, stage.figures["stories: pairs: F1"]) == ("stories", 1)


def test_what_the_corpus_lacks_is_counted_as_missing(tmp_path: Path) -> None:
    """And as alone, not found, without origin."""
    rows = [{"id": "wire", "story": "s"}, {"id": "lost", "story": "s", "quotations": [{"start": 0, "end": 4}]}]
    quotations, stories = evaluate(read_gold(written(tmp_path, rows)), tables())
    assert (quotations.missing, stories.missing) == (1, 1)
    assert quotations.figures["overlap: recall"] == 0 and stories.figures["stories: pairs: recall"] == 0


def test_a_range_may_be_gzipped_and_one_number(tmp_path: Path) -> None:
    """``origins_high`` is ``origins_low`` where it is not given."""
    path = tmp_path / "gold.jsonl.gz"
    rows = [{"id": "wire", "story": HARBOUR}, {"story": HARBOUR, "origins_low": 3}]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert read_gold(path).ranges == {HARBOUR: (3, 3)}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:1: is no JSON"),
        ("[]", "is no JSON object"),
        ('{"text": "x"}', "a row needs an id"),
        ('{"id": "a", "quotations": {}}', "quotations must be a list"),
        ('{"id": "a", "quotations": [{"start": 4}]}', "a quotation needs start and end"),
        ('{"id": "a", "quotations": [{"start": 9, "end": 4}]}', "a quotation needs start and end"),
        ('{"id": "a", "quotations": [{"start": 1, "end": 4, "speaker": 7}]}', "a speaker must be a name"),
        ('{"id": "a", "relation": "rewrite"}', "relation must be one of original"),
        ('{"id": "a", "draws_on": [1]}', "draws_on must be a list of names"),
        ('{"story": "s", "origins_low": 3, "origins_high": 2}', "low not above high"),
        ('{"id": "a"}\n{"id": "a"}', "gold.jsonl:2: there is a row for 'a' already"),
        ("", "there is no article in it"),
    ],
)
def test_what_is_wrong_with_gold_is_said(tmp_path: Path, line: str, message: str) -> None:
    """With the line."""
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_gold(path)


def test_a_gold_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(InputError, match=r"nothing\.jsonl: cannot be read: No such file"):
        read_gold(tmp_path / "nothing.jsonl")
