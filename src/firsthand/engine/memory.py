"""Memory that is freed: given back between two stages, and not looked for in the middle of one."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cycles of objects uncollected meanwhile: what is done holds millions that the collector would look through
    again and again, and leaves next to none. Nested, and where it is off already, it changes nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
