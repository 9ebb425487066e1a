"""Sets of arrays with durable commits: what an index is stored as, mapped from disk where it is read.

A set is a list of segments, each a few named arrays in a folder of its own. A version of the set is a small file that
names its segments; those that stayed are named again and not written again. As with tables, a version is there when the
ledger names it, and what a writer that was cut off has left is removed by the next one.
"""

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.store.disk import sync

Array = npt.NDArray[Any]
Segment = Mapping[str, Array]
# The name of a segment's folder: the version that made it, and its number there. No other is looked into or removed.
_SEGMENT = re.compile(r"[0-9]+-[0-9]+")


class ArrayFiles:
    """The sets of arrays of one corpus folder, by name."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, which need not exist."""
        self._folder = folder

    def read(self, name: str, version: int) -> list[dict[str, Array]]:
        """Return the segments of a set at a version, mapped. Raises OSError or ValueError where it cannot be read."""
        return [_load(self._set(name) / segment) for segment in self._segments(name, version)]

    def write(self, name: str, segments: Sequence[Segment], before: int) -> int:
        """Store a set durably and return its version; ``before`` is the one before it, 0 for none.

        Segments that were read from this set are kept as they are.
        """
        version = before + 1
        kept = self._stored(name, segments, version)
        path = self._version(name, version)
        path.write_text(json.dumps(kept), encoding="utf-8")
        sync(path)
        sync(self._set(name))
        sync(self._folder)
        return version

    def ahead(self, name: str, segments: Sequence[Segment], before: int) -> list[dict[str, Array]]:
        """Store segments durably for the version that is written next, and return them mapped: they need not be in
        memory until then. Nobody sees them before, and the next writer removes those of a version that never came.
        """
        return [_load(self._set(name) / known) for known in self._stored(name, segments, before + 1)]

    def take_back(self, name: str, version: int | None) -> None:
        """Remove everything but ``version`` (None: everything): what came after it, and what it needs no more."""
        if version is None:
            if self._set(name).exists():
                shutil.rmtree(self._set(name))
            return
        for path in self.strays(name, version):
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def strays(self, name: str, version: int) -> list[Path]:
        """Return the files and folders of a set that a version does not need. Raises OSError or ValueError."""
        needed = {self._version(name, version).name, *self._segments(name, version)}
        return sorted(path for path in self._set(name).iterdir() if path.name not in needed)

    def files(self, name: str, version: int) -> list[Path]:
        """Return the files of a set at a version, by their paths within the set's folder."""
        segments = (self._set(name) / segment for segment in self._segments(name, version))
        found = [self._version(name, version), *(path for segment in segments for path in sorted(segment.iterdir()))]
        return [path.relative_to(self._folder) for path in found]

    def _stored(self, name: str, segments: Sequence[Segment], version: int) -> list[str]:
        """Return the names of segments, which are stored under those of a version where they are not yet."""
        self._set(name).mkdir(parents=True, exist_ok=True)
        kept = []
        for number, segment in enumerate(segments):
            known = self._known_as(name, segment)
            if known is None:
                known = f"{version}-{number}"
                _save(self._set(name) / known, segment)
            kept.append(known)
        return kept

    def _set(self, name: str) -> Path:
        return self._folder / f"{name}.arrays"

    def _version(self, name: str, version: int) -> Path:
        return self._set(name) / f"{version}.json"

    def _segments(self, name: str, version: int) -> list[str]:
        names = json.loads(self._version(name, version).read_text(encoding="utf-8"))
        if not isinstance(names, list) or not all(isinstance(n, str) and _SEGMENT.fullmatch(n) for n in names):
            raise ValueError(f"version {version} does not name its segments")
        return names

    def _known_as(self, name: str, segment: Segment) -> str | None:
        """Return the name of the folder that holds just these arrays: mapped from there, or small and equal."""
        folders = {Path(file).parent for array in segment.values() if (file := getattr(array, "filename", None))}
        if len(folders) != 1 or (folder := folders.pop()).parent != self._set(name).resolve():
            return None
        stored = _load(folder)
        same = stored.keys() == segment.keys() and all(_same(stored[key], array) for key, array in segment.items())
        return folder.name if same else None


def _save(folder: Path, segment: Segment) -> None:
    if folder.exists():  # left by a writer that was cut off
        shutil.rmtree(folder)
    folder.mkdir()
    for name, array in segment.items():
        path = folder / f"{name}.npy"
        np.save(path, np.asarray(array), allow_pickle=False)
        sync(path)
    sync(folder)


def _load(folder: Path) -> dict[str, Array]:
    return {path.stem: _mapped(path) for path in sorted(folder.resolve().glob("*.npy"))}


def _same(stored: Array, array: Array) -> bool:
    """Return whether an array is a stored one; where both are mapped from one file that needs no reading."""
    file = getattr(stored, "filename", None)
    if file and file == getattr(array, "filename", None):
        return array.shape == stored.shape
    return np.array_equal(stored, array)


def _mapped(path: Path) -> Array:
    """Return the array in a file, mapped; an empty one cannot be, and is made. Raises OSError or ValueError.

    Nothing is allocated by the size that the file says it has.
    """
    try:
        with path.open("rb") as file:
            major, _ = np.lib.format.read_magic(file)
            read = np.lib.format.read_array_header_1_0 if major == 1 else np.lib.format.read_array_header_2_0
            shape, _, dtype = read(file)
        if 0 in shape:
            return np.empty(shape, dtype)
        array: Array = np.load(path, mmap_mode="r", allow_pickle=False)
    except OSError:
        raise
    except Exception as e:  # a header that was altered is read as Python's source, and fails in many ways
        raise ValueError(f"{path.name} is no array: {type(e).__name__}: {e}") from e
    return array
