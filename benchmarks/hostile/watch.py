"""The peak memory of the engine's workers while something runs, read from ``/proc`` (Linux)."""

import os
import threading
from pathlib import Path
from types import TracebackType

_EVERY = 0.01  # seconds
_WORKER = b"firsthand.engine.worker"


class Watch:
    """A context in which ``megabytes`` grows to the largest peak (``VmHWM``) of any worker of this process."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stopped.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stopped.wait(_EVERY):
            for child in _children():
                self.megabytes = max(self.megabytes, _peak(child))


def _children() -> list[str]:
    found: list[str] = []
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        try:
            found += (task / "children").read_text().split()
        except OSError:
            continue
    return found


def _peak(process: str) -> float:
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes()
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    if _WORKER not in command:  # a child that is just being started has its parent's memory still
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
