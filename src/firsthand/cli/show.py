"""``firsthand show``: the summary of a corpus, or one article, story or statement by its id."""

import argparse
import sys

from firsthand.cli.options import Commands, add_corpus, described, open_corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "show", help="print the summary, an article, a story or a statement", description=described(__doc__)
    )
    parser.add_argument("id", metavar="ID", nargs="?", help="an id, or an unambiguous beginning of one")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was asked for."""
    from firsthand.cli.trace import width
    from firsthand.present.terminal import show, summary

    tables = open_corpus(options).tables()
    colour = sys.stdout.isatty()
    if options.id is None:
        sys.stdout.write(summary(tables, colour=colour, width=width()))
    else:
        sys.stdout.write(show(tables, options.id, colour=colour, width=width()))
    return 0
