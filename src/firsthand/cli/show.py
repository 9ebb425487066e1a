"""``firsthand show``: the summary of a corpus; one article, story or statement by its id; or, by the name of a
speaker, their positions: what they said over the course of storylines, in order, and where it differs from before.
"""

import argparse
import shlex
import sys
from pathlib import Path

from firsthand.cli.options import Commands, add_corpus, described, open_corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "show",
        help="print the summary, an article, a story, a statement or a speaker's positions",
        description=described(__doc__),
    )
    told = "an id, an unambiguous beginning of one, or a speaker's name"
    parser.add_argument("id", metavar="ID", nargs="?", help=told)
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
        sys.stdout.write(_unlinked(tables.unlinked, options.corpus))
    else:
        sys.stdout.write(show(tables, options.id, colour=colour, width=width()))
    return 0


def _unlinked(count: int, corpus: Path) -> str:
    """Return what to do where linking has not been run since articles were added, as where a trace was cut off."""
    if not count:
        return ""
    articles = "1 article was" if count == 1 else f"{count:,} articles were"
    command = f"firsthand link --corpus {shlex.quote(str(corpus))}"
    return f"\nLinking has not been run since {articles} added. To find stories and origins:\n  {command}\n"
