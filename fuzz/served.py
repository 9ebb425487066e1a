"""Targets that stand on a stored corpus: questions to its catalog, requests to its server, and its own files."""

import asyncio
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from firsthand.api import Corpus
from firsthand.engine.children import environment
from firsthand.errors import FirsthandError
from firsthand.keeping.apart import DIED, Apart
from firsthand.keeping.verify import verify
from firsthand.present.catalog import Catalog, parse
from firsthand.store import Snapshot
from firsthand.store.tables import LOOKED_UP
from fuzz import seeds
from fuzz.target import Run, Target, require

_HOST = b"127.0.0.1:8000"
_TOKEN = b"TOKEN"  # stands in a seed for the token of the run


# Lance keeps threads of its own, which a fork would lose: what uses it before the fork is done in another process.
_MAKE = """
import sys
from pathlib import Path
import firsthand as fh
from firsthand.config import AnnotateConfig, EngineConfig
from firsthand.present.catalog import catalog_of
from firsthand.store import indexes
indexes.INDEXED = 1  # tables of a few rows are indexed too
folder = Path(sys.argv[1])
config = fh.Config(engine=EngineConfig(workers=1, seconds=60.0), annotate=AnnotateConfig(quote_model=""))
fh.open(folder / "corpus", config).trace(sorted(folder.glob("*.txt")))
catalog_of(folder / "corpus")
"""


@functools.cache
def _made() -> tuple[Any, Path]:
    """Return a folder, which is removed when it is not held any more, and the small corpus with its catalog in it."""
    folder = tempfile.TemporaryDirectory()
    for name, text in (("a", seeds.TEXT), ("b", seeds.TEXT.replace("two metres", "2 metres")), ("c", seeds.QUOTED)):
        (Path(folder.name) / f"{name}.txt").write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-c", _MAKE, folder.name], env=environment(), check=True)
    return folder, Path(folder.name) / "corpus"


def _query() -> Run:
    (path,) = (_made()[1] / "catalog").glob("*.sqlite")

    def run(data: bytes) -> None:
        question = parse(data.decode("utf-8", "replace"), limit=len(data) % 50, offset=len(data) % 3)
        _opened(path).search(question)

    return run


@functools.cache
def _opened(path: Path) -> Catalog:
    return Catalog(path)  # opened in the child: a connection to SQLite does not go through a fork


def _web() -> Run:
    """Return what sends one request: method, address and header lines as on the line, a blank line, the body."""
    _made()
    import_module("firsthand.web.app")

    def run(data: bytes) -> None:
        app, token, loop = _served()
        head, _, body = data.replace(_TOKEN, token).partition(b"\n\n")
        first, *lines = head.split(b"\n")
        method, _, target = first.partition(b" ")
        path, _, question = target.partition(b"?")
        given = [
            (name.strip().lower(), value.strip()) for name, mark, value in (x.partition(b":") for x in lines) if mark
        ]
        answer = loop.run_until_complete(_answered(app, method, path, question, given, body))
        require(answer is not None and answer[0] < 500, f"status {answer and answer[0]}")
        require(token not in (answer or (0, b""))[1] or b"</form>" in (answer or (0, b""))[1], "the token in no form")

    return run


@functools.cache
def _served() -> tuple[Any, bytes, asyncio.AbstractEventLoop]:
    """Return the app, its token, and a loop to run it in; what it would start in processes of its own is refused."""
    from firsthand.web import app as web
    from firsthand.web import children, handlers, rendering

    def undone(*_: object, **__: object) -> None:
        raise children.Undone("Not here.")

    children.Child.ask = undone  # type: ignore[method-assign, assignment]
    handlers.SOON = 0.001
    held: list[rendering.Site] = []
    original = rendering.Site

    def site(*given: Any, **named: Any) -> rendering.Site:
        held.append(original(*given, **named))
        return held[-1]

    web.Site = site  # type: ignore[misc, assignment]
    made = web.create_app(Corpus(_made()[1]), web.Settings(may_fetch=True))
    return made, held[0].session.token.encode(), asyncio.new_event_loop()


async def _answered(
    app: Callable[..., Any],
    method: bytes,
    path: bytes,
    question: bytes,
    headers: list[tuple[bytes, bytes]],
    body: bytes,
) -> tuple[int, bytes] | None:
    """Return status and body of the answer to a request, as a server of ASGI asks for it."""
    from urllib.parse import unquote_to_bytes

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": method.decode("latin-1").upper(), "path": unquote_to_bytes(path).decode("utf-8", "replace"),
        "raw_path": path, "query_string": question, "headers": headers, "client": ("127.0.0.1", 1), "server": None,
    }  # fmt: skip
    pieces = [{"type": "http.request", "body": body, "more_body": False}]
    status, got = 0, bytearray()

    async def receive() -> dict[str, Any]:
        return pieces.pop() if pieces else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)
        got.extend(message.get("body", b""))

    await asyncio.wait_for(app(scope, receive, send), 60)
    return (status, bytes(got)) if status else None


