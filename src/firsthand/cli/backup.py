"""``firsthand backup``: copy the corpus as it is after its last finished step, whoever writes to it meanwhile."""

import argparse

from firsthand.cli.options import Commands, add_corpus, described, open_corpus
from firsthand.cli.output import add_output, result


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "backup", help="copy the corpus, also while it is written to", description=described(__doc__)
    )
    parser.add_argument(
        "to", metavar="TO", help="a folder, then a corpus like any other, or s3://… and the like; must not be there yet"
    )
    add_corpus(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Copy, and say what was copied."""
    copied = open_corpus(options).backup(options.to)
    row = {"to": str(options.to), "files": copied.files, "bytes": copied.size}
    result(options, f"{options.to}: {copied.files:,} files, {copied.size:,} bytes", row)
    return 0
