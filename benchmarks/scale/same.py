"""One corpus, whatever links it: python -m benchmarks.scale.same [N] [--engines local:1 local:2 ray:2]

Generates N articles (20,000 if not told), adds them once, links a copy of the corpus on each engine with so many
workers, and compares every row of every table: a line for each engine as it is done, with what the tables' rows come to
and the seconds of the processor. Exit code 1 and the tables' names where they differ. ``--keep FOLDER`` leaves the
added corpus there, and takes it up again.
"""

import argparse
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from benchmarks.scale.generate import write
from firsthand.api import Corpus
from firsthand.config import Config, EngineConfig
from firsthand.store import Snapshot
from firsthand.store.tables import TABLES

# Tables that tell what was done and when, not what is concluded.
_TOLD = ("rejected", "repairs")


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each engine and whether all tables are the same."""
    parser = argparse.ArgumentParser(prog="same", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=int, nargs="?", default=20_000)
    parser.add_argument("--engines", nargs="+", default=["local:1", "local:2", "ray:2"])
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        added = folder / "added" if (folder / "added").exists() else add(folder, given.articles)
        found = {engine: _linked_on(added, engine) for engine in given.engines}
    first, *others = found.values()
    odd = sorted({name for other in others for name in first if first[name] != other[name]})
    print(f"differ: {', '.join(odd)}" if odd else "the same, row for row")
    return 1 if odd else 0


def _linked_on(added: Path, engine: str) -> dict[str, str]:
    """Link on an engine, tell what comes out, and return it by table."""
    before = _cpu()
    corpus = linked(added, engine)
    digests = tables(corpus)
    shutil.rmtree(corpus)
    whole = hashlib.sha256("".join(digests.values()).encode()).hexdigest()[:16]
    print(
        f"{engine:12} {whole} {_cpu() - before:8.0f} s of the processor, workers that have ended included", flush=True
    )
    return digests


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def add(folder: Path, articles: int) -> Path:
    """Generate and add so many articles, and return the corpus."""
    shards = write(folder / "news", articles)
    Corpus(folder / "added").add([str(path) for path in shards])
    return folder / "added"


def linked(added: Path, engine: str) -> Path:
    """Link a copy of a corpus on an engine, ``address:workers``, and return it."""
    address, _, workers = engine.rpartition(":")
    folder = added.with_name(f"{address.replace('/', '_')}-{workers}")
    shutil.rmtree(folder, ignore_errors=True)  # of a run that was stopped
    shutil.copytree(added, folder)
    Corpus(folder, Config(engine=EngineConfig(address=address, workers=int(workers)))).link()
    return folder


def tables(corpus: Path) -> dict[str, str]:
    """Return a digest of the rows of each table, in the order in which they are stored."""
    snapshot = Snapshot(corpus)
    out = {}
    for name in TABLES.keys() - set(_TOLD):
        digest = hashlib.sha256()
        for batch in snapshot.batches(name):
            digest.update(repr(batch).encode())
        out[name] = digest.hexdigest()
    return dict(sorted(out.items()))


if __name__ == "__main__":
    raise SystemExit(main())
