"""Batches of records: of a number, or of less where the records are heavy."""

from collections.abc import Callable, Iterator
from typing import TypeVar

In = TypeVar("In")

# A batch of fewer records than ``config.batch`` ends once it weighs this much: 64 documents of 20 MB are over a
# gigabyte, and several batches are under way.
BATCH_WEIGHT = 20_000_000


def batches(source: Iterator[In], size: int, weigh: Callable[[In], int]) -> Iterator[list[In]]:
    """Yield the records in batches of ``size``, or of less where they are heavy."""
    batch: list[In] = []
    weight = 0
    for record in source:
        batch.append(record)
        weight += weigh(record)
        if len(batch) >= size or weight >= BATCH_WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch
