"""The weights that are part of firsthand: each is the file that was shipped, or an error says so.

``weights.sha256`` has their hashes, in the form of sha256sum. After training, in the folder of the package:
``sha256sum data/lines.model data/quotes.model link/stories/pairs.json > data/weights.sha256``.
"""

import hashlib
from functools import cache
from importlib.resources import files

from firsthand.errors import ModelError

_SUMS = "data/weights.sha256"


def read(name: str) -> bytes:
    """Return a file of weights, by its path in the package. Raises ModelError where it is missing or altered."""
    data = _file(name)
    if hashlib.sha256(data).hexdigest() != _sums().get(name):
        raise ModelError(f"firsthand/{name}: the weights are not those that were shipped; install firsthand again")
    return data


def check() -> None:
    """Raise ModelError where any of the weights is missing or altered: before documents are read, not at each."""
    for name in _sums():
        read(name)


@cache
def _sums() -> dict[str, str]:
    lines = (line.split() for line in _file(_SUMS).decode().splitlines())
    return {name: digest for digest, name in lines}


def _file(name: str) -> bytes:
    try:
        return files("firsthand").joinpath(name).read_bytes()
    except OSError as e:
        why = e.strerror or e
        raise ModelError(f"firsthand/{name}: the weights cannot be read: {why}; install firsthand again") from e
