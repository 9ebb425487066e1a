"""What the whole path costs as a corpus grows: python -m benchmarks.scale.run [--sizes 10000 100000] [--workers 1 2]

For each number of workers and each size: news is generated (not counted), added and linked, each by a process of its
own. A row a stage: seconds by the clock, of the processor in the process that links, articles a second, and the most
memory that it had in that stage (on Linux; elsewhere so far). ``in all`` counts the workers' processor time too, and
the largest of them. Then the disk, by table; how processor time grows from size to size (the exponent: 1 is linear);
the memory of each further article, stage by stage, and what 10⁶ would need if it stayed so. With two sets of workers:
how much faster the second is, by the clock, which says something on a quiet machine only. ``--keep FOLDER`` leaves the
corpora there.
"""

import argparse
import math
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.scale.generate import write
from firsthand.api import Corpus
from firsthand.config import Config, EngineConfig

TARGET = 1_000_000
GROWTH_BAR, SPEEDUP_BAR, MEMORY_BAR = 1.1, 1.8, 16_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage took: seconds by the clock and of the processor, and the most megabytes that the process had."""

    name: str
    wall: float
    cpu: float
    peak: float


@dataclass(slots=True)
class Run:
    """What all stages of a size took; ``cpu`` counts workers, ``worker`` is the largest one's megabytes."""

    articles: int
    stages: list[Stage] = field(default_factory=list)
    wall: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0
    worker: float = 0.0
    disk: dict[str, int] = field(default_factory=dict)


def main(arguments: list[str] | None = None) -> int:
    """Print all tables."""
    parser = argparse.ArgumentParser(prog="run", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        news = {size: write(folder / f"news-{size}", size) for size in given.sizes}
        runs = {n: [_run(news[size], folder / f"corpus-{size}-{n}", size, n) for size in news] for n in given.workers}
    for found in runs.values():
        _growth(found)
    if len(runs) > 1:
        _speedup(*list(runs.items())[:2])
    return 0


def _run(shards: list[Path], corpus: Path, size: int, workers: int) -> Run:
    print(f"\n{size:,} articles, {workers} worker(s)")
    print(f"{'stage':14}{'wall s':>10}{'CPU s':>10}{'docs/s':>10}{'peak MB':>10}")
    run = Run(size)
    for part in (_add, _link):
        done = _alone(part, size, shards, corpus, workers)
        run.stages += done.stages
        run.wall, run.cpu = run.wall + done.wall, run.cpu + done.cpu
        run.peak, run.worker = max(run.peak, done.peak), max(run.worker, done.worker)
    run.disk = _disk(corpus)
    for stage in run.stages:
        _row(stage.name, size, stage.wall, stage.cpu, stage.peak)
    _row("in all", size, run.wall, run.cpu, run.peak)
    whole = sum(run.disk.values())
    largest = sorted(run.disk.items(), key=lambda item: -item[1])[:6]
    tables = ", ".join(f"{name} {count / size:,.0f}" for name, count in largest)
    print(f"largest worker {run.worker:,.0f} MB; on disk {whole / size:,.0f} bytes an article: {tables}", flush=True)
    return run


def _alone(call: Callable[..., T], *arguments: Any) -> T:
    """Return what a call returns in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(call, *arguments).result()


def _add(articles: int, shards: list[Path], corpus: Path, workers: int) -> Run:
    clock = _Clock(articles)
    Corpus(corpus, _config(workers)).add([str(path) for path in shards])
    clock.done("add")
    return clock.run


def _link(articles: int, _shards: list[Path], corpus: Path, workers: int) -> Run:
    clock = _Clock(articles)
    clock.name = "read"
    Corpus(corpus, _config(workers)).link(progress=lambda stage, *_: clock.next(stage))
    clock.done(clock.name)
    return clock.run


def _config(workers: int) -> Config:
    return Config(engine=EngineConfig(workers=workers))


class _Clock:
    """Notes what each stage took as the next one is told of."""

    def __init__(self, articles: int) -> None:
        self.run, self.name = Run(articles), ""
        self._last = self._first = time.monotonic(), _own_cpu()

    def next(self, name: str) -> None:
        self._note(self.name)
        self.name = name

    def done(self, name: str) -> None:
        self._note(name)
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.run.wall = time.monotonic() - self._first[0]
        self.run.cpu = _own_cpu() - self._first[1] + children.ru_utime + children.ru_stime
        self.run.peak, self.run.worker = max(s.peak for s in self.run.stages), children.ru_maxrss / 1_024

    def _note(self, name: str) -> None:
        now = time.monotonic(), _own_cpu()
        self.run.stages.append(Stage(name, now[0] - self._last[0], now[1] - self._last[1], _own_peak()))
        _forget_peak()
        self._last = now


def _own_cpu() -> float:
    used = os.times()
    return used.user + used.system


def _own_peak() -> float:
    """Return the most megabytes that this process had, on Linux since the peak was forgotten."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1_024


def _forget_peak() -> None:
    """Let the peak begin anew (``man 5 proc``, clear_refs), where that can be."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _row(name: str, size: int, wall: float, cpu: float, peak: float) -> None:
    print(f"{name:14}{wall:10.1f}{cpu:10.1f}{size / max(wall, 1e-9):10,.0f}{peak:10,.0f}", flush=True)


def _disk(corpus: Path) -> dict[str, int]:
    """Return the bytes of each table, set of arrays and other file of a corpus."""
    parts = [*(corpus / "tables").iterdir(), *(path for path in corpus.iterdir() if path.name != "tables")]
    return {part.name: sum(f.stat().st_size for f in (part, *part.rglob("*")) if f.is_file()) for part in parts}


def _growth(runs: list[Run]) -> None:
    for one, other in pairwise(runs):
        exponent = math.log(other.cpu / one.cpu) / math.log(other.articles / one.articles)
        each = (other.peak - one.peak) * 1_000_000 / (other.articles - one.articles)
        whole = other.peak + each * max(0, TARGET - other.articles) / 1_000_000
        print(
            f"\n{one.articles:,} → {other.articles:,}: processor time grows with exponent {exponent:.2f}"
            f" (bar {GROWTH_BAR}); {each / 1_000:,.1f} kB of memory for each further article,"
            f" so {TARGET:,} need {whole:,.0f} MB (bar {MEMORY_BAR:,})"
        )
        print("kB for each further article: " + ", ".join(f"{name} {kb:.1f}" for name, kb in _by_stage(one, other)))


def _by_stage(one: Run, other: Run) -> Iterator[tuple[str, float]]:
    more = other.articles - one.articles
    for small, large in zip(one.stages, other.stages, strict=True):
        yield large.name, 1_000 * (large.peak - small.peak) / more


def _speedup(one: tuple[int, list[Run]], other: tuple[int, list[Run]]) -> None:
    for a, b in zip(one[1], other[1], strict=True):
        print(f"{a.articles:,}: {other[0]} workers {a.wall / b.wall:.2f}× {one[0]} (bar {SPEEDUP_BAR})")


if __name__ == "__main__":
    raise SystemExit(main())
