"""``firsthand report``: the corpus as a static web page that opens from disk."""

import argparse
from pathlib import Path

from firsthand.cli.options import Commands, add_corpus, described, open_corpus
from firsthand.cli.output import add_output, result


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="write the static report", description=described(__doc__))
    add_corpus(parser)
    parser.add_argument("--to", metavar="SITE", type=Path, help="where to write (default: report in the corpus)")
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the report and say where."""
    page = open_corpus(options).report(options.to)
    result(options, f"Report: {page}", {"report": str(page)})
    return 0
