"""What is cut off: the commands that write to a corpus, on a few documents of the sample."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import firsthand as fh
from firsthand import sample
from firsthand.api import restore
from firsthand.config import AnnotateConfig, EngineConfig
from firsthand.keeping.compact import ALL
from firsthand.model import Document, Repair
from firsthand.read import read_inputs
from firsthand.store import Writer
from firsthand.store.ledger import FILE
from firsthand.watch.fetch import Limits
from firsthand.watch.rounds import Outlets, Watch, watching

# Batches of two make many steps of few documents; the rules alone are enough to have something to link.
CONFIG = fh.Config(engine=EngineConfig(workers=1, batch=2, seconds=60.0), annotate=AnnotateConfig(quote_model=""))
KINDS = ("add", "link", "grow", "compact", "forget", "watch", "backup", "restore")
_FIRST = 6  # documents that are linked before anything is cut off


def documents() -> list[Path]:
    """Return the files that are read, in their order."""
    return sorted(p for p in (sample.path() / "ferry").iterdir() if p.suffix in (".txt", ".html"))[:14]


def copy_of(folder: Path) -> Path:
    """Return where a backup of the corpus in ``folder`` goes, or where it is restored to."""
    return folder.with_name(f"{folder.name}-backup")


def prepare(folder: Path, kind: str) -> None:
    """Make the corpus that a command of a kind finds: of nothing that of ``add``, of that the others."""
    corpus = fh.open(folder, CONFIG)
    if not folder.exists():
        corpus.trace(documents()[:_FIRST])
    if kind in ("link", "grow"):
        corpus.add(documents()[_FIRST:])
    if kind == "grow":
        corpus.add_documents(_edited())
    elif kind in ("compact", "forget", "backup", "restore"):
        corpus.trace(documents()[_FIRST:])
    elif kind == "watch":
        _news(folder, ())
        _round(folder)  # what the corpus holds before its first watch is not told
        _news(folder, documents()[_FIRST:])


def run(folder: Path, kind: str, acknowledge: Callable[[int], None]) -> None:
    """Run a command, also again where it was cut off; ``acknowledge`` is told how many documents are stored by now."""
    corpus = fh.open(folder, CONFIG)
    if kind == "add":
        corpus.add(documents()[_FIRST:], progress=lambda _stage, done, _total: acknowledge(done))
    elif kind == "link":
        corpus.link()
    elif kind == "grow":
        corpus.link_new()
    elif kind == "compact":
        with Writer(folder) as writer:
            writer.compact(ALL)
    elif kind == "watch":
        _round(folder)
    elif kind == "backup":
        if not copy_of(folder).exists():
            corpus.backup(copy_of(folder))
    elif kind == "restore":
        if not copy_of(folder).exists():
            restore(str(folder), copy_of(folder))
    else:
        doomed = [a.id for a in corpus.tables().articles if Path(a.input).name == documents()[_FIRST].name]
        for article in doomed:
            corpus.forget(article)
        if not doomed:
            corpus.link()


def facts(folder: Path) -> dict[str, Sequence[str]]:
    """Return all rows of all tables, in their order, and nothing that has a time."""
    tables = fh.open(folder).tables()
    return {name: [repr(_timeless(row)) for row in getattr(tables, name)] for name in tables.__slots__}


def alerts(folder: Path) -> list[str]:
    """Return the names of the alerts that a watch has kept, each as often as it is there."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        return sorted(key for (key,) in connection.execute("SELECT key FROM watch_alerts"))


def _news(folder: Path, paths: Sequence[Path]) -> None:
    """Put files into the folder that is watched, as if they had been there for long."""
    place = folder.with_name("news")
    place.mkdir(exist_ok=True)
    for path in paths:
        os.utime(shutil.copyfile(path, place / path.name), (0, 0))


def _round(folder: Path) -> None:
    """Run one round of ``watch``."""
    corpus = fh.open(folder, CONFIG)
    outlets = Outlets(say=lambda _: None, warn=lambda _: None)
    with watching(corpus) as state:
        Watch(corpus, [str(folder.with_name("news"))], state, outlets, Limits()).round()


def _edited() -> Iterator[Document]:
    """Yield a later version of a document that is linked."""
    for document in read_inputs(documents()[:1], CONFIG.read):
        if isinstance(document, Document):
            yield replace(document, content=f"{document.content}\n\nThe first paragraph was changed on Tuesday.")


def _timeless(row: object) -> object:
    return replace(row, at="") if isinstance(row, Repair) else row
