"""Very many copies as columns: a third of the memory that they take as records.

To who reads them they are copies: each is made when it is asked for.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, get_args, overload

import numpy as np
import numpy.typing as npt

from firsthand.model.copy import Copy, CopyKind

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.integer[Any]]

KINDS: Final[tuple[CopyKind, ...]] = get_args(CopyKind)
# Copies that are made at once where all are read, and articles whose copies stay made, since they are asked for some
# three times. Ours: a hundred megabytes at most.
CHUNK, KEPT = 4_096, 16_384
# The columns in the order of the fields of a copy, with the type code (``array``) that each is kept as. Names and kinds
# are kept as numbers; -1 is no kind.
COLUMNS = {
    "earlier": "i",
    "earlier_start": "i",
    "earlier_end": "i",
    "later": "i",
    "later_start": "i",
    "later_end": "i",
    "characters": "i",
    "kind": "b",
    "words": "i",
    "changed": "i",
    "earlier_share": "d",
    "later_share": "d",
    "alone": "b",
}
_KIND = {kind: number for number, kind in enumerate(KINDS)} | {None: -1}


class Copies(Sequence[Copy]):
    """Copies in some order.

    ``columns`` are arrays of shape (n,), by the names of a copy's fields; ``names`` are the ids of articles, sorted,
    which ``earlier`` and ``later`` give the positions of.
    """

    def __init__(self, names: Sequence[str], columns: dict[str, npt.NDArray[Any]]) -> None:
        """Use what ``of`` has made."""
        self.names, self.columns = names, columns
        # Made when it is asked for: it holds these copies, which would stay until the collector comes.
        self._copies_of: Callable[[str], list[Copy]] | None = None
        self._places: tuple[dict[str, int], Rows, Rows] | None = None

    @classmethod
    def of(cls, copies: Iterable[Copy]) -> "Copies":
        """Return copies as columns, in their order."""
        if isinstance(copies, Copies):
            return copies
        number: defaultdict[str, int] = defaultdict(lambda: len(number))
        columns = {name: array(code) for name, code in COLUMNS.items()}
        put: list[Callable[[Any], None]] = [column.append for column in columns.values()]
        for c in copies:
            values = (
                number[c.earlier], c.earlier_start, c.earlier_end, number[c.later], c.later_start, c.later_end,
                c.characters, _KIND[c.kind], c.words, c.changed, c.earlier_share, c.later_share, _KIND[c.alone],
            )  # fmt: skip
            for append, value in zip(put, values, strict=True):
                append(value)
        names = sorted(number)
        rank = np.empty(len(names), dtype=np.int32)
        rank[[number[name] for name in names]] = np.arange(len(names), dtype=np.int32)
        found = {name: np.frombuffer(column, dtype=column.typecode) for name, column in columns.items()}
        return cls(names, {**found, "earlier": rank[found["earlier"]], "later": rank[found["later"]]})

    def __len__(self) -> int:
        return len(self.columns["earlier"])

    def __iter__(self) -> Iterator[Copy]:
        for start in range(0, len(self), CHUNK):
            yield from self._rows(slice(start, start + CHUNK))

    @overload
    def __getitem__(self, at: int) -> Copy: ...
    @overload
    def __getitem__(self, at: slice) -> "Copies": ...
    def __getitem__(self, at: int | slice) -> "Copy | Copies":
        if isinstance(at, slice):
            return self.where(np.arange(len(self))[at])
        return next(self._rows(np.array([range(len(self))[at]])))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Copies {len(self):,} of {len(self.names):,} articles>"

    def where(self, rows: Flags | Rows) -> "Copies":
        """Return the copies of some rows, given as flags or as positions; where all are flagged, these very ones."""
        if rows.dtype == bool and rows.all():
            return self
        return Copies(self.names, {name: column[rows] for name, column in self.columns.items()})

    def kinds(self, *kinds: CopyKind) -> Flags:
        """Return which copies are of some kinds."""
        return np.isin(self.columns["kind"], [_KIND[kind] for kind in kinds])

    def in_order(self) -> "Copies":
        """Return the copies sorted by their articles, then by where they stand in these."""
        return self.where(np.lexsort([self.columns[c] for c in ("earlier_start", "later_start", "later", "earlier")]))

    def alone(self) -> "Copies":
        """Return the copies with the kinds that they are by their two articles alone."""
        told, kind = self.columns["alone"], self.columns["kind"]
        return self._with(kind=np.where(told >= 0, told, kind), alone=np.full_like(told, -1))

    def made(self, kind: CopyKind, rows: Rows) -> "Copies":
        """Return the copies, those of some rows of another kind now for what other pairs tell."""
        kinds, alone = self.columns["kind"].copy(), self.columns["alone"].copy()
        alone[rows], kinds[rows] = kinds[rows], _KIND[kind]
        return self._with(kind=kinds, alone=alone)

    def beside(self, articles: Iterable[str]) -> Flags:
        """Return which copies one of the articles takes part in."""
        known = set(articles)
        inside = np.fromiter((name in known for name in self.names), dtype=bool, count=len(self.names))
        return np.asarray(inside[self.columns["earlier"]] | inside[self.columns["later"]])

    def by_pair(self) -> Iterator[tuple[tuple[str, str], list[Copy]]]:
        """Yield the copies of each pair of articles, in the order of these; few of them are made at once."""
        earlier, later = self.columns["earlier"], self.columns["later"]
        if ((earlier[1:] < earlier[:-1]) | ((earlier[1:] == earlier[:-1]) & (later[1:] < later[:-1]))).any():
            yield from self.where(np.lexsort((later, earlier))).by_pair()
            return
        for pair, found in groupby(self, key=attrgetter("earlier", "later")):
            yield pair, list(found)

    def shared_by(self, article: str) -> Sequence[Copy]:
        """Return the copies that an article takes part in, in their order; they are made as they are read."""
        if self._copies_of is None:
            self._copies_of = lru_cache(KEPT)(self._make)
        return _Shared(self._copies_of, article)

    def _with(self, **columns: npt.NDArray[Any]) -> "Copies":
        return Copies(self.names, {**self.columns, **columns})

    def _rows(self, rows: slice | Rows) -> Iterator[Copy]:
        columns = {name: column[rows].tolist() for name, column in self.columns.items()}
        for side in ("earlier", "later"):
            columns[side] = [self.names[number] for number in columns[side]]
        columns["kind"] = [KINDS[number] for number in columns["kind"]]
        columns["alone"] = [KINDS[number] if number >= 0 else None for number in columns["alone"]]
        return map(Copy, *columns.values())

    def _make(self, article: str) -> list[Copy]:
        if self._places is None:
            self._places = self._indexed()
        at, starts, rows = self._places
        number = at.get(article)
        return [] if number is None else list(self._rows(np.sort(rows[starts[number] : starts[number + 1]])))

    def _indexed(self) -> tuple[dict[str, int], Rows, Rows]:
        """Return the place of each name, and where the copies of each begin in the rows that follow."""
        sides = np.concatenate([self.columns["earlier"], self.columns["later"]])
        rows = (np.argsort(sides, kind="stable") % max(1, len(self))).astype(np.uint32)
        starts = np.concatenate([[0], np.cumsum(np.bincount(sides, minlength=len(self.names)))])
        return {name: number for number, name in enumerate(self.names)}, starts, rows


class _Shared(Sequence[Copy]):
    """The copies of one article."""

    __slots__ = ("_article", "_made")

    def __init__(self, made: Callable[[str], list[Copy]], article: str) -> None:
        self._made, self._article = made, article

    def __len__(self) -> int:
        return len(self._made(self._article))

    def __iter__(self) -> Iterator[Copy]:
        return iter(self._made(self._article))

    @overload
    def __getitem__(self, at: int) -> Copy: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Copy]: ...
    def __getitem__(self, at: int | slice) -> Copy | Sequence[Copy]:
        return self._made(self._article)[at]
