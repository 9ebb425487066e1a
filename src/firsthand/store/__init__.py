"""The corpus on disk: Lance tables for the records, a SQLite ledger that says which versions belong together.

A step exists when its row in the ledger does. Readers open the versions that the ledger names and nothing newer, so
a step that was cut off is never seen; the next writer takes it back.
"""

import os

# Lance warns on standard error about every table that it makes; read when it is loaded.
os.environ.setdefault("LANCE_LOG", "error")

from firsthand.store.snapshot import Snapshot
from firsthand.store.writer import Writer

__all__ = ["Snapshot", "Writer"]
