"""The embedded engine: worker processes for document stages, one dictionary for the shuffle."""

import os
import select
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar, cast

from firsthand.config import EngineConfig
from firsthand.engine.frames import receive, send
from firsthand.errors import WorkerError
from firsthand.model import Rejected
from firsthand.stage import CorpusStage, DocumentStage

In = TypeVar("In")
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)
Evidence = TypeVar("Evidence")

# How long past its own alarm a worker may stay silent before it is taken for hung, in seconds (ours: code in C does
# not see the alarm until it returns; all that a worker ended too early costs is the start of another).
GRACE = 2.0
# Batches under way for each worker: enough that none waits, few enough that memory stays flat.
AHEAD = 3
# After these a worker is not used again: its memory may be full still, and what it was stopped in half done.
SPENT = ("memory", "timeout")
# A batch of fewer records than ``config.batch`` ends once it weighs this much: 64 documents of 20 MB are over a
# gigabyte, and several batches are under way.
BATCH_WEIGHT = 20_000_000
# There is a worker for each core: threads of a worker's matrix products would only wait for one another.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def map_documents(
    make: Callable[[], DocumentStage[In, Out]],
    name: str,
    records: Iterable[In],
    config: EngineConfig,
    weigh: Callable[[In], int] = lambda _: 0,
) -> Iterator[list[Out | Rejected]]:
    """Yield the results of a stage batch by batch, in the records' order, from worker processes.

    ``make`` returns the stage; it is called once, and the stage travels to each worker. ``name`` is the stage's name in
    rejections. A record that fails, takes more than ``config.seconds``, or kills its worker comes back as Rejected;
    all others get their results. ``weigh`` gives about the bytes that a record takes in memory, where they may be many.
    """
    batches = _batches(iter(records), config.batch, weigh)
    first, second = list(islice(batches, 1)), list(islice(batches, 1))
    workers = (config.workers or os.cpu_count() or 1) if second else 1
    pool = _Pool(make(), name, config, chain(first, second, batches), workers)
    try:
        yield from pool.results()
    finally:
        pool.close()


def shuffle(stage: CorpusStage[In, Key, Evidence, Out], records: Iterable[In]) -> Iterator[Out]:
    """Yield what a corpus stage concludes from all records, keys in the order in which they first appear."""
    groups: dict[Key, list[Evidence]] = defaultdict(list)
    for record in records:
        for key, evidence in stage.emit(record):
            groups[key].append(evidence)
    for key, group in groups.items():
        yield from stage.combine(key, group)


def _batches(source: Iterator[In], size: int, weigh: Callable[[In], int]) -> Iterator[list[In]]:
    """Yield the records in batches of ``size``, or of less where they are heavy."""
    batch: list[In] = []
    weight = 0
    for record in source:
        batch.append(record)
        weight += weigh(record)
        if len(batch) >= size or weight >= BATCH_WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


class _Pool:
    """Threads that each drive one worker process; results are handed out in order, a bounded number ahead."""

    def __init__(self, stage: Any, name: str, config: EngineConfig, batches: Iterator[list[Any]], workers: int) -> None:
        self._setup = (stage, name, config.seconds, config.megabytes)
        self._batches = batches
        self._taken = 0
        self._taking = threading.Lock()
        self._room = threading.Semaphore(AHEAD * workers)
        self._ready = threading.Condition()
        self._done: dict[int, list[Any]] = {}
        self._total: int | None = None
        self._error: BaseException | None = None
        self._closed = False
        self._workers = [_Worker(self._setup) for _ in range(workers)]
        self._threads = [threading.Thread(target=self._drive, args=(w,), daemon=True) for w in self._workers]
        for thread in self._threads:
            thread.start()

    def results(self) -> Iterator[list[Any]]:
        index = 0
        while True:
            with self._ready:
                self._ready.wait_for(partial(self._settled, index))
                if self._error:
                    raise self._error
                if index == self._total:
                    return
                batch = self._done.pop(index)
            self._room.release()
            yield batch
            index += 1

    def _settled(self, index: int) -> bool:
        return index in self._done or self._error is not None or index == self._total

    def close(self) -> None:
        self._closed = True
        for worker in self._workers:
            worker.kill()
        self._wake()

    def _drive(self, worker: "_Worker") -> None:
        try:
            while (taken := self._take()) is not None:
                index, batch = taken
                results = worker.run(batch)
                with self._ready:
                    self._done[index] = results
                    self._ready.notify_all()
        except BaseException as e:  # handed to the thread that waits for results, which raises it there
            if not self._closed:
                with self._ready:
                    self._error = e
                    self._ready.notify_all()

    def _take(self) -> tuple[int, list[Any]] | None:
        self._room.acquire()
        with self._taking:
            if self._closed or self._total is not None:
                return None
            batch = next(self._batches, None)
            if batch is not None:
                self._taken += 1
                return self._taken - 1, batch
            with self._ready:
                self._total = self._taken
                self._ready.notify_all()
        self._wake()
        return None

    def _wake(self) -> None:
        """Let every thread that waits for room find that nothing is left."""
        for _ in self._threads:
            self._room.release()


class _Worker:
    """One worker process, started again when it dies."""

    def __init__(self, setup: tuple[Any, str, float, int]) -> None:
        self._setup = setup
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the worker)

    def run(self, batch: list[Any]) -> list[Any]:
        """Return one result a record; a record that silences the worker is rejected, and the next goes to a new one."""
        return [self._one(record) for record in batch]

    def _one(self, record: Any) -> Any:
        process = self._start()
        try:
            send(cast("Any", process.stdin), record)
            result = self._answer(process)
        except (EOFError, BrokenPipeError) as e:
            if self._closed:
                raise
            self.kill(closing=False)
            return self._lost(record, e)
        if isinstance(result, Rejected) and result.reason in SPENT:
            self.kill(closing=False)
        return result

    def kill(self, *, closing: bool = True) -> None:
        self._closed = self._closed or closing
        if closing:
            self._complaints.close()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _answer(self, process: subprocess.Popen[bytes]) -> Any:
        stdout = cast("Any", process.stdout)
        ready, _, _ = select.select([stdout], [], [], self._setup[2] + GRACE)
        if not ready:
            raise EOFError("silent")
        return receive(stdout)

    def _lost(self, record: Any, error: BaseException) -> Rejected:
        _, name, seconds, _ = self._setup
        if str(error) == "silent":
            return Rejected(record.input, name, "timeout", f"took more than {seconds + GRACE:g} s and was stopped")
        return Rejected(
            record.input, name, "crashed", "the process that read it died; please report it with the document"
        )

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            if self._closed:
                raise EOFError("closed")
            # The worker finds the same modules as this process, however firsthand was put on the path here.
            environment = {**_ONE_THREAD, **os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
            self._process = subprocess.Popen(
                [sys.executable, "-m", "firsthand.engine.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                bufsize=0,
                env=environment,
            )
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
