"""What the commands share that look at one input and need no corpus."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from firsthand.cli.options import add_config, settings
from firsthand.cli.output import add_output

if TYPE_CHECKING:
    from firsthand.model import Annotation, Article


# Narrower than this, columns of labels and words are of no use.
_NARROWEST, _WIDEST = 40, 120


def add_input(parser: argparse.ArgumentParser, json_help: str) -> None:
    """Add the input, ``--json`` and ``--config``."""
    parser.add_argument("input", metavar="FILE", help="a file in any format that trace reads, or - for standard input")
    add_output(parser, json_help)
    add_config(parser)


def each_document(
    options: argparse.Namespace,
    shown: "Callable[[Article, Annotation], str]",
    rows: "Callable[[Article, Annotation], Iterable[dict[str, Any]]]",
) -> int:
    """Print each document of the input as ``shown``, or its ``rows`` as JSON; return the exit code.

    What could not be used goes to standard error, one line each. Raises OutputError where the output cannot be written.
    """
    from firsthand.api import prepare
    from firsthand.model import Rejected
    from firsthand.present.export.document import json_line
    from firsthand.present.safe import visible

    printed = 0
    for item in prepare([options.input], settings(options), stdin=sys.stdin.buffer):
        if isinstance(item, Rejected):
            print(f"firsthand: {visible(item.input)}: {visible(item.detail)} ({item.reason})", file=sys.stderr)
            continue
        if options.json:
            lines = [json_line(row, ascii_only=ascii_only()) for row in rows(item.article, item.annotation)]
        else:
            lines = ["\n" if printed else "", shown(item.article, item.annotation)]
        write(lines)
        printed += 1
    return 0 if printed else 2


def width() -> int:
    """Return how wide to print, in cells; 80 where there is no terminal."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))


def styled() -> bool:
    """Tell whether standard output is a terminal that knows styles."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def ascii_only() -> bool:
    """Tell whether all but ASCII must be escaped: for a terminal, and where the output's encoding lacks letters."""
    return sys.stdout.isatty() or not (sys.stdout.encoding or "").lower().startswith("utf")


def write(lines: Iterable[str]) -> None:
    """Print lines, what the output's encoding cannot hold as its escapes. Raises OutputError."""
    from firsthand.errors import OutputError

    encoding = sys.stdout.encoding or "utf-8"
    try:
        for line in lines:
            # What the output's encoding cannot hold is shown as its escape, as on standard error.
            sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as e:
        raise OutputError(f"standard output cannot be written to: {e.strerror or e}") from e
