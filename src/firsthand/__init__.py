"""firsthand: count sources, not articles.

    import firsthand as fh

    corpus = fh.open("my-corpus")
    corpus.trace(["news/"])
    corpus.tables().stories

Names are loaded when they are first used, so that importing firsthand costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.api import Added, Corpus, open  # noqa: A004  (fh.open reads well)
    from firsthand.config import Config
    from firsthand.errors import FirsthandError
    from firsthand.present.tables import Tables

__all__ = ["Added", "Config", "Corpus", "FirsthandError", "Tables", "open"]

_HOME = {
    "Added": "firsthand.api",
    "Config": "firsthand.config",
    "Corpus": "firsthand.api",
    "FirsthandError": "firsthand.errors",
    "Tables": "firsthand.present.tables",
    "open": "firsthand.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'firsthand' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
