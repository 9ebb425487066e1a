"""A copy of a corpus that is itself a corpus, taken at one moment, whoever writes meanwhile."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from firsthand.errors import CorpusError, CorpusFormat, OutputError
from firsthand.store.array_files import ArrayFiles
from firsthand.store.disk import UNREADABLE, refusal, sync
from firsthand.store.lance_tables import LanceTables
from firsthand.store.ledger import FILE, Ledger
from firsthand.store.lock import Lock
from firsthand.store.tables import ARRAYS

# Files that were there when the ledger was copied may be gone before they are: then all is copied again, the last times
# with the writers kept out for as long as that takes, if one lets go of the lock within so many seconds. Ours.
TRIES, KEEPING_OUT, WAIT = 8, 5, 10.0


@dataclass(frozen=True, slots=True)
class BackedUp:
    """How many files a backup has, and how many bytes."""

    files: int
    size: int


def backup(folder: Path, target: Path) -> BackedUp:
    """Copy the corpus in ``folder`` as it was after its last finished step to ``target``, which must not be there.

    The copy has one version of each table, the corrections and the state of the watch; the report is not copied. It
    appears under its name when all of it is on disk. Raises OutputError where it cannot be written, CorpusFormat where
    there is no corpus or a damaged one.
    """
    if folder.resolve() in target.resolve().parents:
        raise OutputError(f"{target}: is within the corpus; name a folder elsewhere")
    if target.exists() or target.is_symlink():
        raise OutputError(f"{target}: is there already; name a folder that is not")
    part = target.with_name(f"{target.name}.part")
    try:
        for left in reversed(range(TRIES)):
            if part.exists():
                shutil.rmtree(part)
            part.mkdir(parents=True)
            try:
                with _kept_out(folder) if left < KEEPING_OUT else nullcontext():
                    copied = _copy(folder, part)
                break
            except UNREADABLE as e:
                if refusal(e) or not left:
                    raise
        part.rename(target)
        sync(target.parent)
    except UNREADABLE as e:
        if why := refusal(e):
            raise OutputError(f"{target}: cannot be written: {why}") from e
        raise CorpusFormat(f"{folder}: cannot be copied ({e}); see: firsthand verify --corpus {folder}") from e
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return copied


@contextmanager
def _kept_out(folder: Path) -> Iterator[None]:
    """Hold the writers' lock, if it can be had; a corpus that may only be read has no writer to be kept out."""
    with ExitStack() as held:
        with suppress(CorpusError):
            held.enter_context(Lock(folder, WAIT))
        yield


def _copy(folder: Path, target: Path) -> BackedUp:
    with closing(Ledger(folder)) as ledger:
        ledger.copy(target / FILE)
    with closing(Ledger(target)) as ledger:
        heads = ledger.versions()
    tables, arrays = LanceTables(folder / "tables"), ArrayFiles(folder / "tables")
    (target / "tables").mkdir()
    paths = [Path(FILE)]
    for name, version in heads.items():
        if name in ARRAYS:
            found = arrays.files(name, version)
        else:
            table = tables.files(name)
            whole = [table.manifest(version).relative_to(table.folder), *sorted(table.files(version))]
            found = [Path(table.folder.name) / path for path in whole]
        paths += [Path("tables") / path for path in found]
    for path in paths[1:]:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, target / path)
    for path in paths:
        sync(target / path)
    for made in [target, *(p for p in target.rglob("*") if p.is_dir())]:
        sync(made)
    return BackedUp(len(paths), sum((target / path).stat().st_size for path in paths))
