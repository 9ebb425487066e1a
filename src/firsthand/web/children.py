"""Processes of the server's own for what takes long or reads what nobody has vouched for."""

import select
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, Self, cast

from firsthand.api import Corpus
from firsthand.engine.children import end, environment
from firsthand.engine.frames import receive, send
from firsthand.web.child import BEHIND
from firsthand.web.tasks import Task


class Undone(Exception):
    """A task that was not done; the message says why, to the user. ``busy`` where it may be done in a while."""

    def __init__(self, why: str, *, busy: bool = False) -> None:
        super().__init__(why)
        self.busy = busy


class Child:
    """A process that does one task at a time, started with the first and again where it died or took too long.

    ``megabytes`` bound its memory, 0 does not; ``behind`` others it gives way to them. Safe to be asked by several
    threads: they take turns.
    """

    def __init__(self, corpus: Corpus, *, megabytes: int = 0, behind: bool = False) -> None:
        self._setup = (corpus, megabytes)
        self._behind = [BEHIND] if behind else []
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, task: Task, seconds: float | None = None, patience: float = -1) -> Any:
        """Return what comes of a task; ``seconds`` it may take, None for as long as it takes, and ``patience`` is how
        long to wait for the turn, negative for as long as it takes.

        Raises Undone where it fails, takes too long, or has no turn.
        """
        if not self._turn.acquire(timeout=patience):
            raise Undone("Others ask just now; try again in a moment.", busy=True)
        try:
            done, result = self._asked(task, seconds)
        except (EOFError, OSError, ValueError) as e:  # a pipe that is closed meanwhile is a ValueError
            self._kill()
            raise Undone("The process that did this died. Please report it with what you asked.") from e
        finally:
            self._turn.release()
        if not done:
            raise Undone(result)
        return result

    def close(self) -> None:
        """End the process, whatever it does."""
        self._closed = True
        self._kill()

    def _asked(self, task: Task, seconds: float | None) -> tuple[bool, Any]:
        process = self._started()
        send(cast("Any", process.stdin), task)
        stdout = cast("Any", process.stdout)
        ready, _, _ = select.select([stdout], [], [], seconds)
        if not ready:
            self._kill()
            raise Undone(f"It was stopped after {seconds:g} seconds without an end.")
        answer: tuple[bool, Any] = receive(stdout)
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise EOFError("closed")
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "firsthand.web.child", *self._behind],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=environment(),
                start_new_session=True,
            )
            send(cast("Any", self._process.stdin), self._setup)
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)
