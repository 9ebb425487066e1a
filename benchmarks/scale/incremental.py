"""What more documents cost a corpus that grows: python -m benchmarks.scale.incremental [--stored 10000 100000]

For each size a corpus is generated, added and linked (``--keep FOLDER`` leaves it there, and takes it up again). Then
100 documents more come, ``--rounds`` times, through ``Corpus.add`` and ``Corpus.link_new``, in a process of their own:
the next ones of the same news, so that they belong to stories that are stored. Prints for each size the processor's and
the clock's milliseconds for each added document, of adding and of linking, the first round left out (it finds
everything unloaded); how many stories of before are still known by their ids; and how the dearest size compares with
the cheapest (bar 1.5×).
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Any, TypeVar

from benchmarks.scale.generate import PER_DAY, generate
from firsthand.api import Corpus
from firsthand.config import Config, EngineConfig
from firsthand.store import Snapshot

ADDED, STEP, BAR = 100, 20_000, 1.5
T = TypeVar("T")
COLUMNS = ("stored", "add CPU", "add ms", "link CPU", "link ms", "slowest ms", "ids kept")


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each size and how they compare."""
    parser = argparse.ArgumentParser(prog="incremental", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--stored", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    print("".join(f"{name:>12}" for name in COLUMNS))
    costs = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in given.stored:
            folder = (given.keep or Path(temporary)) / str(size)
            news = _news(folder, size, given.rounds + 1)
            if not (folder / "corpus").exists():
                _alone(_store, folder / "corpus", news[0])
            row = _alone(_rounds, folder / "corpus", news[1])
            costs.append(row[0] + row[2])
            print(f"{size:12,}" + "".join(f"{cell:12.1f}" for cell in row[:-1]) + f"{row[-1]:12.3f}", flush=True)
    print(f"\nprocessor time for each added document, dearest to cheapest: {max(costs) / min(costs):.2f}× (bar {BAR}×)")
    return 0


def _alone(call: Callable[..., T], *arguments: Any) -> T:
    """Return what a call returns in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(call, *arguments).result()


def _news(folder: Path, size: int, rounds: int) -> tuple[list[Path], list[Path]]:
    """Write the news in files for each step, and for each round after them; return both."""
    folder.mkdir(parents=True, exist_ok=True)
    # Two days more than are taken: the last day of a generated corpus has no new stories.
    made = generate(size + ADDED * rounds + 2 * PER_DAY)
    source = (json.dumps(document, ensure_ascii=False) for document, _ in made)
    steps = [STEP] * (size // STEP) + [size % STEP] * bool(size % STEP)
    paths = []
    for number, count in enumerate([*steps, *[ADDED] * rounds]):
        paths.append(folder / f"news-{number:05d}.jsonl")
        paths[-1].write_text("\n".join(islice(source, count)) + "\n", encoding="utf-8")
    return paths[: len(steps)], paths[len(steps) :]


def _corpus(folder: Path) -> Corpus:
    return Corpus(folder, Config(engine=EngineConfig(workers=1)))


def _store(folder: Path, news: list[Path]) -> None:
    for path in news:
        _corpus(folder).add([path])
    _corpus(folder).link()


def _rounds(folder: Path, news: list[Path]) -> list[float]:
    """Return the means over the rounds but the first, for each document in milliseconds, and the share of ids kept."""
    corpus = _corpus(folder)
    before = set(Snapshot(folder).column("stories", "id"))
    rows = []
    for path in news:
        started = _clocks()
        corpus.add([path])
        added = _clocks()
        corpus.link_new()
        linked = _clocks()
        rows.append([b - a for a, b in zip(started + added, added + linked, strict=True)])
    kept = len(before & set(Snapshot(folder).column("stories", "id"))) / max(1, len(before))
    per = [1_000 * mean(part) / ADDED for part in zip(*rows[1:], strict=True)]
    slowest = 1_000 * max(row[1] + row[3] for row in rows[1:]) / ADDED
    return [*per, slowest, kept]


def _clocks() -> tuple[float, float]:
    """Return the seconds of the processor, workers that have ended included, and of the clock."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system, time.monotonic()


if __name__ == "__main__":
    raise SystemExit(main())
