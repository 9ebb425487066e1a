"""What all processes have in common that firsthand starts for itself: the engine's workers, the server's own."""

import os
import resource
import subprocess
import sys

_MEGABYTE = 1 << 20
# There is a process for each core: threads of its matrix products would only wait for one another.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def environment() -> dict[str, str]:
    """Return the environment of a child, which finds the same modules as this process, however they were found here."""
    return {**_ONE_THREAD, **os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


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
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
