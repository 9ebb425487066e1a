"""Hold the cleaning of pages against its floors: fail where a figure is below its own.

    python benchmarks/clean/gate.py [--data ../shared/data/cleaning] [--raise] [--lower SET.FIGURE ...]

The floors are in ``gate.toml``, by set of pages. ``--raise`` moves every floor up to what is measured now;
a floor goes down only where ``--lower`` names it (``--lower html_articles.body``). Speed is told against trafilatura's
standard path in the same run, as machines differ; of three runs the best counts.
"""

import argparse
import math
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pages as bench

FLOORS = Path(__file__).with_name("gate.toml")
RUNS = 3
PLACES = 3  # decimals of a floor
SPEED_SLACK = 0.1  # below what is measured: the same code was seen to differ by as much from run to run (1.07 to 1.17)

Figures = dict[str, dict[str, float]]


def measured(data: Path) -> tuple[Figures, dict[str, str]]:
    """Return our figures by set, and the hash of each set's pages."""
    found: Figures = {}
    hashes: dict[str, str] = {}
    for name, known in bench.corpora(data):
        hashes[name] = bench.digest(known)
        ours = bench.figures(bench.run(known, bench.by_firsthand, None))
        ours["speed"] = max(_speed(known) for _ in range(RUNS))
        found[name] = {k: v for k, v in ours.items() if k not in ("precision", "recall")}
    return found, hashes


def _speed(known: list[bench.Page]) -> float:
    """Return how many times as fast as trafilatura's standard path ours is, page by page in turn."""
    ours = theirs = 0.0
    peer = bench.by_trafilatura(fast=False)
    for page in known:
        ours += bench.run([page], bench.by_firsthand, None).seconds
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
    """Return the floors raised to what is measured; only those in ``lower`` may go down."""
    out: Figures = {}
    for name, figures in found.items():
        old = floors.get(name, {})
        new = {k: _rounded(v - SPEED_SLACK * (k == "speed")) for k, v in figures.items()}
        out[name] = {k: v if f"{name}.{k}" in lower else max(v, old.get(k, 0.0)) for k, v in new.items()}
    return out


def _rounded(value: float) -> float:
    return math.floor(value * 10**PLACES) / 10**PLACES


def write(path: Path, floors: Figures, hashes: Mapping[str, str]) -> None:
    """Write the floors as TOML, with the hash of the pages that they are of."""
    lines = ["# Floors of our own figures; see gate.py. They go down only with --lower.", "[pages]"]
    lines += [f'{name} = "{digest}"' for name, digest in hashes.items()]
    for name, figures in floors.items():
        lines += ["", f"[floors.{name}]", *(f'"{k}" = {v}' for k, v in sorted(figures.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Check, or move the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=bench.DATA)
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="append", default=[], metavar="SET.FIGURE", help="let this floor go down")
    options = parser.parse_args()
    known = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floors = known.get("floors", {})
    names = {f"{name}.{figure}" for name, figures in floors.items() for figure in figures}
    if unknown := set(options.lower) - names:
        sys.exit(f"no such floor: {', '.join(sorted(unknown))}; known are {', '.join(sorted(names))}")
    found, hashes = measured(options.data)
    if floors and hashes != known["pages"]:
        sys.exit(f"other pages than the floors are of: {hashes}, not {known['pages']}")
    for name, figures in found.items():
        print(name, ", ".join(f"{k} {v:.4f} (≥ {floors.get(name, {}).get(k, 0):.3f})" for k, v in figures.items()))
    if options.up or options.lower:
        write(FLOORS, moved(found, floors, set(options.lower)), hashes)
        return
    if below := list(failures(found, floors)):
        sys.exit("\n".join(f"{name}: {value:.4f} is below its floor of {floor}" for name, value, floor in below))


if __name__ == "__main__":
    main()
