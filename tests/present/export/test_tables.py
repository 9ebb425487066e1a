"""CSV and Parquet hold the rows of the JSON Lines, and their columns are those of the data dictionary."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.export import csv_tables, parquet_tables
from firsthand.present.export.csv_tables import FORMULA, cell, guarded
from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.schema import TABLES, schema
from firsthand.present.views.index import Index
from tests.golden.data_dictionary import DICTIONARY, dictionary
from tests.present.export.test_formats import rich
from tests.present.invented import hostile


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a table as JSON has them."""
    return [json.loads(json.dumps(row)) for row in table_rows(Index(rich()), name, with_text=True)]


@pytest.mark.parametrize("name", TABLES)
def test_parquet_reads_back_as_the_rows_of_json_lines(tmp_path: Path, name: str) -> None:
    """Nested columns, nulls, order and all."""
    counts = parquet_tables.export(rich(), tmp_path, with_text=True)
    read = pq.read_table(tmp_path / f"{name}.parquet")
    assert read.to_pylist() == rows(name)
    assert counts[name] == read.num_rows
    assert read.schema.equals(schema(name, with_text=True))


def test_parquet_leaves_texts_out(tmp_path: Path) -> None:
    """Unless they are asked for."""
    parquet_tables.export(rich(), tmp_path)
    assert "text" not in pq.read_schema(tmp_path / "articles.parquet").names


def test_parquet_holds_no_lone_surrogates(tmp_path: Path) -> None:
    """They become U+FFFD in nested columns too."""
    made = hostile()
    odd = replace(made.articles[0], bylines=("a\ud800b",))
    parquet_tables.export(replace(made, articles=[odd, *made.articles[1:]]), tmp_path)
    assert ["a\ufffdb"] in pq.read_table(tmp_path / "articles.parquet")["bylines"].to_pylist()


def read(path: Path) -> list[dict[str, str]]:
    """A CSV file by the standard library's reader."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", TABLES)
def test_csv_has_a_cell_for_each_field(tmp_path: Path, name: str) -> None:
    """A line for the columns, then one for each row; the cell of a list is JSON."""
    csv_tables.export(rich(), tmp_path, with_text=True)
    found = read(tmp_path / f"{name}.csv")
    wanted = rows(name)
    assert len(found) == len(wanted)
    for line, row in zip(found, wanted, strict=True):
        assert line == {key: cell(value) for key, value in row.items()}
        assert all(json.loads(line[key]) == value for key, value in row.items() if isinstance(value, list))


def test_no_cell_of_a_hostile_corpus_is_a_formula(tmp_path: Path) -> None:
    """A headline that a spreadsheet would run has an apostrophe before it."""
    made = hostile()
    bad = replace(made.articles[0], headline="=HYPERLINK(1)", dek="\t@SUM(1)", section="-1+1", publisher="+1")
    csv_tables.export(replace(made, articles=[bad, *made.articles[1:]]), tmp_path)
    for path in tmp_path.iterdir():
        for line in read(path):
            assert not any(value.startswith(FORMULA) for value in line.values()), path.name
    found = next(line for line in read(tmp_path / "articles.csv") if "HYPERLINK" in line["headline"])
    assert [found[key] for key in ("headline", "dek", "section", "publisher")] == [
        "'=HYPERLINK(1)", "'\t@SUM(1)", "'-1+1", "'+1",
    ]  # fmt: skip


@given(st.text())
def test_a_guarded_text_is_never_a_formula_and_loses_nothing(text: str) -> None:
    """The apostrophe is all that is added."""
    assert not guarded(text).startswith(FORMULA)
    assert guarded(text).removeprefix("'" if guarded(text) != text else "") == text


def test_numbers_are_not_guarded() -> None:
    """A share or an offset stays a number."""
    assert (cell(-1), cell(0.25), cell(None), cell(True)) == ("-1", "0.25", "", "true")


def test_the_schema_knows_every_table_of_the_export() -> None:
    """And no others; each has just the fields of its rows."""
    index = Index(rich())
    for name in TABLES:
        found = list(table_rows(index, name))
        assert found and all(list(row) == schema(name).names for row in found), name


def test_the_data_dictionary_is_that_of_the_code() -> None:
    """Every table, column and type; if a change is meant, run: python -m tests.golden.data_dictionary."""
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary()
