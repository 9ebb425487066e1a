"""``firsthand link``: link and trace what is stored."""

import argparse

from firsthand.cli.options import Commands, add_corpus, add_engine, add_writing, described, open_corpus
from firsthand.cli.progress import progress


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("link", help="link and trace what is stored", description=described(__doc__))
    add_corpus(parser)
    add_writing(parser)
    add_engine(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Link the corpus and print its summary."""
    from firsthand.api import Added
    from firsthand.cli.trace import finish

    corpus = open_corpus(options)
    count = len(corpus.tables().articles)  # raises where there is no corpus, before one is made
    with progress(quiet=options.quiet) as show:
        corpus.link(progress=show)
    return finish(corpus, Added(stored=0, unchanged=count, duplicates=0, rejected=0), strict=False)
