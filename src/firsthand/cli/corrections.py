"""``firsthand corrections``: what was corrected by hand, and whether it still applies."""

import argparse
import sys

from firsthand.cli.correcting import correcting
from firsthand.cli.options import Commands, add_corpus, add_writing, open_corpus
from firsthand.cli.output import add_output


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "corrections",
        help="list what was corrected by hand, or take it back",
        description="List what merge, split and origin were told: each with its number, time and note, what was so "
        "before, what is so now, and whether it still applies: a later correction may have overruled it, or what it "
        "names may be gone.",
    )
    parser.add_argument("--undo", metavar="NUMBER", type=int, help="take a correction back and count anew")
    add_output(parser, "one JSON object a correction: the fields of the export")
    add_corpus(parser)
    add_writing(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the corrections, or take one back."""
    if options.undo is not None:
        return correcting(options, lambda corpus, show: corpus.undo(options.undo, progress=show))
    from firsthand.cli.documents import ascii_only, write
    from firsthand.cli.trace import width
    from firsthand.present.export.document import json_line
    from firsthand.present.export.jsonl import table_rows
    from firsthand.present.terminal_corrections import corrections
    from firsthand.present.views.index import Index

    tables = open_corpus(options).tables()
    if options.json:
        write(json_line(row, ascii_only=ascii_only()) for row in table_rows(Index(tables), "corrections"))
    else:
        write([corrections(tables, width=width(), colour=sys.stdout.isatty())])
    return 0
