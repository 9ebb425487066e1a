"""The errors that firsthand raises. Each message says what happened, to what, and what mends it.

FirsthandError
├── ConfigError        an unknown or impossible setting
├── InputError         an input that cannot be opened at all (missing path)
├── CorpusError        a corpus folder that cannot be opened
│   ├── CorpusBusy     another process is writing to it
│   └── CorpusFormat   written by another format version, or damaged
├── OutputError        a folder that the export or report cannot be written to
├── WorkerError        worker processes cannot be started
├── ModelError         weights that are missing, altered, or of another version
├── PluginError        a plug-in that is installed and cannot be used
├── NotFound           an id, table or format that does not exist; names the nearest known ones
└── MissingExtra       an optional package is needed; names the extra
"""


class FirsthandError(Exception):
    """The root: catch this to catch all that firsthand raises on purpose."""


class ConfigError(FirsthandError):
    """A setting that does not exist or cannot be."""


class InputError(FirsthandError):
    """An input that cannot be opened at all."""


class CorpusError(FirsthandError):
    """A corpus that cannot be opened or written."""


class CorpusBusy(CorpusError):
    """Another process is writing to the corpus."""


class CorpusFormat(CorpusError):
    """The corpus has another format version, or is damaged."""


class OutputError(FirsthandError):
    """A folder that what was asked for cannot be written to."""


class WorkerError(FirsthandError):
    """Worker processes cannot be started at all: no document is to blame."""


class ModelError(FirsthandError):
    """A file of weights that cannot be used."""


class PluginError(FirsthandError):
    """A plug-in that cannot be used: the message names it, its package, and what is wrong."""


class NotFound(FirsthandError):
    """Something was asked for by a name that nothing has."""


class MissingExtra(FirsthandError):
    """An optional package is needed for this."""
