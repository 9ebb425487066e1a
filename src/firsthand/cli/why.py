"""``firsthand why``: the argument for an article's lineage, or for the count of a story or statement."""

import argparse
import sys

from firsthand.cli.options import Commands, add_corpus, open_corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "why",
        help="print the reasons for a lineage or a count",
        description="Print why firsthand says what it says of an article, a story or a statement: the conclusion, then "
        "each reason with the words that show it. Reasons name evidence, never motive.",
    )
    parser.add_argument("id", metavar="ID", help="an id, as show and export print it")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the argument."""
    from firsthand.cli.trace import width
    from firsthand.present.terminal_why import why

    tables = open_corpus(options).tables()
    sys.stdout.write(why(tables, options.id, colour=sys.stdout.isatty(), width=width()))
    return 0
