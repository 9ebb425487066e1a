"""The tables of the export as data frames: Arrow by itself, pandas and polars with the extras of these names."""

from typing import TYPE_CHECKING

import pyarrow as pa

from firsthand.errors import MissingExtra, NotFound
from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.parquet_tables import batches
from firsthand.present.export.schema import TABLES, schema
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def arrow(tables: Tables, name: str, *, with_text: bool = False) -> pa.Table:
    """Return one table with the columns of the data dictionary; rows are in the order of the export.

    Lone surrogates become U+FFFD. Raises NotFound, which names the tables that there are.
    """
    if name not in TABLES:
        raise NotFound(f"there is no table {name!r}; there are {', '.join(TABLES)}")
    columns = schema(name, with_text=with_text)
    rows = table_rows(Index(tables), name, with_text=with_text)
    parts = [pa.Table.from_pylist(batch, schema=columns) for batch in batches(rows)]
    return pa.concat_tables(parts) if parts else columns.empty_table()


def pandas(tables: Tables, name: str, *, with_text: bool = False) -> "pd.DataFrame":
    """Return one table as a pandas data frame, lists and rows within a cell as Python objects; see ``arrow``.

    Raises MissingExtra where pandas is not installed.
    """
    try:
        import pandas as _  # noqa: F401
    except ModuleNotFoundError as e:
        raise MissingExtra("data frames of pandas need it: pip install 'firsthand[pandas]'") from e
    made: pd.DataFrame = arrow(tables, name, with_text=with_text).to_pandas()
    return made


def polars(tables: Tables, name: str, *, with_text: bool = False) -> "pl.DataFrame":
    """Return one table as a polars data frame with nested types as they are; see ``arrow``.

    Raises MissingExtra where polars is not installed.
    """
    try:
        import polars as pl
    except ModuleNotFoundError as e:
        raise MissingExtra("data frames of polars need it: pip install 'firsthand[polars]'") from e
    made = pl.from_arrow(arrow(tables, name, with_text=with_text))
    assert isinstance(made, pl.DataFrame)
    return made
