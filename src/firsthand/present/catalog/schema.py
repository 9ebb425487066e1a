"""The tables of a catalog file, and how rows and records stand in them.

Each kind of row is a table whose columns are the fields of its dataclass, then what it is sorted and found by. Each
record of the corpus stands in ``record`` as packed JSON, by its kind and id; what is read by something else than its
own id, in a table of its own (``copy``, ``edge``, ``attribution``, ``difference``). ``begun`` is the id of the story or
statement that a member was once the first of: see ``views.moved``.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from firsthand.model import Article, DateMention, Mention, Rejected, SegmentKind
from firsthand.present.catalog.rows import (
    ArticleRow,
    OutletRow,
    SpeakerRow,
    StatementRow,
    StorylineRow,
    StoryRow,
)
from firsthand.present.views.facts import Given
from firsthand.store import codec
from firsthand.text import short_hash

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts that an article gives; see ``views.facts``."""

    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What annotation found that only facts are made of: the half of it."""

    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]


# Raise it when what stands in the tables changes while the tables stay; see FORMAT.
VERSION = 3
# What is searched: an article's own words. Comments are readers', boilerplate is the site's.
SEARCHED: tuple[SegmentKind, ...] = ("dek", "body", "subheading", "caption")
# The row tables with the columns that they have beside their rows' fields. Moments are times in UTC that sort.
_ROWS: dict[str, tuple[type, str]] = {
    "story": (StoryRow, "slug TEXT, moment TEXT, latest TEXT"),
    "storyline": (StorylineRow, ""),
    "statement": (StatementRow, "moment TEXT"),
    "speaker": (SpeakerRow, "number INTEGER"),
    "outlet": (OutletRow, "number INTEGER"),
    "article": (ArticleRow, "slug TEXT, searched INTEGER, moment TEXT, timed INTEGER, number INTEGER"),
    "rejected": (Rejected, "rank INTEGER"),
}
_OTHERS = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value);
CREATE TABLE record (kind TEXT, id TEXT, body BLOB);
CREATE TABLE copy (earlier TEXT, later TEXT, characters INTEGER, body BLOB);
CREATE TABLE edge (target TEXT, body BLOB);
CREATE TABLE attribution (quotation TEXT, article TEXT, statement TEXT, speaker_id TEXT, begun TEXT, body BLOB);
CREATE TABLE difference (statement TEXT, body BLOB);
CREATE TABLE member (story TEXT, article TEXT, begun TEXT);
CREATE TABLE joined (before TEXT, after TEXT);
CREATE TABLE turn (storyline TEXT, story TEXT);
CREATE TABLE key (id TEXT, external_id TEXT, moment TEXT, timed INTEGER, name TEXT, number INTEGER);
CREATE VIRTUAL TABLE words USING fts5(headline, body, quotations, content='', tokenize='unicode61 remove_diacritics 0');
"""
_LOADED = """
CREATE INDEX record_id ON record (kind, id);
CREATE INDEX copy_earlier ON copy (earlier);
CREATE INDEX copy_later ON copy (later);
CREATE INDEX edge_target ON edge (target);
CREATE INDEX attribution_quotation ON attribution (quotation);
CREATE INDEX attribution_article ON attribution (article);
CREATE INDEX attribution_statement ON attribution (statement);
CREATE INDEX difference_statement ON difference (statement);
CREATE INDEX member_story ON member (story);
CREATE INDEX member_article ON member (article);
CREATE INDEX member_begun ON member (begun);
CREATE INDEX attribution_begun ON attribution (begun);
CREATE INDEX joined_before ON joined (before);
CREATE INDEX turn_storyline ON turn (storyline);
CREATE INDEX turn_story ON turn (story);
CREATE INDEX key_id ON key (id);
"""
_DERIVED = """
CREATE INDEX story_id ON story (id);
CREATE INDEX story_slug ON story (slug);
CREATE INDEX story_origins ON story (low DESC, high DESC, articles DESC, id);
CREATE INDEX story_growth ON story (growth DESC, articles DESC, id);
CREATE INDEX story_articles ON story (articles DESC, high, moment, id);
CREATE INDEX story_latest ON story (latest DESC, id);
CREATE INDEX statement_id ON statement (id);
CREATE INDEX statement_story ON statement (story);
CREATE INDEX statement_speaker ON statement (speaker_key, moment);
CREATE INDEX statement_repeated ON statement (articles DESC, speaker IS NULL, speaker, id);
CREATE INDEX statement_outlets ON statement (outlets DESC, articles DESC, id);
CREATE INDEX statement_moment ON statement (moment, id);
CREATE INDEX article_id ON article (id);
CREATE INDEX article_slug ON article (slug);
CREATE INDEX article_name ON article (name);
CREATE INDEX article_number ON article (number);
CREATE INDEX article_time ON article (timed, moment, id);
CREATE INDEX article_outlet ON article (outlet_key, timed, moment, id);
CREATE INDEX article_story ON article (story, moment);
CREATE INDEX speaker_key ON speaker (key);
CREATE INDEX speaker_articles ON speaker (articles DESC, name, key);
CREATE INDEX outlet_key ON outlet (key);
CREATE INDEX outlet_articles ON outlet (articles DESC, name, key);
CREATE INDEX rejected_rank ON rejected (rank, input, detail);
"""


