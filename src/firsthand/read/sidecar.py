"""Sidecars: ``NAME.meta.json`` beside ``NAME.txt`` says of that file what a JSON line would say of its text."""

import json
from pathlib import Path

from firsthand.model import Rejected
from firsthand.read.fields import Fields, fields
from firsthand.read.rejection import printable, rejected
from firsthand.read.source import Source

SUFFIX = ".meta.json"
MAX_BYTES = 1_000_000  # a sidecar holds seven short fields


def sidecar_of(path: Path) -> Path:
    """Return where the sidecar of a text or HTML file would be."""
    return path.with_name(document_name(path) + SUFFIX)


def document_name(path: Path) -> str:
    """Return the file's name without its last ending, and without ``.gz`` before that."""
    stem = path.stem if path.suffix.lower() == ".gz" else path.name
    return Path(stem).stem


def read_sidecar(path: Path) -> Fields | Rejected:
    """Return what the sidecar of ``path`` gives, nothing if there is none, and a rejection if it cannot be read."""
    place = sidecar_of(path)
    if not place.is_file():
        return Fields()
    try:
        if place.stat().st_size > MAX_BYTES:
            return _bad(place, f"is over {MAX_BYTES:,} bytes")
        data = json.loads(place.read_bytes().decode("utf-8-sig"))
    except OSError as e:
        return _bad(place, f"cannot be read: {e.strerror}")
    except (ValueError, RecursionError) as e:
        return _bad(place, f"is not JSON: {e}")
    return fields(data) if isinstance(data, dict) else _bad(place, "is not a JSON object")


def beside(source: Source) -> tuple[Fields, Rejected | None]:
    """Return what a source's name and sidecar say of the one document in it, and the rejection of a bad sidecar.

    ``external_id`` is the file's name without its last ending, unless the sidecar gives an ``id``.
    """
    name = document_name(Path(source.file_name)) if source.file_name else ""
    given = Fields(external_id=printable(name)) if name else Fields()
    found = read_sidecar(source.path) if source.path is not None else Fields()
    return (given, found) if isinstance(found, Rejected) else (given | found, None)


def _bad(place: Path, problem: str) -> Rejected:
    return rejected(str(place), "bad-sidecar", f"the sidecar {problem}; {place.name} is ignored, its document is read")
