"""The corpus as an object, and single documents without one: what the command line and the pages call."""

from firsthand.adding import Added, Progress
from firsthand.api.corpus import Corpus, open  # noqa: A004  (fh.open reads well)
from firsthand.api.correcting import Corrected
from firsthand.api.texts import clean, compare, prepare, quotations
from firsthand.keeping.carry import restore
from firsthand.keeping.fault import Fault
from firsthand.keeping.who import Doomed
from firsthand.present.views.check import Checked

__all__ = [
    "Added",
    "Checked",
    "Corpus",
    "Corrected",
    "Doomed",
    "Fault",
    "Progress",
    "clean",
    "compare",
    "open",
    "prepare",
    "quotations",
    "restore",
]
