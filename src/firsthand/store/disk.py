"""What is written stays written, and what the disk answers where it cannot be."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What readers of a damaged file raise, and writers where the disk refuses: Lance tells the two apart in words only.
UNREADABLE = (OSError, ValueError)
# How what Lance's own language stops at comes out: no Exception, so that nobody who catches those meets it.
_PANIC = "PanicException"
_CODE = re.compile(r"\(os error (\d+)\)")


def sync(path: Path) -> None:
    """Make a file, or the names in a folder, durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refusal(error: Exception) -> str | None:
    """Return why the disk refused ("No space left on device"), or None for damage: a file missing, cut or altered."""
    code = getattr(error, "errno", None)
    if code is None and (found := _CODE.search(str(error))):
        code = int(found[1])
    return None if code in (None, errno.ENOENT) else os.strerror(code)


@contextmanager
def panics_told() -> Iterator[None]:
    """Turn a panic of Lance into OSError, also as a decorator: a file whose sizes lie is damage like any other.

    Where the panic was in a thread of its own, Lance says so with a bare RuntimeError ("Task was aborted").
    """
    try:
        yield
    except BaseException as e:
        if type(e).__name__ != _PANIC and type(e) is not RuntimeError:
            raise
        raise OSError(f"damaged: {' '.join(str(e).split())}") from e
