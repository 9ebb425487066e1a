"""A worker process as its engine sees it: fed one record at a time, started again when it dies."""

import select
import signal
import subprocess
import sys
import tempfile
import threading
from typing import Any, cast

from firsthand.engine.children import GRACE, end, environment, too_long
from firsthand.engine.frames import receive, send
from firsthand.errors import WorkerError
from firsthand.model import Rejected

# Ours: for how many times its seconds a record may keep a worker silent by the clock. The seconds are the processor's:
# on a machine that others keep busy they last longer, and what waits for something else than the processor uses none.
PATIENCE = 6.0
# After these a worker is not used again: its memory may be full still, and what it was stopped in half done.
SPENT = ("memory", "timeout")


class Worker:
    """One worker process, started again when it dies."""

    def __init__(self, setup: tuple[Any, str, float, int]) -> None:
        """Take the stage, its name, and the bounds of one record in seconds and megabytes, 0 for none."""
        self._setup = setup
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._turn = threading.Condition()
        self._busy, self._claims = False, 0
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the worker)

    def run(self, batch: list[Any]) -> list[Any]:
        """Return one result a record; a record that silences the worker is rejected, and the next goes to a new one.

        One batch at a time, whoever asks.
        """
        return self._served(batch, later=False)

    def run_later(self, batch: list[Any]) -> list[Any]:
        """Return the same as ``run``, once nobody claims the worker."""
        return self._served(batch, later=True)

    def claim(self) -> None:
        """Have those wait who ask for ``run_later``, until as many have released it as claimed it."""
        with self._turn:
            self._claims += 1

    def release(self) -> None:
        """Take a claim back."""
        with self._turn:
            self._claims -= 1
            self._turn.notify_all()

    def _served(self, batch: list[Any], *, later: bool) -> list[Any]:
        with self._turn:
            self._turn.wait_for(lambda: not self._busy and not (later and self._claims))
            self._busy = True
        try:
            return [self._one(record) for record in batch]
        finally:
            with self._turn:
                self._busy = False
                self._turn.notify_all()

    def _one(self, record: Any) -> Any:
        process = self._start()
        try:
            send(cast("Any", process.stdin), record)
            result = self._answer(process)
        except (EOFError, BrokenPipeError) as e:
            if self._closed:
                raise
            self.kill(closing=False)
            return self._lost(record, e, process.returncode)
        if isinstance(result, Rejected) and result.reason in SPENT:
            self.kill(closing=False)
        return result

    def kill(self, *, closing: bool = True) -> None:
        self._closed = self._closed or closing
        if closing:
            self._complaints.close()
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _answer(self, process: subprocess.Popen[bytes]) -> Any:
        stdout = cast("Any", process.stdout)
        ready, _, _ = select.select([stdout], [], [], self._patience())
        if not ready:
            raise EOFError("silent")
        return receive(stdout)

    def _patience(self) -> float | None:
        """Return for how many seconds an answer is waited for, None for any number."""
        seconds = self._setup[2]
        return PATIENCE * seconds + GRACE if seconds else None

    def _lost(self, record: Any, error: BaseException, status: int) -> Rejected:
        _, name, seconds, _ = self._setup
        if str(error) == "silent":
            detail = f"was not done after {self._patience():g} s and was stopped; raise [engine] seconds to wait longer"
            return Rejected(record.input, name, "timeout", detail)
        if status == -signal.SIGXCPU:
            return Rejected(record.input, name, "timeout", too_long(seconds))
        return Rejected(
            record.input, name, "crashed", "the process that read it died; please report it with the document"
        )

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            if self._closed:
                raise EOFError("closed")
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "firsthand.engine.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._complaints,
                    bufsize=0,
                    env=environment(),
                )
            except OSError as e:  # no room for another process
                raise WorkerError(f"a worker process could not start: {e.strerror or e}") from e
            self._greet(self._process)
        return self._process

    def _greet(self, process: subprocess.Popen[bytes]) -> None:
        try:
            send(cast("Any", process.stdin), self._setup)
            receive(cast("Any", process.stdout))
        except (EOFError, BrokenPipeError) as e:
            if self._closed:
                raise
            self._complaints.seek(0)
            lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
            raise WorkerError(f"a worker process could not start: {lines[-1] if lines else 'it said nothing'}") from e
