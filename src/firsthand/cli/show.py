"""``firsthand show``: the summary of a corpus; one article, story or statement by its id; or, by the name of a
speaker, their positions: what they said over the course of storylines, in order, and where it differs from before.
"""

import argparse
import shlex
import sys
from pathlib import Path

from firsthand.cli.codes import Code
from firsthand.cli.options import Commands, add_corpus, described, open_corpus
from firsthand.cli.output import add_output, hint


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
    add_output(parser, "the same as JSON: the summary; the export's row of what the id names; or a row a storyline")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was asked for."""
    from firsthand.cli.documents import ascii_only, write
    from firsthand.cli.trace import width
    from firsthand.present.export.document import json_line
    from firsthand.present.export.summary import shown_rows
    from firsthand.present.terminal import show, summary

    tables = open_corpus(options).tables()
    colour = sys.stdout.isatty()
    if options.json:
        write(json_line(row, ascii_only=ascii_only()) for row in shown_rows(tables, options.id))
    elif options.id is None:
        write([summary(tables, colour=colour, width=width())])
        if tables.unlinked:
            hint(options, _unlinked(tables.unlinked, options.corpus))
    else:
        write([show(tables, options.id, colour=colour, width=width())])
    return Code.DONE


def _unlinked(count: int, corpus: Path) -> str:
    """Return what to do where linking has not been run since articles were added, as where a trace was cut off."""
    articles = "1 article was" if count == 1 else f"{count:,} articles were"
    command = f"firsthand link --corpus {shlex.quote(str(corpus))}"
    return f"\nLinking has not been run since {articles} added. To find stories and origins:\n  {command}"
