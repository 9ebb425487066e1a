"""The right to change a corpus: one process at a time has it."""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from firsthand.errors import CorpusBusy, CorpusError

FILE = "lock"
# Seconds between two looks at a lock that another process holds.
LOOK = 0.05


class Lock:
    """The lock of a corpus folder, as a context manager; the operating system gives it back however a process ends.

    Raises CorpusBusy where another process has it for ``wait`` seconds more, CorpusError where the folder, which is
    made if need be, cannot be written to.
    """

    def __init__(self, folder: Path, wait: float = 0.0) -> None:
        """Lock ``folder`` on entering."""
        self._folder = folder
        self._wait = wait

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self._folder / FILE, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as e:
            raise CorpusError(f"{self._folder}: cannot be written: {e.strerror}") from e
        try:
            self._take()
        except BaseException:
            os.close(self._handle)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)

    def _take(self) -> None:
        last = time.monotonic() + self._wait
        while not _locked(self._handle, fcntl.LOCK_EX):
            left = last - time.monotonic()
            if left <= 0:
                waited = f"; waited {self._wait:g} s" if self._wait else "; wait for it to end, or use --wait"
                raise CorpusBusy(f"{self._folder}: another process is writing to this corpus{waited}")
            time.sleep(min(LOOK, left))


def is_held(folder: Path) -> bool:
    """Tell whether a process is changing the corpus just now."""
    try:
        handle = os.open(folder / FILE, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _locked(handle, fcntl.LOCK_SH)
    finally:
        os.close(handle)


def _locked(handle: int, how: int) -> bool:
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
