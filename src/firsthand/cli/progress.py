"""Progress on standard error while it is a terminal; nothing otherwise."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.api import Progress

_LABELS = {
    "documents": "Reading, cleaning and annotating",
    "boilerplate": "Finding recurring paragraphs",
    "copies": "Finding copied passages",
    "stories": "Linking stories",
    "statements": "Grouping statements",
    "storylines": "Following storylines",
    "origins": "Counting origins",
}


@contextmanager
def progress(*, quiet: bool) -> "Iterator[Progress]":
    """Give a callback that shows one line for each stage, with counts and rate."""
    if quiet or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console

    console = Console(stderr=True)
    started = time.monotonic()
    with console.status("Starting") as status:

        def show(stage: str, done: int, _total: int | None) -> None:
            seconds = max(time.monotonic() - started, 1e-9)
            rate = f" · {done / seconds:,.0f} a second" if stage == "documents" else ""
            status.update(f"{_LABELS.get(stage, stage)}: {done:,}{rate}")

        yield show
