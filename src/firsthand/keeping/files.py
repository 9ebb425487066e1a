"""The files of a corpus against its ledger: what is not there, what cannot be read, what nothing needs."""

from collections.abc import Iterator
from pathlib import Path

from firsthand.keeping.fault import Fault, Mend
from firsthand.store.array_files import ArrayFiles
from firsthand.store.disk import UNREADABLE
from firsthand.store.lance_tables import LanceTables
from firsthand.store.tables import ARRAYS, GIVEN, TABLES

_WORDS = 160  # characters of an error that are shown: those of Lance name its own sources


def file_faults(folder: Path, heads: dict[str, int], *, at_rest: bool) -> Iterator[Fault]:
    """Yield what is wrong with the files; ``heads`` are the versions that the ledger names.

    Where a writer is at work (not ``at_rest``) nothing is said of what is newer than these.
    """
    tables, arrays = LanceTables(folder / "tables"), ArrayFiles(folder / "tables")
    for name, version in sorted(heads.items()):
        if name in ARRAYS:
            yield from _array_faults(arrays, name, version, at_rest)
        else:
            yield from _head_faults(tables, name, version)
            yield from _other_versions(tables, name, version, at_rest)
    if at_rest:
        for name in (*TABLES, *ARRAYS):
            if name not in heads and (folder / "tables" / f"{name}.{'arrays' if name in ARRAYS else 'lance'}").exists():
                yield Fault(name, "a table that no finished step wrote", "clear", leftover=True)


def _head_faults(tables: LanceTables, name: str, version: int) -> Iterator[Fault]:
    mend: Mend = "take back" if name in GIVEN else "link anew"
    if not tables.files(name).manifest(version).is_file():
        yield Fault(name, f"version {version}, which the ledger names, is not there", mend)
        return
    try:
        rows = tables.rows(name, version)
        read = sum(len(batch) for batch in tables.batches(name, version))
    except UNREADABLE as e:
        yield Fault(name, f"version {version} cannot be read: {_short(e)}", mend)
        return
    if rows != read:
        yield Fault(name, f"version {version} should have {rows:,} rows and has {read:,}", mend)


def _other_versions(tables: LanceTables, name: str, head: int, at_rest: bool) -> Iterator[Fault]:
    files = tables.files(name)
    readable = []
    for version in files.versions():
        if version > head and not at_rest:
            continue
        try:
            files.files(version)
        except UNREADABLE as e:
            if version != head:
                age = "newest" if version > head else "old"
                yield Fault(name, f"the {age} manifest, version {version}, cannot be read: {_short(e)}", "clear")
            continue
        readable.append(version)
        if version > head:
            yield Fault(name, f"version {version} is of a step that was cut off", "clear", leftover=True)
    if at_rest and head in readable:
        manifests = {files.manifest(v) for v in files.versions()}
        if strays := [path for path in files.strays(readable) if path not in manifests]:
            size = sum(path.stat().st_size for path in strays)
            yield Fault(name, f"{len(strays)} files ({size:,} bytes) that no version needs", "clear", leftover=True)


def _array_faults(arrays: ArrayFiles, name: str, version: int, at_rest: bool) -> Iterator[Fault]:
    try:
        arrays.read(name, version)
        strays = arrays.strays(name, version)
    except UNREADABLE as e:
        yield Fault(name, f"version {version} cannot be read: {_short(e)}", "link anew")
        return
    if strays and at_rest:
        yield Fault(name, f"{len(strays)} files or folders that no version needs", "clear", leftover=True)


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= _WORDS else f"{text[:_WORDS]}…"
