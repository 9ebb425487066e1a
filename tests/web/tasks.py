"""Tasks that go wrong; they travel to a child process, which loads no more than this."""

import os
import time

from firsthand.api import Corpus


class Sleep:
    """A task that takes its time."""

    def run(self, _: Corpus) -> None:
        time.sleep(60)


class Die:
    """A task that takes its process with it."""

    def run(self, _: Corpus) -> None:
        os._exit(3)


class Fail:
    """A task with a fault."""

    def run(self, _: Corpus) -> None:
        raise RuntimeError("secret")


class Niceness:
    """A task that tells how far back its process stands."""

    def run(self, _: Corpus) -> int:
        return os.getpriority(os.PRIO_PROCESS, 0)
