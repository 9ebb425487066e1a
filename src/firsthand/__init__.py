"""firsthand: count sources, not articles.

    import firsthand as fh

    corpus = fh.open("my-corpus")
    corpus.trace(["news/"])
    corpus.tables().stories

    article = fh.clean(Path("page.html"))
    for quotation in fh.quotations(article):
        print(quotation.speaker, quotation.words(article.text))

Names are loaded when they are first used, so that importing firsthand costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.api import Added, Checked, Corpus, Corrected, clean, open, quotations  # noqa: A004  (fh.open reads well)
    from firsthand.config import Config
    from firsthand.errors import FirsthandError
    from firsthand.model import Article, Correction, Quotation
    from firsthand.present.tables import Tables

__all__ = [
    "Added",
    "Article",
    "Checked",
    "Config",
    "Corpus",
    "Corrected",
    "Correction",
    "FirsthandError",
    "Quotation",
    "Tables",
    "clean",
    "open",
    "quotations",
]

_HOME = {
    "Added": "firsthand.api",
    "Article": "firsthand.model",
    "Checked": "firsthand.api",
    "Config": "firsthand.config",
    "Corpus": "firsthand.api",
    "Corrected": "firsthand.api",
    "Correction": "firsthand.model",
    "FirsthandError": "firsthand.errors",
    "Quotation": "firsthand.model",
    "Tables": "firsthand.present.tables",
    "clean": "firsthand.api",
    "open": "firsthand.api",
    "quotations": "firsthand.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'firsthand' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)


class _Public(ModuleType):
    """Keeps public names for what they stand for: ``clean`` is a function, and also a room of the same name.

    Importing a room makes it an attribute of its package, which would hide the function.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Public
