"""``firsthand split``: say that things do not belong together."""

import argparse

from firsthand.cli.correcting import add_correcting, correcting
from firsthand.cli.options import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "split",
        help="say that articles are not one text, or not of a story",
        description="Say that articles are not one text (two articles), that articles are not of a story (the story, "
        "then the articles), that quotations do not report a statement (the statement, then the quotations), or that "
        "two stories or two statements are not one, also where they were merged before. It is kept like a merge; of two"
        " that contradict each other the later one wins.",
    )
    parser.add_argument("ids", metavar="ID", nargs="+", help="two ids or more, as show and export print them")
    add_correcting(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Split, and say what that changed."""
    return correcting(options, lambda corpus, show: corpus.split(*options.ids, note=options.note, progress=show))
