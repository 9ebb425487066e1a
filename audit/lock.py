"""The locked requirements: one exact version of each package, with the hashes of its files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PIN = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(?P<version>[A-Za-z0-9.!+_-]+)\s*(?:;.*)?")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """A package of a lock: its name in the normal form (PEP 503), version, and how many hashes of files it has."""

    name: str
    version: str
    hashes: int
    where: str


def normal(name: str) -> str:
    """Return a package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: Path) -> Iterator[Pin | str]:
    """Yield what a lock pins, and a sentence for each line that pins nothing: an address, an index, a loose version."""
    joined = re.sub(r"\\\r?\n", " ", path.read_text(encoding="utf-8"))
    for number, line in enumerate(joined.splitlines(), 1):
        text = re.sub(r"(^|\s)#.*", "", line).strip()
        if not text:
            continue
        hashes = len(_HASH.findall(text))
        found = _PIN.fullmatch(_HASH.sub("", text).strip())
        where = f"{path.name}, requirement {number}"
        if found is None:
            yield f"{where}: {text[:80]!r} is no exact version of a package"
        else:
            yield Pin(normal(found["name"]), found["version"], hashes, where)
