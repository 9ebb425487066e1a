"""A file for what waits in a long piece of work: written once, read again by its place, and in nobody's memory between.

Linking holds every article of a corpus until the end, and looks at a few of them at a time.
"""

import os
import pickle
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.errors import CorpusError


class Aside:
    """A file without a name, which is gone with the process however that ends. Threads may share it."""

    def __init__(self, folder: Path) -> None:
        """Make the file on the disk that ``folder`` is on. Raises CorpusError where the disk refuses."""
        self._folder = folder
        self._end = 0
        self._growing = threading.Lock()
        try:
            self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115  (lives as long as this)
        except OSError as e:
            raise self._refused(e) from e

    def put(self, data: bytes) -> "Place":
        """Write bytes and return where they are. Raises CorpusError where the disk refuses."""
        with self._growing:
            start, self._end = self._end, self._end + len(data)
        done = 0
        try:
            while done < len(data):
                done += os.pwrite(self._file.fileno(), data[done:], start + done)
        except OSError as e:
            raise self._refused(e) from e
        return Place(self, start, len(data))

    def close(self) -> None:
        """Give the disk back; what was put there cannot be read any more."""
        self._file.close()

    def read(self, start: int, size: int) -> bytes:
        """Return bytes that were put there. Raises CorpusError where the disk refuses."""
        found = b""
        try:
            while len(found) < size and (more := os.pread(self._file.fileno(), size - len(found), start + len(found))):
                found += more
        except OSError as e:
            raise self._refused(e) from e
        return found

    def _refused(self, error: OSError) -> CorpusError:
        why = error.strerror or error
        return CorpusError(f"{self._folder}: what linking sets aside cannot be kept: {why}; nothing stored is lost")


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes stand in a file."""

    file: Aside
    start: int
    size: int

    def read(self) -> bytes:
        """Return the bytes."""
        return self.file.read(self.start, self.size)


# Where what waits is put now, if anywhere.
_NOW: ContextVar[Aside | None] = ContextVar("aside", default=None)


@contextmanager
def aside_in(folder: Path) -> Iterator[None]:
    """Have what waits put in a file on the disk of ``folder`` while this is open; after that nothing of it can be read.

    Raises CorpusError where the disk refuses.
    """
    file = Aside(folder)
    before = _NOW.set(file)
    try:
        yield
    finally:
        _NOW.reset(before)
        file.close()


def now() -> Aside | None:
    """Return the file for what waits, None where there is none."""
    return _NOW.get()


def kept(data: bytes) -> bytes | Place:
    """Return bytes, or where they were put if there is a file for what waits."""
    file = now()
    return file.put(data) if file else data


def read(data: bytes | Place) -> bytes:
    """Return bytes, wherever they are."""
    return data.read() if isinstance(data, Place) else data


def away(value: Any, file: Aside | None) -> Any:
    """Return an object of ours, or where it was put, if there is a file."""
    return file.put(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)) if file else value


def back(value: Any) -> Any:
    """Return what ``away`` was given."""
    return pickle.loads(value.read()) if isinstance(value, Place) else value
