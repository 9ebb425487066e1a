"""The user's own list of people and organisations, whose ids the speakers get that fit exactly one of them.

A CSV file with a header: ``id``, ``name``, and if wanted ``aliases`` (separated by ``|``), ``kind`` (person,
organisation or empty) and ``description``; other columns are the user's.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from firsthand.errors import ConfigError
from firsthand.link.statements.speakers.bodies import key
from firsthand.link.statements.speakers.names import Name, buckets, parse, spelt_alike

KINDS = ("", "person", "organisation")
_NEEDED = ("id", "name")


@dataclass(frozen=True, slots=True)
class Entity:
    """One of the list: ``names`` are its name and its aliases."""

    id: str
    names: tuple[str, ...]
    kind: str


class Entities:
    """Entities by their names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index them."""
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._people: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        for entity in entities:
            for name in entity.names:
                self._by_key[key(name)].add(entity.id)
                if entity.kind != "organisation":
                    self._add(parse(name), entity.id)

    def find(self, speaker: str | None) -> str | None:
        """Return the id of the only entity that a speaker's name is, else None. Initials and nicknames are aliases."""
        if speaker is None:
            return None
        exact = self._by_key.get(key(speaker), set())
        return min(exact) if len(exact) == 1 else None if exact else self._person(parse(speaker))

    def _add(self, name: Name, entity: str) -> None:
        for bucket in buckets(name) if name.full else ():
            self._people[bucket].append((name, entity))

    def _person(self, name: Name) -> str | None:
        near = (pair for bucket in buckets(name) for pair in self._people.get(bucket, ()))
        fits = {entity for other, entity in near if spelt_alike(name, other)}
        return min(fits) if len(fits) == 1 else None


def load(path: str) -> Entities:
    """Return the entities of a file, none where ``path`` is empty. Raises ConfigError, naming file and line."""
    if not path:
        return Entities(())
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return Entities(_rows(path, csv.DictReader(file, strict=True)))
    except OSError as e:
        raise ConfigError(f"{path}: cannot be read as a list of entities: {e.strerror}") from e
    except (UnicodeDecodeError, csv.Error) as e:
        raise ConfigError(f"{path}: cannot be read as a list of entities (CSV in UTF-8): {e}") from e


def _rows(path: str, rows: "csv.DictReader[str]") -> list[Entity]:
    missing = [column for column in _NEEDED if column not in (rows.fieldnames or ())]
    if missing:
        raise ConfigError(f"{path}: a list of entities has the columns id and name; there is no {missing[0]!r}")
    out: dict[str, Entity] = {}
    for row in rows:
        entity = _entity(row)
        if entity is None or entity.id in out:
            wrong = f"a second {row['id']!r}" if entity else f"no id or name, or a kind that is none of {KINDS[1:]}"
            raise ConfigError(f"{path}: line {rows.line_num}: {wrong}")
        out[entity.id] = entity
    return list(out.values())


def _entity(row: dict[str, str | None]) -> Entity | None:
    identity, name, kind = ((row.get(column) or "").strip() for column in ("id", "name", "kind"))
    aliases = (alias.strip() for alias in (row.get("aliases") or "").split("|"))
    if not identity or not name or kind not in KINDS:
        return None
    return Entity(identity, (name, *filter(None, aliases)), kind)
