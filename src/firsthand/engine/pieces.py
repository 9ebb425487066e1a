"""Pieces of work as records of a document stage, so that linking runs on the workers that documents run on.

The function travels with each piece, pickled once by the engine and unpickled once by each worker: workers stay while a
corpus is linked, whatever they are asked to do.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from firsthand.config import EngineConfig
from firsthand.errors import WorkerError
from firsthand.model import Rejected

# Functions that a worker keeps at hand.
_KEPT = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work: the pickled function, what it is given, and ``input``, by which a worker names what it lost."""

    function: bytes
    content: Any
    input: str = "a piece of the corpus"


@dataclass(frozen=True, slots=True)
class Failed:
    """What the function raised."""

    error: Exception


class Apart:
    """The document stage that does pieces of work."""

    def process(self, batch: Sequence[Piece]) -> list[Any]:
        """Return what the function returns, or ``Failed``, for each piece."""
        return [self._one(piece) for piece in batch]

    def _one(self, piece: Piece) -> Any:
        try:
            return _function(piece.function)(piece.content)
        except Exception as e:
            return Failed(e)


def pieces(work: Callable[[Any], Any], contents: Iterable[Any]) -> Iterator[list[Piece]]:
    """Yield batches of one piece each."""
    function = pickle.dumps(work, protocol=pickle.HIGHEST_PROTOCOL)
    return ([Piece(function, content)] for content in contents)


def result_of(batch: Sequence[Any]) -> Any:
    """Return the result of a batch of one piece, or raise what that raised; WorkerError where a worker was lost."""
    (result,) = batch
    if isinstance(result, Failed):
        raise result.error
    if isinstance(result, Rejected):
        raise WorkerError(
            f"a worker process was lost while linking ({result.detail}); what was stored stays: try again"
        )
    return result


def unbounded(config: EngineConfig) -> EngineConfig:
    """Return the settings without bounds on one record: a piece of a corpus is ours and no hostile document."""
    return replace(config, seconds=0.0, megabytes=0)


@lru_cache(_KEPT)
def _function(pickled: bytes) -> Callable[[Any], Any]:
    function: Callable[[Any], Any] = pickle.loads(pickled)
    return function
