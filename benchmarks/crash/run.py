"""Kills commands that write, at random: ``python -m benchmarks.crash.run --kills 200``.

They add, link, grow, compact, forget, watch, back up or restore. Half of the kills come at a moment that changes the
disk (before or after a file is made durable, renamed or removed, or a row of the ledger is written), half at any time.
After each: is every acknowledged document there, in its order, and none that is half there; are conclusions those of
before or those of after, whole; does ``verify`` find no fault; does the same command, run again, end in the very rows
and alerts of a run that was not cut off, with nothing left over; is a backup there as a whole or not at all.

Prints a line a kind, and a line for whatever was wrong; the exit code is 1 if anything was. Standard error tells how
far it is: a kill costs about 1.4 seconds of processor time, most of it the command and its second run. kill -9 takes no
power: what the disk itself loses is simulated in tests/keeping.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import firsthand as fh
from benchmarks.crash.commands import KINDS, alerts, copy_of, facts, prepare
from firsthand.keeping.verify import verify
from firsthand.store.tables import GIVEN

TELL = 20  # kills after which it is told how far it is
ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Known:
    """What a command of a kind finds and leaves, how many moments it has, and how long it takes from the first."""

    before: dict[str, Sequence[str]]
    after: dict[str, Sequence[str]]
    moments: int
    seconds: float
    alerts: Sequence[str] = ()


@dataclass(slots=True)
class Outcome:
    """What came of all kills: how many a kind, how many of them met the command at work or left something behind, and
    what is wrong.
    """

    kills: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    leftovers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Server:
    """The process that forks the commands."""

    def __init__(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.crash.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )
        assert next(self._lines()) == "ready"
        self.took = 0.0  # seconds from the first moment of the last command to its end

    def run(self, folder: Path, kind: str, *, moment: int = 0, seconds: float | None = None) -> tuple[int, int, str]:
        """Run a command; kill it at a moment, or so many seconds after its first.

        Returns how many documents it acknowledged, how many moments it had (0 where it was killed), and its error.
        """
        assert self._process.stdin
        self._process.stdin.write(f"{folder}\t{kind}\t{moment}\n")
        self._process.stdin.flush()
        process, acknowledged, moments, error, begun = -1, 0, 0, "", time.monotonic()
        for line in self._lines():
            word, _, rest = line.partition(" ")
            if word == "pid":
                with suppress(ProcessLookupError):
                    process = os.pidfd_open(int(rest))
            elif word == "ack":
                acknowledged = int(rest)
            elif word == "moments":
                moments = int(rest)
            elif word == "error":
                error = rest
            elif word == "moment" and (seconds is None or process < 0):
                begun = time.monotonic()
            elif word == "moment":
                time.sleep(seconds or 0.0)
                with suppress(ProcessLookupError):
                    signal.pidfd_send_signal(process, signal.SIGKILL)
            elif word == "end":
                self.took = time.monotonic() - begun
                break
        if process >= 0:
            os.close(process)
        return acknowledged, moments, error

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _lines(self) -> Iterator[str]:
        assert self._process.stdout
        while line := self._process.stdout.readline():
            yield line.rstrip("\n")


def crash(
    kills: int, seed: int, folder: Path, kinds: Sequence[str] = KINDS, say: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Kill so many commands, the kinds in turn, in ``folder``; return what came of it. ``say`` is told how far it is,
    and at once what is wrong.
    """
    chance, outcome, server = random.Random(seed), Outcome(), Server()
    try:
        prepare(folder / "first", "add")
        known = {kind: _reference(server, folder, kind) for kind in kinds}
        for number in range(kills):
            kind = kinds[number % len(kinds)]
            at_moment = number // len(kinds) % 2 == 0
            moment = chance.randint(1, known[kind].moments) if at_moment else 0
            seconds = None if at_moment else chance.uniform(0, known[kind].seconds)
            seen = len(outcome.wrong)
            _once(server, folder, kind, known[kind], outcome, moment, seconds)
            for line in outcome.wrong[seen:]:
                say(line)
            if (number + 1) % TELL == 0:
                say(f"{number + 1} of {kills}")
    finally:
        server.close()
    return outcome


