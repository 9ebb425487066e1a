"""Building a catalog: records in a stream, then rows, then words, beside the finished file, which comes whole."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from firsthand.present.catalog import schema
from firsthand.present.catalog.derive import derive
from firsthand.present.catalog.load import load
from firsthand.present.catalog.source import Source
from firsthand.present.catalog.summing import sum_up
from firsthand.present.catalog.words import norms

# Older catalogs that stay after a newer one came: a reader may be just opening the last.
_KEPT = 2


def build(source: Source, folder: Path) -> Path:
    """Build the catalog of ``source`` in ``folder`` and return its path; one that is there already is left as it is.

    Readers see no catalog or a whole one. One process builds at a time, others wait for it. Memory does not grow with
    the texts, only with the number of articles. Raises OSError, sqlite3.Error where the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{source.step}-{schema.FORMAT}.sqlite"
    with _alone(folder):
        if path.exists():
            return path
        for left in folder.glob("*.part"):
            left.unlink()
        part = path.with_suffix(".part")
        try:
            write(source, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _remove_old(folder, path)
    return path


def write(source: Source, path: Path) -> None:
    """Write the catalog of ``source`` to ``path``, which must not exist."""
    with closing(schema.created(path)) as connection:
        load(connection, source)
        derive(connection)
        schema.index_derived(connection)
        sum_up(connection)
        _index_words(connection)


def _index_words(connection: sqlite3.Connection) -> None:
    """Index the words of all articles, in the order of their numbers, which the index wants."""
    connection.execute("BEGIN")
    sql = (
        "SELECT k.number, a.body, n.body FROM key k JOIN record a ON a.kind = 'articles' AND a.id = k.id"
        " LEFT JOIN record n ON n.kind = 'annotations' AND n.id = k.id ORDER BY k.number"
    )
    rows = ((number, *_words(article, annotation)) for number, article, annotation in connection.execute(sql))
    connection.executemany("INSERT INTO words (rowid, headline, body, quotations) VALUES (?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def _words(article: bytes, annotation: bytes | None) -> tuple[str, str, str]:
    a = schema.unpacked(article)
    text: str = a["text"]
    quoted = [
        text[f["start"] : f["end"]]
        for q in (schema.unpacked(annotation)["quotations"] if annotation else ())
        for f in q["fragments"]
    ]
    return _joined([a["headline"] or ""]), _joined(schema.searched(a)), _joined(quoted)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(norms(text)) for text in texts)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process builds here. The operating system gives the lock back, however a process ends."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _remove_old(folder: Path, newest: Path) -> None:
    others = sorted((p for p in folder.glob("*.sqlite") if p != newest), key=lambda p: p.stat().st_mtime)
    for path in others[: len(others) - (_KEPT - 1)]:
        path.unlink(missing_ok=True)
