"""The files of a corpus against its ledger: what is not there, what cannot be read, what nothing needs."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from firsthand.keeping.apart import Apart
from firsthand.keeping.fault import Fault
from firsthand.keeping.tables import short
from firsthand.store.array_files import ArrayFiles
from firsthand.store.disk import UNREADABLE
from firsthand.store.tables import ARRAYS, GIVEN, TABLES


def file_faults(folder: Path, heads: dict[str, int], *, at_rest: bool, apart: Apart | None = None) -> Iterator[Fault]:
    """Yield what is wrong with the files; ``heads`` are the versions that the ledger names.

    Where a writer is at work (not ``at_rest``) nothing is said of what is newer than these. Tables are read in another
    process: what ends that is damage like any other. ``apart`` is one that is there already.
    """
    arrays = ArrayFiles(folder / "tables")
    with nullcontext(apart) if apart else Apart(folder) as reading:
        for name, version in sorted(heads.items()):
            if name in ARRAYS:
                yield from _array_faults(arrays, name, version, at_rest)
                continue
            try:
                yield from reading.faults(name, version, at_rest=at_rest)
            except OSError as e:
                yield Fault(
                    name, f"version {version} cannot be read: {e}", "take back" if name in GIVEN else "link anew"
                )
    if at_rest:
        for name in (*TABLES, *ARRAYS):
            if name not in heads and (folder / "tables" / f"{name}.{'arrays' if name in ARRAYS else 'lance'}").exists():
                yield Fault(name, "a table that no finished step wrote", "clear", leftover=True)


def _array_faults(arrays: ArrayFiles, name: str, version: int, at_rest: bool) -> Iterator[Fault]:
    try:
        arrays.read(name, version)
        strays = arrays.strays(name, version)
    except UNREADABLE as e:
        yield Fault(name, f"version {version} cannot be read: {short(e)}", "link anew")
        return
    if strays and at_rest:
        yield Fault(name, f"{len(strays)} files or folders that no version needs", "clear", leftover=True)
