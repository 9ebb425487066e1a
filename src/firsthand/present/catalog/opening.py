"""The catalog of a corpus on disk: opened where it is there, built where it is missing."""

import sqlite3
from pathlib import Path

from firsthand.present.catalog import schema
from firsthand.present.catalog.build import build
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.source import Stored
from firsthand.store import Snapshot

FOLDER = "catalog"


def catalog_path(corpus: Path, snapshot: Snapshot) -> Path:
    """Return where the catalog of the corpus in ``corpus``, as ``snapshot`` has it, stands or would stand."""
    return corpus / FOLDER / f"{Stored(snapshot).step}-{schema.FORMAT}.sqlite"


def catalog_of(corpus: Path) -> Catalog:
    """Return the catalog of the last finished step of the corpus in ``corpus``; it is built where it is missing.

    Raises CorpusFormat where there is no corpus, OSError where the catalog cannot be written.
    """
    snapshot = Snapshot(corpus)
    path = catalog_path(corpus, snapshot)
    try:
        return Catalog(path if path.exists() else build(Stored(snapshot), corpus / FOLDER))
    except sqlite3.OperationalError as e:  # a full disk in SQLite's words
        raise OSError(f"{corpus / FOLDER}: the catalog cannot be written: {e}") from e
