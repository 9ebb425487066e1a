"""The catalog that is served, and the change to a newer one when another process has finished a step."""

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

from firsthand.api import Corpus
from firsthand.errors import FirsthandError
from firsthand.present.catalog import Catalog, catalog_path
from firsthand.present.catalog.near import latest
from firsthand.store import Snapshot
from firsthand.web.children import Child, Undone
from firsthand.web.tasks import Build

# Ours, in seconds: how often the ledger is looked at, which costs a millisecond; and how soon what failed is tried
# again.
EVERY, AGAIN = 1.0, 30.0
# After a catalog was built nothing is built for so many times as long as that took: where documents come all the time
# a core is left for those who read.
REST = 2.0


class Current:
    """The newest catalog that there is. Readers keep the one that they have got.

    ``say`` is told in a line what went wrong. Building is done in a child process; nothing here waits for it but
    ``follow``, which a thread runs.
    """

    def __init__(self, corpus: Corpus, say: Callable[[str], None]) -> None:
        """Open the catalog of the last step, else an older one. Raises CorpusFormat where there is no corpus."""
        self._corpus = corpus
        self._say = say
        self._woken = threading.Event()
        self._turned = threading.Condition()
        self._ended = False
        self._child: Child | None = None
        self._newest: Path = self._looked()
        self._served: Catalog | None = self._opened(self._newest) or latest(corpus.path)
        # What is called when the catalog that is served was removed: whatever else holds its words lets go of them.
        self.when_gone: list[Callable[[], None]] = []
        # What is told of each catalog before it is served.
        self.when_new: list[Callable[[Catalog], None]] = []

    @property
    def catalog(self) -> Catalog | None:
        """The catalog that is served; None while there is none.

        One whose file was removed is not served any more: ``forget`` removes the catalogs for what stands in them.
        """
        served = self._served
        if served is not None and not served.path.exists():
            self._served = served = None
            for let_go in self.when_gone:
                let_go()
            self.wake()
        return served

    @property
    def step(self) -> str:
        """What names the step that is served; empty while there is none."""
        return catalog.path.stem if (catalog := self.catalog) else ""

    @property
    def is_newest(self) -> bool:
        """Whether what is served is the corpus as it was last looked at."""
        return (catalog := self.catalog) is not None and catalog.path == self._newest

    def wake(self) -> None:
        """Look at once: something was written."""
        self._woken.set()

    def wait(self, seconds: float) -> bool:
        """Wait until the corpus as it is now is served, for so long at most; tell whether it is."""
        try:
            wanted = self._looked()
        except FirsthandError:
            return False
        self.wake()
        with self._turned:
            return self._turned.wait_for(lambda: self._served is not None and self._served.path == wanted, seconds)

    def follow(self) -> None:
        """Look for newer steps until ``end`` is called: what a thread of its own runs."""
        while not self._ended:
            self._woken.clear()
            started = time.monotonic()
            try:
                self._follow()
                pause = max(EVERY, REST * (time.monotonic() - started))
            except (FirsthandError, Undone, OSError, sqlite3.Error) as e:
                if not self._ended:
                    self._say(f"the pages stay as they are: {e}")
                pause = AGAIN
            if not self._ended:
                self._woken.wait(pause)

    def end(self) -> None:
        """End ``follow``, and what is being built."""
        self._ended = True
        self._woken.set()
        if (child := self._child) is not None:
            child.close()

    def _follow(self) -> None:
        self._newest = self._looked()
        if self.is_newest:
            return
        if not self._newest.exists():
            with Child(self._corpus, behind=True) as child:
                self._child = child
                child.ask(Build())
            self._child = None
        if (found := self._opened(self._newest)) is not None:
            for tell in self.when_new:
                tell(found)
            with self._turned:
                self._served = found
                self._turned.notify_all()

    def _looked(self) -> Path:
        """Return where the catalog of the corpus's last step stands or would stand."""
        return catalog_path(self._corpus.path, Snapshot(self._corpus.path))

    def _opened(self, path: Path) -> Catalog | None:
        return Catalog(path) if path.exists() else None
