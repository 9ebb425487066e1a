"""Running many inputs in a process that may crash or hang, and telling which input it was.

A forked child runs the inputs one after the other and notes in shared memory which one it is at. Where it dies, or one
input takes more than ``SECONDS`` of processor time, the parent knows the input by its number, and another child goes on
with the next.
"""

import contextlib
import gc
import json
import mmap
import os
import resource
import signal
import struct
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

from fuzz.mutate import mutated
from fuzz.target import Target

# Seconds of processor time that one input may take, and of the clock, since a process that sleeps takes none.
SECONDS, STANDSTILL = 10.0, 120.0
# Megabytes that a child may hold beyond what it held when it began: what an engine's worker may ([engine] megabytes).
MEGABYTES = 1_000
_STATE = struct.Struct("<qdqd")  # the number it is at, seconds of the slowest so far, its number, megabytes
_LOOK = 0.2
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that broke a promise: its number, what happened, and where; findings of one place are one."""

    number: int
    what: str
    where: str


@dataclass(slots=True)
class Report:
    """What came of the runs of a target: seconds of processor time of the slowest input and its number, megabytes that
    the process grew by, and the findings, the first of each place.
    """

    runs: int = 0
    seconds: float = 0.0
    slowest: int = -1
    megabytes: float = 0.0
    cpu: float = 0.0
    findings: dict[str, Finding] = field(default_factory=dict)

    def add(self, finding: Finding) -> None:
        """Keep a finding of a place that has none yet."""
        self.findings.setdefault(finding.where, finding)


def drive(target: Target, runs: int, seed: int, first: int = 0, say: Callable[[str], None] = lambda _: None) -> Report:
    """Run inputs ``first`` to ``first + runs`` of a target; ``say`` is told of each finding as it comes."""
    report, run, begun, spent = Report(), target.prepare(), time.monotonic(), _children_cpu()
    gc.collect()
    gc.freeze()
    # Lance is loaded, and no thread of it runs yet: a target uses it in the child only.
    warnings.filterwarnings("ignore", message="lance is not fork-safe")
    number, end = first, first + runs
    while number < end:
        number = _child(target, run, seed, (number, end), report, say)
        report.runs = number - first
    report.cpu = _children_cpu() - spent
    say(f"{target.name}: {report.runs:,} runs in {time.monotonic() - begun:,.0f} s")
    return report


def _child(
    target: Target, run: Callable[[bytes], None], seed: int, span: tuple[int, int], report: Report,
    say: Callable[[str], None],
) -> int:  # fmt: skip
    """Run inputs in a child until all are done or it is lost; return the number to go on with."""
    state = mmap.mmap(-1, _STATE.size)
    state[:] = _STATE.pack(span[0], 0.0, -1, 0.0)
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        code = 1
        try:
            _run_all(target, run, seed, span, state, writing)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as told:
        os.set_blocking(reading, False)
        lost = _followed(process, state, lambda: _heard(told, report, say))
    at, seconds, slowest, megabytes = _STATE.unpack(state[:])
    if seconds > report.seconds:
        report.seconds, report.slowest = seconds, slowest
    report.megabytes = max(report.megabytes, megabytes)
    if megabytes > MEGABYTES:
        report.add(Finding(at, f"{megabytes:,.0f} MB are held", "memory"))
    if lost is None:
        return span[1]
    finding = Finding(at, lost, lost if lost.startswith("hang") else f"{lost} at {at}")
    report.add(finding)
    say(f"  input {at}: {lost}")
    return int(at) + 1


def _run_all(
    target: Target, run: Callable[[bytes], None], seed: int, span: tuple[int, int], state: mmap.mmap, told: int
) -> None:
    """Run the inputs of a span: what the child does."""
    before = _megabytes()
    if target.bounded:
        soft = _data() + MEGABYTES * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (soft, soft))
    slowest, its_number = 0.0, -1
    for number in range(*span):
        data = mutated(target, seed, number)
        state[:] = _STATE.pack(number, slowest, its_number, _megabytes() - before)
        begun = time.process_time()
        try:
            run(data)
        except BaseException as e:  # whatever comes out is a finding, an exit or a panic of a library too
            line = {"number": number, "what": f"{type(e).__name__}: {e}"[:300], "where": _place(e)}
            os.write(told, (json.dumps(line) + "\n").encode())
        if (took := time.process_time() - begun) > slowest:
            slowest, its_number = took, number
    state[:] = _STATE.pack(span[1], slowest, its_number, _megabytes() - before)


def _followed(process: int, state: mmap.mmap, hear: Callable[[], None]) -> str | None:
    """Wait for a child; return what it was lost by, None where it ended by itself."""
    at, cpu, since = -1, 0.0, time.monotonic()
    while True:
        ended, status = os.waitpid(process, os.WNOHANG)
        hear()
        if ended:
            code = os.waitstatus_to_exitcode(status)
            return None if code == 0 else f"crash: the process ended with {code}"
        (now,) = struct.unpack_from("<q", state)
        spent = _cpu(process)
        if now != at:
            at, cpu, since = now, spent, time.monotonic()
        elif spent - cpu > SECONDS or time.monotonic() - since > STANDSTILL:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return f"hang: over {SECONDS:g} s"
        time.sleep(_LOOK)


def _heard(told: "os.PathLike[str] | object", report: Report, say: Callable[[str], None]) -> None:
    """Take the findings that a child has told of."""
    with contextlib.suppress(BlockingIOError):
        while data := told.read(1 << 16):  # type: ignore[attr-defined]
            for line in data.decode("utf-8", "replace").splitlines():
                with contextlib.suppress(ValueError):
                    finding = Finding(**json.loads(line))
                    if finding.where not in report.findings:
                        say(f"  input {finding.number}: {finding.what} ({finding.where})")
                    report.add(finding)


def _place(error: BaseException) -> str:
    """Return where an error was raised: the last line of firsthand or of a target that it went through."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if "/firsthand/" in f.filename or "/fuzz/" in f.filename
    ]
    last = frames[-1]
    return f"{type(error).__name__} at {'/'.join(last.filename.split('/')[-3:])}:{last.lineno}"


def _megabytes() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _children_cpu() -> float:
    """Return the seconds of processor time that the children which ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _data() -> int:
    """Return the bytes of data that this process has asked for: what RLIMIT_DATA counts."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[5]) * mmap.PAGESIZE


def _cpu(process: int) -> float:
    """Return the seconds of processor time that a process has used."""
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as file:  # noqa: PTH123
            parts = file.read().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
