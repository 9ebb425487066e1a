"""``firsthand restore``: bring a backup, from an object store or a folder, to where a corpus can be worked with."""

import argparse
from pathlib import Path

from firsthand.cli.options import Commands, described
from firsthand.cli.output import add_output, result


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "restore", help="bring a backup back, also from an object store", description=described(__doc__)
    )
    parser.add_argument("given", metavar="FROM", help="what was given to backup: a folder, or s3://… and the like")
    parser.add_argument("--corpus", metavar="DIR", type=Path, required=True, help="where to; must not be there yet")
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Bring it, and say how much."""
    from firsthand.api import restore

    brought = restore(options.given, options.corpus)
    row = {"corpus": str(options.corpus), "files": brought.files, "bytes": brought.size}
    result(options, f"{options.corpus}: {brought.files:,} files, {brought.size:,} bytes", row)
    return 0
