"""Corrections on their way: one at a time, in the order in which they were asked for, each in a process of its own."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from time import monotonic

from firsthand.api import Corpus
from firsthand.web.changed import Changed
from firsthand.web.children import Child, Undone
from firsthand.web.tasks import Correct

# Ours: corrections that wait for their turn, and those that are remembered with what they did.
WAITING, REMEMBERED = 8, 200


@dataclass(eq=False)
class Job:
    """A correction that somebody asked for: ``number`` counts those of this run, ``back`` is the page it came from.

    ``changed`` is what it did, ``failed`` why it was not done; neither while it is under way.
    """

    number: int
    task: Correct
    back: str
    asked: float = field(default_factory=monotonic)
    changed: Changed | None = None
    failed: str = ""
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def seconds(self) -> int:
        """How long ago it was asked for."""
        return int(monotonic() - self.asked)


class Jobs:
    """The corrections of one run of the server. ``after`` is called when one was kept.

    What is under way when the server ends comes to its end all the same.
    """

    def __init__(self, corpus: Corpus, after: Callable[[], None]) -> None:
        self._corpus = corpus
        self._after = after
        self._numbers = count(1)
        self._known: dict[int, Job] = {}
        self._waiting: queue.Queue[Job] = queue.Queue(WAITING)
        threading.Thread(target=self._work, daemon=True, name="corrections").start()

    def ask(self, task: Correct, back: str) -> Job:
        """Put a correction in line. Raises Undone where too many wait."""
        job = Job(next(self._numbers), task, back)
        try:
            self._waiting.put_nowait(job)
        except queue.Full as e:
            raise Undone("Too many corrections wait already; try again in a moment.", busy=True) from e
        self._known[job.number] = job
        self._known.pop(job.number - REMEMBERED, None)
        return job

    def find(self, number: int) -> Job | None:
        """Return the job of a number."""
        return self._known.get(number)

    def recent(self) -> list[Job]:
        """Return the jobs that are remembered, the newest first."""
        return [self._known[n] for n in sorted(self._known, reverse=True)]

    def let_go(self) -> None:
        """Remember no correction that has ended: what it changed may be told in words that the corpus has forgotten."""
        self._known = {number: job for number, job in self._known.items() if not job.ended.is_set()}

    def _work(self) -> None:
        while True:
            job = self._waiting.get()
            try:
                with Child(self._corpus) as child:
                    job.changed = child.ask(job.task)
            except Undone as e:
                job.failed = str(e)
            except Exception as e:  # the next ones have their turn, whatever happened
                job.failed = f"It failed, which is firsthand's fault: {type(e).__name__}."
            job.ended.set()
            self._after()
