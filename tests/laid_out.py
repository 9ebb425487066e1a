"""Where examples of the docs and docstrings run: a folder with the sample news in ``news`` and its corpus.

What an example may use without making it: ``news/`` (the sample), ``my-corpus/`` (the sample, traced), ``page.html``
and ``text.txt`` (one document each); in Python ``fh``, ``Path``, ``corpus``, ``text`` and ``other``.
"""

import shutil
from pathlib import Path
from typing import Any

import firsthand as fh
from firsthand import sample
from tests.corpora import copied

TEXT = (
    "Bridge at Halden opens again\n\n"
    "The bridge over the Lind at Halden was opened again on Monday after two years of repairs.\n\n"
    "“We have waited for this day for a very long time,” Mayor Greta Ols said at the ceremony.\n"
)
OTHER = TEXT.replace("Monday", "Tuesday").replace("a very long time", "a long time")


def trace(folder: Path) -> Path:
    """Trace the sample into ``folder`` and return the corpus; it is made once and copied for each example."""
    fh.open(folder / "traced").trace([sample.path()])
    return folder / "traced"


def lay_out(folder: Path, traced: Path) -> None:
    """Put what examples may use into ``folder``."""
    shutil.copytree(sample.path(), folder / "news")
    copied(traced, folder / "my-corpus")
    shutil.copy(sample.path() / "ferry" / "harbor-03-inland.html", folder / "page.html")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")


def names() -> dict[str, Any]:
    """Return the names that an example of Python may use; the working directory is that of ``lay_out``."""
    return {"fh": fh, "Path": Path, "corpus": fh.open("my-corpus"), "text": TEXT, "other": OTHER}
