"""Reading the data files: plain CSV with a header, lists inside a cell separated by ``|``."""

import csv
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a shipped file as dicts by column."""
    text = files(__package__ or __name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def cells(cell: str) -> tuple[str, ...]:
    """Return the entries of a cell that holds a list; an empty cell holds none."""
    return tuple(cell.split("|")) if cell else ()
