"""Targets that read: bytes of a file, a feed, an archive or a settings file become documents or one clear word."""

import gzip
import io
import re
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from firsthand.config import ReadConfig, from_mapping
from firsthand.errors import ConfigError, FirsthandError
from firsthand.link.statements.speakers import load_entities
from firsthand.measure.gold import read_gold
from firsthand.model import Document, Rejected
from firsthand.read import read_inputs
from firsthand.read.feed import read_feed
from firsthand.read.html import read_html
from firsthand.read.http import parse_response
from firsthand.read.jsonl import read_json, read_jsonl
from firsthand.read.listed import Listed
from firsthand.read.sidecar import read_sidecar
from firsthand.read.source import Source
from firsthand.read.stores import listed
from firsthand.read.stream import Stream
from firsthand.read.text import read_text
from firsthand.read.warc import read_warc
from firsthand.trace.evidence.own_publishers import load_publishers
from fuzz import seeds
from fuzz.target import Run, Target, require

# Bounds low enough for inputs of fuzzing to meet them.
CONFIG = ReadConfig(max_document_bytes=15_000, max_line_characters=5_000)
_DETAIL = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PACKED = b"\x01"  # an input that begins so is gzipped before it is read


def checked(items: Iterable[object]) -> None:
    """Hold what was read against the promises of the model: storable, and a rejection in one printable line."""
    for item in items:
        if isinstance(item, Document):
            for text in (
                item.content,
                item.input,
                item.external_id,
                item.url,
                item.title,
                item.publisher,
                item.published,
            ):
                (text or "").encode()
            require(item.content.strip(), "a document without text")
        elif isinstance(item, Listed):
            item.url.encode()
        else:
            require(isinstance(item, Rejected), f"neither document nor rejection: {item!r}")
            assert isinstance(item, Rejected)
            require(0 < len(item.detail) <= _DETAIL and not _CONTROL.search(item.detail), f"detail {item.detail!r}")
            item.input.encode()


def _reader(read: Callable[[Source], Iterable[object]]) -> Callable[[], Run]:
    def run(data: bytes) -> None:
        packed = gzip.compress(data[1:], 1, mtime=0) if data.startswith(_PACKED) else data
        checked(read(Source("input", None, Stream(io.BytesIO(packed), CONFIG), CONFIG)))

    return lambda: run


def _by_content() -> Run:
    return lambda data: checked(read_inputs(["-"], CONFIG, io.BytesIO(data)))


def _response() -> Run:
    def run(data: bytes) -> None:
        found = parse_response(data, 1_000)
        require(found is None or len(found.body) <= 1_000, "a body over its limit")

    return run


def _of_file(name: str, read: Callable[[Path], object]) -> Callable[[], Run]:
    """Return what makes a target of something that reads a file by its path."""

    def prepare() -> Run:
        folder = tempfile.TemporaryDirectory()
        path = Path(folder.name) / name

        def run(data: bytes, _kept: object = folder) -> None:
            path.write_bytes(data)
            try:
                read(path)
            except FirsthandError as e:
                require(str(e).strip() and "\n" not in str(e), f"an error of several lines: {e}")

        return run

    return prepare


def _settings(path: Path) -> None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8", errors="replace"))
    except (tomllib.TOMLDecodeError, RecursionError) as e:
        raise ConfigError("no TOML") from e
    from_mapping(data)


def _sidecar(path: Path) -> None:
    found = read_sidecar(path.with_name("a.txt"))
    if not isinstance(found, Rejected):
        for value in found.values():
            str(value).encode()


def _manifest(path: Path) -> None:
    for name in listed(str(path), ReadConfig(base="s3://b/c")):
        name.encode("utf-8", "surrogatepass")


_SIDECAR = b'{"id": "a", "publisher": "Ellmar Post", "date": 3}'
_GOLD = (
    b'{"id": "a1", "relation": "verbatim", "draws_on": ["a2"], "quotations": [{"start": 1, "end": 4}]}\n'
    b'{"story": "s", "origins_low": 1, "origins_high": 2}\n'
)
_LIST = b"name,aliases,domains,carries\nEllmar Post,Post|The Post,ellmar.example,Norwire\n"
_ENTITIES = b"id,name,aliases\nQ1,Ada Brook,A. Brook|Mayor Brook\n"
_SETTINGS = b'[read]\nmax_document_bytes = 5\nbase = "s3://b"\n[engine]\nseconds = 1.5\n[link]\nstory_days = 3\n'
_WRITTEN = (seeds.TEXT, seeds.PAGE, seeds.RSS, seeds.ATOM, seeds.JSONL)
_ANY = (*(text.encode() for text in _WRITTEN), seeds.WARC, seeds.WET, gzip.compress(seeds.WARC, mtime=0))
_CELLS = (b'"', b"|", b",", b"name")
_TEXTS = (seeds.TEXT.encode(), seeds.QUOTED.encode("utf-16"), _PACKED + seeds.TEXT.encode())
_LINES = (seeds.JSONL.encode(), seeds.JSONL.encode("utf-16"), _PACKED + seeds.JSONL.encode())
_ROWS = (b'{"text": "It rose."}', b'[{"html": "<p>x</p>", "id": 3}, 4]')
_PATHS = (b"crawl/a.warc.gz\n# note\ns3://b/c.warc\n", gzip.compress(b"a/b.warc\n", mtime=0))

TARGETS = (
    Target("read", _by_content, _ANY, seeds.HTML_WORDS[:20] + seeds.XML_WORDS[:8] + seeds.WARC_WORDS),
    Target("text", _reader(read_text), _TEXTS, seeds.TEXT_WORDS),
    Target("html", _reader(read_html), (seeds.PAGE.encode(), seeds.PAGE.encode("utf-16-le")), seeds.HTML_WORDS),
    Target("jsonl", _reader(read_jsonl), _LINES, seeds.JSON_WORDS),
    Target("json", _reader(read_json), _ROWS, seeds.JSON_WORDS),
    Target("feed", _reader(read_feed), (seeds.RSS.encode(), seeds.ATOM.encode()), seeds.XML_WORDS),
    Target("warc", _reader(read_warc), (seeds.WARC, seeds.WET, _PACKED + seeds.WARC), seeds.WARC_WORDS),
    Target("http", _response, (seeds.HTTP, seeds.PACKED, seeds.DEFLATED), seeds.WARC_WORDS),
    Target("sidecar", _of_file("a.meta.json", _sidecar), (_SIDECAR,), seeds.JSON_WORDS),
    Target("manifest", _of_file("a.paths", _manifest), _PATHS, (b"../", b"file:///", b"//")),
    Target("settings", _of_file("a.toml", _settings), (_SETTINGS,), seeds.words('[read] inf nan true """ [[a]]')),
    Target("gold", _of_file("a.jsonl", read_gold), (_GOLD,), (*seeds.JSON_WORDS, b'"fragments"', b"[[1,2]]", b"null")),
    Target("publishers", _of_file("a.csv", lambda path: load_publishers(str(path))), (_LIST,), _CELLS),
    Target("entities", _of_file("a.csv", lambda path: load_entities(str(path))), (_ENTITIES,), _CELLS),
)
