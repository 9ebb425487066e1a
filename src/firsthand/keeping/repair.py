"""Mending what can be mended, without losing a document that was acknowledged as long as its table can be read.

What nothing needs is removed, and indexes are made anew. Where conclusions are damaged they are dropped: linking makes
them anew. Where what came in is damaged the corpus goes back to the last step after which it was whole; what cannot be
read is put aside.
"""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from firsthand.keeping.apart import Apart
from firsthand.keeping.fault import HARMLESS, Fault
from firsthand.keeping.verify import faults
from firsthand.store import Writer
from firsthand.store.disk import sync
from firsthand.store.lance_tables import LanceTables
from firsthand.store.ledger import FILE, Ledger, Step
from firsthand.store.lock import Lock
from firsthand.store.tables import GIVEN, TABLES
from firsthand.store.writer import ASIDE


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was wrong, what was done about it (a line each), and what is wrong still."""

    found: list[Fault]
    done: list[str]
    left: list[Fault]


def repair(folder: Path, wait: float = 0.0) -> Repaired:
    """Mend the corpus in ``folder``. Raises CorpusBusy, CorpusError; CorpusFormat where there is no corpus."""
    if not (folder / FILE).is_file():
        Ledger(folder)  # says that there is no corpus; none is made
    with Lock(folder, wait):
        found = list(faults(folder, at_rest=True))
        if not found:
            return Repaired([], [], [])
        done = _mend(folder, found)
        left = list(faults(folder, at_rest=True))
    if all(fault.mend in HARMLESS for fault in left):
        with Writer(folder, wait) as writer:  # takes back what the ledger does not name
            if false := sorted({fault.where for fault in left if fault.mend == "index anew"}):
                writer.index_anew(false)
                done.append(f"made the indexes of {', '.join(false)} anew")
            done += [f"removed {freed:,} bytes that nothing needs"] if (freed := writer.sweep()) else []
        left = list(faults(folder, at_rest=True))
    return Repaired(found, done, left)


def _mend(folder: Path, found: Sequence[Fault]) -> list[str]:
    if any(f.where == FILE for f in found):
        return []
    with closing(Ledger(folder)) as ledger, Apart(folder) as apart:
        heads, steps = ledger.versions(), ledger.steps()
        done = []
        wanted = {f.mend for f in found}
        if "take back" in wanted:
            step = _last_whole(apart, steps)
            if step is None:
                return ["nothing that came in can be read: a backup is needed"]
            ledger.rewind({name: version for name, version in step.heads.items() if name in GIVEN}, step.number)
            done += [f"took back step {s.number}, {s.stage} of {s.at}" for s in steps if s.number > step.number]
            done.append("dropped what was concluded; next: firsthand link")
        elif "link anew" in wanted:
            ledger.rewind({name: version for name, version in heads.items() if name in GIVEN}, steps[-1].number)
            done.append("dropped what was concluded; next: firsthand link")
        return done + [f"put aside {path}" for path in _put_aside(folder, apart)]


def _last_whole(apart: Apart, steps: Sequence[Step]) -> Step | None:
    """Return the last step after which all that came in can be read."""
    known: dict[tuple[str, int], bool] = {}

    def readable(name: str, version: int) -> bool:
        if (name, version) not in known:
            known[name, version] = apart.can_be_read(name, version)
        return known[name, version]

    whole = (s for s in reversed(steps) if all(readable(name, s.heads[name]) for name in GIVEN if name in s.heads))
    return next((step for step in whole if "articles" in step.heads), None)


def _put_aside(folder: Path, apart: Apart) -> list[str]:
    """Move manifests that cannot be read out of the way; return where they are now."""
    moved, tables = [], LanceTables(folder / "tables")
    for name in TABLES:
        files = tables.files(name)
        for version in files.versions():
            if not apart.has_manifest(name, version):
                target = folder / ASIDE / f"{name}-{version}.manifest"
                target.parent.mkdir(exist_ok=True)
                shutil.move(files.manifest(version), target)
                sync(target.parent)
                sync(files.manifest(version).parent)
                moved.append(f"{ASIDE}/{target.name}")
    return moved
