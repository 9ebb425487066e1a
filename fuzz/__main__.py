"""``python -m fuzz TARGET... [--runs 100000] [--seed 1]``: run mutated inputs, and tell what broke.

``all`` is every target; ``--list`` names them. ``--show NUMBER`` prints one input. The exit code is 1 where anything
was found: an exception that is not declared, a crash, over ten seconds of processor time for one input, or a gigabyte.
``python -m fuzz.guided`` chooses inputs by coverage instead.
"""

import argparse
import sys

from fuzz import imports, network, readers, served, texts
from fuzz.drive import Report, drive
from fuzz.mutate import mutated
from fuzz.target import Target

TARGETS: dict[str, Target] = {
    t.name: t for t in (*readers.TARGETS, *imports.TARGETS, *texts.TARGETS, *served.TARGETS, *network.TARGETS)
}


def main() -> int:
    """Run, and print a line a target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"all, or any of {', '.join(TARGETS)}")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, metavar="NUMBER", help="print an input and run it here")
    parser.add_argument("--list", action="store_true", help="name the targets")
    options = parser.parse_args()
    if options.list or not options.targets:
        print(*TARGETS, sep="\n")
        return 0
    if unknown := [name for name in options.targets if name != "all" and name not in TARGETS]:
        parser.error(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    wanted = list(TARGETS) if "all" in options.targets else options.targets
    if options.show is not None:
        data = mutated(TARGETS[wanted[0]], options.seed, options.show)
        sys.stdout.buffer.write(data + b"\n")
        sys.stdout.flush()
        TARGETS[wanted[0]].prepare()(data)
        return 0
    print(f"{'target':12}{'runs':>9}{'CPU s':>9}{'slowest s':>11}{'input':>9}{'MB':>7}  findings", flush=True)
    return max(
        [_row(TARGETS[name], drive(TARGETS[name], options.runs, options.seed, options.first, _say)) for name in wanted]
    )


def _row(target: Target, report: Report) -> int:
    """Print what came of a target; return 1 where anything was found."""
    figures = f"{report.cpu:>9.0f}{report.seconds:>11.2f}{report.slowest:>9}{report.megabytes:>7.0f}"
    print(f"{target.name:12}{report.runs:>9,}{figures}  {len(report.findings) or 'none'}", flush=True)
    return 1 if report.findings else 0


def _say(line: str) -> None:
    if line.startswith(" "):
        print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
