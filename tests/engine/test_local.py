"""The embedded engine gives every record a result, in order, whatever a record does to the worker that has it."""

import errno
import os
import re
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import pytest

from firsthand.config import EngineConfig
from firsthand.engine.batches import BATCH_WEIGHT
from firsthand.engine.children import NICE
from firsthand.engine.local import map_documents, shuffle
from firsthand.errors import WorkerError
from firsthand.model import Rejected

KEPT: list[bytearray] = []  # what a worker that takes one more keeps for good


@dataclass(frozen=True)
class Record:
    input: str
    value: int


@dataclass(frozen=True)
class Double:
    """Doubles, but for the values that stand for trouble."""

    def process(self, batch: Sequence[Record]) -> list[int | Rejected]:
        return [self._one(record) for record in batch]

    def _one(self, record: Record) -> int:
        if record.value == -1:
            raise ValueError("cannot be doubled\nreally")
        if record.value == -2:
            os._exit(9)
        if record.value == -3:
            while True:
                pass
        if record.value == -4:
            print("chatter on standard output")
        if record.value == -5:
            bytearray(3_000_000_000)
        if record.value == -6:
            while True:
                with suppress(Exception):
                    sum(range(100_000))
        if record.value == -7:
            KEPT.append(bytearray(150_000_000))
        if record.value == -8:
            re.fullmatch("(a|aa)+", "a" * 60 + "b")
        if record.value == -9:
            time.sleep(600)
        if record.value == -10:
            time.sleep(1.5)
        if record.value == -11:
            return os.getpriority(os.PRIO_PROCESS, 0)
        return 2 * record.value


def run(values: Iterable[int], **settings: float) -> list[int | Rejected]:
    config = EngineConfig(**{"workers": 2, "batch": 3, "seconds": 1.0, **settings})  # type: ignore[arg-type]
    records = (Record(f"r{k}", v) for k, v in enumerate(values))
    return [result for batch in map_documents(Double, "double", records, config) for result in batch]


def test_results_come_in_the_order_of_the_records() -> None:
    """Two workers, many batches, one order."""
    assert run(range(50)) == [2 * v for v in range(50)]


def test_no_records_give_no_results() -> None:
    """An empty input starts and ends."""
    assert run([]) == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [(-1, "failed"), (-2, "crashed"), (-3, "timeout"), (-5, "memory"), (-6, "timeout"), (-8, "timeout")],
)
def test_a_record_that_makes_trouble_costs_itself_only(value: int, reason: str) -> None:
    """An exception, a dead worker, a hang and a memory bomb are one rejection each; the neighbours get results.

    A hang within code that catches every Exception is stopped all the same, and one in C, which sees no alarm.
    """
    results = run([1, 2, value, 4, 5, 6, 7, 8])
    rejected = results.pop(2)
    assert isinstance(rejected, Rejected)
    assert (rejected.input, rejected.stage, rejected.reason) == ("r2", "double", reason)
    assert "\n" not in rejected.detail
    assert results == [2, 4, 8, 10, 12, 14, 16]


def test_the_time_of_a_record_is_the_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that waits longer than it may compute is done: a busy machine costs no document. But not for good."""
    assert run([1, -10, 2]) == [2, -20, 4]
    monkeypatch.setattr("firsthand.engine.process.PATIENCE", 1.0)
    _, hung, last = run([1, -9, 2])
    assert isinstance(hung, Rejected) and hung.reason == "timeout" and last == 4
    assert hung.detail == "was not done after 3 s and was stopped; raise [engine] seconds to wait longer"


def test_workers_give_way() -> None:
    assert run([-11]) == [NICE]


def test_a_record_that_ran_out_of_memory_leaves_none_of_it_to_the_next() -> None:
    """The worker is not used again: what its caches still hold would be counted against others."""
    results = run([-7] * 7, workers=1, megabytes=600, seconds=30.0)
    assert [r.reason if isinstance(r, Rejected) else r for r in results].count("memory") == 1
    assert results[-1] == -14


def test_heavy_records_are_not_held_a_whole_batch_at_a_time() -> None:
    """What was taken from the input when the first result is there bounds the memory of the engine itself."""
    taken: list[int] = []

    def heavy() -> Iterator[Record]:
        for n in range(400):
            taken.append(n)
            yield Record(f"r{n}", n)

    config = EngineConfig(workers=1, batch=64)
    results = map_documents(Double, "double", heavy(), config, lambda _: BATCH_WEIGHT)
    assert next(results) == [0]
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]


def test_what_a_stage_prints_does_not_disturb_the_answers() -> None:
    """Libraries may print."""
    assert run([-4, 3]) == [-8, 6]


def test_stopping_early_ends_the_workers() -> None:
    """A caller that takes one batch and leaves does not hang."""
    config = EngineConfig(workers=2, batch=1)
    results = map_documents(Double, "double", (Record("r", v) for v in range(10_000)), config)
    assert next(results) == [0]
    results.close()  # type: ignore[attr-defined]


def test_an_error_in_the_input_reaches_the_caller() -> None:
    """What the records' iterator raises is raised where results are taken."""

    def broken() -> Iterator[Record]:
        yield from (Record("r", v) for v in range(20))
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="the disk went away"):
        list(map_documents(Double, "double", broken(), EngineConfig(workers=2, batch=2)))


@dataclass(frozen=True)
class ByLetter:
    def emit(self, record: str) -> Iterator[tuple[str, str]]:
        for letter in sorted(set(record)):
            yield letter, record

    def combine(self, key: str, group: Sequence[str]) -> Iterator[tuple[str, int]]:
        yield key, len(group)


def test_a_shuffle_brings_together_what_shares_a_key() -> None:
    """Each key sees all its evidence, once."""
    assert dict(shuffle(ByLetter(), ["ab", "b", "bc"])) == {"a": 1, "b": 3, "c": 1}


def test_shuffle_order_is_that_of_first_appearance() -> None:
    """The same records give the same order, run after run."""
    assert [k for k, _ in shuffle(ByLetter(), ["cab", "d"])] == ["a", "b", "c", "d"]


@dataclass(frozen=True)
class Unloadable:
    """A stage that cannot be loaded in a worker."""

    def __reduce__(self) -> tuple[object, ...]:
        return (__import__, ("no_such_module",))


def test_a_stage_that_cannot_load_is_an_error_and_no_document_is_blamed() -> None:
    """A broken installation stops the run with its reason."""
    with pytest.raises(WorkerError, match="No module named 'no_such_module'"):
        list(map_documents(Unloadable, "x", [Record("r", 1)], EngineConfig(workers=1)))  # type: ignore[arg-type]


def test_a_machine_without_room_for_a_process_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stops the run, wherever that is; no document is blamed."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(WorkerError, match=os.strerror(errno.EAGAIN)):
        list(map_documents(Double, "x", [Record("r", 1)], EngineConfig(workers=1)))


def test_a_partial_makes_a_configured_stage() -> None:
    """The stage is made once and travels to the workers."""
    assert [r for b in map_documents(partial(Double), "d", [Record("r", 1)], EngineConfig()) for r in b] == [2]
