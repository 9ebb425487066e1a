"""``firsthand why``: the argument for an article's lineage, or for the count of a story or statement."""

import argparse
import sys

from firsthand.cli.options import Commands, add_corpus, open_corpus
from firsthand.cli.output import add_output


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "why",
        help="print the reasons for a lineage or a count",
        description="Print why firsthand says what it says. Of an article: whose words and whose news it has, each "
        "reason with the words that show it, the passages that it shares and which words of them were changed, and the "
        "chain to where it comes from. Of a story or a statement: the range, who rests on which origin, what was taken "
        "together and what was kept apart, and why; of a story also why its articles are one, and what keeps the "
        "nearest other stories apart. Reasons name evidence, never motive.",
    )
    parser.add_argument("id", metavar="ID", help="an id, as show and export print it, or a beginning of one")
    add_output(parser, "the same as one JSON object")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the argument."""
    from firsthand.cli.documents import ascii_only, write
    from firsthand.cli.trace import width
    from firsthand.present.export.argument import argument_row
    from firsthand.present.export.document import json_line
    from firsthand.present.terminal_why import why

    corpus = open_corpus(options)
    tables = corpus.tables()
    together = corpus.story_reasons(options.id, tables)
    if options.json:
        write([json_line(argument_row(tables, options.id, together), ascii_only=ascii_only())])
    else:
        write([why(tables, options.id, colour=sys.stdout.isatty(), width=width(), together=together)])
    return 0
