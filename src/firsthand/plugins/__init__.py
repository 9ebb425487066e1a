"""Plug-ins: packages that add readers, article stages, exporters, encoders or gazetteers.

``contract`` says what each kind has to be; ``found`` looks for those that are installed. Nothing is imported of a
plug-in before it is needed, and nothing is looked for by commands that need none.
"""

from firsthand.plugins.contract import ArticleStage, Encoder, Exporter, Reader
from firsthand.plugins.found import GROUPS, SWITCH, Plugin, installed, load, names, problem, tell

__all__ = [
    "GROUPS",
    "SWITCH",
    "ArticleStage",
    "Encoder",
    "Exporter",
    "Plugin",
    "Reader",
    "installed",
    "load",
    "names",
    "problem",
    "tell",
]
