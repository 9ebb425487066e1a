"""Runs commands in processes of their own that are ready at once: ``python -m benchmarks.crash.server``.

It has loaded everything and forks for each line of standard input (a folder, a kind, and the number of the moment at
which the process ends itself, 0 for never). A moment is a call that changes what is on disk: a file made durable,
removed or renamed, a row of the ledger. Lines of output: ``pid N``, ``moment`` at the first, ``ack N``, ``moments N``
where the command ended by itself, ``end``.
"""

import os
import signal
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.crash import commands
from firsthand.store import indexes
from firsthand.store.ledger import Ledger


class Moments:
    """Counts moments, and ends the process at one of them."""

    def __init__(self, last: int) -> None:
        """End before moment number ``last`` (from 1), or never if it is 0."""
        self.count = 0
        self._last = last

    def watched(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``call`` with a moment before it and one after."""

        def counted(*given: Any, **named: Any) -> Any:
            self._pass()
            result = call(*given, **named)
            self._pass()
            return result

        return counted

    def _pass(self) -> None:
        self.count += 1
        if self.count == 1:
            say("moment")
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def say(text: str) -> None:
    """Write a line at once."""
    os.write(1, f"{text}\n".encode())


def serve() -> None:
    """Answer until the input ends."""
    import_module("firsthand.api")  # with the watch all that commands need, before the first fork
    indexes.INDEXED = 1  # tables of a few rows are indexed too, so that this is cut off as well
    # Nothing of Lance runs here, so there is nothing of it that a fork could break.
    warnings.filterwarnings("ignore", message="lance is not fork-safe")
    say("ready")
    for line in sys.stdin:
        folder, kind, last = line.rstrip("\n").split("\t")
        if child := os.fork():
            os.waitpid(child, 0)
            say("end")
            continue
        say(f"pid {os.getpid()}")
        moments = Moments(int(last))
        for name in ("fsync", "unlink", "rename", "replace"):
            setattr(os, name, moments.watched(getattr(os, name)))
        Ledger.record = moments.watched(Ledger.record)  # type: ignore[method-assign]
        try:
            commands.run(Path(folder), kind, lambda done: say(f"ack {done}"))
            say(f"moments {moments.count}")
        except BaseException as e:
            say(f"error {type(e).__name__}: {' '.join(str(e).split())}")
        os._exit(0)


if __name__ == "__main__":
    serve()
