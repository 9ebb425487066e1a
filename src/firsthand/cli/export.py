"""``firsthand export``: the corpus as data."""

import argparse
from pathlib import Path

from firsthand.cli.options import Commands, add_corpus, described, open_corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export", help="write the corpus as JSON Lines, one file a table", description=described(__doc__)
    )
    add_corpus(parser)
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help="the format (default: jsonl)")
    parser.add_argument("--to", metavar="FOLDER", type=Path, required=True, help="where to write")
    parser.add_argument(
        "--with-text", action="store_true", help="include whole texts; they may be under copyright, share with care"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export and say how much."""
    rows = open_corpus(options).export(options.to, with_text=options.with_text)
    print(f"{options.to}: " + ", ".join(f"{count:,} {name}" for name, count in rows.items()))
    return 0
