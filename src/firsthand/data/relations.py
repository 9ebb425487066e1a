"""How publishers are related: one owner, one newsroom under two names, and whose texts a publisher carries.

Owners are a column of ``outlets.csv``. ``relations.csv`` holds the rest, a row a relation: ``wire of`` for a name under
which a newsroom passes its texts on, ``carries`` for texts that a publisher, or every outlet of a group, runs as a
matter of course; ``only`` limits a group's row to outlets of one kind. What a user adds to the lists counts too
(``firsthand.data.press.extended``).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from firsthand.data.press import Outlet, publisher_named
from firsthand.data.tables import rows

RelationKind = Literal["same newsroom", "same owner", "carries"]


@dataclass(frozen=True, slots=True)
class Relation:
    """What is publicly known of two publishers.

    ``same newsroom``: ``first`` is a name under which ``second`` passes its texts on. ``same owner``: of both.
    ``carries``: ``first`` runs texts of ``second``. ``through`` is the owner, or the group that carries; empty where
    the row names the publisher itself. ``words`` say it in a sentence whose subject is ``first``.
    """

    kind: RelationKind
    first: str
    second: str
    through: str = ""

    @property
    def words(self) -> str:
        """The relation as a predicate."""
        if self.kind == "same newsroom":
            return f"passes on the texts of {self.second}"
        if self.kind == "same owner":
            return f"belongs to {self.through}, like {self.second}"
        return f"carries texts of {self.second}" + (f", as outlets of {self.through} do" if self.through else "")


def relations_between(first: str, second: str) -> tuple[Relation, ...]:
    """Return what the lists say of two publishers, by any of their names, in either direction; strongest first."""
    a, b = canonical(first), canonical(second)
    if a == b:
        return ()
    out = [Relation("same newsroom", x, y) for x, y in ((a, b), (b, a)) if newsroom(x) == y]
    if owner(a) and owner(a) == owner(b):
        out.append(Relation("same owner", a, b, owner(a)))
    for x, y in ((a, b), (b, a)):
        out.extend(r for r in carried_by(x) if r.second == y)
    return tuple(out)


def newsroom(name: str) -> str:
    """Return the publisher whose texts are passed on under a name: "CNN" of CNN Newsource; else the name's publisher.

    Follows one step; a name of no publisher in the lists is returned as it is.
    """
    known = canonical(name)
    return _wires().get(known, known)


def owner(name: str) -> str:
    """Return the group that owns a publisher; empty where none is known."""
    known = publisher_named(name)
    return known.owner if isinstance(known, Outlet) else ""


def same_owner(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the owners that have several of the publishers, each with those, sorted."""
    owned: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        if group := owner(name):
            owned[group].append(name)
    return {group: owned[group] for group in sorted(owned) if len(owned[group]) > 1}


def carried_by(name: str) -> tuple[Relation, ...]:
    """Return whose texts a publisher runs as a matter of course: by its own rows, then by those of its owner."""
    known = canonical(name)
    entry = publisher_named(known)
    own = (*(map(canonical, entry.carries) if isinstance(entry, Outlet) else ()), *_carries(known))
    group = owner(known)
    kind = entry.kind if isinstance(entry, Outlet) else ""
    shared = () if not group else (other for other, only in _shared().get(group, ()) if only in ("", kind))
    return (
        *(Relation("carries", known, other) for other in dict.fromkeys(own) if other != known),
        *(Relation("carries", known, other, group) for other in shared if other != known and other not in own),
    )


def canonical(name: str) -> str:
    """Return the lists' name of a publisher, else the name as it is."""
    known = publisher_named(name)
    return known.name if known else name


@cache
def _wires() -> dict[str, str]:
    return {row["name"]: row["other"] for row in rows("relations") if row["kind"] == "wire of"}


def _carries(name: str) -> tuple[str, ...]:
    return tuple(other for other, _ in _shared().get(name, ()))


@cache
def _shared() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by publisher or group whose texts it carries, each with the kind of outlet that the row is limited to."""
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("relations"):
        if row["kind"] == "carries":
            out[row["name"]].append((row["other"], row["only"]))
    return {name: tuple(others) for name, others in out.items()}