def _store() -> Run:
    """Return what puts a mutated file into a copy of a corpus and reads it: the first byte chooses the file."""
    folder, corpus = _made()
    names = sorted(p.relative_to(corpus) for p in corpus.rglob("*") if p.is_file() and "catalog" not in p.parts)
    names = [n for n in names if n.name not in ("lock", "ledger.sqlite-wal", "ledger.sqlite-shm")]

    def run(data: bytes) -> None:
        copy = _copied(corpus, Path(folder.name), os.getpid())
        name = names[(data[0] if data else 0) % len(names)]
        (copy / name).write_bytes(_spoiled((corpus / name).read_bytes(), data[1:]))
        try:
            _read(copy)
        finally:
            (copy / name).write_bytes((corpus / name).read_bytes())
            for left in ("ledger.sqlite-wal", "ledger.sqlite-shm"):  # what SQLite made of a spoiled ledger
                (copy / left).unlink(missing_ok=True)

    return run


@functools.cache
def _copied(corpus: Path, folder: Path, process: int) -> Path:
    """Return a process's own copy, which is whole again after each input: a copy for each would be most of the cost."""
    return Path(shutil.copytree(corpus, folder / f"copy-{process}", ignore=shutil.ignore_patterns("catalog")))


@functools.cache
def _reading(corpus: Path) -> Apart:
    """Return what reads tables for ``verify`` in another process: one for many inputs, anew where one ends it."""
    return Apart(corpus)


def _read(corpus: Path) -> None:
    """Verify a corpus, and read all its tables where that can be; an error that is declared is one line."""
    found = verify(corpus, _reading(corpus))
    for fault in found:
        require("\n" not in str(fault), f"a fault of several lines: {fault}")
    if any(DIED in fault.what for fault in found):
        return  # whoever reads such a table is ended by it, too: what can be done is to say so
    try:
        snapshot = Snapshot(corpus)
        for name in snapshot.versions:
            snapshot.arrays(name) if name == "fingerprints" else snapshot.records(name)
            for column in LOOKED_UP.get(name, ()):
                snapshot.having(name, column, ["what", "is", "not there"])
    except FirsthandError as e:
        require("\n" not in str(e), f"an error of several lines: {e}")


def _spoiled(content: bytes, data: bytes) -> bytes:
    """Return a file's content with pieces of ``data`` over it: two bytes say where, the next four stand there then."""
    out = bytearray(content)
    for at in range(0, min(len(data), 60), 6):
        where = int.from_bytes(data[at : at + 2], "little") % (len(out) + 1)
        # Formats keep their sizes at the end and at the beginning.
        where = where % 128 if where % 3 == 0 else max(0, len(out) - where % 128) if where % 3 == 1 else where
        out[where : where + 4] = data[at + 2 : at + 6]
    return bytes(out[: len(out) - data[-1]] if data and data[-1] > 200 else out)


_BROWSER = b"Host: " + _HOST + b"\nOrigin: http://" + _HOST + b"\nSec-Fetch-Site: same-origin\n"
_FORM = b"Content-Type: application/x-www-form-urlencoded\n\ntoken=" + _TOKEN
_QUESTIONS = (
    'harbour “not a single quay” speaker:brook outlet:"Ellmar Post" language:en after:2031-03-03'.encode(),
    b"river* bridges day:2031-02 before:2031 origin:norwire",
)
_QUESTION_WORDS = '" * speaker: after: day:9999-12-31 NEAR( OR NOT headline: ^ - + „ ０ river ( AND'
_REQUESTS = (
    b"GET /index.html\n" + _BROWSER,
    b"GET /search.html?q=river+bridges&page=2\n" + _BROWSER,
    b"GET /stories/0123456789abcdef.html\n" + _BROWSER,
    b"HEAD /state.json\n" + _BROWSER,
    b"GET /assets/report.css\nIf-None-Match: x\n" + _BROWSER,
    b"GET /corrections/1.html\n" + _BROWSER,
    b"GET /lists/stories.html?order=time&page=1\n" + _BROWSER,
    b"GET /speakers/ada-brook.html\n" + _BROWSER,
    b"POST /check.html\n" + _BROWSER + _FORM + b"&text=The+river+rose&url=",
    b"POST /corrections\n" + _BROWSER + _FORM + b"&verb=merge&id=a&id=b&note=x&back=index.html",
)
_REQUEST_WORDS = (
    "/ .. %2e%2e %00 %ff ? & = page= page=-1 page=99999999999999999999 q= Host: POST GET HEAD /lists/ /compare/ "
    "/outlets/ .html ~ token=TOKEN verb=undo id=1 relation=cites"
)
_HEADERS = (b"\n", b"\n\n", b"Content-Length: 9\n", b"Content-Length: -1\n", b"Sec-Fetch-Site: cross-site\n")
_SPOILS = tuple(bytes([n]) + bytes(range(n, n + 30)) for n in range(0, 200, 7))
TARGETS = (
    Target("query", _query, _QUESTIONS, seeds.words(_QUESTION_WORDS)),
    Target("web", _web, _REQUESTS, (*seeds.words(_REQUEST_WORDS), *_HEADERS)),
    # Lance asks for what a file says it needs, and reads it only then: addresses, not memory.
    Target("store", _store, _SPOILS, (b"\0" * 4, b"\xff" * 4), bounded=False),
)
