"""``firsthand merge``: say that two stories, statements or texts are one."""

import argparse

from firsthand.cli.correcting import add_correcting, correcting
from firsthand.cli.options import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "merge",
        help="say that stories, statements or texts are one",
        description="Say that two stories are one story, two statements one utterance, or two articles one text that "
        "counts once: by what the ids are of, all of one kind. It wins over what firsthand infers, is kept when the "
        "corpus grows and is linked again, and what it bears on is counted anew at once.",
    )
    parser.add_argument("ids", metavar="ID", nargs="+", help="two ids or more, as show and export print them")
    add_correcting(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Merge, and say what that changed."""
    return correcting(options, lambda corpus, show: corpus.merge(*options.ids, note=options.note, progress=show))
