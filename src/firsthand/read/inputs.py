"""From what the user names to the documents in it: files, folders, URLs of stores, lists, ``-`` for standard input."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from firsthand.config import ReadConfig
from firsthand.errors import InputError
from firsthand.model import Document, Rejected
from firsthand.read.listed import Fetch, is_web_address
from firsthand.read.reading import Reading
from firsthand.read.rejection import printable, rejected
from firsthand.read.sidecar import SUFFIX, document_name
from firsthand.read.source import Source
from firsthand.read.stores import is_manifest, listed, opened, stored
from firsthand.read.stream import Stream
from firsthand.remote import SCHEMES, is_address

STANDARD_INPUT = "-"
_CORPUS_FILE = "ledger.sqlite"  # what makes a folder a corpus; see store/ledger.py
_DEFAULTS = ReadConfig()


def read_inputs(
    inputs: Sequence[str | Path],
    config: ReadConfig = _DEFAULTS,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Document | Rejected]:
    """Yield what the inputs hold, in their order; folders are walked in the order of their names.

    Hidden files and sidecars (``*.meta.json``) in folders are not documents. ``-`` reads ``stdin`` (by default
    the process's). URLs and manifests are what ``stores`` says. With ``fetch`` the pages behind addresses that lists
    hold are asked for, and http(s) addresses are inputs too; without it a list says that it holds addresses only.
    Raises InputError, before anything is read, for a path that does not exist.
    """
    named = [one for item in inputs for one in _named(str(item), config)]
    for item in named:
        is_named = item == STANDARD_INPUT or is_address(item) or (fetch is not None and is_web_address(item))
        if not is_named and not Path(item).exists():
            raise InputError(f"{item}: there is no such file or folder{_hint(item)}")
    return _documents(named, config, stdin, Reading(config, fetch))


def _named(item: str, config: ReadConfig) -> Iterator[str]:
    """Yield an input, or what it names where it is a manifest."""
    if is_manifest(item) and (is_address(item) or Path(item).is_file()):
        yield from listed(item, config)
    else:
        yield item


def _hint(item: str) -> str:
    if item.startswith(("http://", "https://")):
        return "; pages of the web are asked for by firsthand add --fetch, feeds by firsthand watch"
    return f"; of URLs {', '.join(SCHEMES)} are read" if "://" in item else ""


def _documents(
    inputs: Sequence[str], config: ReadConfig, stdin: BinaryIO | None, reading: Reading
) -> Iterator[Document | Rejected]:
    try:
        for item in inputs:
            if is_address(item):
                yield from _stored(item, config, reading)
            elif item == STANDARD_INPUT:
                stream = Stream(stdin or sys.stdin.buffer, config)
                yield from reading.read(Source(STANDARD_INPUT, None, stream, config))
            elif is_web_address(item) and not Path(item).exists():
                yield from reading.ask(item)
            else:
                yield from _on_disk(Path(item), config, reading)
    finally:
        reading.close()


def _on_disk(root: Path, config: ReadConfig, reading: Reading) -> Iterator[Document | Rejected]:
    for path in _files(root):
        if path == root or path.is_file() or path.is_dir():
            yield from _file(path, config, reading)
        else:
            yield rejected(str(path), "unreadable", "neither a file nor a folder: a broken link, a pipe or a device")


def _files(root: Path) -> Iterator[Path]:
    """Yield ``root`` itself if it is no folder, else what it holds in the order of names, hidden entries left out.

    Each folder is entered once, so links that lead back up end. A corpus among the documents is passed over: its
    report quotes them, and would be read as news. A folder that may not be listed is yielded itself.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield path
            continue
        status = path.stat()
        if (status.st_dev, status.st_ino) in entered:
            continue
        entered.add((status.st_dev, status.st_ino))
        if (path / _CORPUS_FILE).is_file():
            continue
        try:
            waiting += sorted((p for p in path.iterdir() if not p.name.startswith(".")), reverse=True)
        except OSError:
            yield path


def _file(path: Path, config: ReadConfig, reading: Reading) -> Iterator[Document | Rejected]:
    if path.name.endswith(SUFFIX):
        yield from _orphan(path)
        return
    try:
        with path.open("rb") as raw:
            yield from reading.read(Source(printable(str(path)), path, Stream(raw, config), config))
    except OSError as e:
        yield rejected(str(path), "unreadable", f"cannot be read: {e.strerror or e}")


def _stored(address: str, config: ReadConfig, reading: Reading) -> Iterator[Document | Rejected]:
    """Yield what a store holds at ``address``; what cannot be read there is rejected, and the rest is read."""
    try:
        for url, name in stored(address):
            try:
                with closing(opened(url)) as raw:
                    yield from reading.read(Source(printable(url), None, Stream(raw, config), config, name))
            except OSError as e:
                yield rejected(url, "unreadable", f"cannot be read: {e.strerror or e}")
    except InputError as e:
        yield rejected(address, "unreadable", str(e).removeprefix(f"{address}: "))


def _orphan(sidecar: Path) -> Iterator[Rejected]:
    """Yield a rejection for a sidecar that stands alone: it is no document, and tells of none."""
    name = sidecar.name.removesuffix(SUFFIX)
    if not any(document_name(p) == name for p in sidecar.parent.iterdir() if not p.name.endswith(SUFFIX)):
        yield rejected(str(sidecar), "bad-sidecar", f"there is no document {name}.* beside this sidecar")
