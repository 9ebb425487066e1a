"""A few hundred mutated inputs of each fuzz target; ``python -m fuzz all --runs 100000`` runs more of them.

A target raises nothing but what firsthand is at fault for; see ``fuzz``.
"""

import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from fuzz.__main__ import TARGETS
from fuzz.drive import Finding, drive
from fuzz.mutate import LONGEST, mutated
from fuzz.target import Run, Target
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.engine.children import environment

# Inputs of a target: what takes a millisecond gets more of them than what takes twenty. The three last have processes
# or connections of their own, and are run in children below.
RUNS = {"clean": 40, "quotes": 40, "align": 40}
USUAL = 150
ROOT = Path(__file__).resolve().parents[2]
IN_CHILDREN = {"query": 100, "web": 100, "store": 25}


@cache
def prepared(name: str) -> Run:
    return TARGETS[name].prepare()


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in IN_CHILDREN])
def test_any_bytes_give_a_result_or_a_declared_error(name: str) -> None:
    """Mutated seeds, and bytes of no form at all."""
    inputs = st.integers(0, 10**9).map(lambda number: mutated(TARGETS[name], 0, number)) | st.binary(max_size=300)

    @settings(
        max_examples=RUNS.get(name, USUAL), derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(inputs)
    def check(data: bytes) -> None:
        prepared(name)(data)

    for seed in TARGETS[name].seeds:
        prepared(name)(seed)
    check()


@pytest.mark.parametrize(("name", "runs"), IN_CHILDREN.items())
def test_what_stands_on_a_corpus_in_a_process_of_its_own(name: str, runs: int) -> None:
    """As the command runs it: a child for all inputs, followed by the clock."""
    command = [sys.executable, "-m", "fuzz", name, "--runs", str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment())
    assert done.returncode == 0, done.stdout + done.stderr


def _broken(data: bytes) -> None:
    if b"hang" in data:
        while True:
            pass
    if b"crash" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"error" in data:
        raise KeyError(data)


def target_of(seed: bytes) -> Target:
    """A target whose inputs are all of them findings, or none."""
    return Target("broken", lambda: _broken, (seed * (LONGEST // len(seed)),))


@pytest.mark.parametrize(
    ("seed", "found"), [(b"fine ", ""), (b"error ", "KeyError"), (b"crash ", "crash: the process ended with -9")]
)
def test_what_breaks_is_found_and_told_by_its_number(seed: bytes, found: str) -> None:
    """A crash costs the input that it came with, and the others are run."""
    report = drive(target_of(seed), 3, seed=1)
    assert report.runs == 3
    assert [f.what.startswith(found) for f in report.findings.values()] == [True] * bool(found) * len(report.findings)
    assert bool(report.findings) == bool(found)


def test_a_hang_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzz.drive.SECONDS", 0.3)
    report = drive(target_of(b"hang "), 1, seed=1)
    assert list(report.findings.values()) == [Finding(0, "hang: over 0.3 s", "hang: over 0.3 s")]


def test_an_input_is_the_same_for_the_same_number() -> None:
    """A finding can be looked at again: ``python -m fuzz TARGET --show NUMBER``."""
    for target in TARGETS.values():
        assert mutated(target, 3, 7) == mutated(target, 3, 7)
        assert len({mutated(target, 3, n) for n in range(30)}) > 15
