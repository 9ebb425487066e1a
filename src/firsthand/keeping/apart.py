"""Reading a table in a process of its own, since a file whose contents lie may end the process that reads it.

Lance stops at some of what a damaged file says in a way that no handler meets (an abort), or asks for more memory than
there is. Who verifies or mends wants a line instead. The child (``python -m firsthand.keeping.apart``) answers a line
of JSON for each line that it is sent; where it dies, the question is what it died of, and the next gets another child.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from firsthand.engine.children import bound_memory, end, environment
from firsthand.keeping.fault import Fault
from firsthand.keeping.tables import read_whole, table_faults
from firsthand.store.disk import UNREADABLE
from firsthand.store.lance_tables import LanceTables

# Memory that reading a table may take, in megabytes: rows come some at a time, so a sound one takes a small part. Ours.
MEGABYTES = 4_000
DIED = "what is in its files ends the process that reads it"


class Apart:
    """Reads the tables of a corpus folder in a process, started with the first question and again where it died."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def faults(self, name: str, version: int, *, at_rest: bool) -> list[Fault]:
        """Return what is wrong with a table whose newest version is ``version``; see ``tables.table_faults``. Raises
        OSError where the process died of it.
        """
        return [Fault(**found) for found in self._ask("faults", name, version, at_rest)]

    def can_be_read(self, name: str, version: int) -> bool:
        """Tell whether a version has all rows that it should have."""
        with suppress(OSError):
            return bool(self._ask("whole", name, version))
        return False

    def has_manifest(self, name: str, version: int) -> bool:
        """Tell whether the manifest of a version can be read."""
        with suppress(OSError):
            return bool(self._ask("manifest", name, version))
        return False

    def _ask(self, *question: Any) -> Any:
        process = self._started()
        assert process.stdin and process.stdout
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            if line := process.stdout.readline():
                return json.loads(line)
        except BrokenPipeError:
            pass
        self._end()
        raise OSError(DIED)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "firsthand.keeping.apart", str(self._folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=environment(),
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)


def main(folder: Path) -> None:
    """Answer until the pipe is closed."""
    bound_memory(MEGABYTES)
    tables = LanceTables(folder / "tables")
    for line in sys.stdin:
        what, *given = json.loads(line)
        for part in _answers(tables, what, given):
            print(json.dumps(part), flush=True)


def _answers(tables: LanceTables, what: str, given: list[Any]) -> Iterator[Any]:
    """Yield the one answer to a question."""
    name, version = given[:2]
    if what == "faults":
        yield [asdict(fault) for fault in table_faults(tables, name, version, at_rest=given[2])]
    elif what == "whole":
        yield read_whole(tables, name, version)
    else:
        try:
            tables.files(name).files(version)
            yield True
        except UNREADABLE:
            yield False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
