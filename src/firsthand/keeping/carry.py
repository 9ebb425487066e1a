"""Backups in object stores: a corpus is carried there and back whole, for a store has no folder to work in.

The ledger goes last, so that a backup that was cut off has none and is refused.
"""

import shutil
import tempfile
from pathlib import Path

from firsthand.errors import CorpusFormat, InputError, OutputError
from firsthand.keeping.backup import BackedUp, backup
from firsthand.remote import fetch, is_address, send
from firsthand.store.ledger import FILE


def backup_to_store(folder: Path, address: str) -> BackedUp:
    """Copy the corpus as it is after its last finished step to ``address``, where nothing may be yet.

    Raises OutputError where the store does not take it, CorpusFormat where there is no corpus or a damaged one.
    """
    with tempfile.TemporaryDirectory(prefix="firsthand-") as made:
        copy = Path(made) / "corpus"
        backup(folder, copy)
        return BackedUp(*send(copy, address, last=(FILE,)))


def restore(given: str, folder: Path) -> BackedUp:
    """Bring the backup at ``given``, a URL or a folder, to ``folder``, which must not be there yet.

    The corpus appears under its name when all of it is there. Raises InputError where there is no whole backup or the
    store does not answer, OutputError where the folder cannot be written.
    """
    if folder.exists() or folder.is_symlink():
        raise OutputError(f"{folder}: is there already; name a folder that is not")
    if not is_address(given):
        try:
            return backup(Path(given), folder)
        except CorpusFormat as e:
            raise InputError(f"{given}: is no whole backup ({e})") from e
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        brought = fetch(given, part)
        if not (part / FILE).is_file():
            raise InputError(f"{given}: is no whole backup: it has no {FILE}, which is sent last")
        part.rename(folder)
    except OSError as e:
        raise OutputError(f"{folder}: cannot be written: {e.strerror or e}") from e
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return BackedUp(*brought)