def _format() -> str:
    columns = (f"{table}: {', '.join(names(cls))}, {more}" for table, (cls, more) in _ROWS.items())
    return short_hash(str(VERSION), *columns, _OTHERS, _LOADED, _DERIVED)[:8]


def names(cls: Any) -> tuple[str, ...]:
    """Return the columns of a kind of row: its dataclass's fields."""
    return _fields(cls)


@cache
def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


# Part of a catalog's name: one of other tables, or of another version, is made anew.
FORMAT = _format()


def created(path: Path) -> sqlite3.Connection:
    """Return a connection to a new catalog file with empty tables. It is thrown away where building fails."""
    connection = changeable(path)
    for table, (cls, more) in _ROWS.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join((*names(cls), *filter(None, [more])))})")
    connection.executescript(_OTHERS)
    connection.execute("INSERT INTO words(words, rank) VALUES ('hashsize', ?)", (1 << 26,))
    return connection


def changeable(path: Path) -> sqlite3.Connection:
    """Return a connection for writing to a file that nobody reads yet, and that is thrown away where that fails."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000", "temp_store=FILE", "page_size=8192"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def index_loaded(connection: sqlite3.Connection) -> None:
    """Make what records are found by, once they are there."""
    connection.executescript(_LOADED)


def index_derived(connection: sqlite3.Connection) -> None:
    """Make what rows are sorted and found by, once they are there."""
    connection.executescript(_DERIVED)
    connection.execute("ANALYZE")


def opened(path: Path) -> sqlite3.Connection:
    """Return a connection for reading a finished file. Raises sqlite3.DatabaseError where there is none."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)
    connection.execute("PRAGMA query_only=ON")
    connection.execute(f"PRAGMA mmap_size={1 << 40}")
    return connection


@cache
def _nested(cls: Any) -> tuple[tuple[str, Any], ...]:
    """Return the fields that are tuples, kept as JSON, each with what it is a tuple of."""
    hints = get_type_hints(cls)
    return tuple((name, get_args(hints[name])[0]) for name in names(cls) if get_origin(hints[name]) is tuple)


def put(connection: sqlite3.Connection, table: str, rows: Iterable[Any], *, last: Sequence[object] = ()) -> None:
    """Insert rows of a kind; ``last`` are the values of the columns beside their fields, for all of them the same."""
    put_each(connection, table, ((row, last) for row in rows))


def put_each(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, Sequence[object]]]) -> None:
    """Insert rows of a kind, each with the values of the columns beside its fields."""
    cls, more = _ROWS[table]
    places = ", ".join("?" * (len(names(cls)) + len(list(filter(None, more.split(","))))))
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", ((*_plain(cls, row), *last) for row, last in rows))


def _plain(cls: type, row: Any) -> Iterator[object]:
    nested = {name for name, _ in _nested(cls)}
    for name in names(cls):
        value = getattr(row, name)
        yield safe(json.dumps([_item(v) for v in value], ensure_ascii=False) if name in nested else value)


def safe(value: Any) -> object:
    """Return a value that SQLite takes: a lone surrogate, which is no text, becomes a question mark."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _item(value: Any) -> object:
    return value if isinstance(value, str) else asdict(value)


def row(cls: type[T], values: Sequence[Any]) -> T:
    """Return the row that stands in the columns ``names(cls)``."""
    kind_of_row: Any = cls
    found = dict(zip(names(cls), values, strict=True))
    for name, kind in _nested(kind_of_row):
        items = json.loads(found[name])
        found[name] = tuple(items if kind is str else (kind(**item) for item in items))
    for name, hint in _flags(kind_of_row):
        found[name] = hint(found[name])
    return cls(**found)


@cache
def _flags(cls: Any) -> tuple[tuple[str, type], ...]:
    """Return the fields that are true or false: SQLite keeps numbers."""
    return tuple((name, bool) for name, hint in get_type_hints(cls).items() if hint is bool)


def packed(record: Any, *, small: bool = False) -> bytes:
    """Return a record, or what ``codec.plain`` makes of it, as compressed JSON; what is ``small`` only grows so."""
    body = codec.encoded(record)
    return body if small else zlib.compress(body, 1)


def unpacked(body: bytes) -> dict[str, Any]:
    """Return what ``packed`` was given."""
    plain: dict[str, Any] = json.loads(_whole(body).decode("utf-8", "surrogatepass"))
    return plain


def record(cls: type[T], body: bytes) -> T:
    """Return the record that ``packed`` was given."""
    return codec.decoded(cls, _whole(body))


def _whole(body: bytes) -> bytes:
    return body if body.startswith(b"{") else zlib.decompress(body)


def searched(article: Article) -> list[str]:
    """Return the parts of an article's text that are searched."""
    return [article.text[part.start : part.end] for part in article.parts(*SEARCHED)]


def note(connection: sqlite3.Connection, name: str, value: object) -> None:
    """Keep a value that is read by its name."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
