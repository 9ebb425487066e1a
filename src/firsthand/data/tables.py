"""Reading the data files: plain CSV with a header, lists inside a cell separated by ``|``."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from firsthand import plugins
from firsthand.errors import PluginError

KIND = "gazetteer"
# A gazetteer is read whole, in every process. Ours.
MOST_BYTES = 50_000_000


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a shipped file as dicts by column, then those that plug-ins add to it."""
    text = files(__package__ or __name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    own = csv.DictReader(text.splitlines())
    columns = list(own.fieldnames or ())
    found = list(own)
    for plugin in plugins.names(KIND):
        found += _added(plugin, name, tuple(columns))
    return found


def cells(cell: str) -> tuple[str, ...]:
    """Return the entries of a cell that holds a list; an empty cell holds none."""
    return tuple(cell.split("|")) if cell else ()


def check() -> None:
    """Read what plug-ins add, and tell of each file that cannot be used: once, before the work begins."""
    for plugin in plugins.names(KIND):
        for file in _files_of(plugin):
            name = str(file.name).removesuffix(".csv")
            own = files(__package__ or __name__).joinpath(f"{name}.csv")
            if not own.is_file():
                plugins.tell(f"plug-in {plugin} (gazetteer): {file.name} is left out: firsthand has no table {name!r}")
            else:
                rows(name)


def _added(plugin: str, name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Return a plug-in's rows for a table, those it has no value for empty; none, with a line, where they are wrong."""
    file = next((f for f in _files_of(plugin) if f.name == f"{name}.csv"), None)
    if file is None:
        return []
    try:
        data = file.read_bytes()
        if len(data) > MOST_BYTES:
            raise ValueError(f"it is over {MOST_BYTES:,} bytes")
        given = csv.DictReader(data.decode("utf-8-sig").splitlines(), strict=True)
        names = list(given.fieldnames or ())
        if columns[0] not in names or not set(names) <= set(columns):
            raise ValueError(f"its columns must be {columns[0]} and any of {', '.join(columns[1:])}")
        found = [{c: (row.get(c) or "").strip() for c in columns} for row in given]
        return [row for row in found if row[columns[0]]]
    except (OSError, ValueError, csv.Error) as e:
        plugins.tell(f"plug-in {plugin} (gazetteer): {name}.csv is left out: {e}")
        return []


@cache
def _files_of(plugin: str) -> tuple[Any, ...]:
    try:
        package = plugins.load(KIND, plugin)
        return tuple(f for f in files(package).iterdir() if f.name.endswith(".csv"))
    except PluginError as e:
        plugins.tell(str(e))
    except (OSError, TypeError) as e:
        plugins.tell(f"plug-in {plugin} (gazetteer) is left out: its files cannot be listed: {e}")
    return ()
