"""``firsthand add``: read, clean, annotate and store, without linking."""

import argparse
import shlex
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

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
from firsthand.cli.output import hint, result
from firsthand.cli.progress import progress
from firsthand.cli.rejections import kept

if TYPE_CHECKING:
    from firsthand.watch.listed import Pages


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "add", help="read and store documents; link them later", description=described(__doc__)
    )
    add_inputs(parser)
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="ask for the pages behind addresses (lists of URLs, sitemaps, Media Cloud, GDELT, references), by the "
        "rules of robots.txt, one a second of each site; http(s) addresses are inputs then too",
    )
    add_corpus(parser)
    add_writing(parser)
    add_quote_model(parser)
    add_engine(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the inputs and say what became of them."""
    corpus = open_corpus(options)
    with progress(quiet=options.quiet, verbose=options.verbose) as show:
        added = corpus.add(options.inputs, stdin=sys.stdin.buffer, fetch=_pages(options), progress=show)
    path = kept(options, corpus) if added.rejected else None
    said = f"{added.stored:,} articles stored, {added.unchanged:,} unchanged, {added.duplicates:,} duplicates, "
    why = f"; {path} says why" if path else ""
    row = {**asdict(added), "rejections": str(path) if path else None}
    result(options, f"{said}{added.rejected:,} rejected{why}.", row)
    hint(options, f"Next: firsthand link --corpus {shlex.quote(str(corpus.path))}")
    if not (added.stored or added.unchanged or added.duplicates):
        return 2
    return 1 if options.strict and added.rejected else 0


def _pages(options: argparse.Namespace) -> "Pages | None":
    """Return what asks for pages, None where nothing may be asked for."""
    if not options.fetch:
        return None
    from firsthand.watch.listed import Pages

    return Pages()
