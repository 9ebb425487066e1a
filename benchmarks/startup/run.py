"""CPU seconds of commands that only have to start: ``python -m benchmarks.startup.run [--runs 10]``.

User and system time of a child process, as the kernel counts it (``RUSAGE_CHILDREN``): other work on the machine
hardly changes it. Printed are the least and the middle of some runs; the bar for ``--help`` is 0.3 s.
"""

import argparse
import resource
import statistics
import subprocess
import sys

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import firsthand": ["-c", "import firsthand"],
    "firsthand --help": ["-m", "firsthand", "--help"],
    "firsthand show --help": ["-m", "firsthand", "show", "--help"],
    "firsthand completion bash": ["-m", "firsthand", "completion", "bash"],
    "from firsthand.api import Corpus": ["-c", "from firsthand.api import Corpus"],
}


def seconds(command: list[str]) -> float:
    """Return the CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print a line a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    print(f"{'CPU seconds':34} {'least':>7} {'middle':>7}")
    for name, command in COMMANDS.items():
        seconds(command)  # the files are read once before it counts
        took = [seconds(command) for _ in range(runs)]
        print(f"{name:34} {min(took):7.3f} {statistics.median(took):7.3f}")


if __name__ == "__main__":
    main()
