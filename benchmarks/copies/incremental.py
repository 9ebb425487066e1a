"""What adding costs a corpus that grows: python -m benchmarks.copies.incremental [--stored 20000 200000] [--rounds 30]

Generated reports of 60 to 180 words are stored and linked; then 100 more come, ``--rounds`` times, to a process of its
own. A third of all carries a passage of another one, every twentieth a line that all these share. Prints the time of
each part of adding: the new articles meet the stored index (``meet``: fingerprints, index, the other sides fetched from
the store by id, alignment) and what came of it is stored (``store``), by the clock and of the processor, on average;
and the slowest round by the clock. Articles are found by reading the column of their ids, which is part of ``meet``.

Large segments of the index are merged once in hundreds of rounds, which the rounds may miss. ``merge`` is the
processor's time for all merges on the way from the size to its double, in steps of 100 and without articles, by the
number of steps: what has to be added where none of the rounds had such a merge.

``bytes/doc`` are the index's on disk for each stored document; ``MB`` is the most memory that the process had, pages
mapped from disk included, and what it had of that before the first article came (the interpreter and its libraries).
"""

import argparse
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Any, TypeVar

import numpy as np

from benchmarks.copies.background import articles
from firsthand.link.copies import Index, meeting
from firsthand.link.copies.fingerprints import Grams
from firsthand.link.copies.index import Segment, segment
from firsthand.model import Article
from firsthand.pipeline.copies import FINGERPRINTS, SCHEME, copies, stored_index
from firsthand.store import Snapshot, Writer

ADDED, STEP = 100, 20_000
COLUMNS = "stored", "meet ms", "CPU", "store ms", "CPU", "slowest", "merge CPU", "bytes/doc", "MB", "at start"
Times = tuple[float, ...]
T = TypeVar("T")
_LINE = "readers of this page may write to the desk of the northern edition at any hour of the day or night"


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(prog="incremental", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--stored", type=int, nargs="+", default=[20_000, 200_000])
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args(arguments)
    print("".join(f"{name:>10s}" for name in COLUMNS))
    for size in given.stored:
        with tempfile.TemporaryDirectory() as folder:
            _row(Path(folder), size, given.rounds)
    return 0


def _row(folder: Path, size: int, rounds: int) -> None:
    batches = _alone(_stored, folder, size, rounds)
    times, memory = _alone(_rounds, folder, batches)
    disk = sum(path.stat().st_size for path in folder.rglob("*.npy"))
    meet, meet_cpu, store, store_cpu = (mean(part) for part in zip(*times, strict=True))
    slowest = max(meet + store for meet, _, store, _ in times)
    held = sum(len(arrays["hashes"]) for arrays in Snapshot(folder).arrays(FINGERPRINTS))
    merge = _alone(_merging, size, round(held / (size + ADDED * len(batches))))
    figures = meet, meet_cpu, store, store_cpu, slowest, merge, disk / size, *memory
    print(f"{size:10d}" + "".join(f"{figure:10.0f}" for figure in figures), flush=True)


def _alone(call: Callable[..., T], *arguments: Any) -> T:
    """Return what a call returns in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(call, *arguments).result()


def _stored(folder: Path, size: int, rounds: int) -> list[list[Article]]:
    """Store so many reports and return those that are to come."""
    reports = _reports()
    with Writer(folder) as writer:
        for _ in range(0, size, STEP):
            _build(writer, folder, [next(reports) for _ in range(STEP)])
    return [[next(reports) for _ in range(ADDED)] for _ in range(rounds + 1)]


def _rounds(folder: Path, batches: list[list[Article]]) -> tuple[list[Times], tuple[float, float]]:
    """Return the times of adding each batch but the first, which finds everything unloaded, and megabytes."""
    start = _megabytes()
    os.sync()  # what building has left to the disk is not what adding waits for
    with Writer(folder) as writer:
        times = [_add(writer, folder, batch) for batch in batches]
    return times[1:], (_megabytes(), start)


def _megabytes() -> float:
    """Return the most memory that this process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


def _merging(size: int, held: int) -> float:
    """Return the milliseconds of all merges while so many articles become twice as many, for each step.

    Each holds so many hashes, all of them chance.
    """
    chance = np.random.default_rng(7)

    def some(count: int) -> Segment:
        keys = np.sort(chance.integers(0, 1 << 63, count, dtype=np.uint64))
        hashes = chance.integers(0, 1 << 63, count * held, dtype=np.uint64)
        names = [f"{key:016x}" for key in keys.tolist()]
        parts = [Grams(np.repeat(np.arange(count), held), hashes)]
        return segment(names, keys, np.ones(count, dtype=bool), parts)

    index, spent, steps = Index((some(size),)), 0.0, size // ADDED
    for _ in range(steps):
        index = index.with_segment(some(ADDED))
        started = time.process_time()
        index = index.merged()
        spent += time.process_time() - started
    return 1_000 * spent / steps


def _build(writer: Writer, folder: Path, come: list[Article]) -> None:
    """Store articles and their part of the index; their copies are not what is measured."""
    snapshot = Snapshot(folder)
    found = meeting(stored_index(snapshot), (), come, lambda names: snapshot.having("articles", "id", names))
    writer.step("add", append={"articles": come}, arrays={FINGERPRINTS: found.index.to_arrays(SCHEME)})


def _add(writer: Writer, folder: Path, come: list[Article]) -> Times:
    """Add articles; return the milliseconds of finding and of storing, by the clock and of the processor."""
    started = time.perf_counter(), time.process_time()
    snapshot = Snapshot(folder)

    def fetch(names: Collection[str]) -> dict[str, Article]:
        return {article.id: article for article in snapshot.having("articles", "id", names)} if names else {}

    found = copies(stored_index(snapshot), (), come, fetch, lambda _: {})
    met = time.perf_counter(), time.process_time()
    new = {article.id for article in come}
    fresh = [copy for copy in found.found if copy.earlier in new or copy.later in new]
    writer.step("add", append={"articles": come, "copies": fresh}, arrays={FINGERPRINTS: found.arrays})
    stored = time.perf_counter(), time.process_time()
    return tuple(1_000 * (b - a) for a, b in zip(started + met, met + stored, strict=True))


def _reports() -> Iterator[Article]:
    chance = random.Random(7)
    words = [
        "".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randint(2, 9))) for _ in range(20_000)
    ]
    past = [chance.choices(words, k=60)]
    number = 0
    while True:
        report = chance.choices(words, k=chance.randint(60, 180))
        if number % 3 == 0:
            report[20:20] = chance.choice(past)[10:50]
        if number % 20 == 0:
            report += _LINE.split()
        past.append(report[:60])
        yield articles({f"{chance.getrandbits(64):016x}": " ".join(report)})[0]
        number += 1


if __name__ == "__main__":
    raise SystemExit(main())
