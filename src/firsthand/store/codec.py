"""Dataclasses to Arrow and back, driven by their type hints, so that each entity is written down once: in ``model``."""

import json
import types
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa

T = TypeVar("T")
# Rows that are taken apart at once on their way to Arrow: as dictionaries they take ten times the memory. Ours.
PLAIN = 5_000
_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


@cache
def schema(cls: Hashable) -> pa.Schema:
    """Return the Arrow schema of a dataclass: tuples are lists, dataclasses structs, literals strings."""
    return pa.schema([pa.field(name, _arrow(hint)) for name, hint in _hints(cls)])


def paths(fields: Iterable[pa.Field], above: str = "") -> frozenset[str]:
    """Return the names of all fields of a schema, those of structs as ``article.comments.author``."""
    out: set[str] = set()
    for field in fields:
        kind = field.type.value_type if pa.types.is_list(field.type) else field.type
        out.add(above + field.name)
        if pa.types.is_struct(kind):
            out |= paths(kind, f"{above}{field.name}.")
    return frozenset(out)


def table(cls: type, rows: Iterable[Any]) -> pa.Table:
    """Return the rows, all instances of ``cls``, as an Arrow table."""
    return batches(cls, rows).read_all().combine_chunks()


def batches(cls: type, rows: Iterable[Any]) -> pa.RecordBatchReader:
    """Return the rows as Arrow batches that are made as they are read, so that not all are in memory twice."""
    source = iter(rows)
    # Arrow takes tuples for lists, which spares taking them apart here.
    parts = iter(lambda: [msgspec.to_builtins(row) for row in islice(source, PLAIN)], [])
    made = (pa.RecordBatch.from_pylist(part, schema=schema(cls)) for part in parts)
    return pa.RecordBatchReader.from_batches(schema(cls), made)


def records(cls: type[T], data: pa.Table | pa.RecordBatch) -> list[T]:
    """Return the rows of Arrow as instances of ``cls``. Columns that ``cls`` does not have are left."""
    return [record(cls, row) for row in data.to_pylist()]


def plain(record: Any) -> dict[str, Any]:
    """Return a record as lists and dictionaries, as JSON has them."""
    fields: dict[str, Any] = _to_plain(record)
    return fields


def record(cls: type[T], fields: dict[str, Any]) -> T:
    """Return the instance of ``cls`` that ``plain`` took apart; what lacks has its default."""
    try:
        return msgspec.convert(fields, cls)
    except msgspec.ValidationError:
        return _lenient(cls, fields)


def encoded(value: Any) -> bytes:
    """Return a record, or what ``plain`` made of one, as JSON in UTF-8, in which lone surrogates may stand."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        whole = _to_plain(value)
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(cls: type[T], body: bytes) -> T:
    """Return the instance of ``cls`` whose ``plain`` is ``body`` as JSON, in which lone surrogates may stand.

    One step from bytes to records: what pages read by the thousand. Raises ValueError where it is no JSON.
    """
    try:
        hint: Any = cls
        found: T = _decoder(hint).decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _lenient(cls, json.loads(body.decode("utf-8", "surrogatepass")))
    return found


@cache
def _decoder(cls: Hashable) -> msgspec.json.Decoder[Any]:
    kind: Any = cls
    return msgspec.json.Decoder(kind)


def _lenient(cls: type[T], fields: dict[str, Any]) -> T:
    """Build what is not quite as the hints have it: null for an empty tuple, a literal that another version knows."""
    hint: Any = cls
    made: T = _builder(hint)(fields)
    return made


@cache
def _hints(cls: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(cls)
    return [(f.name, hints[f.name]) for f in fields(cls)]


def _required(hint: Any) -> Any:
    """Return the hint without its ``| None``: every Arrow column may be null."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def _arrow(hint: Any) -> pa.DataType:
    hint = _required(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(_arrow(get_args(hint)[0]))
    cls: Any = hint
    if is_dataclass(hint):
        return pa.struct([pa.field(name, _arrow(inner)) for name, inner in _hints(cls)])
    raise TypeError(f"no Arrow type for {hint!r}")


def _to_plain(value: Any) -> Any:
    if is_dataclass(value):
        cls: Any = type(value)
        return {name: _to_plain(getattr(value, name)) for name, _ in _hints(cls)}
    if isinstance(value, tuple):
        return [_to_plain(item) for item in value]
    return value


@cache
def _builder(hint: Any) -> Callable[[Any], Any]:
    hint = _required(hint)
    if get_origin(hint) is tuple:
        item = _builder(get_args(hint)[0])
        return lambda values: tuple(item(v) for v in values or ())
    make: Any = hint
    if is_dataclass(hint):
        parts = [(name, _builder(inner)) for name, inner in _hints(make)]
        # A table written before a field was there lacks its column: the field's default stands for it.
        return lambda row: make(**{name: build(row[name]) for name, build in parts if name in row})
    return lambda value: value
