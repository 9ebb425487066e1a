"""The embedded engine: worker processes for document stages, one dictionary for the shuffle."""

import os
import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from firsthand.config import EngineConfig
from firsthand.engine.batches import batches
from firsthand.engine.process import Worker
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
    workers = (config.workers or os.cpu_count() or 1) if second else 1
    pool = _Pool(make(), name, config, chain(first, second, found), workers)
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
        self._workers = [Worker(self._setup) for _ in range(workers)]
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

    def _drive(self, worker: "Worker") -> None:
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
