"""firsthand: count sources, not articles.

    import firsthand as fh

    corpus = fh.open("my-corpus")
    corpus.trace(["news/"])
    for story in corpus.stories():
        print(story.headline, story.origins_low, story.origins_high)

    for quotation in fh.quotations(text):
        print(quotation.speaker, quotation.words(text))

    fh.compare(text, other).passages

Names are loaded when they are first used, so that importing firsthand costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.api import (  # (fh.open reads well)
        Added,
        Checked,
        Corpus,
        Corrected,
        clean,
        compare,
        open,  # noqa: A004
        quotations,
    )
    from firsthand.config import Config
    from firsthand.errors import FirsthandError
    from firsthand.model import Article, Correction, Quotation
    from firsthand.notebook import Comparison, Statement, Story, Why
    from firsthand.present.tables import Tables

__all__ = [
    "Added",
    "Article",
    "Checked",
    "Comparison",
    "Config",
    "Corpus",
    "Corrected",
    "Correction",
    "FirsthandError",
    "Quotation",
    "Statement",
    "Story",
    "Tables",
    "Why",
    "clean",
    "compare",
    "open",
    "quotations",
]

_HOME = {
    "Added": "firsthand.api",
    "Article": "firsthand.model",
    "Checked": "firsthand.api",
    "Comparison": "firsthand.notebook",
    "Config": "firsthand.config",
    "Corpus": "firsthand.api",
    "Corrected": "firsthand.api",
    "Correction": "firsthand.model",
    "FirsthandError": "firsthand.errors",
    "Quotation": "firsthand.model",
    "Statement": "firsthand.notebook",
    "Story": "firsthand.notebook",
    "Tables": "firsthand.present.tables",
    "Why": "firsthand.notebook",
    "clean": "firsthand.api",
    "compare": "firsthand.api",
    "open": "firsthand.api",
    "quotations": "firsthand.api",
}


if not TYPE_CHECKING:  # to a type checker a name that is not there is a mistake, and not Any

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
