"""The libraries of the extra ``documents``: imported where a file needs one, and named where it is missing."""

from importlib import import_module
from typing import Any

from firsthand.model import Rejected
from firsthand.read.rejection import rejected


def library(module: str, what: str, where: str) -> Any:
    """Return a module, or the rejection of a file that nothing installed can read."""
    try:
        return import_module(module)
    except ImportError:
        how = 'pip install "firsthand[documents]"'
        return rejected(where, "needs-extra", f'{what} is read with the extra "documents": {how}')


def is_missing(found: Any) -> bool:
    """Tell whether ``library`` found nothing."""
    return isinstance(found, Rejected)
