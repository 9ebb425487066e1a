"""Hold the cleaning against its floors, of pages and of markup-less text: fail where a figure is below its own.

    python benchmarks/clean/gate.py [--data ../shared/data/cleaning] [--raise] [--lower SET.FIGURE ...]

The floors are in ``gate.toml``, by set. ``--raise`` moves every floor up to what is measured now; a floor goes down
only where ``--lower`` names it (``--lower html_articles.body``). What is to be kept low is told as its rest:
``no leak`` is the share of comments that does not stand in the body. ``speed`` is told against trafilatura's standard
path in the same run, as machines differ; ``per cpu second`` counts documents on this machine. The best of three runs
counts.
"""

import argparse
import math
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pages as bench
import plain
from bars import BARS
from cleaners import by_firsthand, by_trafilatura
from page_sets import DATA, Page, corpora, digest

FLOORS = Path(__file__).with_name("gate.toml")
RUNS = 3
PLACES = 3  # decimals of a floor
# The part of a measured speed that its floor leaves: against trafilatura the same code was seen to differ by a tenth
# from run to run (1.07 to 1.17), and another machine may well be a third slower.
SLACK = {"speed": 0.1, "per cpu second": 0.3}
HELD = {
    "threads with marks": ("found", "text", "author", "depth"),
    "threads without": ("found", "text", "author", "depth"),
    "comment_threads": ("per cpu second",),
    "news_lines": ("body", "comment", "macro", "macro by lines", "no leak", "per cpu second"),
}

Figures = dict[str, dict[str, float]]


def measured(data: Path) -> tuple[Figures, dict[str, str]]:
    """Return our figures by set, and the hash of each set."""
    found: Figures = {}
    hashes: dict[str, str] = {}
    for name, known in corpora(data):
        hashes[name] = digest(known)
        ours = bench.figures(bench.run(known, by_firsthand, None))
        ours["speed"] = max(_speed(known) for _ in range(RUNS))
        found[name] = {k: v for k, v in ours.items() if k not in ("precision", "recall")}
    for name in plain.SETS:
        path = data / f"{name}.jsonl.gz"
        hashes[name] = plain.digest(path)
        runs = [plain.threads(path) if name == "comment_threads" else plain.lines(path)[0] for _ in range(RUNS)]
        for part, figures in min(runs, key=lambda r: r.seconds).figures.items():
            found[part] = {k: figures[k] for k in HELD[part]}
    return found, hashes


def _speed(known: list[Page]) -> float:
    """Return how many times as fast as trafilatura's standard path ours is, page by page in turn."""
    ours = theirs = 0.0
    peer = by_trafilatura(fast=False)
    for page in known:
        ours += bench.run([page], by_firsthand, None).seconds
        theirs += bench.run([page], peer, None).seconds
    return theirs / ours


def failures(found: Figures, floors: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, float, float]]:
    """Yield each figure that is below its floor or gone: its name, the figure and the floor."""
    for name, wanted in floors.items():
        for figure, floor in wanted.items():
            value = found.get(name, {}).get(figure, 0.0)
            if value < floor:
                yield f"{name}.{figure}", value, floor


def moved(found: Figures, floors: Mapping[str, Mapping[str, float]], lower: set[str]) -> Figures:
    """Return the floors raised to what is measured; only those in ``lower`` may go down, and none goes by itself."""
    out: Figures = {name: dict(figures) for name, figures in floors.items()}
    for name, figures in found.items():
        old = out.setdefault(name, {})
        for k, v in figures.items():
            new = _rounded(v * (1 - SLACK.get(k, 0.0)))
            old[k] = new if f"{name}.{k}" in lower else max(new, old.get(k, 0.0))
    return out


def _rounded(value: float) -> float:
    return math.floor(value * 10**PLACES) / 10**PLACES


def write(path: Path, floors: Figures, hashes: Mapping[str, str]) -> None:
    """Write the floors as TOML, with the hash of the pages that they are of."""
    lines = ["# Floors of our own figures; see gate.py. They go down only with --lower.", "[pages]"]
    lines += [f'{name} = "{digest}"' for name, digest in hashes.items()]
    for name, figures in floors.items():
        lines += ["", f'[floors."{name}"]', *(f'"{k}" = {v}' for k, v in sorted(figures.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Check, or move the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="append", default=[], metavar="SET.FIGURE", help="let this floor go down")
    options = parser.parse_args()
    known = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floors = known.get("floors", {})
    names = {f"{name}.{figure}" for name, figures in floors.items() for figure in figures}
    if unknown := set(options.lower) - names:
        sys.exit(f"no such floor: {', '.join(sorted(unknown))}; known are {', '.join(sorted(names))}")
    found, hashes = measured(options.data)
    if other := {name for name, of in known.get("pages", {}).items() if hashes.get(name) != of}:
        sys.exit(f"other data than the floors are of: {', '.join(sorted(other))}")
    for name, figures in found.items():
        print(name)
        for k, v in figures.items():
            bar = BARS.get(name, {}).get(k)
            wanted = "" if bar is None else f"  bar {bar:g}{'' if v >= bar else ' not met'}"
            print(f"  {k:<16}{v:9.4f}  floor {floors.get(name, {}).get(k, 0):.3f}{wanted}")
    if options.up or options.lower:
        write(FLOORS, moved(found, floors, set(options.lower)), hashes)
        return
    if below := list(failures(found, floors)):
        sys.exit("\n".join(f"{name}: {value:.4f} is below its floor of {floor}" for name, value, floor in below))


if __name__ == "__main__":
    main()
