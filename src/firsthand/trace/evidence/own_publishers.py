"""The user's own list of publishers, beside the shipped ones while a corpus is traced.

A CSV file with the columns of ``outlets.csv``, ``name`` needed: ``aliases`` and ``domains`` separated by ``|``,
``country``, ``owner``, ``kind``; and ``carries``, the publishers whose texts it runs, separated by ``|``. A row of a
name that is shipped takes its place. Other columns are an error: a misspelt one would be passed over in silence.
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.data import Outlet
from firsthand.data.press import extended
from firsthand.errors import ConfigError

COLUMNS = ("name", "aliases", "domains", "country", "owner", "kind", "carries")
KINDS = ("newspaper", "broadcaster", "website", "magazine", "aggregator", "platform", "government", "party")
_USUAL = "website"


@contextmanager
def own_publishers(path: str) -> Iterator[None]:
    """Look publishers up in the list at ``path`` too, until the block ends; see ``load_publishers`` for errors."""
    with extended(load_publishers(path)):
        yield


def load_publishers(path: str) -> tuple[Outlet, ...]:
    """Return the publishers of a file, none where ``path`` is empty. Raises ConfigError: file, line, how to mend."""
    if not path:
        return ()
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return _outlets(path, csv.DictReader(file, strict=True))
    except OSError as e:
        raise ConfigError(f"{path}: cannot be read as a list of publishers: {e.strerror}") from e
    except (UnicodeDecodeError, csv.Error) as e:
        raise ConfigError(f"{path}: cannot be read as a list of publishers (CSV in UTF-8): {e}") from e


def _outlets(path: str, rows: "csv.DictReader[str]") -> tuple[Outlet, ...]:
    columns = rows.fieldnames or ()
    if "name" not in columns:
        raise ConfigError(f"{path}: a list of publishers has a column 'name'; name it in the first line")
    for column in columns:
        if column not in COLUMNS:
            raise ConfigError(f"{path}: unknown column {column!r}; known are {', '.join(COLUMNS)}")
    out: dict[str, Outlet] = {}
    for row in rows:
        where = f"{path}: line {rows.line_num}"
        if None in row:
            raise ConfigError(f"{where}: more cells than columns; put a cell with a comma in quotation marks")
        outlet = _outlet({key: (value or "").strip() for key, value in row.items()}, where)
        if outlet.name.casefold() in out:
            raise ConfigError(f"{where}: a second {outlet.name!r}; keep one row for a publisher")
        out[outlet.name.casefold()] = outlet
    return tuple(out.values())


def _outlet(row: dict[str, str], where: str) -> Outlet:
    kind = row.get("kind") or _USUAL
    if not row["name"]:
        raise ConfigError(f"{where}: no name; give the publisher's name or take the line out")
    if kind not in KINDS:
        raise ConfigError(f"{where}: unknown kind {kind!r}; known are {', '.join(KINDS)}")
    domains = tuple(domain.lower().removeprefix("www.") for domain in _list(row, "domains"))
    for domain in domains:
        if "/" in domain or "." not in domain:
            raise ConfigError(f"{where}: {domain!r} is no domain; write it like example.org, without path or scheme")
    return Outlet(
        name=row["name"],
        aliases=_list(row, "aliases"),
        domains=domains,
        country=row.get("country", ""),
        owner=row.get("owner", ""),
        kind=kind,
        carries=_list(row, "carries"),
    )


def _list(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(filter(None, (entry.strip() for entry in row.get(column, "").split("|"))))
