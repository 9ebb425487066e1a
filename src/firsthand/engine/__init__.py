"""Running stages. An engine knows nothing of news: it maps document stages over records and shuffles for corpus stages.

``local`` runs on this machine: document stages in worker processes, so that one document that hangs, crashes or eats
memory costs that document only; corpus stages in this process, which hands the heavy pieces of linking and tracing to
worker processes too. ``distributed`` runs the same on a Ray cluster. Results are the same, in the same order.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from firsthand.config import EngineConfig
from firsthand.engine import local
from firsthand.model import Rejected
from firsthand.stage import DocumentStage, Shuffle, Spread

__all__ = ["map_documents", "shuffle_on", "spread_on"]

In = TypeVar("In")
Out = TypeVar("Out")
LOCAL = "local"


def map_documents(
    make: Callable[[], DocumentStage[In, Out]],
    name: str,
    records: Iterable[In],
    config: EngineConfig,
    weigh: Callable[[In], int] = lambda _: 0,
) -> Iterator[list[Out | Rejected]]:
    """Yield the results of a stage batch by batch, in the records' order; see ``local.map_documents``."""
    if config.address == LOCAL:
        return local.map_documents(make, name, records, config, weigh)
    # Imported here: the extra need not be installed.
    from firsthand.engine import distributed

    return distributed.map_documents(make, name, records, config, weigh)


def shuffle_on(config: EngineConfig) -> Shuffle:
    """Return what runs a corpus stage over records."""
    if config.address == LOCAL:
        return local.shuffle

    def shuffled(stage: Any, records: Iterable[Any]) -> Iterable[Any]:
        from firsthand.engine import distributed

        return distributed.shuffle(stage, records, config)

    return shuffled


@contextmanager
def spread_on(config: EngineConfig) -> Iterator[Spread]:
    """Give what runs pieces of work, with workers that are there until the block ends."""
    if config.address == LOCAL:
        with local.Spreading(config) as spread:
            yield spread
        return
    from firsthand.engine import distributed

    with distributed.spreading(config) as spread:
        yield spread
