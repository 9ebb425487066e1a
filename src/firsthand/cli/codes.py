"""The exit codes of every command: one list, which ``docs/reference/exit-codes.md`` has as a table."""

from enum import IntEnum


class Code(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    FOUND = 1
    NOTHING = 2
    STOPPED = 130


MEANING = {
    Code.DONE: "done; also where the reader of the output went away, as `head` does",
    Code.FOUND: "done, and something is not as it should be: an input was rejected and `--strict` was given, "
    "`verify` found faults, or a plug-in cannot be used",
    Code.NOTHING: "nothing could be done: wrong usage, no input that could be used, a corpus, file or address that "
    "cannot be opened or written, an id that nothing has, an optional package that is missing, a question answered "
    "with no",
    Code.STOPPED: "stopped by Ctrl-C; what finished batches held is stored",
}
