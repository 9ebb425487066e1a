"""``firsthand origin``: say whose words an article carries."""

import argparse

from firsthand.cli.correcting import add_correcting, correcting
from firsthand.cli.options import Commands

# The relations of the model, which is not loaded for ``--help``; a test holds them against each other.
RELATIONS = ("original", "verbatim", "partial", "cites", "independent")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "origin",
        help="say whose words an article carries",
        description="Say whose words an article carries: those of an agency or outlet, by its name; its own outlet's "
        "(own); or that it is not known (unknown). Articles that were seen to copy this one follow it. It is kept like "
        "a merge.",
    )
    parser.add_argument("article", metavar="ARTICLE", help="the id of an article")
    parser.add_argument("name", metavar="NAME", help="an agency or outlet, own, or unknown")
    parser.add_argument(
        "--relation",
        choices=RELATIONS,
        help="how it has them (default: verbatim, for own independent): cites for news in its own words, partial for "
        "passages in a text of its own",
    )
    add_correcting(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Correct the origin, and say what that changed."""
    return correcting(
        options,
        lambda corpus, show: corpus.origin(
            options.article, options.name, relation=options.relation, note=options.note, progress=show
        ),
    )
