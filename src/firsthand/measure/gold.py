"""Reads a gold file: what people say of articles, one JSON object a line."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from firsthand.errors import InputError

Row = dict[str, Any]
# A line longer than this is no gold of one article. In bytes.
_LONGEST = 64 << 20
_LISTS = ("quotations", "draws_on", "rests_on")
_RELATIONS = ("original", "verbatim", "partial", "cites", "independent")


@dataclass(frozen=True, slots=True)
class Gold:
    """``articles`` are the rows of articles by their id, ``ranges`` the low and high number of origins by story."""

    articles: dict[str, Row] = field(default_factory=dict)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)

    def having(self, name: str) -> dict[str, Row]:
        """Return the rows that say something of ``name``, null among it."""
        return {identity: row for identity, row in self.articles.items() if name in row}


def read_gold(path: Path | str) -> Gold:
    """Return the gold of a file of JSON Lines, also gzipped (``.gz``).

    A row with ``id`` is of an article, one with ``story`` and ``origins_low`` of a story. Raises InputError, which
    names the line, for what is no JSON, names no article, or says a thing that cannot be.
    """
    gold = Gold()
    for where, row in _rows(Path(path)):
        identity, story = row.get("id"), row.get("story")
        if isinstance(identity, str) and identity:
            if identity in gold.articles:
                raise InputError(f"{where}: there is a row for {identity!r} already")
            _check(where, row)
            gold.articles[identity] = row
        elif isinstance(story, str) and "origins_low" in row:
            gold.ranges[story] = _range(where, row)
        else:
            raise InputError(f"{where}: a row needs an id (of an article), or story and origins_low (of a story)")
    if not gold.articles:
        raise InputError(f"{path}: there is no article in it")
    return gold


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST + 1), b""), 1):
                where = f"{path}:{number}"
                if len(line) > _LONGEST:
                    raise InputError(f"{where}: the line is longer than {_LONGEST >> 20} MB")
                if line.strip():
                    yield where, _parsed(where, line)
    except (OSError, EOFError) as e:
        raise InputError(f"{path}: cannot be read: {getattr(e, 'strerror', None) or e}") from e


def _parsed(where: str, line: bytes) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as e:
        raise InputError(f"{where}: is no JSON: {e}") from e
    if not isinstance(row, dict):
        raise InputError(f"{where}: is no JSON object")
    return row


def _check(where: str, row: Row) -> None:
    for name in _LISTS:
        if name in row and not isinstance(row[name], list):
            raise InputError(f"{where}: {name} must be a list")
    if row.get("relation", "original") not in _RELATIONS:
        raise InputError(f"{where}: relation must be one of {', '.join(_RELATIONS)}")
    for name in ("draws_on", "rests_on"):
        if not all(isinstance(item, str) for item in row.get(name, ())):
            raise InputError(f"{where}: {name} must be a list of names")
    for quotation in row.get("quotations", ()):
        if not isinstance(quotation, dict) or not (_is_span(quotation) or isinstance(quotation.get("text"), str)):
            raise InputError(f"{where}: a quotation needs start and end, or fragments, or text")
        if not isinstance(quotation.get("speaker"), str | None):
            raise InputError(f"{where}: a speaker must be a name, or null")


def _is_span(row: Row) -> bool:
    pieces = row.get("fragments") or [[row.get("start"), row.get("end")]]
    return isinstance(pieces, list) and all(
        isinstance(p, list) and len(p) == 2 and all(type(n) is int for n in p) and 0 <= p[0] <= p[1] for p in pieces
    )


def _range(where: str, row: Row) -> tuple[int, int]:
    low, high = row["origins_low"], row.get("origins_high", row["origins_low"])
    if type(low) is not int or type(high) is not int or not 0 <= low <= high:
        raise InputError(f"{where}: origins_low and origins_high must be numbers, low not above high")
    return low, high
