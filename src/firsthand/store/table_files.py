"""The files of one Lance table: which version needs which, what is left of writers that were cut off.

A version is a manifest in ``_versions``; it names data files in ``data``, files in ``_deletions`` that say which of
their rows are gone, indexes in ``_indices``, and the record of its commit in ``_transactions``. Versions share files,
and no file is ever changed, so versions can be dropped by removing files: manifests first, so that nothing names what
is gone.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import lance

from firsthand.store import indexes
from firsthand.store.disk import UNREADABLE, panics_told, sync

# Lance names manifests so that the newest sorts first.
_MANIFEST_BASE = 2**64 - 1
_HINT = "latest_version_hint.json"  # which version is the newest; made anew with the next
_DATA, _TRANSACTIONS = "data", "_transactions"


class TableFiles:
    """The files of the table in a folder."""

    def __init__(self, folder: Path) -> None:
        """Look after ``folder``, which need not exist."""
        self.folder = folder

    def versions(self) -> list[int]:
        """Return the versions that have a manifest, oldest first."""
        names = (path.stem for path in (self.folder / "_versions").glob("*.manifest"))
        return sorted(_MANIFEST_BASE - int(name) for name in names if name.isdecimal())

    def manifest(self, version: int) -> Path:
        """Return the path of a version's manifest."""
        return self.folder / "_versions" / f"{_MANIFEST_BASE - version}.manifest"

    @panics_told()
    def files(self, version: int) -> frozenset[Path]:
        """Return the files of data, deletions and indexes that a version has, by their paths within the table.

        Raises OSError or ValueError, also for a manifest that names files elsewhere: they are not ours to remove.
        """
        found: set[Path] = set()
        dataset = lance.dataset(str(self.folder), version=version)
        for fragment in dataset.get_fragments():
            found.update(Path(_DATA) / file.path for file in fragment.metadata.files)
            if deleted := fragment.metadata.deletion_file:
                found.add(Path(deleted.path(fragment.fragment_id)))
        for path in found:
            if path.is_absolute() or ".." in path.parts:
                raise ValueError(f"version {version} names a file outside its folder: {path}")
        return frozenset(found.union(indexes.files(dataset)))

    def drop_after(self, version: int) -> None:
        """Remove what was committed after a version, newest first; manifests that cannot be read too."""
        newer = [v for v in self.versions() if v > version]
        if not newer:
            return
        stays, gone = self.files(version), set[Path]()
        for late in newer:
            try:
                gone |= self.files(late) - stays
            except UNREADABLE:
                continue  # its data files are found by ``strays``
        self._remove([self.manifest(late) for late in reversed(newer)])
        self._remove(self.folder / path for path in gone)

    def strays(self, versions: Iterable[int]) -> list[Path]:
        """Return all files that none of ``versions`` needs, manifests first. Raises OSError or ValueError."""
        wanted = list(versions)
        needed = {self.folder / path for version in wanted for path in self.files(version)}
        needed |= {self.manifest(version) for version in wanted}
        found = sorted(path for path in self.folder.rglob("*") if path.is_file() and path.name != _HINT)
        return sorted((p for p in found if p not in needed and not _is_of(p, wanted)), key=_manifests_first)

    def keep_only(self, versions: Iterable[int]) -> int:
        """Remove all files that none of ``versions`` needs; return their bytes. Raises OSError or ValueError."""
        strays = self.strays(versions)
        size = sum(path.stat().st_size for path in strays)
        self._remove(strays)
        return size

    def remove(self) -> None:
        """Remove the table."""
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def _remove(self, paths: Iterable[Path]) -> None:
        """Remove files in their order, those of one folder durably before those of the next."""
        folder: Path | None = None
        for path in paths:
            if folder and folder != path.parent:
                sync(folder)
            path.unlink(missing_ok=True)
            folder = path.parent
            if folder.parent.name == indexes.FOLDER and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent
        if folder:
            sync(folder)


def _manifests_first(path: Path) -> tuple[bool, str]:
    return path.parent.name != "_versions", str(path)


def _is_of(path: Path, versions: Iterable[int]) -> bool:
    """Tell whether a file is the record of the commit of one of these versions: it is named by the version before."""
    before = path.name.partition("-")[0]
    return path.parent.name == _TRANSACTIONS and before.isdecimal() and int(before) + 1 in versions
