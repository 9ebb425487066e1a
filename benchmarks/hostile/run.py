"""What hostile documents cost: ``python -m benchmarks.hostile.run [WORD]``.

Runs each document of ``tests/clean/hostile.py`` at full size through ``firsthand add``'s own path (read, then clean and
annotate in a worker process) and prints seconds, the worker's peak memory in MB, and what came of it. With WORD only
the cases whose names hold it. The exit code is 1 where a bound or an expected outcome is not kept.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.clean.hostile import ARTICLE, CASES, Case

import firsthand as fh
from benchmarks.hostile.watch import Watch
from firsthand.model import Rejected

MAX_SECONDS = 10.0
MAX_MEGABYTES = 1_000.0


def main() -> int:
    """Print a row a case."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    print(f"{'case':36} {'seconds':>8} {'peak MB':>8}  outcome")
    kept = [row(case) for case in CASES if wanted in case.name]
    print(f"\n{sum(kept)} of {len(kept)} within {MAX_SECONDS:g} s and {MAX_MEGABYTES:,.0f} MB and as expected")
    return 0 if kept and all(kept) else 1


def row(case: Case) -> bool:
    """Run one case, print it, and tell whether its bounds and its outcome were kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page{case.file}"
        path.write_bytes(case.make(case.full))
        start = time.monotonic()
        with Watch() as watch:
            corpus = fh.open(Path(folder) / "corpus")
            corpus.add([path])
        seconds = time.monotonic() - start
        tables = corpus.tables()
        outcomes = [_said(r) for r in tables.rejected] + [f"{ARTICLE}: {a.characters:,}" for a in tables.articles]
    kept = seconds <= MAX_SECONDS and watch.megabytes <= MAX_MEGABYTES
    kept = kept and {o.partition(":")[0] for o in outcomes} == {case.outcome}
    print(
        f"{case.name:36} {seconds:8.1f} {watch.megabytes:8,.0f}  {'' if kept else '✗ '}{'; '.join(outcomes)}",
        flush=True,
    )
    return kept


def _said(rejected: Rejected) -> str:
    return f"{rejected.reason}: {rejected.detail}"


if __name__ == "__main__":
    sys.exit(main())
