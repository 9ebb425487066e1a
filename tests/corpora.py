"""Copies of a corpus that other tests share."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

LEDGER = "ledger.sqlite"


def copied(corpus: Path, to: Path) -> Path:
    """Copy ``corpus`` to ``to``, which must not be there yet, and return it.

    The ledger is copied by SQLite: whoever lets go of a snapshot meanwhile takes the files beside it away, and a copy
    file by file would miss one that it had seen.
    """
    shutil.copytree(corpus, to, ignore=shutil.ignore_patterns(f"{LEDGER}*"))
    with closing(sqlite3.connect(corpus / LEDGER)) as old, closing(sqlite3.connect(to / LEDGER)) as new:
        old.backup(new)
    return to
