"""What all processes have in common that firsthand starts for itself: the engine's workers, the server's own."""

import math
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_MEGABYTE = 1 << 20
# There is a process for each core: threads of its matrix products would only wait for one another.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
# How long past its own alarm a worker may go on, in seconds of the processor (ours: code in C does not see the alarm
# until it returns; all that a worker ended too early costs is the start of another).
GRACE = 2.0
# Ours: how much further back the children stand than who started them, in the system's steps of niceness.
NICE = 10


def environment() -> dict[str, str]:
    """Return the environment of a child, which finds the same modules as this process, however they were found here."""
    return {**_ONE_THREAD, **os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


def give_way() -> None:
    """Let everybody else have the cores first: whoever waits for a page, or works on this machine, is hardly slowed.

    Where Linux shares the cores among sessions first, niceness counts within one only: a child that leads a session of
    its own has that give way as a whole.
    """
    os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))
    if os.getsid(0) == os.getpid():
        with suppress(OSError):  # no such sharing here, or not for us to say
            Path("/proc/self/autogroup").write_text(str(NICE), encoding="ascii")


def end(process: subprocess.Popen[bytes]) -> None:
    """End a child, whatever it does, and close the pipes to it."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def bound_memory(megabytes: int) -> None:
    """Bound the data that this process may hold; 0 bounds nothing, and a bound that stands is not raised."""
    if megabytes:
        _limit(resource.RLIMIT_DATA, megabytes * _MEGABYTE)


def bound_time(seconds: float) -> None:
    """Have this process ended when it has used ``seconds`` of the processor from now on, and ``GRACE``; 0: never."""
    if seconds:
        _limit(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds + GRACE))


def _limit(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def too_long(seconds: float) -> str:
    """Return what is said of a record that took more than ``seconds`` of the processor."""
    return f"took more than {seconds:g} s; raise [engine] seconds to wait longer"
