"""The distributed engine: the stages of the embedded one on a Ray cluster (extra ``distributed``).

Document stages run in actors, each with a worker process of its own: models are loaded once, and a document that
crashes its worker costs itself only, as it does embedded. An actor whose machine is lost is started again, and its
batch is done again. A corpus stage is shuffled by a hash of its keys; groups are combined where their keys are, and
what one task has of all groups is all that it holds in memory: the object store of the cluster spills the rest.
"""

import os
import pickle
import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

import xxhash

from firsthand.config import EngineConfig
from firsthand.engine.batches import batches
from firsthand.engine.pieces import Apart, pieces, result_of, unbounded
from firsthand.engine.process import Worker
from firsthand.errors import ConfigError, MissingExtra, WorkerError
from firsthand.model import Rejected
from firsthand.stage import CorpusStage, DocumentStage, Spread

In = TypeVar("In")
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)
Evidence = TypeVar("Evidence")

# Batches under way for each actor: one that it works on, and those that are on their way. Ours.
AHEAD = 3
# Records of one task of a shuffle, and parts that the keys are dealt into for each processor. Ours: a task of some
# megabytes, and parts enough that a heavy one does not leave the others waiting.
SHUFFLED = 5_000
PARTS = 4
# How often a task is done again that is lost with its machine. Ours.
RETRIES = 3
# Local cluster: ``--engine ray``.
LOCAL = "ray"


def map_documents(
    make: Callable[[], DocumentStage[In, Out]],
    name: str,
    records: Iterable[In],
    config: EngineConfig,
    weigh: Callable[[In], int] = lambda _: 0,
) -> Iterator[list[Out | Rejected]]:
    """Yield the results of a stage batch by batch, in the records' order; see ``engine.local.map_documents``.

    Raises MissingExtra where Ray is not installed, ConfigError where no cluster answers, WorkerError where an actor
    was lost more often than it is started again.
    """
    ray = connect(config.address)
    with _actors(ray, make(), name, config, num_cpus=1) as actors:
        yield from _run(ray, actors, batches(iter(records), config.batch, weigh))


@contextmanager
def spreading(config: EngineConfig) -> Iterator[Spread]:
    """Give what runs functions over pieces of work, in actors that are there until the block ends; see ``shuffle``."""
    ray = connect(config.address)
    # They wait while a corpus stage is shuffled, whose tasks need the processors: they must not reserve any.
    with _actors(ray, Apart(), "link", unbounded(config), num_cpus=0, scheduling_strategy="SPREAD") as actors:
        # With ``ahead`` too the work is done when it is asked for: the result is the same.
        def spread(work: Callable[[In], Out], contents: Iterable[In], *, ahead: bool = False) -> Iterator[Out]:  # noqa: ARG001
            return map(result_of, _run(ray, actors, pieces(work, contents)))

        yield spread


@contextmanager
def _actors(ray: Any, stage: Any, name: str, config: EngineConfig, **needs: Any) -> Iterator[list[Any]]:
    runner = ray.remote(max_restarts=RETRIES, max_task_retries=RETRIES, **needs)(Runner)
    setup = (stage, name, config.seconds, config.megabytes)
    actors = [runner.remote(setup) for _ in range(config.workers or processors(ray))]
    try:
        yield actors
    finally:
        for actor in actors:
            ray.kill(actor)


def _run(ray: Any, actors: Sequence[Any], source: Iterator[list[Any]]) -> Iterator[list[Any]]:
    """Yield the results of batches in their order, a bounded number of them under way."""
    waiting: deque[tuple[Any, Any]] = deque()
    free = deque(actor for _ in range(AHEAD) for actor in actors)
    while True:
        for batch in islice(source, len(free)):
            actor = free.popleft()
            waiting.append((actor.run.remote(batch), actor))
        if not waiting:
            return
        result, actor = waiting.popleft()
        yield _got(ray, result)
        free.append(actor)


