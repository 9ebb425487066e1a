"""What is wrong with the files of one Lance table. It reads what may be damaged, and is run apart: see ``apart``."""

from collections.abc import Iterator
from dataclasses import MISSING, fields

from firsthand.keeping.fault import Fault, Mend
from firsthand.store.disk import UNREADABLE
from firsthand.store.lance_tables import LanceTables
from firsthand.store.tables import GIVEN, TABLES

_WORDS = 160  # characters of an error that are shown: those of Lance name its own sources


def table_faults(tables: LanceTables, name: str, version: int, *, at_rest: bool) -> Iterator[Fault]:
    """Yield what is wrong with a table of which the ledger names ``version``.

    Where a writer is at work (not ``at_rest``) nothing is said of what is newer than that.
    """
    yield from _head_faults(tables, name, version)
    yield from _other_versions(tables, name, version, at_rest)


def needed(record: type) -> set[str]:
    """Return the columns that rows of a kind cannot do without: a field without a default was there from the first."""
    return {f.name for f in fields(record) if f.default is MISSING and f.default_factory is MISSING}


def read_whole(tables: LanceTables, name: str, version: int) -> bool:
    """Tell whether a version can be read, and has as many rows as it should have."""
    try:
        return sum(len(batch) for batch in tables.batches(name, version)) == tables.rows(name, version)
    except UNREADABLE:
        return False


def short(error: Exception) -> str:
    """Return an error on one line, cut."""
    text = " ".join(str(error).split())
    return text if len(text) <= _WORDS else f"{text[:_WORDS]}…"


def _head_faults(tables: LanceTables, name: str, version: int) -> Iterator[Fault]:
    mend: Mend = "take back" if name in GIVEN else "link anew"
    if not tables.files(name).manifest(version).is_file():
        yield Fault(name, f"version {version}, which the ledger names, is not there", mend)
        return
    try:
        rows = tables.rows(name, version)
        read = sum(len(batch) for batch in tables.batches(name, version))
    except UNREADABLE as e:
        yield Fault(name, f"version {version} cannot be read: {short(e)}", mend)
        return
    if lost := needed(TABLES[name]) - set(tables.schema(name, version).names):
        yield Fault(name, f"version {version} lacks what each row must have: {', '.join(sorted(lost))}", mend)
    if rows != read:
        yield Fault(name, f"version {version} should have {rows:,} rows and has {read:,}", mend)
        return
    try:
        false = tables.false_indexes(name, version)
    except UNREADABLE as e:
        yield Fault(name, f"the indexes of version {version} cannot be read: {short(e)}", "index anew")
        return
    for column in false:
        yield Fault(name, f"the index by {column}, version {version}, does not give what is there", "index anew")


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
                yield Fault(name, f"the {age} manifest, version {version}, cannot be read: {short(e)}", "clear")
            continue
        readable.append(version)
        if version > head:
            yield Fault(name, f"version {version} is of a step that was cut off", "clear", leftover=True)
    if at_rest and head in readable:
        manifests = {files.manifest(v) for v in files.versions()}
        if strays := [path for path in files.strays(readable) if path not in manifests]:
            size = sum(path.stat().st_size for path in strays)
            yield Fault(name, f"{len(strays)} files ({size:,} bytes) that no version needs", "clear", leftover=True)
