"""The three kinds of stage. A stage knows news and no engine; an engine knows stages and no news.

Readers turn a source into documents. Document stages see one document at a time and run anywhere in any order. Corpus
stages see the corpus by key: they say what to bring together (``emit``) and what to conclude (``combine``), and an
engine does the shuffle in between.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from firsthand.model import Document, Rejected

Source_contra = TypeVar("Source_contra", contravariant=True)
In_contra = TypeVar("In_contra", contravariant=True)
Out_co = TypeVar("Out_co", covariant=True)
Out = TypeVar("Out")
Key = TypeVar("Key", bound=Hashable)
Evidence = TypeVar("Evidence")


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