def shuffle(stage: CorpusStage[In, Key, Evidence, Out], records: Iterable[In], config: EngineConfig) -> Iterator[Out]:
    """Yield what a corpus stage concludes from all records, keys in the order in which they first appear."""
    ray = connect(config.address)
    parts = PARTS * processors(ray)
    emit = ray.remote(num_returns=parts, max_retries=RETRIES)(emitted)
    combine = ray.remote(max_retries=RETRIES)(combined)
    source, rows, start = iter(records), [], 0
    shared = ray.put(stage)
    while batch := list(islice(source, SHUFFLED)):
        made = emit.remote(shared, batch, start, parts)
        rows.append(made if parts > 1 else [made])
        start += len(batch)
    found = [combine.remote(shared, *(row[part] for row in rows)) for part in range(parts)] if rows else []
    concluded = [item for result in found for item in _got(ray, result)]
    for _, conclusions in sorted(concluded, key=lambda item: item[0]):
        yield from conclusions


class Runner:
    """What stands on each processor of the cluster: a worker process, and the batches that it is given."""

    def __init__(self, setup: tuple[Any, str, float, int]) -> None:
        """Take the stage, its name, and the bounds of one document."""
        self._worker = Worker(setup)

    def run(self, batch: list[Any]) -> list[Any]:
        """Return one result a record."""
        return self._worker.run(batch)


Emitted = list[tuple[tuple[int, int], Any, Any]]


def emitted(stage: Any, batch: Sequence[Any], start: int, parts: int) -> list[Emitted] | Emitted:
    """Return what a stage emits for records, by the part that each key falls to; ``start`` is the first's place."""
    out: list[Emitted] = [[] for _ in range(parts)]
    for place, record in enumerate(batch, start):
        for number, (key, evidence) in enumerate(stage.emit(record)):
            part = xxhash.xxh3_64_intdigest(pickle.dumps(key, protocol=4)) % parts
            out[part].append(((place, number), key, evidence))
    return out if parts > 1 else out[0]


def combined(stage: Any, *rows: Emitted) -> list[tuple[tuple[int, int], list[Any]]]:
    """Return what a stage concludes for each key of one part, with the place where the key first appears."""
    groups: dict[Any, list[Any]] = defaultdict(list)
    first: dict[Any, tuple[int, int]] = {}
    for row in rows:
        for place, key, evidence in row:
            first.setdefault(key, place)
            groups[key].append(evidence)
    return [(first[key], list(stage.combine(key, group))) for key, group in groups.items()]


def connect(address: str) -> Any:
    """Return Ray, connected to the cluster at ``address`` (``ray`` starts one on this machine for this process).

    Ray reports its use to its makers unless told not to: it is told. Raises MissingExtra, ConfigError.
    """
    if address != LOCAL and not re.fullmatch(r"ray://[^\s/:]+:\d{1,5}", address):
        raise ConfigError(f"[engine] address = {address!r} is no engine: give local, ray or ray://HOST:PORT")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    try:
        import ray
    except ImportError as e:
        raise MissingExtra(
            f'[engine] address = "{address}" needs the extra "distributed": pip install "firsthand[distributed]"'
        ) from e
    if not ray.is_initialized():
        try:
            where = "local" if address == LOCAL else address
            ray.init(address=where, log_to_driver=False, include_dashboard=False if where == "local" else None)
        except (ConnectionError, RuntimeError, ValueError, OSError) as e:
            raise ConfigError(f"[engine] address = {address!r}: no cluster answers there: {e}") from e
    return ray


def processors(ray: Any) -> int:
    """Return how many processors the cluster has."""
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _got(ray: Any, result: Any) -> Any:
    try:
        return ray.get(result)
    except ray.exceptions.RayError as e:
        if isinstance(cause := getattr(e, "cause", None), Exception):
            raise cause from e
        lost = " ".join(str(e).split())[:300]
        raise WorkerError(f"the cluster lost a part of the work {RETRIES} times over: {lost}") from e
