"""A worker process: ``python -m firsthand.engine.worker``, fed by the engine that started it and by nothing else.

It receives the stage and its bounds once, then one record after the other, and answers each: the engine knows at any
moment which record a worker that went silent was busy with, and no worker holds more than one.

The time of a record is the processor's: what else a busy machine does is not held against a document.
"""

import logging
import os
import signal
import sys
from types import FrameType
from typing import Any

from firsthand.engine.children import bound_memory, bound_time, give_way, too_long
from firsthand.engine.frames import receive, send
from firsthand.model import Rejected
from firsthand.stage import DocumentStage

# What a worker says when it has loaded its stage: before that, it is the installation that fails, not a document.
READY = "ready"


class _OutOfTime(BaseException):
    """Raised by the alarm within the record that takes too long; libraries that catch every Exception let it pass."""


def main() -> None:
    """Answer until the engine closes the pipe."""
    give_way()  # before the stage is loaded, which takes a second
    # What a library prints must not get between the frames: keep the pipe, and send standard output to standard error.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    logging.disable(logging.CRITICAL)
    stage, name, seconds, megabytes = receive(sys.stdin.buffer)
    bound_memory(megabytes)
    signal.signal(signal.SIGPROF, _ring)
    # The terminal's interrupt goes to the engine, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    send(answers, READY)
    while True:
        try:
            record = receive(sys.stdin.buffer)
        except EOFError:
            return
        send(answers, guarded(stage, name, record, seconds))


def guarded(stage: DocumentStage[Any, Any], name: str, record: Any, seconds: float) -> Any:
    """Return the stage's result for one record, or the reason why there is none."""
    try:
        bound_time(seconds)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            return stage.process([record])[0]
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)  # an alarm that rings just here is caught below all the same
    except _OutOfTime:
        return Rejected(record.input, name, "timeout", too_long(seconds))
    except MemoryError:
        return Rejected(record.input, name, "memory", "needed more memory than a worker may use ([engine] megabytes)")
    except Exception as e:
        # One document must never cost the others, whatever went wrong with it; the reason is counted and shown.
        detail = " ".join(f"{type(e).__name__}: {e}".split())[:200]
        return Rejected(record.input, name, "failed", f"{detail}; please report it with the document")


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _OutOfTime


if __name__ == "__main__":
    main()
