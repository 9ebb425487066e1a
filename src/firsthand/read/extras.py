"""The libraries of the extra ``documents``: imported where a file needs one, and named where it is missing."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

from firsthand.model import Rejected
from firsthand.read.rejection import rejected
from firsthand.read.source import Source

Read = TypeVar("Read")


def read_with(source: Source, module: str, kind: str, noun: str, read: Callable[[Any, bytes], Read]) -> Read | Rejected:
    """Return what ``read`` makes of a library and of all of a file, or why the file cannot be used.

    ``kind`` names the format in a reason ("pdf"), ``noun`` to a reader ("PDF"). A library raises whatever a broken file
    makes of it; only memory that is not there is left to the guard.
    """
    try:
        library = import_module(module)
    except ImportError:
        how = 'pip install "firsthand[documents]"'
        name = noun.split(" ")[0]
        return rejected(source.label, "needs-extra", f'{name} is read with the extra "documents": {how}')
    data = source.whole()
    if isinstance(data, Rejected):
        return data
    try:
        return read(library, data)
    except MemoryError:
        raise
    except Exception as e:
        what = f"the {noun} cannot be read ({type(e).__name__}: {e}): fetch it again, or save it as text"
        return rejected(source.label, f"broken-{kind}", what)
