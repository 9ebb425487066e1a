"""What is written stays written, and what the disk answers where it cannot be."""

import errno
import os
import re
from pathlib import Path

# What readers of a damaged file raise, and writers where the disk refuses: Lance tells the two apart in words only.
UNREADABLE = (OSError, ValueError)
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
