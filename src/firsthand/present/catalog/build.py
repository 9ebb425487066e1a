"""Building a catalog: records in a stream, then rows, then words, beside the finished file, which comes whole."""

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from firsthand.present.catalog import schema
from firsthand.present.catalog.derive import derive
from firsthand.present.catalog.load import load
from firsthand.present.catalog.renew import renew
from firsthand.present.catalog.source import Source
from firsthand.present.catalog.summing import sum_up
from firsthand.present.catalog.texts import read_texts

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
            if not _renewed(source, folder, part):
                write(source, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _remove_old(folder, path)
    return path


def _renewed(source: Source, folder: Path, part: Path) -> bool:
    """Make the catalog out of the newest one that is there; tell whether that could be done."""
    there = sorted(folder.glob(f"*-{schema.FORMAT}.sqlite"), key=lambda p: p.stat().st_mtime)
    try:
        done = bool(there) and renew(source, there[-1], part)
    except sqlite3.DatabaseError:
        done = False  # the older one is damaged: nothing is lost with it
    if not done:
        part.unlink(missing_ok=True)
    return done


def write(source: Source, path: Path) -> None:
    """Write the catalog of ``source`` to ``path``, which must not exist."""
    with closing(schema.created(path)) as connection:
        load(connection, source)
        derive(connection)
        schema.index_derived(connection)
        sum_up(connection)
        read_texts(connection)
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        schema.note(connection, "versions", json.dumps(dict(source.versions)))


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
