"""Memory between two stages: what was freed is to be there for others."""

import ctypes
from functools import cache
from typing import Any


def give_back() -> None:
    """Return freed memory to the operating system, where the C library is one that keeps it otherwise (glibc).

    One small object that stays can hold on to all that was freed below it: after reading a table, that is as much as
    the articles themselves take.
    """
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Any:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library; Windows has no CDLL(None)
        return None
