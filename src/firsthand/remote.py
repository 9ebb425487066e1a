"""Object stores, named by URL: ``s3://BUCKET/PATH``, ``gs://…``, ``abfss://…``, ``hdfs://…``, ``file:///…``.

All of it goes through Arrow's file systems, which take credentials from the environment as the clouds' own tools do.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from firsthand.errors import InputError, OutputError

# Schemes that Arrow opens. Pages on the web are not read by address: fetching has rules of its own (``watch``).
SCHEMES = ("s3", "gs", "gcs", "abfs", "abfss", "hdfs", "viewfs", "file")
_CHUNK = 8_000_000  # bytes held in memory while a file is carried over


def is_address(item: str) -> bool:
    """Tell whether something is named by URL."""
    scheme, mark, rest = item.partition("://")
    return bool(mark) and bool(rest) and scheme in SCHEMES


def system(address: str) -> tuple[Any, str]:
    """Return the Arrow file system of a URL, and the path within it. Raises InputError where it cannot be opened."""
    from pyarrow import ArrowInvalid, fs

    try:
        found, path = fs.FileSystem.from_uri(address)
    except (ArrowInvalid, OSError, ValueError) as e:
        raise InputError(f"{address}: cannot be opened as a store: {first_line(e)}") from e
    return found, path


def send(folder: Path, address: str, last: Sequence[str] = ()) -> tuple[int, int]:
    """Copy all files of ``folder`` to ``address``, where nothing may be yet; return how many files and bytes.

    ``last`` names files that go after all others, in this order: a reader that finds them finds the rest. Raises
    OutputError where there is something already, or the store does not take it; what was sent is then taken away.
    """
    try:
        there, at = system(address)
        if _has_any(there, at):
            raise OutputError(f"{address}: there is something already; name a place that is empty")
    except (InputError, OSError) as e:
        raise OutputError(f"{address}: the store does not answer: {first_line(e)}") from e
    files = sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    files.sort(key=lambda p: last.index(str(p)) if str(p) in last else -1)
    try:
        for path in files:
            target = PurePosixPath(at) / path.as_posix()
            there.create_dir(str(target.parent), recursive=True)
            with (folder / path).open("rb") as given, there.open_output_stream(str(target), compression=None) as taken:
                while chunk := given.read(_CHUNK):
                    taken.write(chunk)
    except OSError as e:
        _take_away(there, at)
        raise OutputError(f"{address}: cannot be written: {first_line(e)}") from e
    return len(files), sum((folder / path).stat().st_size for path in files)


def fetch(address: str, folder: Path) -> tuple[int, int]:
    """Copy all files below ``address`` into ``folder``, which is made; return how many files and bytes.

    A store may name a file as it likes: what would land outside of ``folder`` is refused before anything is written.
    Raises InputError where there is nothing or the store does not answer, OutputError where the disk does not take it.
    """
    from pyarrow import fs

    there, at = system(address)
    try:
        found = there.get_file_info(fs.FileSelector(at, recursive=True))
    except OSError as e:
        raise InputError(f"{address}: the store does not answer: {first_line(e)}") from e
    files = {str(f.path): PurePosixPath(f.path).relative_to(at) for f in found if f.is_file}
    if not files:
        raise InputError(f"{address}: there is nothing in the store")
    if wrong := next((p for p in files.values() if p.is_absolute() or ".." in p.parts), None):
        raise InputError(f"{address}: holds {str(wrong)!r}, which names a place outside of it")
    size = 0
    for path, inner in files.items():
        size += _fetched(there, path, folder / inner, address)
    return len(files), size


def first_line(error: BaseException) -> str:
    """Return the first line of what an error says, cut short: stores answer with pages."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _fetched(there: Any, path: str, target: Path, address: str) -> int:
    size = 0
    try:
        given = there.open_input_stream(path, compression=None)
    except OSError as e:
        raise InputError(f"{address}: {path} cannot be read: {first_line(e)}") from e
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with given, target.open("wb") as taken:
            while chunk := given.read(_CHUNK):
                size += taken.write(chunk)
    except OSError as e:
        raise OutputError(f"{target}: cannot be written: {first_line(e)}") from e
    return size


def _has_any(there: Any, at: str) -> bool:
    from pyarrow import fs

    info = there.get_file_info(at)
    if info.type == fs.FileType.NotFound:
        return False
    return bool(info.is_file or there.get_file_info(fs.FileSelector(at)))


def _take_away(there: Any, at: str) -> None:
    """Remove what was sent so far, as far as the store still answers."""
    try:
        there.delete_dir_contents(at)
    except OSError:
        return
