"""Is a corpus whole? Its ledger, its files, and its tables against each other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from firsthand.errors import CorpusFormat
from firsthand.keeping.apart import Apart
from firsthand.keeping.fault import HARMLESS, Fault
from firsthand.keeping.files import file_faults
from firsthand.keeping.index import index_faults
from firsthand.keeping.references import reference_faults
from firsthand.store import Snapshot
from firsthand.store.ledger import FILE, Ledger
from firsthand.store.lock import is_held


def verify(folder: Path, apart: Apart | None = None) -> list[Fault]:
    """Return what is wrong with the corpus in ``folder``; nothing is changed.

    All that is stored is read, tables in another process (``apart``, where one is there already). While another process
    writes, nothing is said of what that one leaves behind. Raises CorpusFormat where there is no corpus, or one of a
    newer firsthand.
    """
    return list(faults(folder, at_rest=not is_held(folder), apart=apart))


def faults(folder: Path, *, at_rest: bool, apart: Apart | None = None) -> Iterator[Fault]:
    """Yield what is wrong; see ``verify``. ``at_rest`` says that nobody writes meanwhile."""
    try:
        with closing(Ledger(folder)) as ledger:
            found = [Fault(FILE, what) for what in ledger.check_whole()]
            heads, purging = ledger.versions(), ledger.purging()
    except CorpusFormat as e:
        if not isinstance(e.__cause__, sqlite3.DatabaseError | ValueError):
            raise
        yield Fault(FILE, f"{e.__cause__}; nothing but a backup helps")
        return
    if purging and at_rest:
        found.append(Fault("tables", "old versions hold what was forgotten", "clear", leftover=True))
    found += file_faults(folder, heads, at_rest=at_rest, apart=apart)
    yield from found
    if all(fault.mend in HARMLESS for fault in found):
        snapshot = Snapshot(folder)
        yield from reference_faults(snapshot)
        yield from index_faults(snapshot)
