"""What can be asked for: a dataclass for each kind of question, of which parameters, their checks and schema are made.

A field whose name stands in an operation's path is a part of the path, any other of the query; one without a default
must be given. Values are read strictly: what the schema does not allow is refused, and so is a name that is not known.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_type_hints

import msgspec
from msgspec import Meta

from firsthand.model import Relation
from firsthand.present.catalog.catalog import StatementOrder, StoryOrder
from firsthand.present.catalog.query import LONGEST as LONGEST_SEARCH
from firsthand.web.rest import cursors

T = TypeVar("T")
# Ours: items of a part of a list, at most and if nothing is said; characters of an id; texts and ids that are sent.
MOST, USUAL, LONGEST_ID = 200, 50, 200
LONGEST_TEXT, LONGEST_URL, LONGEST_NOTE, MOST_IDS = 200_000, 2_000, 1_000, 50

Id = Annotated[
    str, Meta(min_length=1, max_length=LONGEST_ID, description="An id, or the beginning of one from four characters on")
]
Key = Annotated[str, Meta(min_length=1, max_length=LONGEST_ID, description="A key, as lists have it")]
Limit = Annotated[int, Meta(ge=1, le=MOST, description="How many items at most")]
At = Annotated[str, Meta(min_length=1, max_length=cursors.LONGEST, description="Where to go on: `next` of a list")]
WithText = Annotated[bool, Meta(description="Whole texts, which belong to their publishers, and not their beginnings")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """No parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """A list."""

    limit: Limit = USUAL
    cursor: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles(Paged):
    """Articles, all or those of an outlet (its key) or a story (its id)."""

    outlet: Key | None = None
    story: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories(Paged):
    """Stories in one order: on the most origins, of the most articles, grown most, or latest first."""

    order: StoryOrder = "articles"
    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements(Paged):
    """Statements in one order, of a speaker (a key), a story, or that go back to one origin or to more."""

    order: StatementOrder = "repeated"
    one_origin: bool | None = None
    speaker: Key | None = None
    story: Id | None = None
    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """One thing."""

    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class OneWithText(One):
    """One thing, with texts if they are asked for."""

    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A speaker or an outlet."""

    key: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Of(Paged):
    """A list of what belongs to one thing."""

    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class OfWithText(Of):
    """A list of what belongs to one thing, with texts if they are asked for."""

    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched(Paged):
    """What is searched for: words, "phrases" and fields, as ``docs/reference/search.md`` has them."""

    q: Annotated[str, Meta(min_length=1, max_length=LONGEST_SEARCH, description="Words, phrases, fields")]
    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles."""

    one: Id
    other: Id
    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An export: in which format, of one story or of all."""

    format: Literal[
        "jsonl", "csv", "parquet", "graphml", "gexf", "jsonld", "prov", "webannotation", "ninjs", "timelinejs", "ftm"
    ]
    story: Id | None = None
    with_text: WithText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A correction of this run of the server."""

    number: Annotated[int, Meta(ge=1, le=1_000_000_000)]


class CheckBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text to be held against the corpus, or the address of a page that is fetched where the server may."""

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)] | None = None
    url: Annotated[str, Meta(min_length=1, max_length=LONGEST_URL)] | None = None
    with_text: bool = False


class CorrectionBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A correction: ``ids`` as the command line has them, of ``undo`` the number, of ``origin`` also a ``name``."""

    verb: Literal["merge", "split", "origin", "undo"]
    ids: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=MOST_IDS)]
    name: Annotated[str, Meta(max_length=LONGEST_ID)] = ""
    relation: Relation | None = None
    note: Annotated[str, Meta(max_length=LONGEST_NOTE)] | None = None


class Unfit(ValueError):
    """A parameter or body that is not as the schema has it; the message says which, and how it should be."""


def read(cls: type[T], path: Mapping[str, str], query: Iterable[tuple[str, str]]) -> T:
    """Return what is asked for. Raises Unfit."""
    kind: Any = cls
    known = _kinds(kind)
    given: dict[str, Any] = {}
    for name, text in (*path.items(), *query):
        if name not in known:
            listed = ", ".join(known) or "none"
            raise Unfit(f"no parameter is called {name[:40]!r}; there are: {listed}")
        if name in given:
            raise Unfit(f"{name} is given twice")
        given[name] = _value(name, text, known[name])
    try:
        return msgspec.convert(given, cls)
    except msgspec.ValidationError as e:
        raise Unfit(str(e)) from e


def body(cls: type[T], sent: bytes) -> T:
    """Return what a body of JSON says. Raises Unfit."""
    try:
        return msgspec.json.decode(sent, type=cls)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
        raise Unfit(str(e) or "it is nested too deeply") from e


@cache
def _kinds(cls: Hashable) -> dict[str, type]:
    """Return what the value of each parameter is: a text unless it is a truth or a number."""
    asked: Any = cls
    hints = get_type_hints(asked)
    return {f.name: next((k for k in (bool, int) if _has(hints[f.name], k)), str) for f in fields(asked)}


def _has(hint: Any, kind: type) -> bool:
    return hint is kind or kind in getattr(hint, "__args__", ())


def _value(name: str, text: str, kind: type) -> object:
    if kind is bool:
        if text not in ("true", "false"):
            raise Unfit(f"{name} is true or false")
        return text == "true"
    if kind is int:
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
            raise Unfit(f"{name} is a whole number")
        return int(text)
    return text


def required(cls: Any) -> frozenset[str]:
    """Return the names of the parameters that must be given."""
    return frozenset(f.name for f in fields(cls) if f.default is MISSING)
