"""Progress on standard error: bars with rates while it is a terminal, a line a stage where that is asked for."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from firsthand.api import Progress

LABELS = {
    "documents": "Reading, cleaning and annotating",
    "boilerplate": "Finding recurring paragraphs",
    "copies": "Finding copied passages",
    "stories": "Linking stories",
    "statements": "Grouping statements",
    "storylines": "Following storylines",
    "origins": "Counting origins",
}


@contextmanager
def progress(*, quiet: bool, verbose: bool = False) -> "Iterator[Progress]":
    """Give a callback that shows a bar for each stage, with counts and rate.

    The bars vanish when all is done, and are never drawn where standard error is no terminal. ``verbose`` leaves a line
    for each stage that was ended: what it took, and of what.
    """
    with ExitStack() as stack:
        stages = _Stages(verbose=verbose)
        stack.callback(stages.end)
        if not quiet and sys.stderr.isatty():
            stages.bars = stack.enter_context(_bars())
        yield stages.show


class _Stages:
    """The stage that runs, and those that ran."""

    def __init__(self, *, verbose: bool) -> None:
        self.bars: Bars | None = None
        self._verbose = verbose
        self._stage: str | None = None
        self._done = 0
        self._started = 0.0
        self._task: TaskID | None = None

    def show(self, stage: str, done: int, total: int | None) -> None:
        """Show that of a stage so much is done; ``total`` is None where nobody knows how much there is."""
        if stage != self._stage:
            self.end()
            self._stage, self._started = stage, time.monotonic()
            # A stage that is told once only, when it begins, has no way to go that could be drawn.
            going = total is not None and done < total
            if self.bars:
                self._task = self.bars.add_task(LABELS.get(stage, stage), total=total if going else None)
        self._done = done
        if self.bars and self._task is not None:
            self.bars.update(self._task, completed=done)

    def end(self) -> None:
        """End the stage that runs, if any does."""
        if self._stage is None:
            return
        if self.bars and self._task is not None:
            self.bars.remove_task(self._task)
            self._task = None
        if self._verbose:
            seconds = time.monotonic() - self._started
            line = f"{LABELS.get(self._stage, self._stage)}: {self._done:,} in {seconds:,.1f} s"
            self.bars.console.print(line, highlight=False) if self.bars else print(line, file=sys.stderr)
        self._stage = None


def _bars() -> "Bars":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Of what is counted, how much of it a second."""

        def render(self, task: Task) -> Text:
            rate = f" · {task.speed:,.0f} a second" if task.speed else ""
            return Text(f"{task.completed:,.0f}{rate}", style="cyan")

    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(24), Rate(), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
