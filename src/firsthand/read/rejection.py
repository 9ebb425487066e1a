"""How this room words what it cannot read."""

import re

from firsthand.model import Rejected

MAX_DETAIL = 200  # one line of a report
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def rejected(where: str, reason: str, detail: str) -> Rejected:
    """Return a rejection by this stage; ``detail`` is made one line of at most 200 printable characters."""
    # What is not printable may turn the line round (U+202E) or hide in it; far more than a line is not looked at.
    line = " ".join("".join(c if c.isprintable() else " " for c in detail[: 10 * MAX_DETAIL]).split())
    if len(line) > MAX_DETAIL:
        line = line[: MAX_DETAIL - 1] + "…"
    return Rejected(printable(where), "read", reason, line)


def printable(name: str) -> str:
    """Return a file's name as it can be shown and stored: what is neither, as U+FFFD."""
    return _CONTROL.sub("\ufffd", name)


def too_large(where: str, what: str, limit: int) -> Rejected:
    """Return the rejection of a document that is longer than ``limit`` bytes."""
    mend = "raise max_document_bytes under [read] in the settings file to read it"
    return rejected(where, "too-large", f"{what} is over {limit:,} bytes; {mend}")
