"""``firsthand add``: read, clean, annotate and store, without linking."""

import argparse
import sys

from firsthand.cli.options import (
    Commands,
    add_corpus,
    add_engine,
    add_inputs,
    add_quote_model,
    add_writing,
    described,
    open_corpus,
)
from firsthand.cli.progress import progress


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "add", help="read and store documents; link them later", description=described(__doc__)
    )
    add_inputs(parser)
    add_corpus(parser)
    add_writing(parser)
    add_quote_model(parser)
    add_engine(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the inputs and say what became of them."""
    corpus = open_corpus(options)
    with progress(quiet=options.quiet) as show:
        added = corpus.add(options.inputs, stdin=sys.stdin.buffer, progress=show)
    print(
        f"{added.stored:,} articles stored, {added.unchanged:,} unchanged, {added.duplicates:,} duplicates, "
        f"{added.rejected:,} rejected. Next: firsthand link --corpus {corpus.path}"
    )
    if not (added.stored or added.unchanged or added.duplicates):
        return 2
    return 1 if options.strict and added.rejected else 0
