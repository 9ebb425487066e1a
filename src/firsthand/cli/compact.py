"""``firsthand compact``: make few files of many, and remove old versions of tables."""

import argparse

from firsthand.cli.options import Commands, add_corpus, add_writing, described, open_corpus
from firsthand.cli.output import add_output, result


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "compact", help="free the space of old versions of tables", description=described(__doc__)
    )
    add_corpus(parser)
    parser.add_argument(
        "--all",
        action="store_true",
        help="also the versions of the last hour, which are kept for readers that have them open: these must open the "
        "corpus anew",
    )
    add_writing(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compact, and say how much that freed."""
    freed = open_corpus(options).compact(all_versions=options.all)
    result(options, f"{freed:,} bytes freed", {"freed": freed})
    return 0
