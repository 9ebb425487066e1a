"""Readers of plug-ins, as the guarded process runs them."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, BinaryIO, cast

from firsthand.errors import PluginError
from firsthand.model import Document, Rejected
from firsthand.plugins import load, names
from firsthand.read.guarded import Item
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.stream import Stream

KIND = "reader"


def claimant(head: bytes, name: str) -> str | Rejected:
    """Return the name of the first plug-in that claims an input, or "".

    One that cannot be loaded or fails is passed over; which one, and why, is said where none other claims the input.
    """
    problem = ""
    for plugin in names(KIND):
        try:
            if _made(plugin).claims(head, name):
                return plugin
        except PluginError as e:
            problem = problem or str(e)
        except MemoryError:
            raise
        except Exception as e:
            problem = problem or f"plug-in {plugin} failed to say what it reads: {_why(e)}"
    return rejected(name, "plug-in", problem) if problem else ""


def plugged_reader(plugin: str) -> Callable[[Source], Iterator[Item]]:
    """Return what reads a source by the plug-in of that name."""

    def read(source: Source) -> Iterator[Item]:
        count = 0
        try:
            for item in _made(plugin).read(cast("BinaryIO", io.BufferedReader(_Bytes(source.stream))), source.label):
                count += 1
                yield _fit(item, source, plugin, count)
        except MemoryError:
            raise  # the engine's worker says so, and ends
        except Exception as e:
            yield rejected(source.label, "plug-in", f"plug-in {plugin} failed after {count:,} records: {_why(e)}")
        if source.stream.fault:
            yield rejected(source.label, source.stream.fault.reason, source.stream.fault.detail)

    return read


@cache
def _made(plugin: str) -> Any:
    return load(KIND, plugin)


def _fit(item: Any, source: Source, plugin: str, count: int) -> Item:
    where = f"{source.label}#{count}"
    if isinstance(item, Rejected):
        return rejected(item.input if isinstance(item.input, str) else where, str(item.reason), str(item.detail))
    if not isinstance(item, Document):
        return rejected(where, "plug-in", f"plug-in {plugin} gave a {type(item).__name__} and no Document")
    if not isinstance(item.content, str) or item.kind not in ("text", "html"):
        return rejected(where, "plug-in", f"plug-in {plugin} gave a Document without text or of an unknown kind")
    return item if isinstance(item.input, str) and item.input else replace(item, input=where)


def _why(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:120]


class _Bytes(io.RawIOBase):
    """A ``Stream`` as Python's own binary files are."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
