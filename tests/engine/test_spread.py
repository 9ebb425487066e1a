"""Pieces of work give the same results in the same order wherever they are done, and what they raise is raised."""

import os
import time
from dataclasses import dataclass

import pytest

from firsthand.config import EngineConfig
from firsthand.engine import spread_on
from firsthand.errors import ConfigError, WorkerError
from firsthand.stage import here, portions

LOCAL = EngineConfig(workers=2, seconds=0.5, megabytes=50)


@dataclass(frozen=True)
class Times:
    """Multiplies; some numbers stand for trouble."""

    factor: int

    def __call__(self, number: int) -> int:
        if number == -1:
            raise ConfigError("this number cannot be")
        if number == -2:
            os._exit(9)
        if number == -3:
            time.sleep(1.0)
        return self.factor * number


def pid(_: int) -> int:
    return os.getpid()


def at(_: int) -> float:
    time.sleep(0.01)
    return time.monotonic()


def slow(_: int) -> None:
    time.sleep(0.05)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(workers: int) -> None:
    """With as many workers as there may be, and for one function after the other."""
    with spread_on(EngineConfig(workers=workers)) as spread:
        for factor in (2, 3):
            assert list(spread(Times(factor), range(40))) == list(here(Times(factor), range(40)))
        assert list(spread(Times(2), [])) == []


def test_one_worker_is_this_process() -> None:
    """Nothing is pickled and no process started; nor for a single piece."""
    with spread_on(EngineConfig(workers=1)) as spread:
        assert list(spread(lambda n: n + 1, [1, 2])) == [2, 3]
    with spread_on(LOCAL) as spread:
        assert list(spread(pid, [1])) == [os.getpid()]


def test_workers_stay_between_functions() -> None:
    """A corpus is linked by several functions: the processes are started once."""
    with spread_on(LOCAL) as spread:
        first, second = set(spread(pid, range(20))), set(spread(pid, range(20)))
    assert os.getpid() not in first
    assert len(first | second) <= 2


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_asked_for_ahead_is_there_when_it_is_taken(workers: int) -> None:
    """In order, beside what is asked for later and taken before."""
    with spread_on(EngineConfig(workers=workers)) as spread:
        early, more = spread(Times(2), range(40), ahead=True), spread(Times(5), range(7), ahead=True)
        assert list(spread(Times(3), range(40))) == [3 * n for n in range(40)]
        assert list(early) == [2 * n for n in range(40)]
        assert list(spread(Times(4), range(9))) == [4 * n for n in range(9)]
        assert list(more) == [5 * n for n in range(7)]


def test_what_is_asked_for_ahead_is_done_while_nothing_else_is() -> None:
    """It starts before it is taken, and waits while other work is."""
    with spread_on(LOCAL) as spread:
        list(spread(pid, range(4)))  # the processes are there
        early = spread(at, range(400), ahead=True)
        time.sleep(0.2)
        start = time.monotonic()
        assert len(list(spread(slow, range(8)))) == 8
        end = time.monotonic()
        times = list(early)
    assert times[0] < start, "it had begun"
    # Of 400 that take a hundredth of a second each: what a worker had begun, and no more while it was claimed.
    assert sum(start < t < end for t in times) <= 4


def test_of_what_is_asked_for_ahead_the_last_is_done_first() -> None:
    """It is what is needed first. What is waited for is never kept back for it."""
    with spread_on(LOCAL) as spread:
        list(spread(pid, range(4)))
        first, last = spread(at, range(60), ahead=True), spread(at, range(60), ahead=True)
        later = list(last)
        assert sorted(later)[30] < sorted(first)[30]
        half = spread(at, range(60), ahead=True)
        next(half)
        other = spread(at, range(60), ahead=True)
        assert len(list(half)) == 59
        assert len(list(other)) == 60


def test_who_takes_what_was_given_up_is_told() -> None:
    """Once one piece fails all ends: nobody waits for ever for what was asked for beside it."""
    with spread_on(LOCAL) as spread:
        early = spread(slow, range(500), ahead=True)
        with pytest.raises(ConfigError):
            list(spread(Times(2), [1, -1, 2]))
        with pytest.raises((WorkerError, EOFError)):
            list(early)
        assert list(spread(Times(2), [1, 2])) == [2, 4]
        early = spread(at, range(200), ahead=True)
        started = spread(slow, range(200))
        next(started)
        started.close()  # type: ignore[attr-defined]
        with pytest.raises((WorkerError, EOFError)):
            list(early)


def test_what_is_asked_for_ahead_and_never_taken_ends_with_the_block() -> None:
    """So does what waits while an error is raised; the error of a piece is raised to who takes it."""
    with spread_on(LOCAL) as spread:
        spread(slow, range(1_000), ahead=True)
    with pytest.raises(ConfigError, match="cannot be"), spread_on(LOCAL) as spread:
        early = spread(slow, range(1_000), ahead=True)
        list(spread(Times(2), [1, -1, 2]))
    with spread_on(LOCAL) as spread:
        early = spread(Times(2), [1, 2, -1, 3], ahead=True)
        with pytest.raises(ConfigError, match="this number cannot be"):
            list(early)
        assert list(spread(Times(2), [1, 2])) == [2, 4]


def test_what_a_piece_raises_is_raised_here() -> None:
    """As it was, since callers tell errors apart; the workers can be used again."""
    with spread_on(LOCAL) as spread:
        with pytest.raises(ConfigError, match="this number cannot be"):
            list(spread(Times(2), [1, 2, -1, 3]))
        assert list(spread(Times(2), [1, 2])) == [2, 4]


def test_a_lost_worker_is_one_error() -> None:
    """Linking cannot go on without a piece: nothing is left out in silence."""
    with spread_on(LOCAL) as spread:
        with pytest.raises(WorkerError, match="lost while linking"):
            list(spread(Times(2), [1, -2, 3]))
        assert list(spread(Times(2), [1, 2])) == [2, 4]


def test_the_bounds_of_a_document_do_not_hold_for_a_piece() -> None:
    """A piece of a corpus may take longer than any document may."""
    with spread_on(LOCAL) as spread:
        assert list(spread(Times(2), [-3, 1])) == [-6, 2]


def test_portions_hold_all_records_in_order() -> None:
    """The last one holds what is left."""
    assert list(portions(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(portions([], 3)) == []