def _reference(server: Server, folder: Path, kind: str) -> Known:
    base, path = folder / f"{kind}-before", folder / "corpus"
    _copy(folder / "first", base)
    prepare(base, kind)
    _copy(base, path)
    before = facts(path)
    _, moments, error = server.run(path, kind)
    if not moments:
        raise RuntimeError(f"{kind} does not run: {error}")
    return Known(before, facts(path), moments, server.took, alerts(path))


def _once(
    server: Server, folder: Path, kind: str, known: Known, outcome: Outcome, moment: int, seconds: float | None
) -> None:
    path = folder / "corpus"
    _copy(folder / f"{kind}-before", path)
    acknowledged, moments, error = server.run(path, kind, moment=moment, seconds=seconds)
    outcome.kills[kind] += 1
    outcome.hit[kind] += not moments
    wrong = [f"it ended with {error}"] if error else []
    try:
        found = verify(path)
        outcome.leftovers[kind] += any(f.leftover for f in found)
        wrong += [str(f) for f in found if not f.leftover]
        wrong += _wrong(kind, known, facts(path), acknowledged)
        wrong += _copied(path, known)
        _, _, error = server.run(path, kind)
        wrong += ["run again: the alerts differ"] if alerts(path) != known.alerts else []
        wrong += [] if kind not in ("backup", "restore") or copy_of(path).exists() else ["run again: there is no copy"]
        wrong += [f"run again: {what}" for what in _copied(path, known)]
        wrong += [f"run again: {error}"] if error else []
        wrong += [f"run again: {name} differ" for name, rows in facts(path).items() if rows != known.after[name]]
        wrong += [f"run again: {f}" for f in fh.open(path).repair().left]
        wrong += [f"mended: {name} differ" for name, rows in facts(path).items() if rows != known.after[name]]
    except fh.FirsthandError as e:
        wrong.append(f"it cannot be opened: {e}")
    when = f"moment {moment} of {known.moments}" if moment else f"{seconds:.3f} s"
    outcome.wrong += [f"{kind} at {when}: {what}" for what in wrong]


def _copied(path: Path, known: Known) -> Iterator[str]:
    """Yield what is wrong with a backup, or what was restored; there may be none."""
    if copy_of(path).exists():
        yield from (f"the copy: {fault}" for fault in verify(copy_of(path)))
        yield from (
            f"the copy: {name} differ" for name, rows in facts(copy_of(path)).items() if rows != known.after[name]
        )


def _wrong(kind: str, known: Known, now: dict[str, Sequence[str]], acknowledged: int) -> Iterator[str]:
    """Yield what a corpus that was cut off shows and should not."""
    if kind in ("add", "watch"):
        rows, stored = now["articles"], len(now["articles"]) - len(known.before["articles"])
        if rows != known.after["articles"][: len(rows)]:
            yield "the articles are not the first ones"
        if stored < acknowledged:
            yield f"{acknowledged} documents were acknowledged and {stored} are there"
        if now["annotations"] != known.after["annotations"][: len(rows)]:
            yield "the annotations are not those of the articles"
    concluded = {name: now[name] for name in now if name not in GIVEN and name not in ("corrections", "uncounted")}
    nothing: dict[str, Sequence[str]] = {name: [] for name in concluded}
    whole = [{name: k[name] for name in concluded} for k in (known.before, known.after)]
    if concluded not in [*whole, *([nothing] if kind == "forget" else [])]:
        yield "what is concluded is neither that of before nor that of after"
    if kind not in ("add", "watch") and now["articles"] not in (known.before["articles"], known.after["articles"]):
        yield "the articles are neither those of before nor those of after"


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.rmtree(copy_of(target), ignore_errors=True)
    shutil.copytree(source, target)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> int:
    """Run, and print what was done and found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, metavar="KIND", help=", ".join(KINDS))
    options = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        outcome = crash(options.kills, options.seed, Path(folder), options.kinds, _tell)
    print(f"{'command':10}{'kills':>7}{'at work':>9}{'left something':>16}")
    for kind in outcome.kills:
        print(f"{kind:10}{outcome.kills[kind]:>7}{outcome.hit[kind]:>9}{outcome.leftovers[kind]:>16}")
    print(*outcome.wrong, sep="\n", end="\n" if outcome.wrong else "")
    print(f"{sum(outcome.kills.values())} kills, seed {options.seed}, {time.monotonic() - start:,.0f} s: ", end="")
    print(f"{len(outcome.wrong)} wrong" if outcome.wrong else "nothing lost, nothing half there, nothing left to mend")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
