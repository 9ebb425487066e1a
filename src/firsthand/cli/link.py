"""``firsthand link``: link and trace what is stored."""

import argparse

from firsthand.cli.options import Commands, add_corpus, add_engine, add_writing, described, open_corpus
from firsthand.cli.output import add_output
from firsthand.cli.progress import progress


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("link", help="link and trace what is stored", description=described(__doc__))
    add_corpus(parser)
    add_writing(parser)
    add_engine(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Link the corpus and print its summary."""
    from firsthand.api import Added
    from firsthand.cli.trace import finish

    corpus = open_corpus(options)
    count = len(corpus.tables().articles)  # raises where there is no corpus, before one is made
    with progress(quiet=options.quiet, verbose=options.verbose) as show:
        corpus.link(progress=show)
    return finish(options, corpus, Added(stored=0, unchanged=count, duplicates=0, rejected=0), strict=False)
