"""Inputs that lie in an object store, named by URL, and lists of such inputs.

``s3://BUCKET/PATH``, ``gs://…``, ``abfss://…``, ``hdfs://…`` and ``file:///…`` are read through Arrow's file systems,
as streams: nothing is copied to disk first. A manifest is a text file, gzipped or not, with one path or URL a line, as
Common Crawl gives them (``warc.paths.gz``); paths in it are taken from ``[read] base``.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from firsthand.config import ReadConfig
from firsthand.errors import InputError
from firsthand.read.rejection import printable
from firsthand.read.stream import Stream
from firsthand.remote import first_line, is_address, system

MANIFESTS = (".paths", ".paths.gz")
# A manifest names files, not documents: a month of the news crawl is some 500. Ours.
MOST_NAMED = 1_000_000
_MOST_BYTES = 400_000_000


def is_manifest(item: str) -> bool:
    """Tell whether an input is a list of inputs."""
    return item.lower().endswith(MANIFESTS)


def stored(address: str) -> Iterator[tuple[str, str]]:
    """Yield the URL and the name of each file at ``address``, a file or a folder with all below it, in their order.

    Hidden files and folders are left out. Raises InputError where there is nothing or the store does not answer.
    """
    from pyarrow import fs

    there, path = system(address)
    try:
        at = there.get_file_info(path)
        if at.type == fs.FileType.NotFound:
            raise InputError(f"{address}: there is no such file or folder in the store")
        files = [at] if at.is_file else there.get_file_info(fs.FileSelector(path, recursive=True))
    except OSError as e:
        raise InputError(f"{address}: the store does not answer: {first_line(e)}") from e
    below = PurePosixPath(path)
    base = address.rstrip("/")
    for file in sorted((f for f in files if f.is_file), key=lambda f: str(f.path)):
        inner = PurePosixPath(file.path).relative_to(below) if file.path != path else PurePosixPath()
        if not any(part.startswith(".") for part in inner.parts):
            yield (f"{base}/{inner}" if inner.parts else address), PurePosixPath(file.path).name


def opened(address: str) -> BinaryIO:
    """Return a stored file for reading from its start. Raises OSError."""
    there, path = system(address)
    return cast("BinaryIO", there.open_input_stream(path, compression=None))


def listed(label: str, config: ReadConfig) -> Iterator[str]:
    """Yield what a manifest names: a URL as it is, a path with ``[read] base`` before it. Raises InputError."""
    try:
        with closing(opened(label)) if is_address(label) else Path(label).open("rb") as file:
            stream = Stream(file, config)
            data = stream.read(_MOST_BYTES)
    except OSError as e:
        raise InputError(f"{label}: cannot be read: {e.strerror or e}") from e
    if stream.fault:
        raise InputError(f"{label}: {stream.fault.detail}")
    lines = [line.strip() for line in data.decode("utf-8", "replace").splitlines()]
    names = [line for line in lines if line and not line.startswith("#")]
    if len(names) > MOST_NAMED:
        raise InputError(f"{label}: names {len(names):,} files; give lists of {MOST_NAMED:,} at most")
    for name in names:
        if config.base and not is_address(name) and ".." in PurePosixPath(name).parts:
            raise InputError(f"{label}: names {printable(name[:100])!r}, which leads out of [read] base; take it out")
        yield name if is_address(name) or not config.base else f"{config.base.rstrip('/')}/{name.lstrip('/')}"
