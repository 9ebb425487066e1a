"""Records that stay packed until they are read: how linking holds the articles of a large corpus.

A packed article takes a third of the memory of a plain one, and next to none where there is a file for what waits
(``aside``). To who reads it it is an article: a few short fields are at hand, the others are read from the plain one,
which is made again and kept as long as others are not read more lately. To other processes it goes as it is, and is
plain there.
"""

import zlib
from collections.abc import Hashable
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from sys import intern
from typing import Any, Generic, TypeVar

import msgspec

from firsthand import aside
from firsthand.aside import Place

T = TypeVar("T")

# Records that are kept plain. Ours: some tens of megabytes, and a pass by story finds its articles among them.
KEPT = 4_096
# Fields that are kept plain beside the packed ones: short, and asked for by whoever orders or counts articles.
AT_HAND = frozenset({"id", "article", "external_id", "publisher", "published", "fetched", "page", "language"})
# The quickest of zlib: the best takes three times as long and saves a tenth.
_LEVEL = 1

_encoder = msgspec.msgpack.Encoder()


def packed(record: T) -> T:
    """Return a record, an instance of a frozen dataclass, in its packed form.

    What would not come back the same, such as text with lone surrogates, stays as it is.
    """
    if hasattr(record, "_packed") or (data := _data(record)) is None:
        return record
    kind: Any = type(record)
    made: T = _made(kind, aside.kept(data), _at_hand(record, kind))
    return made


@dataclass(frozen=True, slots=True)
class Sealed(Generic[T]):
    """A packed record on its way from another process, which stays packed there; what could not be packed is plain."""

    kind: Any
    data: Any
    at_hand: dict[str, Any] | None

    @classmethod
    def of(cls, record: T) -> "Sealed[T]":
        """Return a record as it is to be sent."""
        there = getattr(record, "_packed", None)
        kind: Any = type(record).__base__ if there else type(record)
        data = aside.read(there) if there else _data(record)
        return cls(kind, record, None) if data is None else cls(kind, data, _at_hand(record, kind))

    def opened(self) -> T:
        """Return the record, packed where it can be, and set aside where there is a file for what waits."""
        made: T = self.data if self.at_hand is None else _made(self.kind, aside.kept(self.data), self.at_hand)
        return made


def _data(record: Any) -> bytes | None:
    """Return a plain record packed, None where it would not come back the same."""
    kind: Any = type(record)
    try:
        data = _encoder.encode(record)
        same = _decoder(kind).decode(data) == record
    except (UnicodeEncodeError, msgspec.MsgspecError):
        return None
    return zlib.compress(data, _LEVEL) if same else None


def _at_hand(record: Any, kind: Any) -> dict[str, Any]:
    found = ((name, getattr(record, name)) for name in AT_HAND.intersection(kind.__slots__))
    return {name: intern(value) if isinstance(value, str) else value for name, value in found}


def _made(kind: Any, data: bytes | Place, at_hand: dict[str, Any]) -> Any:
    made = object.__new__(_packed_class(kind))
    object.__setattr__(made, "_packed", data)
    for name, value in at_hand.items():
        object.__setattr__(made, name, value)
    return made


@lru_cache(KEPT)
def _plain(kind: Hashable, data: bytes | Place) -> Any:
    return _decoder(kind).decode(zlib.decompress(aside.read(data)))


@cache
def _decoder(kind: Hashable) -> msgspec.msgpack.Decoder[Any]:
    cls: Any = kind
    return msgspec.msgpack.Decoder(cls)


@cache
def _packed_class(kind: Any) -> Any:
    """Return the class of packed records of a class: but for those at hand its fields are read from the plain record.

    ``dataclasses.replace`` and pickling give plain records.
    """

    def field(name: str) -> property:
        return property(lambda self: getattr(_plain(kind, self._packed), name))

    def new(_: Any, *values: Any, **named: Any) -> Any:
        return kind(*values, **named)

    def reduce(self: Any) -> tuple[Any, ...]:
        return _plain, (kind, aside.read(self._packed))

    body = {
        "__slots__": ("_packed",),
        "__new__": new,
        "__reduce__": reduce,
        **{f.name: field(f.name) for f in fields(kind) if f.name not in AT_HAND},
    }
    return type(kind.__name__, (kind,), body)
