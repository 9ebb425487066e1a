"""What the commands share that look at one input and need no corpus."""

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from firsthand.cli.options import add_config, settings

if TYPE_CHECKING:
    from firsthand.model import Annotation, Article


def add_input(parser: argparse.ArgumentParser, json_help: str) -> None:
    """Add the input, ``--json`` and ``--config``."""
    parser.add_argument("input", metavar="FILE", help="a file in any format that trace reads, or - for standard input")
    parser.add_argument("--json", action="store_true", help=json_help)
    add_config(parser)


def each_document(
    options: argparse.Namespace,
    shown: "Callable[[Article, Annotation], str]",
    rows: "Callable[[Article, Annotation], Iterable[dict[str, Any]]]",
) -> int:
    """Print each document of the input as ``shown``, or its ``rows`` as JSON; return the exit code.

    What could not be used goes to standard error, one line each.
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
            lines = (json_line(row, ascii_only=sys.stdout.isatty()) for row in rows(item.article, item.annotation))
            sys.stdout.writelines(lines)
        else:
            sys.stdout.write(("\n" if printed else "") + shown(item.article, item.annotation))
        printed += 1
    return 0 if printed else 2
