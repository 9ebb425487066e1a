"""The three kinds of stage. A stage knows news and no engine; an engine knows stages and no news.

Readers turn a source into documents. Document stages see one document at a time and run anywhere in any order. Corpus
stages see the corpus by key: they say what to bring together (``emit``) and what to conclude (``combine``), and an
engine does the shuffle in between. What a corpus stage does to many things apart from each other it hands over in
pieces (``Spread``), and concludes from what comes back.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from firsthand.model import Document, Rejected

Source_contra = TypeVar("Source_contra", contravariant=True)
In_contra = TypeVar("In_contra", contravariant=True)
Out_co = TypeVar("Out_co", covariant=True)
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)
Evidence = TypeVar("Evidence")
Piece = TypeVar("Piece")


class Reader(Protocol[Source_contra]):
    """Reads one kind of source."""

    def read(self, source: Source_contra) -> Iterator[Document | Rejected]:
        """Yield documents in the source's order, and a rejection for each part that cannot be one."""
        ...


class DocumentStage(Protocol[In_contra, Out]):
    """Turns one record into the next, in batches so that models load once and run wide."""

    def process(self, batch: Sequence[In_contra]) -> "list[Out | Rejected]":
        """Return one result for each record of the batch, in its order."""
        ...


class CorpusStage(Protocol[In_contra, Key, Evidence, Out_co]):
    """Concludes from records that share a key."""

    def emit(self, record: In_contra) -> Iterable[tuple[Key, Evidence]]:
        """Yield the keys that the record is to be found under, each with the evidence it brings."""
        ...

    def combine(self, key: Key, group: Sequence[Evidence]) -> Iterable[Out_co]:
        """Return what follows from all evidence under one key; the group's order is that of the records."""
        ...


# Runs a corpus stage over records: what an engine gives to those who link.
Shuffle = Callable[[CorpusStage[Any, Any, Any, Any], Iterable[Any]], Iterable[Any]]


class Spread(Protocol):
    """Runs one function over pieces of work: what an engine gives to those who link and trace."""

    def __call__(
        self, work: Callable[[Piece], Out], pieces: Iterable[Piece], /, *, ahead: bool = False
    ) -> Iterator[Out]:
        """Yield what ``work`` returns for each piece, in the pieces' order.

        With ``ahead`` the work may start at once, while the processors have nothing else to do: its results are kept
        until they are asked for, and work that is asked for without it goes first.

        Where the pieces go to other processes ``work`` and they are pickled: a function of a module, or an instance
        that carries no more than all pieces need. A piece should be worth some tenths of a second. What ``work``
        raises is raised here.
        """
        ...


def here(work: Callable[[Piece], Out], pieces: Iterable[Piece], *, ahead: bool = False) -> Iterator[Out]:  # noqa: ARG001
    """Run a function over pieces in this process, when asked: the ``Spread`` of those who have no engine."""
    return map(work, pieces)


def portions(records: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    """Yield records in pieces of so many, the last one of what is left."""
    source = iter(records)
    while portion := list(islice(source, size)):
        yield portion
