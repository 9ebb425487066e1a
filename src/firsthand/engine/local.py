"""The embedded engine: worker processes for document stages and pieces of work, one dictionary for the shuffle."""

import os
import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from types import TracebackType
from typing import Any, Self, TypeVar

from firsthand import aside
from firsthand.config import EngineConfig
from firsthand.engine.batches import batches
from firsthand.engine.pieces import Apart, pieces, result_of, unbounded
from firsthand.engine.process import Worker
from firsthand.errors import WorkerError
from firsthand.model import Rejected
from firsthand.stage import CorpusStage, DocumentStage

In = TypeVar("In")
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)
Evidence = TypeVar("Evidence")

# Batches under way for each worker: enough that none waits, few enough that memory stays flat.
AHEAD = 3


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
    found = batches(iter(records), config.batch, weigh)
    first, second = list(islice(found, 1)), list(islice(found, 1))
    workers = _workers(make(), name, config, _count(config) if second else 1)
    pool = _Pool(workers, chain(first, second, found))
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


class Spreading:
    """Runs functions over pieces of work (``stage.Spread``) on worker processes that stay while it is open.

    With one worker, and of a single piece, the work is done in this process: nothing is pickled, no process started.
    One function at a time, whose results are to be taken before another is asked for. Beside it those that were asked
    for ahead: their pieces are begun while a worker has nothing else to do, those first that were asked for last.
    Where one fails, or is given up, all end.
    """

    def __init__(self, config: EngineConfig) -> None:
        """Start nothing yet."""
        self._config = unbounded(config)
        self._workers: list[Worker] = []
        self._ahead: list[_Pool] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def __call__(self, work: Callable[[In], Out], contents: Iterable[In], *, ahead: bool = False) -> Iterator[Out]:
        """Yield what ``work`` returns for each piece; see ``stage.Spread``. Raises WorkerError."""
        found = iter(contents)
        first, second = list(islice(found, 1)), list(islice(found, 1))
        contents = chain(first, second, found)
        if not second or _count(self._config) == 1:
            return map(work, contents)
        batches = pieces(work, contents)
        return self._taken(self._pool_ahead(batches)) if ahead else self._now(batches)

    def _now(self, batches: Iterator[list[Any]]) -> Iterator[Any]:
        yield from self._taken(_Pool(self._started(), batches))

    def _pool_ahead(self, batches: Iterator[list[Any]]) -> "_Pool":
        for pool in self._ahead:
            pool.pause()
        found = _Pool(self._started(), batches, self._next_ahead)
        self._ahead.append(found)
        return found

    def _next_ahead(self) -> None:
        """Go on with what was asked for ahead last of what is left."""
        left = [pool for pool in self._ahead if not pool.given_out]
        if left:
            left[-1].go_on()

    def _taken(self, pool: "_Pool") -> Iterator[Any]:
        pool.wanted()
        try:
            yield from map(result_of, pool.results())
        except BaseException:
            pool.close()  # some may be busy with pieces that nobody waits for
            self._end()
            raise

    def _started(self) -> list[Worker]:
        if not self._workers:
            self._workers = _workers(Apart(), "link", self._config, _count(self._config))
        return self._workers

    def _end(self) -> None:
        for pool in self._ahead:
            pool.close()
        for worker in self._workers:
            worker.kill()
        self._workers, self._ahead = [], []


def _count(config: EngineConfig) -> int:
    return config.workers or os.cpu_count() or 1


def _workers(stage: Any, name: str, config: EngineConfig, count: int) -> list[Worker]:
    return [Worker((stage, name, config.seconds, config.megabytes)) for _ in range(count)]


class _Pool:
    """Threads that each drive one worker process; results are handed out in order, a bounded number ahead.

    With ``then`` any number ahead, while the workers have nothing else to do: it is called when all are given out, and
    results are set aside where there is a file for what waits.
    """

    def __init__(
        self, workers: list[Worker], batches: Iterator[list[Any]], then: Callable[[], None] | None = None
    ) -> None:
        self._batches = batches
        self._then = then
        self._going = threading.Event()
        self._going.set()
        self._wanted = False
        self._taken = 0
        self._taking = threading.Lock()
        self._room = threading.Semaphore(AHEAD * len(workers))
        self._ready = threading.Condition()
        self._aside = aside.now() if then else None
        self._done: dict[int, Any] = {}
        self._total: int | None = None
        self._error: BaseException | None = None
        self._closed = False
        self._workers = workers
        if not then:
            for worker in workers:
                worker.claim()
        self._threads = [threading.Thread(target=self._drive, args=(w,), daemon=True) for w in self._workers]
        for thread in self._threads:
            thread.start()

    @property
    def given_out(self) -> bool:
        """Whether no batch is left to be taken, or none will be."""
        return self._total is not None or self._error is not None

    def wanted(self) -> None:
        """Go on, and never pause again: the results are waited for."""
        self._wanted = True
        self.go_on()

    def pause(self) -> None:
        """Take no more batches until ``go_on``."""
        if not self._wanted:
            self._going.clear()

    def go_on(self) -> None:
        """Take batches again."""
        self._going.set()

    def results(self) -> Iterator[list[Any]]:
        index = 0
        while True:
            with self._ready:
                self._ready.wait_for(partial(self._settled, index))
                if self._error:
                    raise self._error
                if self._closed:
                    raise WorkerError("the work was given up before its results were taken")
                if index == self._total:
                    return
                batch = self._done.pop(index)
            self._room.release()
            yield aside.back(batch)
            index += 1

    def _settled(self, index: int) -> bool:
        return index in self._done or self._error is not None or self._closed or index == self._total

    def close(self) -> None:
        self._closed = True
        for worker in self._workers:
            worker.kill()
        self._going.set()
        with self._ready:
            self._ready.notify_all()
        self._wake()

    def _drive(self, worker: "Worker") -> None:
        run = worker.run_later if self._then else worker.run
        try:
            while (taken := self._take(worker)) is not None:
                index, batch = taken
                results = aside.away(run(batch), self._aside)
                with self._ready:
                    self._done[index] = results
                    self._ready.notify_all()
        except BaseException as e:  # handed to the thread that waits for results, which raises it there
            if not self._closed:
                with self._ready:
                    self._error = e
                    self._ready.notify_all()
        finally:
            if self._then:
                self._then()
            else:
                worker.release()

    def _take(self, worker: "Worker") -> tuple[int, list[Any]] | None:
        self._wait_for_room(worker)
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

    def _wait_for_room(self, worker: "Worker") -> None:
        """Wait until a batch may be taken; while there is room the worker is claimed, against what was asked ahead."""
        self._going.wait()
        if self._then or self._room.acquire(blocking=False):
            return
        worker.release()
        self._room.acquire()
        worker.claim()

    def _wake(self) -> None:
        """Let every thread that waits for room find that nothing is left."""
        for _ in self._threads:
            self._room.release()
