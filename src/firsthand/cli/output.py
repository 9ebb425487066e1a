"""How much a command says: a result for readers or as one line of JSON, hints, and nothing else when it is quiet."""

import argparse
from typing import Any

JSON = "the result as one JSON object, and no other output"


def add_output(parser: argparse.ArgumentParser, json_help: str = JSON) -> None:
    """Add ``--json``, ``--quiet`` and ``--verbose``."""
    parser.add_argument("--json", action="store_true", help=json_help)
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--quiet", action="store_true", help="no progress and no hints: the result, and errors")
    much.add_argument(
        "--verbose",
        action="store_true",
        help="also what each stage took, each input that was rejected, and where an error comes from",
    )


def result(options: argparse.Namespace, text: str, row: dict[str, Any]) -> None:
    """Print what a command did: ``text`` for readers, or ``row``. Raises OutputError."""
    from firsthand.cli.documents import ascii_only, write

    if options.json:
        from firsthand.present.export.document import json_line

        write([json_line(row, ascii_only=ascii_only())])
    else:
        write([text if text.endswith("\n") else f"{text}\n"])


def hint(options: argparse.Namespace, text: str) -> None:
    """Print what can be done next, unless only the result was asked for. Raises OutputError."""
    from firsthand.cli.documents import write

    if not (options.json or options.quiet):
        write([f"{text}\n"])
