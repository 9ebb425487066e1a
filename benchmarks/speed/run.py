"""How fast the whole path is: ``python -m benchmarks.speed.run FILE.jsonl.gz``.

First each stage in this process, one thread: CPU seconds, documents per CPU second, peak memory so far. Then
``firsthand trace`` as its user runs it, on half of the documents and on all of them: wall and CPU seconds with its
workers, peak memory of its largest process, and how time grows when documents double.
"""

import gzip
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import Config
from firsthand.link.copies import find_copies
from firsthand.link.statements import link_statements
from firsthand.link.stories import link_stories
from firsthand.link.storylines import link_storylines
from firsthand.model import Rejected
from firsthand.read import read_inputs
from firsthand.trace import trace

# The child that is measured: resource usage is that of the children waited for, so each run has a process of its own.
RUN = """
import json, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run([sys.executable, "-m", "firsthand", "trace", sys.argv[1], "--corpus", sys.argv[2], "--quiet"],
                      stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def main() -> int:
    """Print both tables."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    path = Path(sys.argv[1])
    print(f"{platform.machine()}, Python {platform.python_version()}, firsthand {version('firsthand')}, {path.name}\n")
    with tempfile.TemporaryDirectory() as folder:
        stages(path)
        print()
        whole(path, Path(folder))
    return 0


def stages(path: Path) -> None:
    """Run each stage here and print what it took."""
    config = Config()
    print(f"{'stage':12} {'CPU s':>8} {'docs/CPU s':>12} {'peak MB':>9}")
    with timed("read") as count:
        documents = [d for d in read_inputs([path], config.read) if not isinstance(d, Rejected)]
        count(len(documents))
    n = len(documents)
    with timed("clean", n):
        articles = [a for a in Clean(config.clean).process(documents) if not isinstance(a, Rejected)]
    with timed("annotate", n):
        noted = [a for a in Annotate(config.annotate).process(articles) if not isinstance(a, Rejected)]
    annotations = {a.article: a for a in noted}
    known = {a.id: a for a in articles}
    with timed("copies", n):
        copies = find_copies(articles, annotations)
    with timed("stories", n):
        stories = link_stories(articles, annotations, copies, config.link)
    with timed("statements", n):
        said = link_statements(known, annotations, stories, config.link)
    with timed("storylines", n):
        link_storylines(stories, known, annotations)
    with timed("trace", n):
        trace(known, annotations, copies, stories, said.statements, said.attributions, said.differences)


@contextmanager
def timed(name: str, n: int = 0) -> Iterator[Callable[[int], None]]:
    """Print the row of a stage when it is done."""
    counted = [n]
    start = time.process_time()
    yield lambda value: counted.__setitem__(0, value)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:12} {seconds:8.1f} {counted[0] / max(seconds, 1e-9):12,.0f} {peak:9,.0f}", flush=True)


def whole(path: Path, folder: Path) -> None:
    """Run the command on half and on all documents and print what it took."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = file.readlines()
    half = folder / "half.jsonl"
    half.write_text("".join(lines[: len(lines) // 2]), encoding="utf-8")
    print(f"{'trace':12} {'docs':>8} {'wall s':>8} {'CPU s':>8} {'docs/CPU s':>12} {'peak MB':>9}")
    walls = []
    for name, source, n in (("half", half, len(lines) // 2), ("all", path, len(lines))):
        command = [sys.executable, "-c", RUN, str(source), str(folder / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        code, wall, cpu, peak = json.loads(done.stdout)
        if code:
            raise SystemExit(f"firsthand trace ended with exit code {code}")
        walls.append(wall)
        print(f"{name:12} {n:8,} {wall:8.1f} {cpu:8.1f} {n / cpu:12,.0f} {peak:9,.0f}", flush=True)
    print(f"\ntime for twice the documents: {walls[1] / walls[0]:.2f}×")


if __name__ == "__main__":
    sys.exit(main())
